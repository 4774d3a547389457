package import FoundationEssentials
import HubStore
package import MasterData
package import Matching
import PostgresClient

/// The active source records of one entity as a table: what a matching model learns from.
package struct TrainingTable: Sendable {
    package var columns: [String]
    package var kinds: [FieldKind]
    package var rows: [[String]] = []
    /// Of each row the golden record that it belongs to now.
    package var goldenIds: [UUID] = []

    /// Rows at most: what training holds in memory.
    package static let rowLimit = 2_000_000

    package var cells: RecordCells { RecordCells(columns: columns, rows: rows) }
}

/// What decisions under a model would do to golden records as they are.
package struct ModelChanges: Sendable, Hashable {
    /// Golden records that would end in another one.
    package var merges = 0
    /// Golden records that others would come out of, counted once for each that comes.
    package var splits = 0
    /// Golden records that would be one, some of them.
    package var mergeSamples: [[UUID]] = []
    /// Golden records that would come apart, some of them.
    package var splitSamples: [UUID] = []

    package static let sampleLimit = 20

    /// - Parameters:
    ///   - clusters: of each record, as the model has it.
    ///   - goldenIds: of each record, as it is.
    package init(clusters: [Int32], goldenIds: [UUID]) {
        var goldenOf: [Int32: Set<UUID>] = [:]
        var clustersOf: [UUID: Set<Int32>] = [:]
        for (cluster, goldenId) in zip(clusters, goldenIds) {
            goldenOf[cluster, default: []].insert(goldenId)
            clustersOf[goldenId, default: []].insert(cluster)
        }
        for cluster in goldenOf.keys.sorted() {
            guard let golden = goldenOf[cluster], golden.count > 1 else { continue }
            merges += golden.count - 1
            if mergeSamples.count < Self.sampleLimit { mergeSamples.append(golden.sorted(by: UUID.older)) }
        }
        for goldenId in clustersOf.keys.sorted(by: UUID.older) {
            guard let clusters = clustersOf[goldenId], clusters.count > 1 else { continue }
            splits += clusters.count - 1
            if splitSamples.count < Self.sampleLimit { splitSamples.append(goldenId) }
        }
    }
}

extension MasteringPipeline {
    /// Reads what there is to learn from; changes nothing.
    ///
    /// - Parameter progress: golden records read.
    /// - Returns: nil where there are more records than training takes.
    package func trainingTable(_ progress: (Int) -> Void = { _ in }) async throws -> TrainingTable? {
        try await store.client.withTransaction(TransactionOptions(isolation: .repeatableRead, readOnly: true, retries: 0)) { transaction in
            var table = TrainingTable(columns: Self.trained.map(\.column), kinds: Self.trained.map(\.kind))
            var last = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
            var read = 0
            while true {
                let rows = try await transaction.query(Queries.verifyGoldenPage, .uuid(last), .int4(GoldenPage.size))
                guard !rows.isEmpty else { return table }
                var page = try GoldenPage(rows)
                last = page.golden[page.golden.count - 1].state.goldenId
                read += page.golden.count
                let wanted = page.golden.filter { $0.entity == .customer && $0.state.status == .active }.map(\.state.goldenId)
                try page.add(members: await transaction.query(Queries.verifyMembers, .uuidArray(wanted)))
                let policies = policies
                let own = page.members.filter { $0.status == .active }
                table.rows += await inParallel(own) { record in
                    let attributes = policies.standardise(record.attributes, key: record.key)
                    return Self.trained.map { $0.value(attributes) ?? "" }
                }
                table.goldenIds += own.map(\.goldenId)
                guard table.rows.count <= TrainingTable.rowLimit else { return nil }
                progress(read)
            }
        }
    }

    /// A column of the table, what it holds, and where a customer's attributes have it. Of several values the first.
    private static let trained: [(column: String, kind: FieldKind, value: @Sendable (JSONObject) -> String?)] = [
        ("name", .organisationName, { $0["legalName"]?.text ?? $0["name"]?.text }),
        ("taxId", .identifier, { $0["taxIds"]?.elements?.first?.members?["number"]?.text }),
        ("duns", .identifier, { $0["duns"]?.text }),
        ("lei", .identifier, { $0["lei"]?.text }),
        ("street", .street, { address($0, "street") }),
        ("houseNumber", .houseNumber, { address($0, "houseNumber") }),
        ("postcode", .postcode, { address($0, "postcode") }),
        ("city", .locality, { address($0, "city") }),
        ("country", .country, { address($0, "country") }),
        ("email", .email, { first($0["email"]) }),
        ("phone", .phone, { first($0["phone"]) }),
        ("website", .url, { first($0["website"]) }),
    ]

    private static func address(_ attributes: JSONObject, _ part: String) -> String? {
        (attributes["billTo"]?.members ?? attributes["shipTo"]?.members)?[part]?.text
    }

    private static func first(_ value: JSONValue?) -> String? { value?.text ?? value?.elements?.first?.text }
}
