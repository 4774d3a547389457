/// Salesforce record ids: fifteen case-sensitive letters and digits, and three more that tell upper case from lower.
enum SalesforceId {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)
    private static let base62 = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// The eighteen characters of the `serial`-th record of an object.
    /// - Parameter prefix: the object's key prefix with the instance, nine characters (`0015g0000` for accounts).
    static func id(prefix: String, serial: Int) -> String {
        var tail = [UInt8](repeating: base62[0], count: 6)
        var rest = scattered(serial)
        for place in stride(from: 5, through: 0, by: -1) {
            tail[place] = base62[rest % 62]
            rest /= 62
        }
        return extended(Array(prefix.utf8) + tail)
    }

    /// Fifteen characters and their suffix: a character for each five, bit k set where the k-th is upper case.
    static func extended(_ fifteen: [UInt8]) -> String {
        var id = fifteen
        for chunk in 0..<3 {
            var bits = 0
            for place in 0..<5 where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(fifteen[chunk * 5 + place]) { bits |= 1 << place }
            id.append(alphabet[bits])
        }
        return String(decoding: id, as: UTF8.self)
    }

    /// A bijection of `0 ..< 62^6`, so that neighbours do not look like neighbours. The factor shares no divisor with 62;
    /// serials stay below 700,000,000, where the product would no longer fit.
    private static func scattered(_ serial: Int) -> Int {
        Int((UInt64(serial) + 53_401) * 25_214_903_917 % 56_800_235_584)
    }
}
