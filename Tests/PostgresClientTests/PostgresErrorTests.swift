import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct PostgresErrorTests {
    /// Every way found to make PostgreSQL quote a value in its error.
    static let leaks: [(sql: String, state: SQLState)] = [
        ("SELECT $1::text::int", "22P02"),
        ("SELECT $1::text::uuid", "22P02"),
        ("SELECT $1::text::timestamptz", "22007"),
        ("SELECT $1::text::jsonb", "22P02"),
        ("SELECT ($1::text || '99999999999999')::varchar::int8", "22P02"),
        ("SELECT ('2020-99-' || $1::text)::date", "22007"),
        ("INSERT INTO held VALUES ($1, 1)", "23505"),
        ("INSERT INTO held VALUES ($1 || 'x', -5)", "23514"),
        ("INSERT INTO held VALUES ($1 || 'y', NULL)", "23502"),
        ("INSERT INTO holder VALUES ($1 || 'z')", "23503"),
        ("INSERT INTO narrow VALUES ($1 || $1 || $1)", "22001"),
        ("SELECT raise($1)", "P0001"),
        ("SELECT convert_from(decode('ff', 'hex') || $1::text::bytea, 'UTF8')", "22021"),
        ("SELECT to_timestamp($1, 'YYYY')", "22007"),
        ("SELECT regexp_replace('a', '(' || $1, 'b')", "2201B"),
        ("SELECT set_config('work_mem', $1, true)", "22023"),
        ("SELECT nextval($1::text::regclass)", "42P01"),
    ]

    @Test func valuesNeverShow() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        try await client.withConnection {
            try await $0.execute(script: """
                CREATE TABLE held (name text CONSTRAINT held_name PRIMARY KEY, n int NOT NULL CONSTRAINT held_positive CHECK (n > 0));
                CREATE TABLE holder (name text REFERENCES held);
                CREATE TABLE narrow (name varchar(20));
                INSERT INTO held VALUES ('canary-7351', 1);
                CREATE FUNCTION raise(what text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'bad %', what; END $$;
                """)
        }
        for (index, leak) in Self.leaks.enumerated() {
            let error = await #expect(throws: PostgresError.self, "\(leak.sql)") {
                try await client.query(Statement(name: "leak \(index)", sql: leak.sql), .text("canary-7351"))
            }
            guard let error else { continue }
            if leak.state != "42P01" {
                #expect(!"\(error) \(error.message)".contains("canary") && !"\(error)".contains("7351"), "\(leak.sql)")
            }
            #expect(error.kind == .server)
            #expect(error.sqlState == leak.state, "\(leak.sql)")
        }
        await client.close()
    }

    @Test func constraintsAreNamed() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        try await client.withConnection { try await $0.execute(script: "CREATE TABLE named (n int CONSTRAINT named_n UNIQUE)") }
        let insert = Statement(name: "insert named", sql: "INSERT INTO named VALUES ($1)")
        _ = try await client.query(insert, .int4(1))
        let error = await #expect(throws: PostgresError.self) { try await client.query(insert, .int4(1)) }
        #expect(error?.sqlState == .uniqueViolation)
        #expect(error?.constraint == "named_n")
        #expect(error?.table == "named")
        #expect(error?.severity == "ERROR")
        #expect(error.map { "\($0)" } == "duplicate key value violates unique constraint \"named_n\" (SQLSTATE 23505, constraint named_n) in statement `insert named`")
        await client.close()
    }

    @Test(arguments: [
        "postgresql://user:hunter2secret@@@@", "postgresql://user:hunter2@secret@localhost/x", "password=hunter2secret",
        "hunter2secret", "postgres://u:hunter2secret@localhost:notaport/d", "host=/nowhere password='hunter2secret",
        "host=/nowhere dbname=d user=u password=hunter2secret connect_timeout=2",
    ])
    func passwordsNeverShow(url: String) async throws {
        var configuration = PostgresConfiguration(url: url, poolSize: 1)
        configuration.acquireTimeout = .milliseconds(300)
        let client = PostgresClient(configuration, logger: TestDatabase.quiet)
        let error = await #expect(throws: PostgresError.self) { try await client.query(Statement(name: "one", sql: "SELECT 1")) }
        #expect(error?.kind == .connectionFailed)
        #expect(error.map { "\($0)".contains("hunter2") || "\($0)".contains("secret") } == false)
        await client.close()
    }

    @Test func aMissingDatabaseIsRefusedAtOnceAndADeadServerAfterTheDeadline() async throws {
        var patient = PostgresConfiguration(url: try TestDatabase.url + " dbname=nowhere")
        patient.acquireTimeout = .seconds(300)
        let missing = PostgresClient(patient, logger: TestDatabase.quiet)
        let start = ContinuousClock.now
        let error = await #expect(throws: PostgresError.self) { try await missing.query(Statement(name: "one", sql: "SELECT 1")) }
        #expect(error?.isTransient == false)
        #expect(error?.message.contains("database \"nowhere\" does not exist") == true)
        #expect(ContinuousClock.now - start < .seconds(60))
        await missing.close()

        var configuration = PostgresConfiguration(url: "host=/nowhere dbname=x")
        configuration.acquireTimeout = .milliseconds(400)
        let dead = PostgresClient(configuration, logger: TestDatabase.quiet)
        let second = await #expect(throws: PostgresError.self) { try await dead.query(Statement(name: "one", sql: "SELECT 1")) }
        #expect(second?.kind == .connectionFailed)
        #expect(second?.isTransient == true)
        #expect(second?.message.contains("attempts") == true)
        await dead.close()
    }
}
