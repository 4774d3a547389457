import Testing

@testable import Matching

@Suite struct AverageLinkTests {
    /// Two parties with contradicting VAT numbers, and a record without one that fits both: it joins one, never both.
    @Test func aVetoIsNeverCrossedByAThirdRecord() {
        let site = address("Hauptstraße", "12", "10115", "Berlin", country: "DE")
        let records = [
            customer(1, ["name": ["Keller Precision GmbH"], "taxId": ["VAT:DE:111111111"], "address": [site]]),
            customer(2, ["name": ["Keller Precision GmbH"], "taxId": ["VAT:DE:222222222"], "address": [site]]),
            customer(3, ["name": ["Keller Precision GmbH"], "address": [site]]),
        ]
        let clustering = cluster(records, model: .customer)
        #expect(clustering.clusters.count == 2)
        #expect(!clustering.clusters.contains { $0.contains(1) && $0.contains(2) })
        #expect(clustering.crossEdges.count == 1 && clustering.crossEdges[0].reason == .blocked)
        #expect(clustering.possibleMatches.map(\.reason) == [.veto])
    }

    /// A chain of pairs that are each alike does not fuse its unlike ends.
    @Test func aChainIsBrokenWhereItsEndsContradict() {
        let records = [
            customer(
                1,
                [
                    "name": ["Keller Precision GmbH"], "phone": ["+49 30 5552101"],
                    "address": [address("Hauptstraße", "12", "10115", "Berlin", country: "DE")],
                ]),
            customer(
                2,
                [
                    "name": ["Keller Precision GmbH"], "phone": ["+49 30 5552101"],
                    "address": [
                        address("Hauptstraße", "12", "10115", "Berlin", country: "DE"), address("Ringstraße", "5", "50667", "Köln", country: "DE"),
                    ],
                ]),
            customer(
                3,
                [
                    "name": ["Keller Precision GmbH"], "phone": ["+49 221 777888"],
                    "address": [address("Ringstraße", "5", "50667", "Köln", country: "DE")],
                ]),
            customer(
                4,
                [
                    "name": ["Keller Precision GmbH"], "phone": ["+49 221 777888"],
                    "address": [address("Ringstraße", "5", "50667", "Köln", country: "DE")],
                ]),
        ]
        let model = MatchModel.customer
        #expect(model.compare(records[1], records[2]).outcome == .match)
        #expect(model.compare(records[0], records[2]).outcome != .match)
        let clustering = cluster(records, model: model)
        #expect(clustering.clusters.contains { $0.contains(3) && $0.contains(4) })
        #expect(!clustering.crossEdges.isEmpty || clustering.clusters.count == 1)
    }
}
