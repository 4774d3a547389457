import Foundation
import MasterData
import Testing

@testable import PolicyFiles

@Suite("the policies that come with the hub")
struct ShippedPoliciesTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies").path

    @Test("load without an error or a warning")
    func load() throws {
        let reading = PolicyReader.read(folder: Self.folder)
        #expect(reading.diagnostics.map(\.description) == [])
        let policies = try #require(reading.policies)
        #expect(Set(policies.entities.keys) == Set(Entity.allCases))
    }
}
