@testable import MasterData

/// Sebastiano Vigna's SplitMix64: a seed names one sequence on every machine, so a failing seed can be run again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension String {
    /// Text of letters, accents, punctuation, emoji, quotes, controls and white space.
    static func random(length: ClosedRange<Int> = 0...20, using random: inout SplitMix) -> String {
        let pieces = [
            "a", "B", "z", "0", "7", " ", "  ", "\t", "\n", "\u{A0}", "é", "e\u{301}", "ß", "İ", "東", "😀", "\"", "\\", "/", ".", "-", "+", "@", "(", ")", ";", ":",
            "\u{1}", "\u{7F}", "\u{200B}", "\u{1F}", "\u{212B}", "\u{AC00}", "\u{1100}\u{1161}", "ﬁ", "\u{0344}", ",", "&", "'", "<", ">", "x", "#",
        ]
        return (0..<Int.random(in: length, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
}

extension JSONValue {
    /// Any JSON value without NUL, objects with up to 12 members.
    static func random(depth: Int, using random: inout SplitMix) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .number(["0", "-1", "12.50", "1e10", "0E-9", "1745500706683617281"].randomElement(using: &random) ?? "0")
        case 3, 4: .string(String.random(using: &random))
        case 5: .array((0..<Int.random(in: 0...5, using: &random)).map { _ in JSONValue.random(depth: depth - 1, using: &random) })
        default:
            .object(JSONObject((0..<Int.random(in: 0...12, using: &random)).map { place in
                JSONObject.Member(key: "\(place)" + String.random(length: 0...10, using: &random), value: JSONValue.random(depth: depth - 1, using: &random))
            }))
        }
    }
}
