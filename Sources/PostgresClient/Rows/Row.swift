import CLibPQ
import Glibc

/// One row of a result. Columns are named by position (fast) or by name.
package struct Row: Sendable {
    let result: ResultHandle
    let index: Int32
    let width: Int

    /// Whether the column is null.
    package func isNull(_ column: Column) throws(PostgresError) -> Bool {
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

    func position(_ column: Column) throws(PostgresError) -> Int32 {
        guard let field = column.field(in: self) else {
            throw PostgresError(.decoding, "the result has no column \(column.label); it has \(width) columns")
        }
        return field
    }
}

/// What names a column: its position from zero, or its name. Written as a literal where a reader is called.
///
/// A concrete type and no protocol: readers are called for every cell of every row, from other modules, where a generic one would
/// look up its types each time.
package enum Column: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    case position(Int)
    case name(String)

    package init(integerLiteral value: Int) { self = .position(value) }
    package init(stringLiteral value: String) { self = .name(value) }

    /// For error texts.
    var label: String {
        switch self {
        case .position(let position): "\(position)"
        case .name(let name): "`\(name)`"
        }
    }

    /// Nil where the row has no such column; of several with one name the first.
    func field(in row: Row) -> Int32? {
        switch self {
        case .position(let position): return position >= 0 && position < row.width ? Int32(truncatingIfNeeded: position) : nil
        case .name(let name):
            return name.withCString { wanted in
                for field in 0..<Int32(truncatingIfNeeded: row.width) {
                    if let name = PQfname(row.result.pointer, field), strcmp(name, wanted) == 0 { return field }
                }
                return nil
            }
        }
    }
}
