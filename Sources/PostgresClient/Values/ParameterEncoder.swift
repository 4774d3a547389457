import Glibc
import FoundationEssentials

/// Why a value cannot be sent. Carries no part of the value.
enum EncodingRefusal: Error, Equatable {
    /// Text holds U+0000, which PostgreSQL cannot store.
    case zeroByteInText
    /// A value takes a gigabyte or more, PostgreSQL's own bound for one value.
    case tooLarge
}

/// Writes parameters in PostgreSQL's binary formats (the `*_recv` functions of src/backend/utils/adt are the reference).
struct ParameterEncoder {
    let writer: ByteWriter

    /// PostgreSQL refuses values of a gigabyte (`MaxAllocSize`); so do we, before copying one.
    static let valueBytesLimit = 1 << 30

    /// Appends one value without a length; the caller takes the length from `writer.count`. Null appends nothing.
    func encode(_ value: PostgresValue) throws(EncodingRefusal) {
        switch value {
        case .null: break
        case .bool(let value): writer.reserve(1); writer.put(value ? 1 as UInt8 : 0)
        case .int4(let value): writer.reserve(4); writer.put(value)
        case .int8(let value): writer.reserve(8); writer.put(value)
        case .float8(let value): writer.reserve(8); writer.put(value.bitPattern)
        case .text(let value), .json(let value): try put(text: value)
        case .jsonb(let value):
            writer.reserve(1)
            writer.put(Self.jsonbVersion)
            try put(text: value)
        case .bytes(let value): try put(bytes: value)
        case .uuid(let value): put(uuid: value)
        case .timestamp(let value): writer.reserve(8); writer.put(value.microseconds)
        case .boolArray(let values): try array(values, of: .bool, size: 1) { writer.put($0 ? 1 as UInt8 : 0) }
        case .int4Array(let values): try array(values, of: .int4, size: 4) { writer.put($0) }
        case .int8Array(let values): try array(values, of: .int8, size: 8) { writer.put($0) }
        case .float8Array(let values): try array(values, of: .float8, size: 8) { writer.put($0.bitPattern) }
        case .timestampArray(let values): try array(values, of: .timestamptz, size: 8) { writer.put($0.microseconds) }
        case .uuidArray(let values): try array(values, of: .uuid, size: 16) { put(uuid: $0) }
        case .bytesArray(let values): try array(values, of: .bytea) { value throws(EncodingRefusal) in try put(bytes: value) }
        case .textArray(let values): try array(values, of: .text) { value throws(EncodingRefusal) in try put(text: value) }
        case .jsonArray(let values): try array(values, of: .json) { value throws(EncodingRefusal) in try put(text: value) }
        case .jsonbArray(let values):
            try array(values, of: .jsonb) { value throws(EncodingRefusal) in
                writer.reserve(1)
                writer.put(Self.jsonbVersion)
                try put(text: value)
            }
        }
    }

    /// `jsonb_recv` accepts one version of its format.
    private static let jsonbVersion: UInt8 = 1

    private func put(uuid: UUID) {
        writer.reserve(16)
        withUnsafeBytes(of: uuid.uuid) { writer.put($0) }
    }

    private func put(bytes: [UInt8]) throws(EncodingRefusal) {
        guard bytes.count < Self.valueBytesLimit else { throw .tooLarge }
        writer.reserve(bytes.count)
        bytes.withUnsafeBytes { writer.put($0) }
    }

    private func put(text: String) throws(EncodingRefusal) {
        guard text.utf8.count < Self.valueBytesLimit else { throw .tooLarge }
        let clean = text.utf8.withContiguousStorageIfAvailable { put(utf8: UnsafeRawBufferPointer($0)) }
            ?? Array(text.utf8).withUnsafeBytes { put(utf8: $0) }
        guard clean else { throw .zeroByteInText }
    }

    /// False, and nothing written, when the text holds a zero byte.
    private func put(utf8: UnsafeRawBufferPointer) -> Bool {
        guard let start = utf8.baseAddress, !utf8.isEmpty else { return true }
        guard memchr(start, 0, utf8.count) == nil else { return false }
        writer.reserve(utf8.count)
        writer.put(utf8)
        return true
    }

    // MARK: Arrays: `array_recv` in arrayfuncs.c

    /// Dimensions, whether there are nulls, the element type, length and lower bound of the one dimension.
    private func header(count: Int, hasNulls: Bool, of element: TypeOID) {
        writer.reserve(20)
        writer.put(count == 0 ? 0 as Int32 : 1)
        writer.put(hasNulls ? 1 as Int32 : 0)
        writer.put(element.rawValue)
        guard count > 0 else { return }
        writer.put(Int32(truncatingIfNeeded: count))
        writer.put(1 as Int32)
    }

    /// Elements of one size: the whole array is reserved at once.
    private func array<Element>(
        _ values: [Element?], of element: TypeOID, size: Int, _ put: (Element) -> Void
    ) throws(EncodingRefusal) {
        guard values.count < Self.valueBytesLimit / (size + 4) else { throw .tooLarge }
        header(count: values.count, hasNulls: values.contains { $0 == nil }, of: element)
        writer.reserve(values.count * (size + 4))
        for value in values {
            guard let value else {
                writer.put(-1 as Int32)
                continue
            }
            writer.put(Int32(truncatingIfNeeded: size))
            put(value)
        }
    }

    /// Elements whose length is known only once they are written.
    private func array<Element>(
        _ values: [Element?], of element: TypeOID, _ put: (Element) throws(EncodingRefusal) -> Void
    ) throws(EncodingRefusal) {
        let start = writer.count
        header(count: values.count, hasNulls: values.contains { $0 == nil }, of: element)
        for value in values {
            writer.reserve(4)
            let length = writer.count
            writer.put(-1 as Int32)
            guard let value else { continue }
            try put(value)
            guard writer.count - start < Self.valueBytesLimit else { throw .tooLarge }
            writer.patch(Int32(truncatingIfNeeded: writer.count - length - 4), at: length)
        }
    }
}
