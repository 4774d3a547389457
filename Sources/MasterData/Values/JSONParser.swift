/// Reads JSON strictly (RFC 8259) into values that keep numbers as decimal text.
///
/// Refused beyond what the grammar refuses, because two readers could understand such text differently or PostgreSQL cannot hold it:
/// a key that occurs twice in an object, invalid UTF-8, lone surrogates, NUL characters, a byte order mark, and numbers longer than
/// 100 characters or with an exponent beyond ±400.
package enum JSONParser {
    /// The value that `bytes` hold, with nothing but white space around it.
    package static func parse(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSONValue {
        guard bytes.count <= limits.bytes else {
            throw JSONError(
                at: limits.bytes, in: UnsafeRawBufferPointer(rebasing: bytes.prefix(limits.bytes)),
                message: "the text has \(bytes.count) bytes, \(limits.bytes) are allowed; send less at once")
        }
        var reader = JSONReader(bytes, depthLimit: limits.depth)
        return try reader.document()
    }

    package static func parse(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in try parse(UnsafeRawBufferPointer(buffer), limits: limits) }
    }

    package static func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSONValue {
        var text = text
        // `withUTF8` lends the string's own bytes but knows no typed errors, hence the result.
        let result: Result<JSONValue, JSONError> = text.withUTF8 { bytes in
            Result { () throws(JSONError) in try parse(UnsafeRawBufferPointer(bytes), limits: limits) }
        }
        return try result.get()
    }

    /// The same for text that must be an object, such as a record's attributes.
    package static func parseObject(_ bytes: UnsafeRawBufferPointer, limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSONObject {
        guard case .object(let object) = try parse(bytes, limits: limits) else {
            throw JSONError(at: 0, in: bytes, message: "the text must be a JSON object")
        }
        return object
    }

    package static func parseObject(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSONObject {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in try parseObject(UnsafeRawBufferPointer(buffer), limits: limits) }
    }
}
