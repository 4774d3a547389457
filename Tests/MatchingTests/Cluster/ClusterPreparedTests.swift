import Testing

@testable import Matching

/// Clusters of prepared records under a learned model.
@Suite struct ClusterPreparedTests {
    private let persons = RandomPersons(count: 240, seed: 111)
    private let model: RecordModel
    private let records: [PreparedRecord]

    init() {
        model = RecordBatchTests.model(persons.cells)
        records = RecordBatchTests.prepared(persons.cells, model)
    }

    private func labels(_ clustering: Clustering) -> [Int32] {
        var labels = [Int32](repeating: 0, count: records.count)
        for members in clustering.clusters { for member in members { labels[Int(member)] = Int32(members[0]) } }
        return labels
    }

    @Test func isAsGoodAsInBulk() {
        let clustering = cluster(records, model: model)
        let score = PairwiseScore(clusters: labels(clustering), truePairs: persons.truePairs, sides: nil)
        let bulk = RecordResolver(model: model).resolve(persons.cells, sides: nil) { _, _ in }.clusters
        let bulkScore = PairwiseScore(clusters: bulk, truePairs: persons.truePairs, sides: nil)
        #expect(score.f1 >= bulkScore.f1 - 0.005, "\(score.f1), in bulk \(bulkScore.f1)")
    }

    @Test func anyOrderAndAnyIdsGiveTheSame() {
        let seed = SeededRandom.fresh()
        var random = SeededRandom(seed: seed)
        let expected = Set(cluster(records, model: model).clusters)
        for _ in 0..<4 {
            let ids = records.indices.map { Int64($0) }.shuffled(using: &random)
            let arrived = records.map { PreparedRecord($0, id: ids[Int($0.id)]) }.shuffled(using: &random)
            let back = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Int64($0)) })
            let found = cluster(arrived, model: model).clusters.map { $0.compactMap { back[$0] }.sorted() }
            #expect(Set(found) == expected, "seed \(seed)")
        }
    }

    @Test func stewardsDecide() throws {
        let free = cluster(records, model: model)
        let together = try #require(free.clusters.first { $0.count == 2 })
        let apart = free.clusters.filter { $0.count == 1 }.prefix(2).map { $0[0] }
        let decided = cluster(
            records, model: model,
            constraints: Constraints(same: [Pair(apart[0], apart[1])], different: [Pair(together[0], together[1])]))
        let labels = labels(decided)
        #expect(labels[Int(together[0])] != labels[Int(together[1])] && labels[Int(apart[0])] == labels[Int(apart[1])])
        #expect(decided.crossEdges.contains { $0.pair == Pair(together[0], together[1]) && $0.reason == .decision })
    }
}
