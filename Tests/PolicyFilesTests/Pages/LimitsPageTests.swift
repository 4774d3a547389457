import MasterData
import Testing

@testable import PolicyFiles

@Suite struct LimitsPageTests {
    @Test("each limit, the rest by default") func limits() throws {
        let reading = try PolicyFolderFixture.read([
            "limits.yaml": "clusterSize: 2\nmatchKeySize: 3\nrecordBytes: 4096\nrecordDepth: 5\nlistLength: 6\ntextLength: 70\n"
        ])
        var limits = Limits()
        limits.clusterSize = 2
        limits.matchKeySize = 3
        limits.recordBytes = 4_096
        limits.recordDepth = 5
        limits.listLength = 6
        limits.textLength = 70
        #expect(reading.policies?.limits == limits)
        limits = Limits()
        limits.listLength = 6
        #expect(try PolicyFolderFixture.read(["limits.yaml": "listLength: 6\n"]).policies?.limits == limits)
    }

    @Test(
        "mistakes",
        arguments: [
            ("clusterSize: -5\n", "1: `clusterSize` is `-5`; use 2 to 100000"), ("recordDepth: 1000\n", "1: `recordDepth` is `1000`; use 4 to 64"),
            ("clusterSizes: 5\n", "1: unknown key `clusterSizes` in the limits; did you mean `clusterSize`?"),
            ("textLength: 8k\n", "1: `textLength` is `8k`, not a whole number"),
        ])
    func mistakes(text: String, message: String) throws {
        #expect(try PolicyFolderFixture.read(["limits.yaml": text]).diagnostics.map(PolicyFolderFixture.text) == [message])
    }
}
