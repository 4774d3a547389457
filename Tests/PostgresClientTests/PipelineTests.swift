import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct PipelineTests {
    static let number = Statement(name: "number", sql: "SELECT $1 + 1")
    static let divide = Statement(name: "divide", sql: "SELECT 10 / $1")

    @Test func answersComeInOrder() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let results = try await client.pipeline((0..<500).map { BoundStatement(Self.number, .int8($0)) })
        #expect(try results.map { try $0.only.int8(0) } == Array(1...500))
        await client.close()
    }

    @Test func anErrorInTheMiddleUndoesTheWholePipelineAndTheConnectionGoesOn() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        try await client.withConnection { try await $0.execute(script: "CREATE TABLE middle (n int8)") }
        let insert = Statement(name: "insert middle", sql: "INSERT INTO middle VALUES ($1)")
        let error = await #expect(throws: PostgresError.self) {
            try await client.pipeline([
                BoundStatement(insert, .int8(1)), BoundStatement(Self.divide, .int8(0)), BoundStatement(insert, .int8(2)),
                BoundStatement(Statement(name: "never prepared", sql: "SELECT 5")),
            ])
        }
        #expect(error?.sqlState == "22012")
        #expect(error?.statement == "divide")
        #expect(try await client.query(Statement(name: "count middle", sql: "SELECT count(*) FROM middle")).only.int8(0) == 0)
        // What the failed pipeline could not prepare is prepared now.
        #expect(try await client.query(Statement(name: "never prepared", sql: "SELECT 5")).only.int8(0) == 5)
        #expect(try await client.query(Self.divide, .int8(5)).only.int8(0) == 2)
        await client.close()
    }

    /// Both directions carry far more than the socket buffers hold: a client that only writes first would never end.
    @Test(.timeLimit(.minutes(3))) func bigParametersAgainstBigResultsDoNotDeadlock() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let echo = Statement(name: "echo", sql: "SELECT $1")
        let payload = [UInt8](repeating: 0x61, count: 4 << 20)
        let results = try await client.pipeline((0..<16).map { _ in BoundStatement(echo, .bytes(payload)) })
        #expect(results.count == 16)
        for rows in results { #expect(try rows.only.bytes(0).count == payload.count) }
        await client.close()
    }

    @Test func oneNameForTwoStatementsIsRefused() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        _ = try await client.query(Statement(name: "twice", sql: "SELECT 1"))
        let error = await #expect(throws: PostgresError.self) { try await client.query(Statement(name: "twice", sql: "SELECT 2")) }
        #expect(error?.kind == .misuse)
        await client.close()
    }

    @Test(arguments: [false, true]) func resultsPastTheBoundAreRefused(inOneCell: Bool) async throws {
        var configuration = PostgresConfiguration(url: try TestDatabase.url, poolSize: 1)
        configuration.resultBytesLimit = 8 << 20
        let client = PostgresClient(configuration, logger: TestDatabase.quiet)
        let sql = inOneCell ? "SELECT repeat('x', 50000000)" : "SELECT generate_series(1, 100000000), repeat('x', 100)"
        let error = await #expect(throws: PostgresError.self) { try await client.query(Statement(name: "huge", sql: sql)) }
        #expect(error?.kind == .resultTooLarge)
        #expect(try await client.query(Statement(name: "after", sql: "SELECT 1")).only.int8(0) == 1)
        await client.close()
    }

    @Test func tooManyParametersAreRefused() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await client.query(Statement(name: "many", sql: "SELECT 1"), [PostgresValue](repeating: .int8(1), count: 65_536))
        }
        #expect(error?.kind == .invalidParameter)
        await client.close()
    }

    @Test func statementsThatTheServerForgotArePreparedAnew() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        try await client.withConnection { try await $0.execute(script: "CREATE TABLE changing (n int)") }
        let all = Statement(name: "all", sql: "SELECT * FROM changing")
        #expect(try await client.query(all).width == 1)
        try await client.withConnection { try await $0.execute(script: "ALTER TABLE changing ADD COLUMN m int") }
        let error = await #expect(throws: PostgresError.self) { try await client.query(all) }
        #expect(error?.message == "cached plan must not change result type")
        #expect(try await client.query(all).width == 2)
        try await client.withConnection { try await $0.execute(script: "DEALLOCATE ALL") }
        await #expect(throws: PostgresError.self) { try await client.query(all) }
        #expect(try await client.query(all).width == 2)
        await client.close()
    }
}
