import Dispatch

/// Brings the features to mean 0 and deviation 1, at most six deviations away.
struct FeatureScale {
    /// Pairs that are enough to know means and deviations.
    private static let sample = 50_000

    private var mean: [Float]
    private var factor: [Float]

    init(_ features: TextFeatures, _ pairs: [Int32]) {
        let width = features.width
        var count = 0.0
        var sums = [Double](repeating: 0, count: width)
        var squares = [Double](repeating: 0, count: width)
        let stride = max(1, pairs.count / Self.sample)
        for place in Swift.stride(from: 0, to: pairs.count, by: stride) {
            let pair = Int(pairs[place])
            count += 1
            for (column, place) in features.row(pair).enumerated() {
                let value = Double(features.values[place])
                sums[column] += value
                squares[column] += value * value
            }
        }
        count = max(1, count)
        mean = sums.map { Float($0 / count) }
        factor = (0..<width).map { column in
            let variance = squares[column] / count - (sums[column] / count) * (sums[column] / count)
            return variance > 1e-8 ? Float(1 / variance.squareRoot()) : 0
        }
    }

    func append(_ features: TextFeatures, _ pair: Int, to rows: inout [Float]) {
        for (column, place) in features.row(pair).enumerated() {
            rows.append(max(-6, min(6, (features.values[place] - mean[column]) * factor[column])))
        }
    }

    /// Log odds of all pairs.
    func scores(of features: TextFeatures, by model: LogisticModel, pairs: Int) -> [Double] {
        let width = features.width
        var scores = [Double](repeating: 0, count: pairs)
        let threads = 2
        scores.withUnsafeMutableBufferPointer { scores in
            nonisolated(unsafe) let scores = scores
            features.values.withUnsafeBufferPointer { values in
                nonisolated(unsafe) let values = values
                DispatchQueue.concurrentPerform(iterations: threads) { part in
                    for pair in (pairs * part / threads)..<(pairs * (part + 1) / threads) {
                        var sum = model.coefficients[width]
                        for column in 0..<width {
                            let value = max(-6, min(6, (values[pair * width + column] - mean[column]) * factor[column]))
                            sum += model.coefficients[column] * Double(value)
                        }
                        scores[pair] = Double(Float(sum))
                    }
                }
            }
        }
        return scores
    }
}
