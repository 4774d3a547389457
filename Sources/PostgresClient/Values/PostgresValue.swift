package import FoundationEssentials

/// A parameter: its value and, by its case, the PostgreSQL type it is sent as. The server converts nothing silently.
///
/// `null` has no type of its own; the server infers one from the statement.
package enum PostgresValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case int4(Int32)
    case int8(Int64)
    /// For weights and scores; numbers from platforms are `int8` or text.
    case float8(Double)
    /// Must not hold U+0000, which PostgreSQL cannot store; refused before anything is sent.
    case text(String)
    case bytes([UInt8])
    case uuid(UUID)
    case timestamp(PostgresTimestamp)
    /// JSON text, stored as written (`json`).
    case json(String)
    /// JSON text, stored parsed (`jsonb`).
    case jsonb(String)
    case boolArray([Bool?])
    case int4Array([Int32?])
    case int8Array([Int64?])
    case float8Array([Double?])
    case textArray([String?])
    case bytesArray([[UInt8]?])
    case uuidArray([UUID?])
    case timestampArray([PostgresTimestamp?])
    case jsonArray([String?])
    case jsonbArray([String?])

    /// The type that the value is sent as.
    var type: TypeOID {
        switch self {
        case .null: .inferred
        case .bool: .bool
        case .int4: .int4
        case .int8: .int8
        case .float8: .float8
        case .text: .text
        case .bytes: .bytea
        case .uuid: .uuid
        case .timestamp: .timestamptz
        case .json: .json
        case .jsonb: .jsonb
        case .boolArray: .boolArray
        case .int4Array: .int4Array
        case .int8Array: .int8Array
        case .float8Array: .float8Array
        case .textArray: .textArray
        case .bytesArray: .byteaArray
        case .uuidArray: .uuidArray
        case .timestampArray: .timestamptzArray
        case .jsonArray: .jsonArray
        case .jsonbArray: .jsonbArray
        }
    }
}

/// Optionals become the value or `null`, so that callers need no switch.
extension PostgresValue {
    package static func text(ifPresent value: String?) -> Self { value.map { .text($0) } ?? .null }
    package static func int8(ifPresent value: Int64?) -> Self { value.map { .int8($0) } ?? .null }
    package static func uuid(ifPresent value: UUID?) -> Self { value.map { .uuid($0) } ?? .null }
    package static func timestamp(ifPresent value: PostgresTimestamp?) -> Self { value.map { .timestamp($0) } ?? .null }
    package static func jsonb(ifPresent value: String?) -> Self { value.map { .jsonb($0) } ?? .null }
}
