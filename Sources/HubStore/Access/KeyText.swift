import Crypto

/// The text of an access key: `mdm_<id>_<secret>`, letters and digits. The id finds the key, the secret (256 random bits) proves it.
struct KeyText: Sendable {
    let id: String
    let text: String

    /// 12 characters: 71 bits, so that ids do not collide.
    private static let idLength = 12
    /// 43 characters: 256 bits.
    private static let secretLength = 43
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// A new key from the system's random numbers.
    static func make() -> KeyText {
        var random = SystemRandomNumberGenerator()
        func letters(_ count: Int) -> String {
            String(decoding: (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }, as: UTF8.self)
        }
        let id = letters(idLength)
        return KeyText(id: id, text: "mdm_\(id)_\(letters(secretLength))")
    }

    private init(id: String, text: String) {
        self.id = id
        self.text = text
    }

    /// Nil where `text` cannot be a key, so that nonsense costs neither a hash nor a query.
    init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count == 4 + Self.idLength + 1 + Self.secretLength, text.hasPrefix("mdm_") else { return nil }
        let rest = bytes.dropFirst(4)
        let id = rest.prefix(Self.idLength)
        let secret = rest.dropFirst(Self.idLength + 1)
        guard id.allSatisfy(Self.isLetter), rest.dropFirst(Self.idLength).first == UInt8(ascii: "_"), secret.allSatisfy(Self.isLetter) else { return nil }
        self.init(id: String(decoding: id, as: UTF8.self), text: text)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }

    /// SHA-256 of the whole text: enough for 256 random bits, where a password would need a slow hash.
    var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// Takes as long for a wrong hash as for the right one.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }
}
