import HTTPTesting
import HubStore
import MasterData
import Testing

@testable import HubServer

@Suite struct ReviewRoutesTests {
    @Test func anEmptyListIsAList() async throws {
        try await TestHubServer.run { hub async throws in
            let answer = try await hub.call("GET", "/v1/reviews?entity=customer", as: .steward)
            #expect(answer.status == 200, "\(answer)")
            #expect(answer["reviews"]?.elements == [])
            #expect(answer["next"] == .null)
            #expect(try await hub.call("GET", "/v1/reviews?cursor=1.2", as: .steward).code == "invalid-parameter")
            #expect(try await hub.call("GET", "/v1/reviews?entity=x", as: .steward).code == "unknown-entity")
            #expect(try await hub.call("GET", "/v1/reviews", as: .platform).code == "forbidden")
        }
    }

    @Test(arguments: ["0.0.0", "-12.3.4", "2147483647.9223372036854775807.1"])
    func cursorsComeBackAsTheyWent(text: String) {
        #expect(ReviewCursor(text: text)?.text == text)
    }

    @Test(arguments: ["", "1", "1.2", "1.2.3.4", "a.b.c", "1..3", "2147483648.1.1"])
    func refusesWhatIsNoCursor(text: String) {
        #expect(ReviewCursor(text: text) == nil)
    }
}
