import FoundationEssentials

/// Reads one cell or array element of a given type; nil when the type or the bytes do not fit.
struct CellDecoder<Value> {
    /// What is expected, for error texts.
    let wanted: StaticString
    let decode: (_ bytes: UnsafeRawBufferPointer, _ type: TypeOID) -> Value?

    @inline(__always)
    init(wanted: StaticString, decode: @escaping (_ bytes: UnsafeRawBufferPointer, _ type: TypeOID) -> Value?) {
        self.wanted = wanted
        self.decode = decode
    }
}

/// Decoders are computed, not stored, so that each reader has its own inlined.
///
/// PostgreSQL's binary formats, as the `*_send` functions of src/backend/utils/adt write them.
enum BinaryDecoder {
    @inline(__always)
    static var bool: CellDecoder<Bool> { CellDecoder(wanted: "bool") { bytes, type in
        type == .bool && bytes.count == 1 ? bytes[0] != 0 : nil
    } }

    @inline(__always)
    static var int8: CellDecoder<Int64> { CellDecoder(wanted: "int8") { bytes, type in integer(bytes, type) } }

    @inline(__always)
    static var int4: CellDecoder<Int32> { CellDecoder(wanted: "int4") { bytes, type in integer(bytes, type).flatMap { Int32(exactly: $0) } } }

    @inline(__always)
    static var float8: CellDecoder<Double> { CellDecoder(wanted: "float8") { bytes, type in
        switch (type, bytes.count) {
        case (.float8, 8): Double(bitPattern: bigEndian(bytes))
        case (.float4, 4): Double(Float(bitPattern: bigEndian(bytes)))
        default: nil
        }
    } }

    @inline(__always)
    static var text: CellDecoder<String> { CellDecoder(wanted: "text") { bytes, type in
        guard type.isTextual || type == .jsonb, let content = content(bytes, type) else { return nil }
        // The server has checked it: the client's encoding is UTF-8.
        return String(decoding: content, as: UTF8.self)
    } }

    @inline(__always)
    static var bytes: CellDecoder<[UInt8]> { CellDecoder(wanted: "bytes") { bytes, type in content(bytes, type).map { [UInt8]($0) } } }

    @inline(__always)
    static var uuid: CellDecoder<UUID> { CellDecoder(wanted: "uuid") { bytes, type in
        guard type == .uuid, bytes.count == 16 else { return nil }
        return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    } }

    @inline(__always)
    static var timestamp: CellDecoder<PostgresTimestamp> { CellDecoder(wanted: "timestamptz") { bytes, type in
        guard type == .timestamptz || type == .timestamp, bytes.count == 8 else { return nil }
        return PostgresTimestamp(microseconds: bigEndian(bytes))
    } }

    /// The payload of a text, JSON or bytea cell: all of it, without the version byte that leads jsonb.
    static func content(_ bytes: UnsafeRawBufferPointer, _ type: TypeOID) -> UnsafeRawBufferPointer? {
        if type == .jsonb { return bytes.first == 1 ? UnsafeRawBufferPointer(rebasing: bytes[1...]) : nil }
        return type.isTextual || type == .bytea ? bytes : nil
    }

    /// A one-dimensional array; nil when it has more dimensions or an element does not fit.
    static func array<Value>(_ bytes: UnsafeRawBufferPointer, _ element: CellDecoder<Value>) -> [Value?]? {
        guard bytes.count >= 12 else { return nil }
        let dimensions: Int32 = bigEndian(bytes)
        let type = TypeOID(rawValue: bigEndian(bytes, at: 8))
        if dimensions == 0 { return [] }
        guard dimensions == 1, bytes.count >= 20 else { return nil }
        let count = Int(bigEndian(bytes, at: 12) as Int32)
        guard count >= 0, bytes.count >= 20 + 4 * count else { return nil }
        var values: [Value?] = []
        values.reserveCapacity(count)
        var offset = 20
        for _ in 0..<count {
            guard bytes.count >= offset + 4 else { return nil }
            let length = Int(bigEndian(bytes, at: offset) as Int32)
            offset += 4
            guard length >= 0 else {
                values.append(nil)
                continue
            }
            guard bytes.count >= offset + length,
                let value = element.decode(UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)]), type)
            else { return nil }
            values.append(value)
            offset += length
        }
        return values
    }

    private static func integer(_ bytes: UnsafeRawBufferPointer, _ type: TypeOID) -> Int64? {
        switch (type, bytes.count) {
        case (.int8, 8): bigEndian(bytes)
        case (.int4, 4): Int64(bigEndian(bytes) as Int32)
        case (.int2, 2): Int64(bigEndian(bytes) as Int16)
        case (.oid, 4): Int64(bigEndian(bytes) as UInt32)
        default: nil
        }
    }

    private static func bigEndian<Value: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) -> Value {
        Value(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
    }
}
