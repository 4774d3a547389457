import PostgresClient
import PostgresTesting
import Synchronization
import Testing

struct BodyFailed: Error {}

final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() -> Int { count.withLock { $0 += 1; return $0 } }
}

@Suite(.database) struct TransactionTests {
    static let insert = Statement(name: "insert", sql: "INSERT INTO entries VALUES ($1)")
    static let count = Statement(name: "count", sql: "SELECT count(*) FROM entries")

    private func prepared(_ poolSize: Int = 2) async throws -> PostgresClient {
        let client = try TestDatabase.client(poolSize: poolSize)
        try await client.withConnection {
            try await $0.execute(script: """
                DROP TABLE IF EXISTS entries;
                CREATE TABLE entries (n int8 PRIMARY KEY DEFERRABLE INITIALLY DEFERRED);
                """)
        }
        return client
    }

    // One test after the other in one function each: the table is shared by the suite's database, so each drops it first.
    @Test func everythingOrNothing() async throws {
        try await withTestDatabase { url in
            try await TestDatabase.$current.withValue(url) {
                let client = try await prepared()
                try await client.withTransaction { transaction in
                    _ = try await transaction.query(Self.insert, .int8(1))
                    _ = try await transaction.pipeline([BoundStatement(Self.insert, .int8(2)), BoundStatement(Self.insert, .int8(3))])
                }
                #expect(try await client.query(Self.count).only.int8(0) == 3)
                await #expect(throws: BodyFailed.self) {
                    try await client.withTransaction { transaction in
                        _ = try await transaction.query(Self.insert, .int8(4))
                        throw BodyFailed()
                    }
                }
                #expect(try await client.query(Self.count).only.int8(0) == 3)

                // Committing with the last statements, and nothing afterwards.
                let rows = try await client.withTransaction { transaction in
                    let rows = try await transaction.commit(after: [BoundStatement(Self.insert, .int8(5)), BoundStatement(Self.count)])
                    let late = await #expect(throws: PostgresError.self) { try await transaction.query(Self.insert, .int8(6)) }
                    #expect(late?.kind == .misuse)
                    return rows
                }
                #expect(rows.count == 2)
                #expect(try rows[1].only.int8(0) == 4)

                // COMMIT itself is refused: the deferred key.
                let error = await #expect(throws: TransactionError.self) {
                    try await client.withTransaction { transaction in
                        _ = try await transaction.query(Self.insert, .int8(5))
                    }
                }
                #expect(error?.phase == .commit)
                #expect(error?.cause.sqlState == .uniqueViolation)

                // A body that swallows a statement's error does not commit.
                let swallowed = await #expect(throws: TransactionError.self) {
                    try await client.withTransaction { transaction in
                        _ = try? await transaction.query(Statement(name: "fails", sql: "SELECT 1 / 0"))
                    }
                }
                #expect(swallowed?.phase == .commit)
                #expect(try await client.query(Self.count).only.int8(0) == 4)
                await client.close()
            }
        }
    }

    @Test func optionsReachTheServer() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let show = Statement(name: "show", sql: "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')")
        for (options, isolation, readOnly) in [
            (TransactionOptions(), "read committed", "off"), (.init(isolation: .repeatableRead, readOnly: true), "repeatable read", "on"),
            (.init(isolation: .serializable), "serializable", "off"),
        ] {
            let row = try await client.withTransaction(options) { try await $0.query(show).only }
            #expect(try row.text(0) == isolation)
            #expect(try row.text(1) == readOnly)
        }
        await client.close()
    }

    @Test(.timeLimit(.minutes(3))) func deadlocksAndSerializationFailuresRunAgain() async throws {
        try await withTestDatabase { url in
            let client = PostgresClient(PostgresConfiguration(url: url), logger: TestDatabase.quiet)
            try await client.withConnection {
                try await $0.execute(script: "CREATE TABLE counters (id int8 PRIMARY KEY, n int8); INSERT INTO counters VALUES (1, 0), (2, 0)")
            }
            let read = Statement(name: "read", sql: "SELECT n FROM counters WHERE id = $1")
            let write = Statement(name: "write", sql: "UPDATE counters SET n = $2 WHERE id = $1")
            let attempts = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await client.withTransaction(.init(isolation: .serializable, retries: 100)) { transaction in
                                _ = attempts.add()
                                let n = try await transaction.query(read, .int8(1)).only.int8(0)
                                _ = try await transaction.query(write, .int8(1), .int8(n + 1))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await client.query(read, .int8(1)).only.int8(0) == 40)
            #expect(attempts.value > 40)

            let add = Statement(name: "add", sql: "UPDATE counters SET n = n + 1 WHERE id = $1")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for ids: [Int64] in [[1, 2], [2, 1]] {
                    group.addTask {
                        try await client.withTransaction { transaction in
                            _ = try await transaction.query(add, .int8(ids[0]))
                            try await Task.sleep(for: .milliseconds(100))
                            _ = try await transaction.query(add, .int8(ids[1]))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await client.query(read, .int8(2)).only.int8(0) == 2)
            await client.close()
        }
    }

    @Test func retriesAreBounded() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let attempts = Counter()
        let error = await #expect(throws: PostgresError.self) {
            try await client.withTransaction(.init(retries: 3)) { transaction in
                _ = attempts.add()
                try await transaction.execute(script: "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")
            }
        }
        #expect(error?.sqlState == .serializationFailure)
        #expect(attempts.value == 4)
        await client.close()
    }

    @Test func aLostConnectionInTheBodyRunsAgainOnAnother() async throws {
        let client = try TestDatabase.client(poolSize: 2)
        let attempts = Counter()
        let answer = try await client.withTransaction { transaction in
            let attempt = attempts.add()
            let process = try await transaction.query(Statement(name: "pid", sql: "SELECT pg_backend_pid()")).only.int4(0)
            if attempt == 1 {
                _ = try await client.query(Statement(name: "terminate", sql: "SELECT pg_terminate_backend($1, 5000)"), .int4(process))
            }
            return try await transaction.query(Statement(name: "two", sql: "SELECT 2")).only.int8(0)
        }
        #expect(answer == 2)
        #expect(attempts.value == 2)
        await client.close()
    }

    @Test func aStashedTransactionStopsTheProgram() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            try await withTestDatabase { url in
                let client = PostgresClient(PostgresConfiguration(url: url, poolSize: 1), logger: TestDatabase.quiet)
                var stash: Transaction?
                try await client.withTransaction { stash = $0 }
                _ = try await stash?.query(Statement(name: "late", sql: "SELECT 1"))
            }
        }
        let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(said.contains("a Transaction is used after its withTransaction has ended"))
    }

    @Test func theConnectionComesBackClean() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        await #expect(throws: BodyFailed.self) {
            try await client.withConnection { connection in
                try await connection.execute(script: "BEGIN; CREATE TABLE unclean (n int)")
                throw BodyFailed()
            }
        }
        #expect(try await client.query(Statement(name: "gone", sql: "SELECT to_regclass('unclean') IS NULL")).only.bool(0))
        await client.close()
    }
}
