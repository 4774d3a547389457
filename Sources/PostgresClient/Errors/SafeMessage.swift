/// What of a server's error text may be shown.
///
/// A primary message can quote the value that broke it (`invalid input syntax for type integer: "…"`), and values never
/// appear in errors or logs. So the text is kept only for the classes whose messages name nothing but objects of the
/// schema or the state of the server; everywhere else the name of the condition stands in for it. DETAIL, HINT and
/// CONTEXT quote whole rows and are never read.
enum SafeMessage {
    /// Classes whose primary messages carry identifiers at most. Not 22 (data), 23 apart from its listed conditions,
    /// P0 (raised by functions), XX.
    private static let safeClasses: Set<String> = [
        "08", "0A", "25", "28", "2B", "2D", "3B", "3D", "3F", "40", "42", "53", "54", "55", "57",
    ]

    private static let safeStates: Set<SQLState> = [
        .notNullViolation, .foreignKeyViolation, .uniqueViolation, .checkViolation, .exclusionViolation,
        "23001", "22001",
    ]

    /// The message to keep for `state`, given the server's primary message.
    static func text(_ state: SQLState, primary: String) -> String {
        guard safeStates.contains(state) || safeClasses.contains(String(state.code.prefix(2))) else {
            return conditions[state.code] ?? classes[String(state.code.prefix(2))] ?? "the server reported an error"
        }
        return primary.isEmpty ? "the server reported an error" : primary
    }

    /// Names of the conditions whose own text is withheld: Appendix A of PostgreSQL's manual.
    private static let conditions: [String: String] = [
        "22P02": "invalid text representation",
        "22P03": "invalid binary representation",
        "22P04": "bad COPY file format",
        "22P05": "character that cannot be translated",
        "22003": "numeric value out of range",
        "22004": "null value not allowed",
        "22007": "invalid datetime format",
        "22008": "datetime field overflow",
        "22012": "division by zero",
        "22021": "character not in repertoire",
        "22023": "invalid parameter value",
        "22025": "invalid escape sequence",
        "2201B": "invalid regular expression",
        "22026": "string data length mismatch",
        "22030": "duplicate JSON object key value",
        "22032": "invalid JSON text",
        "23000": "integrity constraint violation",
        "P0001": "raised by a function or trigger",
        "P0002": "no data found",
        "P0003": "too many rows",
        "P0004": "assertion failed in a function",
        "XX000": "internal error of the server",
        "XX001": "data corrupted",
        "XX002": "index corrupted",
    ]

    private static let classes: [String: String] = [
        "21": "cardinality violation",
        "22": "data exception",
        "23": "integrity constraint violation",
        "44": "check option of a view violated",
        "58": "system error outside the server",
        "P0": "error in a database function",
        "XX": "internal error of the server",
    ]
}
