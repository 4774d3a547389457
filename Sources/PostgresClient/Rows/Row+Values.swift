package import FoundationEssentials

/// Typed readers. Each has a form for columns that may be null, which returns an optional. An error names the column and
/// both types, never the value.
extension Row {
    package func bool(_ column: Column) throws(PostgresError) -> Bool { try required(column, BinaryDecoder.bool) }
    package func boolIfPresent(_ column: Column) throws(PostgresError) -> Bool? { try optional(column, BinaryDecoder.bool) }

    /// From `int2`, `int4` and `oid` where the value fits.
    package func int4(_ column: Column) throws(PostgresError) -> Int32 { try required(column, BinaryDecoder.int4) }
    package func int4IfPresent(_ column: Column) throws(PostgresError) -> Int32? { try optional(column, BinaryDecoder.int4) }

    /// From any integer type.
    package func int8(_ column: Column) throws(PostgresError) -> Int64 { try required(column, BinaryDecoder.int8) }
    package func int8IfPresent(_ column: Column) throws(PostgresError) -> Int64? { try optional(column, BinaryDecoder.int8) }

    /// From `float8` and `float4`.
    package func float8(_ column: Column) throws(PostgresError) -> Double { try required(column, BinaryDecoder.float8) }
    package func float8IfPresent(_ column: Column) throws(PostgresError) -> Double? { try optional(column, BinaryDecoder.float8) }

    /// From text types, `json`, `jsonb`, `xml`, enums and other types whose binary form is text.
    package func text(_ column: Column) throws(PostgresError) -> String { try required(column, BinaryDecoder.text) }
    package func textIfPresent(_ column: Column) throws(PostgresError) -> String? { try optional(column, BinaryDecoder.text) }

    /// The text of a `json` or `jsonb` column.
    package func json(_ column: Column) throws(PostgresError) -> String { try required(column, BinaryDecoder.text) }
    package func jsonIfPresent(_ column: Column) throws(PostgresError) -> String? { try optional(column, BinaryDecoder.text) }

    /// From `bytea`, or the UTF-8 of a text or JSON column.
    package func bytes(_ column: Column) throws(PostgresError) -> [UInt8] { try required(column, BinaryDecoder.bytes) }
    package func bytesIfPresent(_ column: Column) throws(PostgresError) -> [UInt8]? { try optional(column, BinaryDecoder.bytes) }

    package func uuid(_ column: Column) throws(PostgresError) -> UUID { try required(column, BinaryDecoder.uuid) }
    package func uuidIfPresent(_ column: Column) throws(PostgresError) -> UUID? { try optional(column, BinaryDecoder.uuid) }

    /// From `timestamptz`, and from `timestamp` read as UTC.
    package func timestamp(_ column: Column) throws(PostgresError) -> PostgresTimestamp {
        try required(column, BinaryDecoder.timestamp)
    }
    package func timestampIfPresent(_ column: Column) throws(PostgresError) -> PostgresTimestamp? {
        try optional(column, BinaryDecoder.timestamp)
    }

    /// Lends the bytes of a cell without copying them: `bytea` as it is, text and JSON as UTF-8. Null lends nil.
    package func withBytes<Result>(
        _ column: Column, _ body: (UnsafeRawBufferPointer?) throws -> Result
    ) throws -> Result {
        let field = try position(column)
        guard let bytes = cell(field) else { return try body(nil) }
        let type = type(field)
        guard let content = BinaryDecoder.content(bytes, type) else { throw mismatch(field, type, "text or bytes" as StaticString) }
        return try withExtendedLifetime(result) { try body(content) }
    }

    // MARK: Arrays; elements may be null. Only one dimension.

    package func boolArray(_ column: Column) throws(PostgresError) -> [Bool?] { try array(column, BinaryDecoder.bool) }
    package func int4Array(_ column: Column) throws(PostgresError) -> [Int32?] { try array(column, BinaryDecoder.int4) }
    package func int8Array(_ column: Column) throws(PostgresError) -> [Int64?] { try array(column, BinaryDecoder.int8) }
    package func float8Array(_ column: Column) throws(PostgresError) -> [Double?] { try array(column, BinaryDecoder.float8) }
    package func textArray(_ column: Column) throws(PostgresError) -> [String?] { try array(column, BinaryDecoder.text) }
    package func bytesArray(_ column: Column) throws(PostgresError) -> [[UInt8]?] { try array(column, BinaryDecoder.bytes) }
    package func uuidArray(_ column: Column) throws(PostgresError) -> [UUID?] { try array(column, BinaryDecoder.uuid) }
    package func timestampArray(_ column: Column) throws(PostgresError) -> [PostgresTimestamp?] {
        try array(column, BinaryDecoder.timestamp)
    }

    // MARK: How

    @inline(__always)
    private func required<Value>(_ column: Column, _ decoder: CellDecoder<Value>) throws(PostgresError) -> Value {
        guard let value = try optional(column, decoder) else {
            throw PostgresError(.decoding, "column \(column.label) is null where \(decoder.wanted) is expected")
        }
        return value
    }

    @inline(__always)
    private func optional<Value>(_ column: Column, _ decoder: CellDecoder<Value>) throws(PostgresError) -> Value? {
        let field = try position(column)
        guard let bytes = cell(field) else { return nil }
        let type = type(field)
        let decoded = decoder.decode(bytes, type)
        // The bytes are the result's.
        withExtendedLifetime(result) {}
        guard let value = decoded else { throw mismatch(field, type, decoder.wanted) }
        return value
    }

    @inline(__always)
    private func array<Value>(_ column: Column, _ decoder: CellDecoder<Value>) throws(PostgresError) -> [Value?] {
        let field = try position(column)
        guard let bytes = cell(field) else {
            throw PostgresError(.decoding, "column \(column.label) is null where an array of \(decoder.wanted) is expected")
        }
        let decoded = BinaryDecoder.array(bytes, decoder)
        withExtendedLifetime(result) {}
        guard let values = decoded else { throw mismatch(field, type(field), "an array of \(decoder.wanted)") }
        return values
    }

    private func mismatch(_ field: Int32, _ type: TypeOID, _ wanted: StaticString) -> PostgresError { mismatch(field, type, "\(wanted)") }

    private func mismatch(_ field: Int32, _ type: TypeOID, _ wanted: String) -> PostgresError {
        PostgresError(.decoding, "column `\(name(field))` of type oid \(type.rawValue) cannot be read as \(wanted)")
    }
}
