import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct CancellationTests {
    static let running = Statement(
        name: "running", sql: "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(' || $1 || ')%' AND pid <> pg_backend_pid()")

    private func wait(_ client: PostgresClient, _ seconds: String, until count: Int64) async throws -> Bool {
        let deadline = ContinuousClock.now.advanced(by: .seconds(60))
        while ContinuousClock.now < deadline {
            if try await client.query(Self.running, .text(seconds)).only.int8(0) == count { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    @Test(.timeLimit(.minutes(3)), arguments: ["query", "transaction", "script"])
    func cancellingTheTaskEndsTheStatementOnTheServer(kind: String) async throws {
        let client = try TestDatabase.client(poolSize: 2)
        let seconds = ["query": "101", "transaction": "102", "script": "103"][kind, default: ""]
        let sleep = Statement(name: "sleep", sql: "SELECT pg_sleep(\(seconds))")
        let task = Task {
            switch kind {
            case "query": _ = try await client.query(sleep)
            case "transaction": try await client.withTransaction { _ = try await $0.query(sleep) }
            default: try await client.withConnection { try await $0.execute(script: "SELECT 1; SELECT pg_sleep(\(seconds))") }
            }
        }
        #expect(try await wait(client, seconds, until: 1))
        let start = ContinuousClock.now
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(try await wait(client, seconds, until: 0))
        // Nothing is left over for the next statement on the same connections.
        for _ in 0..<20 { #expect(try await client.query(Statement(name: "one", sql: "SELECT 1")).only.int8(0) == 1) }
        await client.close()
    }

    @Test(.timeLimit(.minutes(3))) func randomCancellationsHitOnlyTheirOwnStatement() async throws {
        let client = try TestDatabase.client(poolSize: 2)
        let brief = Statement(name: "brief", sql: "SELECT pg_sleep(0.002)")
        for _ in 0..<100 {
            let task = Task { _ = try await client.query(brief) }
            try await Task.sleep(for: .microseconds(Int64.random(in: 0...4_000)))
            task.cancel()
            do {
                try await task.value
            } catch let error as PostgresError {
                #expect(error.kind == .cancelled)
            }
            #expect(try await client.query(Statement(name: "one", sql: "SELECT 1")).only.int8(0) == 1)
        }
        await client.close()
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            _ = try await client.query(Statement(name: "never", sql: "SELECT 1"))
        }
        task.cancel()
        let error = await #expect(throws: PostgresError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        await client.close()
    }

    @Test func slowStatementsAndLocksTimeOut() async throws {
        let url = try TestDatabase.url
        let client = PostgresClient(
            PostgresConfiguration(url: url, statementTimeout: .milliseconds(200), lockTimeout: .milliseconds(100)), logger: TestDatabase.quiet)
        let slow = await #expect(throws: PostgresError.self) { try await client.query(Statement(name: "slow", sql: "SELECT pg_sleep(30)")) }
        #expect(slow?.kind == .server)
        #expect(slow?.sqlState == .queryCanceled)
        #expect(slow?.message == "canceling statement due to statement timeout")
        try await client.withConnection { try await $0.execute(script: "CREATE TABLE locked (n int)") }
        try await client.withTransaction { holder in
            try await holder.execute(script: "LOCK TABLE locked")
            let error = await #expect(throws: PostgresError.self) { try await client.query(Statement(name: "waits", sql: "SELECT * FROM locked")) }
            #expect(error?.sqlState == .lockNotAvailable)
        }
        await client.close()
    }
}
