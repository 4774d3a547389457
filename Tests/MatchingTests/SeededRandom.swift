/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers. Tests print the seed they ran with.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A seed that no earlier run had.
    static func fresh() -> UInt64 { UInt64.random(in: 0...UInt64.max) }

    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// Letters of a small alphabet, so that words have much in common.
    mutating func word(upTo length: Int) -> String {
        String((0..<(1 + below(length))).map { _ in "abcdeé".randomElement(using: &self) ?? "a" })
    }
}
