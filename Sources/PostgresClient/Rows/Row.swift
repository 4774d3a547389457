import CLibPQ
import Glibc

/// One row of a result. Columns are named by position (fast) or by name.
package struct Row: Sendable {
    let result: ResultHandle
    let index: Int32
    let width: Int

    /// Whether the column is null.
    package func isNull(_ column: some ColumnReference) throws(PostgresError) -> Bool {
        let field = try position(column)
        return PQgetisnull(result.pointer, index, field) == 1
    }

    /// The bytes of a cell as the server sent them, or nil for null, valid while the row lives.
    func cell(_ field: Int32) -> UnsafeRawBufferPointer? {
        guard PQgetisnull(result.pointer, index, field) == 0, let start = PQgetvalue(result.pointer, index, field) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result.pointer, index, field)))
    }

    func type(_ field: Int32) -> TypeOID { TypeOID(rawValue: PQftype(result.pointer, field)) }

    func name(_ field: Int32) -> String { String(cString: PQfname(result.pointer, field)) }

    func position(_ column: some ColumnReference) throws(PostgresError) -> Int32 {
        guard let field = column.position(in: self) else {
            throw PostgresError(.decoding, "the result has no column \(column.label); it has \(width) columns")
        }
        return field
    }
}

/// What names a column: its position from zero, or its name.
package protocol ColumnReference {
    func position(in row: Row) -> Int32?
    /// For error texts.
    var label: String { get }
}

extension Int: ColumnReference {
    package func position(in row: Row) -> Int32? { self >= 0 && self < row.width ? Int32(truncatingIfNeeded: self) : nil }
    package var label: String { "\(self)" }
}

extension String: ColumnReference {
    /// The first column of this exact name.
    package func position(in row: Row) -> Int32? {
        withCString { wanted in
            for field in 0..<Int32(truncatingIfNeeded: row.width) {
                if let name = PQfname(row.result.pointer, field), strcmp(name, wanted) == 0 { return field }
            }
            return nil
        }
    }

    package var label: String { "`\(self)`" }
}
