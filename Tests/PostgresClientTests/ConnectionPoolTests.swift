import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct ConnectionPoolTests {
    static let one = Statement(name: "one", sql: "SELECT 1")

    private func client(_ poolSize: Int, acquireTimeout: Duration, waitingLimit: Int = 100) throws -> PostgresClient {
        var configuration = PostgresConfiguration(url: try TestDatabase.url, poolSize: poolSize)
        configuration.acquireTimeout = acquireTimeout
        configuration.waitingLimit = waitingLimit
        return PostgresClient(configuration, logger: TestDatabase.quiet)
    }

    @Test func exhaustionIsRefusedAtTheDeadline() async throws {
        let client = try client(1, acquireTimeout: .seconds(2), waitingLimit: 1)
        try await client.withTransaction { transaction in
            _ = try await transaction.query(Self.one)
            let error = await #expect(throws: PostgresError.self) { try await client.query(Self.one) }
            #expect(error?.kind == .poolExhausted)
            #expect(error?.message.contains("stayed busy") == true)
            // One may wait, the next is refused at once.
            async let waiting = client.query(Self.one)
            try await Task.sleep(for: .milliseconds(500))
            let second = await #expect(throws: PostgresError.self) { try await client.query(Self.one) }
            #expect(second?.message.contains("already wait") == true)
            _ = try? await waiting
        }
        #expect(try await client.query(Self.one).only.int8(0) == 1)
        await client.close()
    }

    @Test(.timeLimit(.minutes(3))) func manyCallersShareFewConnections() async throws {
        var configuration = PostgresConfiguration(url: try TestDatabase.url, poolSize: 3, applicationName: "many callers")
        configuration.acquireTimeout = .seconds(40)
        let client = PostgresClient(configuration, logger: TestDatabase.quiet)
        try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in 0..<1_000 {
                group.addTask { try await client.query(Statement(name: "echo", sql: "SELECT $1"), .int8(Int64(number))).only.int8(0) }
            }
            var sum: Int64 = 0
            for try await number in group { sum += number }
            #expect(sum == 499_500)
        }
        let open = Statement(name: "open", sql: "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'many callers'")
        #expect(try await client.query(open).only.int8(0) <= 3)
        await client.close()
        let late = await #expect(throws: PostgresError.self) { try await client.query(Self.one) }
        #expect(late?.kind == .closed)
    }

    @Test func aCancelledWaiterLeavesTheLine() async throws {
        let client = try client(1, acquireTimeout: .seconds(20))
        try await client.withTransaction { transaction in
            _ = try await transaction.query(Self.one)
            let waiter = Task { _ = try await client.query(Self.one) }
            try await Task.sleep(for: .milliseconds(50))
            waiter.cancel()
            let error = await #expect(throws: PostgresError.self) { try await waiter.value }
            #expect(error?.kind == .cancelled)
        }
        await client.close()
    }

    @Test func connectionsThatTheServerClosedAreReplacedUnnoticed() async throws {
        let client = try client(1, acquireTimeout: .seconds(5))
        let killer = try self.client(1, acquireTimeout: .seconds(5))
        for _ in 0..<3 {
            let process = try await client.query(Statement(name: "pid", sql: "SELECT pg_backend_pid()")).only.int4(0)
            _ = try await killer.query(Statement(name: "kill", sql: "SELECT pg_terminate_backend($1, 5000)"), .int4(process))
            #expect(try await client.query(Self.one).only.int8(0) == 1)
        }
        await client.close()
        await killer.close()
    }

    @Test func aDeadHostInFrontIsSkippedAndTheRoleIsTaken() async throws {
        let url = try TestDatabase.url
        let live = url.replacing("host='", with: "host='/nowhere,").replacing("port=5432", with: "port=5432,5432") + " target_session_attrs=read-write"
        let setUp = try client(1, acquireTimeout: .seconds(5))
        try await setUp.withConnection { try await $0.execute(script: "CREATE ROLE \"odd \"\"role\"") }
        let client = PostgresClient(PostgresConfiguration(url: live, poolSize: 1, applicationName: "two hosts", role: "odd \"role"), logger: TestDatabase.quiet)
        let row = try await client.query(Statement(name: "who", sql: "SELECT current_user::text, current_setting('application_name')")).only
        #expect(try row.text(0) == "odd \"role")
        #expect(try row.text(1) == "two hosts")
        await client.close()
        try await setUp.withConnection { try await $0.execute(script: "DROP ROLE \"odd \"\"role\"") }
        await setUp.close()
    }
}
