/// One SQL statement with a name, prepared once per connection the first time it runs there.
///
/// The name is the identity: two statements with one name and different SQL are refused when the second one runs.
package struct Statement: Sendable, Hashable {
    /// Unique within the program; it names the statement in errors, which never show SQL or values.
    package let name: String
    /// One SQL command with `$1`, `$2` … for its parameters.
    package let sql: String

    package init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }
}

/// A statement with the values of its parameters: what a pipeline is made of.
package struct BoundStatement: Sendable {
    package let statement: Statement
    package let parameters: [PostgresValue]

    package init(_ statement: Statement, _ parameters: [PostgresValue] = []) {
        self.statement = statement
        self.parameters = parameters
    }

    package init(_ statement: Statement, _ parameters: PostgresValue...) {
        self.init(statement, parameters)
    }
}
