import Testing

@testable import PostgresClient

struct PreparedStatementsTests {
    private let statement = Statement(name: "s", sql: "SELECT $1, $2")

    @Test func nullsReuseWhatIsKnown() throws {
        var prepared = PreparedStatements()
        let nulls = BoundStatement(statement, .null, .null)
        let first = BoundStatement(statement, .text("a"), .null)
        let second = BoundStatement(statement, .null, .int8(1))
        let both = BoundStatement(statement, .text("a"), .int8(1))
        #expect(try prepared.find(nulls) == nil)
        #expect(prepared.add(nulls).types == [.inferred, .inferred])
        #expect(try prepared.find(first) == nil)
        #expect(prepared.add(first).types == [.text, .inferred])
        #expect(try prepared.find(second) == nil)
        // The type of the first parameter is known by now.
        let merged = prepared.add(second)
        #expect(merged.types == [.text, .int8])
        #expect(try prepared.find(both)?.serverName == merged.serverName)
    }

    @Test func forgottenVariantsAreNotFound() throws {
        var prepared = PreparedStatements()
        let bound = BoundStatement(statement, .int8(1), .int8(2))
        let variant = prepared.add(bound)
        #expect(try prepared.find(bound)?.serverName == variant.serverName)
        prepared.remove(statement, variant.serverName)
        #expect(try prepared.find(bound) == nil)
        #expect(prepared.add(bound).serverName != variant.serverName)
    }

    @Test func oneNameMeansOneStatement() {
        var prepared = PreparedStatements()
        _ = prepared.add(BoundStatement(statement))
        #expect(throws: PostgresError.self) { try prepared.find(BoundStatement(Statement(name: "s", sql: "SELECT 3"))) }
    }
}
