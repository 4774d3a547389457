import Testing

@testable import Matching

@Suite struct ClusterTests {
    /// Any order of arrival and any ids give the same clusters, cross edges and reviews in the same order.
    @Test(arguments: [12, 40, 90]) func anyOrderAndAnyIdsGiveTheSameResult(count: Int) {
        let seed = SeededRandom.fresh()
        var random = SeededRandom(seed: seed)
        let made = RandomRecords(count, seed: random.next())
        // decisions between records, whatever their ids are
        let same = (0..<count / 10).map { _ in (random.below(count), random.below(count)) }.filter { $0.0 != $0.1 }
        let different = (0..<count / 6).map { _ in (random.below(count), random.below(count)) }.filter { $0.0 != $0.1 }
        var expected: Canonical?
        for round in 0..<(count < 50 ? 200 : 60) {
            let arrival = Array(0..<count).shuffled(using: &random)
            let ids = Array(Set((0..<count * 2).map { _ in Int64(random.below(1_000_000)) })).shuffled(using: &random).prefix(count)
            let records = made.records(arrival: arrival, ids: Array(ids))
            let indexOf = Dictionary(uniqueKeysWithValues: zip(ids, arrival))
            let idOf = Dictionary(uniqueKeysWithValues: zip(arrival, ids))
            func pairs(_ list: [(Int, Int)]) -> Set<Pair> { Set(list.map { Pair(idOf[$0.0] ?? 0, idOf[$0.1] ?? 0) }) }
            for limits in [ClusterLimits(), ClusterLimits(component: 7)] {
                if limits.component == 7 && round % 4 != 0 { continue }
                let clustering = cluster(
                    records, model: .customer, constraints: Constraints(same: pairs(same), different: pairs(different)), limits: limits)
                #expect(clustering.clusters.flatMap { $0 }.sorted() == ids.sorted(), "seed \(seed)")
                if limits.component == 7 { continue }
                let canonical = Canonical(clustering, indexOf)
                if expected == nil { expected = canonical }
                #expect(canonical == expected, "round \(round), seed \(seed)")
            }
        }
        #expect((expected?.clusters.count ?? 0) > 1 && (expected?.clusters.count ?? 0) < count, "the sample shows nothing, seed \(seed)")
    }

    @Test(arguments: 0..<20) func cutComponentsDoNotDependOnTheOrderEither(_: Int) {
        let seed = SeededRandom.fresh()
        var random = SeededRandom(seed: seed)
        let made = RandomRecords(60, seed: random.next())
        var expected: Canonical?
        for _ in 0..<10 {
            let arrival = Array(0..<60).shuffled(using: &random)
            let ids = (1...60).map { Int64($0) }
            let clustering = cluster(made.records(arrival: arrival, ids: ids), model: .customer, limits: ClusterLimits(component: 6))
            #expect(clustering.clusters.allSatisfy { $0.count <= 6 }, "seed \(seed)")
            let canonical = Canonical(clustering, Dictionary(uniqueKeysWithValues: zip(ids, arrival)))
            if expected == nil { expected = canonical }
            #expect(canonical == expected, "seed \(seed)")
        }
    }

    /// Splitting the set into its clusters' connected neighbourhoods and clustering each alone gives the same clusters.
    @Test func aComponentAloneIsClusteredAsInTheWhole() {
        let seed = SeededRandom.fresh()
        let made = RandomRecords(80, seed: seed)
        let records = made.records(arrival: Array(0..<80), ids: (1...80).map { Int64($0) })
        let whole = cluster(records, model: .customer)
        var sets = DisjointSets(count: 81)
        for edge in whole.crossEdges { sets.unite(Int(edge.pair.first), Int(edge.pair.second)) }
        for members in whole.clusters { for member in members { sets.unite(Int(members[0]), Int(member)) } }
        var clusters: [[Int64]] = []
        for component in sets.sets() where component != [0] {
            clusters += cluster(records.filter { component.contains(Int($0.id)) }, model: .customer).clusters
        }
        #expect(clusters.sorted { $0[0] < $1[0] } == whole.clusters, "seed \(seed)")
    }

    @Test func nothingAndOneRecordAreClusteredToo() {
        #expect(cluster([], model: .customer) == Clustering())
        #expect(cluster([customer(5, ["name": ["Keller"]])], model: .customer).clusters == [[5]])
    }

    @Test func aGenericKeyBringsNobodyTogether() {
        let records = (1...3).map { customer(Int64($0), ["email": ["anna.weber@keller.de"], "name": ["Keller Precision GmbH"]]) }
        #expect(cluster(records, model: .customer).clusters == [[1, 2, 3]])
        #expect(cluster(records, model: .customer, isGeneric: { _ in true }).clusters == [[1], [2], [3]])
    }

    /// A mail box that very many share neither costs their square nor makes one party of them.
    @Test func aKeyAboveTheLimitIsReportedAndIgnored() {
        let records = (1...1_500).map { customer(Int64($0), ["email": ["info@portal-for-all.de"], "name": ["Firm\($0) Number\($0)"]]) }
        let clustering = cluster(records, model: .customer)
        #expect(clustering.clusters.count == 1_500)
        #expect(!clustering.overfullKeys.isEmpty)
    }

    @Test func sharedMailboxAloneIsNoMatch() {
        let records = [
            customer(1, ["email": ["info@hausverwaltung.de"], "name": ["Keller Precision"]]),
            customer(2, ["email": ["info@hausverwaltung.de"], "name": ["Borealis Logistics"]]),
        ]
        #expect(cluster(records, model: .customer).clusters == [[1], [2]])
    }
}
