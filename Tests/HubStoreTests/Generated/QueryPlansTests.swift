import HubStore
import HubStoreTesting
import PostgresClient
import Testing

@Suite struct QueryPlansTests {
    /// A hub starts on an empty database and keeps its prepared plans through the first load: what every record passes through must
    /// be planned on indexes even then.
    @Test func whatEveryRecordPassesThroughIsPlannedOnIndexesFromTheStart() async throws {
        let queries = [
            Queries.readCrosswalks, Queries.readReportedRecords, Queries.readCandidates, Queries.readClosure, Queries.readEdges,
            Queries.resolveReferences, Queries.readGoldenRecords, Queries.readSourceRecord,
        ]
        try await withStore { store in
            try await store.client.withConnection { connection in
                try await connection.execute(script: "SET plan_cache_mode = force_generic_plan")
                for query in queries {
                    let parameters = (1...20).prefix { query.sql.contains("$\($0)") }.map { _ in "NULL" }.joined(separator: ", ")
                    try await connection.execute(script: "PREPARE planned AS \(query.sql)")
                    let plan = try await connection.query(Statement(name: "plan of \(query.name)", sql: "EXPLAIN EXECUTE planned (\(parameters))"))
                        .map { try $0.text(0) }.joined(separator: "\n")
                    try await connection.execute(script: "DEALLOCATE planned")
                    #expect(!plan.contains("Seq Scan on source_record") && !plan.contains("Seq Scan on match_"), "\(query.name):\n\(plan)")
                }
            }
        }
    }
}
