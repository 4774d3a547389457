/// A small, fast, seeded generator: SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
///
/// The system's generator cannot be seeded and may change between releases; the sample needs the same bytes for the same seed for ever.
struct SeededRandom: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A stream of its own for one thing (`index`) of one kind (`stream`), so that any party, product or contract
    /// can be made again without making those before it.
    init(seed: UInt64, stream: Stream, index: Int) {
        var mixer = Self.scramble(seed &+ 0x9E37_79B9_7F4A_7C15)
        mixer = Self.scramble(mixer ^ (stream.rawValue &* 0xD6E8_FEB8_6659_FD93))
        mixer = Self.scramble(mixer ^ UInt64(truncatingIfNeeded: index))
        state = mixer
    }

    /// What a stream of random numbers is for. The shape of a thing (how many, on which platforms) is drawn apart from its contents,
    /// so that a contract can learn its customer's ids without making the customer's names and addresses.
    enum Stream: UInt64 {
        case familyShape = 1, familyContents, customerRecord, productShape, productContents, productRecord, contract, contractRecord
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.scramble(state)
    }

    /// A number in `0 ..< bound`; `bound` must be positive.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number in `range`.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True in `perMille` of 1,000 cases.
    mutating func chance(_ perMille: Int) -> Bool {
        below(1_000) < perMille
    }

    /// One of `elements`, each as likely; `elements` must not be empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// The finalizer of SplitMix64: a bijection of 64 bits.
    static func scramble(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
