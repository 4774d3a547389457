import Testing

@testable import PostgresClient

/// The pool's decisions, with numbers for connections and no clock.
struct PoolStateTests {
    static let start = ContinuousClock.now
    private func at(_ seconds: Int) -> ContinuousClock.Instant { Self.start.advanced(by: .seconds(seconds)) }
    private let away = PostgresError(.connectionFailed, "away", isTransient: true)
    private let wrongPassword = PostgresError(.connectionFailed, "wrong password")

    /// Stands in line; fails the test when it gets anything else.
    private func wait(_ state: inout PoolState<Int>, until seconds: Int = 10, opens: Bool) throws -> UInt64 {
        guard case .wait(let id, let open) = state.acquire(deadline: at(seconds)) else {
            throw PostgresError(.misuse, "expected to wait")
        }
        #expect(open == opens)
        return id
    }

    private func handedOver(_ placement: PoolState<Int>.Placement) -> [UInt64: Int]? {
        if case .handOver(let id, let member) = placement { return [id: member] }
        return nil
    }

    @Test func opensUpToTheLimitAndServesInOrder() throws {
        var state = PoolState<Int>(limit: 2, waitingLimit: 10)
        let ids = [try wait(&state, opens: true), try wait(&state, opens: true), try wait(&state, opens: false), try wait(&state, opens: false)]
        #expect(handedOver(state.opened(1, now: at(0))) == [ids[0]: 1])
        #expect(handedOver(state.opened(2, now: at(0))) == [ids[1]: 2])
        #expect(handedOver(state.giveBack(2, now: at(1))) == [ids[2]: 2])
        #expect(handedOver(state.giveBack(1, now: at(1))) == [ids[3]: 1])
        guard case .keepIdle = state.giveBack(1, now: at(2)) else { return #expect(Bool(false), "1 is idle now") }
        guard case .lend(1) = state.acquire(deadline: at(9)) else { return #expect(Bool(false), "1 is lent again") }
        #expect(state.waiting == 0 && state.lent == 2 && state.idle.isEmpty)
    }

    @Test func theLineIsBounded() throws {
        var state = PoolState<Int>(limit: 1, waitingLimit: 2)
        _ = try wait(&state, opens: true)
        _ = try wait(&state, opens: false)
        guard case .refuse(let error) = state.acquire(deadline: at(1)) else { return #expect(Bool(false), "the third is refused") }
        #expect(error.kind == .poolExhausted && error.message.contains("raise the pool size"))
    }

    @Test func deadlinesRefuseTheHeadOfTheLineAndSayWhy() throws {
        var state = PoolState<Int>(limit: 1, waitingLimit: 10)
        let ids = [try wait(&state, until: 1, opens: true), try wait(&state, until: 2, opens: false), try wait(&state, until: 5, opens: false)]
        #expect(state.nextDeadline == at(1))
        let slow = state.expire(now: at(1))
        #expect(slow.ids == [ids[0]] && slow.error.kind == .connectionFailed && slow.error.message.contains("in time"))
        #expect(handedOver(state.opened(1, now: at(1))) == [ids[1]: 1])
        let last = try wait(&state, until: 5, opens: false)
        let busy = state.expire(now: at(5))
        #expect(busy.ids == [ids[2], last] && busy.error.kind == .poolExhausted)
        let replaced = state.loseLent()
        #expect(!replaced)
        let unlucky = try wait(&state, until: 6, opens: true)
        #expect(state.openingFailed(away) == .after(.milliseconds(50)))
        let unreachable = state.expire(now: at(6))
        #expect(unreachable.ids == [unlucky] && unreachable.error.kind == .connectionFailed && unreachable.error.message.contains("away"))
        #expect(state.nextDeadline == nil)
    }

    @Test func transientFailuresAreRetriedEverSlowerWhileSomebodyWaits() throws {
        var state = PoolState<Int>(limit: 1, waitingLimit: 10)
        let id = try wait(&state, opens: true)
        let delays = (0..<9).map { _ in state.openingFailed(away) }
        #expect(delays == [50, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000].map { .after(.milliseconds($0)) })
        let goesOn = state.continuesOpening()
        #expect(goesOn)
        let left = state.leave(id)
        #expect(left)
        let goesOnAlone = state.continuesOpening()
        #expect(!goesOnAlone && state.opening == 0)
    }

    @Test func permanentFailuresRefuseTheWholeLine() throws {
        var state = PoolState<Int>(limit: 2, waitingLimit: 10)
        let ids = [try wait(&state, opens: true), try wait(&state, opens: true), try wait(&state, opens: false)]
        #expect(state.openingFailed(wrongPassword) == .refuse(ids))
        #expect(state.openingFailed(wrongPassword) == .stop)
        #expect(state.opening == 0 && state.waiting == 0)
    }

    @Test func aLostConnectionIsReplacedForTheLine() throws {
        var state = PoolState<Int>(limit: 1, waitingLimit: 10)
        _ = try wait(&state, opens: true)
        _ = state.opened(1, now: at(0))
        let id = try wait(&state, opens: false)
        let replaces = state.loseLent()
        #expect(replaces && state.opening == 1)
        #expect(handedOver(state.opened(2, now: at(1))) == [id: 2])
        let replacesAgain = state.loseLent()
        #expect(!replacesAgain)
    }

    @Test func leavingTheLineKeepsTheOrderOfTheOthers() throws {
        var state = PoolState<Int>(limit: 1, waitingLimit: 10)
        let ids = try (0..<4).map { try wait(&state, opens: $0 == 0) }
        let left = (state.leave(ids[1]), state.leave(ids[1]))
        #expect(left == (true, false))
        #expect(handedOver(state.opened(1, now: at(0))) == [ids[0]: 1])
        #expect(handedOver(state.giveBack(1, now: at(0))) == [ids[2]: 1])
        #expect(handedOver(state.giveBack(1, now: at(0))) == [ids[3]: 1])
    }

    @Test func idleConnectionsAreClosedButOne() throws {
        var state = PoolState<Int>(limit: 3, waitingLimit: 10)
        for _ in 0..<3 { _ = try wait(&state, opens: true) }
        for member in 1...3 { _ = state.opened(member, now: at(0)) }
        for member in 1...3 { _ = state.giveBack(member, now: at(member)) }
        let early = state.removeIdle(since: at(0), keeping: 1)
        let late = state.removeIdle(since: at(9), keeping: 1)
        #expect(early == [] && late == [1, 2])
        guard case .lend(3) = state.acquire(deadline: at(9)) else { return #expect(Bool(false), "3 stayed warm") }
    }

    @Test func closingRefusesTheLineAndEverybodyAfter() throws {
        var state = PoolState<Int>(limit: 2, waitingLimit: 10)
        _ = try wait(&state, opens: true)
        _ = state.opened(1, now: at(0))
        let id = try wait(&state, opens: true)
        let closing = state.close()
        #expect(closing.ids == [id] && closing.members.isEmpty && !state.isDrained)
        guard case .refuse(let error) = state.acquire(deadline: at(1)) else { return #expect(Bool(false), "closed") }
        #expect(error.kind == .closed)
        guard case .close(2) = state.opened(2, now: at(1)), case .close(1) = state.giveBack(1, now: at(1)) else {
            return #expect(Bool(false), "what comes back is closed")
        }
        #expect(state.isDrained)
    }

    /// INVARIANT: idle + lent + opening ≤ limit, and nobody waits while a connection is idle.
    @Test func theInvariantHoldsUnderRandomEvents() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        var state = PoolState<Int>(limit: 3, waitingLimit: 5)
        var lent: [Int] = []
        var line: [UInt64] = []
        var lastMember = 0
        func take(_ placement: PoolState<Int>.Placement) {
            guard case .handOver(let id, let member) = placement else { return }
            #expect(line.first == id, "seed \(seed)")
            line.removeFirst()
            lent.append(member)
        }
        for step in 0..<5_000 {
            switch Int.random(in: 0..<7, using: &random) {
            case 0, 1:
                switch state.acquire(deadline: at(step + 20)) {
                case .lend(let member): lent.append(member)
                case .wait(let id, _): line.append(id)
                case .refuse: #expect(line.count == 5, "seed \(seed)")
                }
            case 2 where state.opening > 0:
                lastMember += 1
                take(state.opened(lastMember, now: at(step)))
            case 3 where state.opening > 0:
                if state.openingFailed(away) != .stop { _ = state.continuesOpening() }
            case 4 where !lent.isEmpty:
                take(state.giveBack(lent.remove(at: Int.random(in: 0..<lent.count, using: &random)), now: at(step)))
            case 5 where !lent.isEmpty:
                lent.removeLast()
                _ = state.loseLent()
            case 6:
                let expired = state.expire(now: at(step)).ids
                #expect(expired == Array(line.prefix(expired.count)), "seed \(seed)")
                line.removeFirst(expired.count)
            default: break
            }
            #expect(state.idle.count + state.lent + state.opening <= 3, "seed \(seed), step \(step)")
            #expect(state.waiting == 0 || state.idle.isEmpty, "seed \(seed), step \(step)")
            #expect(state.waiting == line.count && state.lent == lent.count, "seed \(seed), step \(step)")
            // Somebody who waits always has a connection to hope for.
            #expect(state.waiting == 0 || state.lent + state.opening > 0, "seed \(seed), step \(step)")
        }
    }
}
