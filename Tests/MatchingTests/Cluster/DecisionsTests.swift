import Testing

@testable import Matching

@Suite struct DecisionsTests {
    private let twins = [
        customer(1, ["name": ["Keller Precision GmbH"], "taxId": ["VAT:DE:111111111"]]),
        customer(2, ["name": ["Keller Precision GmbH"], "taxId": ["VAT:DE:111111111"]]),
        customer(3, ["name": ["Borealis"], "taxId": ["VAT:DE:999999999"]]),
    ]

    @Test func differentKeepsEqualRecordsApart() {
        let clustering = cluster(twins, model: .customer, constraints: Constraints(different: [Pair(2, 1)]))
        #expect(clustering.clusters == [[1], [2], [3]])
        #expect(clustering.crossEdges.map(\.reason) == [.decision])
        #expect(clustering.possibleMatches.isEmpty)
    }

    @Test func samePutsUnlikeRecordsTogetherAgainstAVeto() {
        let clustering = cluster(twins, model: .customer, constraints: Constraints(same: [Pair(1, 3)]))
        #expect(clustering.clusters == [[1, 2, 3]] || clustering.clusters == [[1, 3], [2]])
        #expect(clustering.clusters.contains { $0.contains(1) && $0.contains(3) })
    }

    @Test func differentWinsOverAContradictingChainOfSame() {
        let constraints = Constraints(same: [Pair(1, 2), Pair(2, 3)], different: [Pair(1, 3)])
        let clustering = cluster(twins, model: .customer, constraints: constraints)
        #expect(!clustering.clusters.contains { $0.contains(1) && $0.contains(3) })
        #expect(clustering.contradictions.count == 1)
    }

    @Test func decisionsOnRecordsThatAreNotAtHandAreIgnored() {
        let clustering = cluster(twins, model: .customer, constraints: Constraints(same: [Pair(1, 77)], different: [Pair(2, 78)]))
        #expect(clustering.clusters == [[1, 2], [3]])
        #expect(clustering.contradictions.isEmpty)
    }
}
