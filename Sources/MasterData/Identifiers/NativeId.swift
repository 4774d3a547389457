/// The id that a platform gave to a record, in the one form in which the crosswalk compares it. The raw id is kept beside it for writing back.
///
/// Two spellings become one only where the platform itself takes them for one: nothing here may make two real ids of a platform equal.
package enum NativeId {
    /// Bytes of an id, raw and normalised.
    package static let byteLimit = 255

    /// The normalised id, nil when it is no id. `standardise` says why.
    package static func normalise(_ raw: String, entity: Entity, kind: PlatformKind) -> String? {
        try? standardise(raw, entity: entity, kind: kind)
    }

    /// The normalised id.
    ///
    /// - All platforms: spaces at both ends are dropped (Finance keeps such keys, `" RFI-TEST-001"`, and people see one id). Letter case stays.
    /// - Salesforce: 15 characters become 18, see `SalesforceId`.
    /// - SAP: digits lose leading zeros, as its conversion exits treat `1000140` and `0001000140` as one business partner, contract or material.
    /// - Dataverse: a GUID in lower case without braces. Zuora: its 32 hexadecimal digits in lower case.
    package static func standardise(_ raw: String, entity: Entity, kind: PlatformKind) throws(ValueRefusal) -> String {
        var raw = raw
        let shape = raw.withUTF8(shape)
        switch shape {
        case .clean: break
        case .padded: raw = trimmed(raw)
        case .controls: throw ValueRefusal("native-id", "an id must not hold control characters; send it without")
        }
        guard !raw.isEmpty else { throw ValueRefusal("native-id", "an id must not be empty; send the platform's own id") }
        guard raw.utf8.count <= byteLimit else { throw ValueRefusal("native-id", "an id has at most \(byteLimit) bytes; send the platform's own id") }
        switch kind {
        case .salesforce: return try SalesforceId.standardise(raw)
        case .sap: return try withoutLeadingZeros(raw)
        case .dataverse: return guid(raw) ?? raw
        case .zuora: return raw.utf8.count == 32 && raw.utf8.allSatisfy(isHexDigit) ? raw.lowercased() : raw
        case .chargebee, .stripe, .netsuite, .finance, .other: return raw
        }
    }

    private enum Shape { case clean, padded, controls }

    private static func shape(_ bytes: UnsafeBufferPointer<UInt8>) -> Shape {
        var start = 0
        var end = bytes.count
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        for index in start..<end {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x7F { return .controls }
            // U+0080 ... U+009F.
            if byte == 0xC2, index + 1 < end, bytes[index + 1] < 0xA0 { return .controls }
        }
        return start == 0 && end == bytes.count ? .clean : .padded
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    private static func trimmed(_ raw: String) -> String {
        let bytes = raw.utf8.drop(while: isSpace)
        let rest = bytes.reversed().drop(while: isSpace).count
        return String(decoding: bytes.prefix(rest), as: UTF8.self)
    }

    private static func withoutLeadingZeros(_ raw: String) throws(ValueRefusal) -> String {
        guard raw.utf8.first == 0x30, raw.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return raw }
        let rest = raw.utf8.drop { $0 == 0x30 }
        guard !rest.isEmpty else { throw ValueRefusal("native-id", "an id of zeros is SAP's empty id; send the record's own id") }
        return String(decoding: rest, as: UTF8.self)
    }

    /// A GUID with or without braces and hyphens, as 8-4-4-4-12 lower-case digits; nil for any other text, such as an account number.
    private static func guid(_ raw: String) -> String? {
        var bytes = Array(raw.utf8)
        if bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}"), bytes.count == 38 { bytes = Array(bytes[1..<37]) }
        if bytes.count == 36 {
            for index in [23, 18, 13, 8] {
                guard bytes[index] == UInt8(ascii: "-") else { return nil }
                bytes.remove(at: index)
            }
        }
        guard bytes.count == 32, bytes.allSatisfy(isHexDigit) else { return nil }
        var text: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
    }
}
