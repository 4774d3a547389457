import FoundationEssentials
import Glibc

/// Which values of a column go together in matches, learned from matches: `vldb` and `very large data bases`, `hp` and
/// `hewlett packard`. The measure is the logarithm of how much more often two values met than chance has it
/// (K. W. Church and P. Hanks, Computational Linguistics 16 (1990) 22–29), drawn towards 0 where little was seen.
struct ValueAssociations {
    private let values: [UInt32]
    private var together: [UInt64: Float] = [:]
    private var single: [UInt32: Float] = [:]
    private var total: Float = 0

    init(_ values: [UInt32], matches: [(Int, Int)]) {
        self.values = values
        for (a, b) in matches where values[a] != Vocabulary.none && values[b] != Vocabulary.none {
            together[Self.key(values[a], values[b]), default: 0] += 1
            single[values[a], default: 0] += 0.5
            single[values[b], default: 0] += 0.5
            total += 1
        }
    }

    /// - Parameters:
    ///   - seen: whether this pair was among the matches; it must not speak for itself.
    ///   - oneSource: both records come from one source, where equal spelling is all that can be asked for.
    func logRatio(_ a: Int, _ b: Int, seen: Bool, oneSource: Bool) -> Float {
        let (x, y) = (values[a], values[b])
        if x == Vocabulary.none || y == Vocabulary.none || total == 0 { return 0 }
        let own: Float = seen ? 1 : 0
        let (p, q) = ((single[x] ?? 0) - own / 2, (single[y] ?? 0) - own / 2)
        let expected = p * q / max(1, total - own) * (x == y ? 1 : 2)
        let met = oneSource ? (x == y ? p : 0) : (together[Self.key(x, y)] ?? 0) - own
        return Float(log(Double((met + 1) / (expected + 1))))
    }

    private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}
