import NIOCore
import Testing

@testable import HubServer

@Suite struct ConnectionStateTests {
    private let bounds = ConnectionBounds(head: .seconds(10), bodyGap: .seconds(5), stalledWrite: .seconds(30), linger: .seconds(1))

    private func at(_ seconds: Int64) -> NIODeadline { .uptimeNanoseconds(0) + .seconds(seconds) }

    @Test func anIdleConnectionAsksForNothing() {
        var state = ConnectionState(bounds: bounds)
        #expect(state.tick(at: at(1_000)) == .none)
    }

    @Test func refusesAHeadThatDoesNotCome() {
        var state = ConnectionState(bounds: bounds)
        #expect(state.bytesArrived(at: at(0)) == .tick(at(10)))
        // Dripping on does not help.
        #expect(state.bytesArrived(at: at(9)) == .none)
        #expect(state.tick(at: at(10)) == .refuseHead)
    }

    @Test func promptRequestsCostOneTimerInTenSeconds() {
        var state = ConnectionState(bounds: bounds)
        #expect(state.bytesArrived(at: at(0)) == .tick(at(10)))
        for second in 0..<9 {
            _ = state.bytesArrived(at: at(Int64(second)))
            state.requestHead(at: at(Int64(second)))
            state.requestEnd()
            #expect(state.answerEnd(isLast: false, at: at(Int64(second))) == .none)
        }
        #expect(state.tick(at: at(10)) == .none)
    }

    @Test func refusesABodyThatStalls() {
        var state = ConnectionState(bounds: bounds)
        _ = state.bytesArrived(at: at(0))
        state.requestHead(at: at(0))
        state.readRequested(at: at(0))
        #expect(state.tick(at: at(4)) == .tick(at(5)))
        #expect(state.tick(at: at(5)) == .refuseBody)
        #expect(state.tick(at: at(6)) == .none)
    }

    @Test func waitsForABodyThatTheHubIsNotReading() {
        var state = ConnectionState(bounds: bounds)
        _ = state.bytesArrived(at: at(0))
        state.requestHead(at: at(0))
        #expect(state.tick(at: at(60)) == .tick(at(65)))
        state.readRequested(at: at(65))
        #expect(state.tick(at: at(66)) == .tick(at(70)))
        #expect(state.tick(at: at(70)) == .refuseBody)
    }

    @Test func closesOnAClientThatDoesNotRead() {
        var state = ConnectionState(bounds: bounds)
        #expect(state.writability(false, at: at(0)) == .tick(at(30)))
        #expect(state.writability(true, at: at(20)) == .none)
        #expect(state.tick(at: at(30)) == .none)
        #expect(state.writability(false, at: at(31)) == .tick(at(61)))
        #expect(state.tick(at: at(61)) == .close)
    }

    @Test func lingersAfterTheLastAnswer() {
        var state = ConnectionState(bounds: bounds)
        _ = state.bytesArrived(at: at(0))
        state.requestHead(at: at(0))
        #expect(!state.isLingering)
        #expect(state.answerEnd(isLast: true, at: at(2)) == .tick(at(3)))
        #expect(state.isLingering)
        #expect(state.tick(at: at(3)) == .close)
    }

    @Test func doesNotRefuseAHeadWhileAnAnswerIsOwed() {
        var state = ConnectionState(bounds: bounds)
        _ = state.bytesArrived(at: at(0))
        state.requestHead(at: at(0))
        state.requestEnd()
        #expect(state.bytesArrived(at: at(1)) == .none)
        #expect(state.tick(at: at(12)) == .tick(at(13)))
        _ = state.answerEnd(isLast: false, at: at(12))
        #expect(state.tick(at: at(13)) == .refuseHead)
    }
}
