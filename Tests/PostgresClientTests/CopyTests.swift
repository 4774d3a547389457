import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct CopyTests {
    static func lines(_ range: Range<Int>) -> [[UInt8]] {
        stride(from: range.lowerBound, to: range.upperBound, by: 1_000).map { start in
            Array((start..<min(start + 1_000, range.upperBound)).map { "\($0)\tname \($0) ü\n" }.joined().utf8)
        }
    }

    @Test(.timeLimit(.minutes(3))) func aHundredThousandRowsInAndOut() async throws {
        let client = try TestDatabase.client(poolSize: 2)
        let sent = Self.lines(0..<100_000)
        let count = try await client.withTransaction { transaction in
            try await transaction.execute(script: "CREATE TABLE copied (id int8, name text)")
            return try await transaction.copyIn("COPY copied FROM STDIN", sent)
        }
        #expect(count == 100_000)
        #expect(try await client.query(Statement(name: "sum", sql: "SELECT sum(id)::int8 FROM copied")).only.int8(0) == 4_999_950_000)
        let received = try await client.withConnection { connection in
            var bytes: [UInt8] = []
            for try await chunk in try await connection.copyOut("COPY copied TO STDOUT") { bytes += chunk }
            // The same connection serves on.
            #expect(try await connection.query(Statement(name: "one", sql: "SELECT 1")).only.int8(0) == 1)
            return bytes
        }
        #expect(received == Array(sent.joined()))

        // Stopping early ends the rest.
        try await client.withConnection { connection in
            for try await _ in try await connection.copyOut("COPY copied TO STDOUT") { break }
        }
        #expect(try await client.query(Statement(name: "sum", sql: "SELECT sum(id)::int8 FROM copied")).only.int8(0) == 4_999_950_000)
        await client.close()
    }

    @Test func aBadRowIsRefusedWithoutItsValue() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        try await client.withConnection { try await $0.execute(script: "CREATE TABLE picky (id int8)") }
        let chunks = [Array("1\n2\n".utf8), Array("canary\n".utf8)] + (0..<5_000).map { Array("\($0)\n".utf8) }
        let error = await #expect(throws: PostgresError.self) {
            try await client.withConnection { try await $0.copyIn("COPY picky FROM STDIN", chunks) }
        }
        #expect(error?.sqlState == "22P02")
        #expect(error.map { "\($0)".contains("canary") } == false)
        #expect(try await client.query(Statement(name: "picky", sql: "SELECT count(*) FROM picky")).only.int8(0) == 0)
        await client.close()
    }

    struct SourceFailed: Error {}

    @Test func aFailingSourceStoresNothing() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        try await client.withConnection { try await $0.execute(script: "CREATE TABLE partial (id int8)") }
        let source = AsyncThrowingStream<[UInt8], any Error> { continuation in
            continuation.yield(Array("1\n2\n".utf8))
            continuation.finish(throwing: SourceFailed())
        }
        await #expect(throws: SourceFailed.self) {
            try await client.withTransaction { _ = try await $0.copyIn("COPY partial FROM STDIN", source) }
        }
        #expect(try await client.query(Statement(name: "partial", sql: "SELECT count(*) FROM partial")).only.int8(0) == 0)
        await client.close()
    }

    @Test func copyAsAStatementIsRefusedClearly() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        for sql in ["COPY pg_class TO STDOUT", "COPY pg_class FROM STDIN"] {
            let error = await #expect(throws: PostgresError.self) { try await client.query(Statement(name: sql, sql: sql)) }
            #expect(error?.kind == .misuse || error?.kind == .server || error?.kind == .connectionLost)
            #expect(try await client.query(Statement(name: "one", sql: "SELECT 1")).only.int8(0) == 1)
        }
        await #expect(throws: PostgresError.self) { try await client.withConnection { try await $0.copyOut("SELECT 1") } }
        #expect(try await client.query(Statement(name: "one", sql: "SELECT 1")).only.int8(0) == 1)
        await client.close()
    }
}
