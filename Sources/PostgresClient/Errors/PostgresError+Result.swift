import CLibPQ

extension PostgresError {
    /// The error that a failed result carries, without DETAIL, HINT and CONTEXT, which quote rows.
    init(result: OpaquePointer, statement: String?) {
        func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
        guard let code = field(DiagnosticField.sqlState) else {
            // Without a SQLSTATE the error is libpq's own, and from a result that means a broken connection.
            self.init(.connectionLost, "the connection to the database broke", statement: statement, isTransient: true)
            return
        }
        let state = SQLState(code: code)
        let message = SafeMessage.text(state, primary: field(DiagnosticField.primaryMessage) ?? "")
        let kind: Kind = state.endsSession ? .connectionLost : .server
        self.init(kind, message, statement: statement, sqlState: state, isTransient: state.endsSession)
        severity = field(DiagnosticField.severity)
        schema = field(DiagnosticField.schema)
        table = field(DiagnosticField.table)
        column = field(DiagnosticField.column)
        constraint = field(DiagnosticField.constraint)
    }
}

/// Codes of error fields: postgres_ext.h defines them as character constants, which Swift does not import as integers.
private enum DiagnosticField {
    private static func code(_ letter: Unicode.Scalar) -> Int32 { Int32(letter.value) }
    static let severity = code("V")
    static let sqlState = code("C")
    static let primaryMessage = code("M")
    static let schema = code("s")
    static let table = code("t")
    static let column = code("c")
    static let constraint = code("n")
}
