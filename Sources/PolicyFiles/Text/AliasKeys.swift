/// Aliases as keys, or in keys, would make the YAML parser hash what they stand for, which can be exponentially large, before anybody may count it.
/// They are refused by a look at the text; aliases as values are counted when the tree is made (`NodeConversion`).
enum AliasKeys {
    static func arePresent(in lines: [String]) -> Bool {
        var hasAlias = false
        var hasRiskyKey = false
        for line in lines {
            let bytes = Array(line.utf8)
            for (index, byte) in bytes.enumerated() {
                let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
                switch byte {
                case UInt8(ascii: "*"):
                    let isStart = index == 0 || " \t[{,:?-".utf8.contains(bytes[index - 1])
                    guard isStart, !" \t".utf8.contains(next) else { continue }
                    hasAlias = true
                    // `*name :` is a key; so is `*name` before a colon in a flow mapping.
                    let name = bytes[(index + 1)...].prefix { !" \t,]}".utf8.contains($0) }
                    let after = bytes[(index + 1 + name.count)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                    if after.first == UInt8(ascii: ":") { return true }
                case UInt8(ascii: "?") where " \t".utf8.contains(next):
                    hasRiskyKey = true
                case UInt8(ascii: "]"), UInt8(ascii: "}"):
                    let after = bytes[(index + 1)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                    if after.first == UInt8(ascii: ":") { hasRiskyKey = true }
                default: continue
                }
            }
        }
        return hasAlias && hasRiskyKey
    }
}
