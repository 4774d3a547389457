import Testing

@testable import HubServer

@Suite struct OpenFilesTests {
    @Test(arguments: [(2_048, 1_048_576, 2_048), (2_048, 1_024, 768), (2_048, 256, 16), (2, 1_024, 2), (64, 1_024, 64)])
    func descriptorsBoundConnections(wanted: Int, bound: Int, expected: Int) {
        #expect(OpenFiles.connections(wanted: wanted, bound: bound) == expected)
    }

    @Test func theBoundIsRaised() {
        #expect(OpenFiles.raiseBound() >= 1_024)
    }
}
