import CLibPQ

/// The rows of one statement's result, in the order of the server, decoded cell by cell when asked.
///
/// All rows share one buffer, which lives as long as any `Rows` or `Row` of it.
package struct Rows: Sendable, RandomAccessCollection {
    let result: ResultHandle
    package let count: Int
    /// Number of columns.
    package let width: Int

    init(_ result: ResultHandle) {
        self.result = result
        count = Int(PQntuples(result.pointer))
        width = Int(PQnfields(result.pointer))
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(position: Int) -> Row {
        precondition(position >= 0 && position < count, "row \(position) of \(count)")
        return Row(result: result, index: Int32(truncatingIfNeeded: position), width: width)
    }

    /// Names of the columns in order.
    package var columns: [String] {
        (0..<width).map { String(cString: PQfname(result.pointer, Int32(truncatingIfNeeded: $0))) }
    }

    /// How many rows an INSERT, UPDATE, DELETE, MERGE or COPY changed, or a SELECT returned; zero for other commands.
    package var affected: Int {
        guard let text = PQcmdTuples(result.pointer) else { return 0 }
        return Int(String(cString: text)) ?? 0
    }

    /// The server's command tag, for example `COMMIT` or `INSERT 0 3`.
    var tag: String { PQcmdStatus(result.pointer).map { String(cString: $0) } ?? "" }

    /// The only row; any other number of rows is an error.
    package var only: Row {
        get throws(PostgresError) {
            guard count == 1 else { throw PostgresError(.decoding, "expected one row, the result has \(count)") }
            return self[0]
        }
    }
}
