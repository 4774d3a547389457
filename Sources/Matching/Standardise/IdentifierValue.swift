/// One value of an identifier, in its scope.
struct IdentifierValue: Sendable, Hashable {
    /// Of what stands before the last colon (`VAT:DE`), or of nothing.
    var scope: UInt64
    /// Of scope and value.
    var hash: UInt64

    /// Letters and digits count, in lower case; a value that repeats its scope's country (`VAT:DE:DE123`) is the value without it.
    /// nil when no letter or digit is in the value.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let colon = bytes.lastIndex(of: 0x3A)
        let scopeBytes = colon.map { Self.compact(bytes[..<$0], keepColons: true) } ?? []
        var value = Self.compact(colon.map { bytes[($0 + 1)...] } ?? bytes[...], keepColons: false)
        let country = scopeBytes.split(separator: 0x3A).last ?? []
        if country.count == 2, value.count > 4, value.starts(with: country) { value.removeFirst(2) }
        if value.isEmpty { return nil }
        scope = StableHash.of(scopeBytes)
        var hash = StableHash(seed: scope)
        value.withUnsafeBufferPointer { hash.combine($0) }
        self.hash = hash.value
    }

    /// The value as it stands: `a/b` and `a+b`, or two Salesforce ids that differ in case, are two ids. nil when it is empty.
    init?(verbatim text: String) {
        if text.isEmpty { return nil }
        scope = 0
        hash = StableHash.of(Array(text.utf8))
    }

    private static func compact(_ bytes: ArraySlice<UInt8>, keepColons: Bool) -> [UInt8] {
        var out: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x80...: out.append(byte)
            case 0x41...0x5A: out.append(byte + 0x20)
            case 0x3A where keepColons: out.append(byte)
            default: continue
            }
        }
        return out
    }
}

/// A number or code without special meaning: letters and digits in lower case.
struct Code: Sendable, Hashable {
    var bytes: [UInt8]
    var hash: UInt64

    init?(_ text: String) {
        bytes = TextFolding.fold(text).filter { $0 != 0x20 }
        if bytes.isEmpty { return nil }
        hash = StableHash.of(bytes)
    }
}
