import FoundationEssentials
import Glibc

/// Titles as vectors of three-letter sequences, weighted by rarity and scaled to length one.
struct TitleTrigrams {
    private var starts: [UInt32] = [0]
    private var grams: [UInt32] = []
    private var weights: [Float] = []

    init(_ corpus: TextCorpus) {
        var counts: [UInt8] = []
        for record in 0..<corpus.count {
            var bytes: [UInt8] = [0x20]
            for token in corpus.titles[record] {
                bytes += corpus.spelling(token)
                bytes.append(0x20)
            }
            var own: [UInt32] = []
            if bytes.count >= 3 {
                for place in 2..<bytes.count {
                    own.append(UInt32(bytes[place - 2]) << 16 | UInt32(bytes[place - 1]) << 8 | UInt32(bytes[place]))
                }
            }
            own.sort()
            var place = 0
            while place < own.count {
                var end = place + 1
                while end < own.count, own[end] == own[place] { end += 1 }
                grams.append(own[place])
                counts.append(UInt8(min(255, end - place)))
                place = end
            }
            starts.append(UInt32(grams.count))
        }
        var frequency = [UInt32](repeating: 0, count: 1 << 24)
        for gram in grams { frequency[Int(gram)] += 1 }
        weights.reserveCapacity(grams.count)
        for (place, gram) in grams.enumerated() {
            weights.append(Float((1 + log(Double(counts[place]))) * log(1 + Double(corpus.count) / Double(frequency[Int(gram)]))))
        }
        for record in 0..<corpus.count {
            let range = Int(starts[record])..<Int(starts[record + 1])
            let length = weights[range].reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length > 0 { for place in range { weights[place] /= length } }
        }
    }

    func cosine(_ a: Int, _ b: Int) -> Float {
        var x = Int(starts[a])
        var y = Int(starts[b])
        let (endX, endY) = (Int(starts[a + 1]), Int(starts[b + 1]))
        var sum: Float = 0
        while x < endX, y < endY {
            let (p, q) = (grams[x], grams[y])
            if p == q {
                sum += weights[x] * weights[y]
                x += 1
                y += 1
            } else if p < q {
                x += 1
            } else {
                y += 1
            }
        }
        return sum
    }
}
