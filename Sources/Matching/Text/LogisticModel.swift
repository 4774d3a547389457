import Dispatch
import FoundationEssentials
import Glibc

/// Logistic regression with a ridge, fitted by damped Newton steps: some tens of coefficients, some ten thousands of rows.
///
/// S. le Cessie and J. C. van Houwelingen, Applied Statistics 41 (1992) 191–201.
struct LogisticModel {
    /// One for each column; the constant is the last.
    private(set) var coefficients: [Double]
    private let width: Int
    private let ridge: Double

    init(width: Int, ridge: Double) {
        self.width = width
        self.ridge = ridge
        coefficients = [Double](repeating: 0, count: width + 1)
    }

    /// The log odds of a row.
    func logOdds(_ row: UnsafePointer<Float>) -> Double {
        coefficients.withUnsafeBufferPointer { coefficients in
            var sum = coefficients[width]
            for column in 0..<width { sum += coefficients[column] * Double(row[column]) }
            return sum
        }
    }

    /// - Parameters:
    ///   - rows: row after row, `width` numbers each, on a common scale.
    ///   - isMatch: the answer for each row.
    mutating func fit(_ rows: [Float], isMatch: [Bool]) {
        let size = width + 1
        var loss = self.loss(rows, isMatch)
        for _ in 0..<25 {
            var gradient = [Double](repeating: 0, count: size)
            var curvature = [Double](repeating: 0, count: size * size)
            addDerivatives(rows, isMatch, &gradient, &curvature)
            for column in 0..<width {
                gradient[column] += ridge * coefficients[column]
                curvature[column * size + column] += ridge
            }
            curvature[size * size - 1] += 1e-3
            let step = Self.solve(&curvature, gradient)
            let before = coefficients
            var scale = 1.0
            var next = loss
            while scale > 1e-3 {
                for column in 0..<size { coefficients[column] = before[column] - scale * step[column] }
                next = self.loss(rows, isMatch)
                if next <= loss { break }
                scale /= 2
            }
            if next > loss {
                coefficients = before
                return
            }
            if loss - next < 1e-4 * (1 + loss) { return }
            loss = next
        }
    }

    private func loss(_ rows: [Float], _ isMatch: [Bool]) -> Double {
        var penalty = 0.0
        for column in 0..<width { penalty += 0.5 * ridge * coefficients[column] * coefficients[column] }
        let sums = inParts(rows, isMatch) { row, answer, sum in
            let odds = logOdds(row)
            sum[0] += max(0, odds) + log1p(exp(-abs(odds))) - (answer ? odds : 0)
        } size: { 1 }
        return penalty + sums[0]
    }

    private func addDerivatives(_ rows: [Float], _ isMatch: [Bool], _ gradient: inout [Double], _ curvature: inout [Double]) {
        let size = width + 1
        // the gradient first, then the upper half of the curvature
        let sums = inParts(rows, isMatch) { row, answer, sum in
            let probability = 1 / (1 + exp(-max(-35, min(35, logOdds(row)))))
            let error = probability - (answer ? 1 : 0)
            let spread = probability * (1 - probability)
            for x in 0..<width { sum[x] += error * Double(row[x]) }
            sum[width] += error
            if spread < 1e-7 { return }
            for x in 0..<width {
                let factor = spread * Double(row[x])
                if factor == 0 { continue }
                let line = sum + size + x * size
                for y in x..<width { line[y] += factor * Double(row[y]) }
                line[width] += factor
            }
            sum[size + size * size - 1] += spread
        } size: { size + size * size }
        for x in 0..<size { gradient[x] = sums[x] }
        for x in 0..<size {
            for y in x..<size {
                curvature[x * size + y] = sums[size + x * size + y]
                curvature[y * size + x] = sums[size + x * size + y]
            }
        }
    }

    /// Sums over all rows, on two threads; the halves are fixed, so that the same rows give the same sums.
    private func inParts(
        _ rows: [Float], _ isMatch: [Bool], add: (UnsafePointer<Float>, Bool, UnsafeMutablePointer<Double>) -> Void, size: () -> Int
    ) -> [Double] {
        let size = size()
        let parts = 2
        var sums = [Double](repeating: 0, count: size * parts)
        withoutActuallyEscaping(add) { add in
            nonisolated(unsafe) let add = add
            sums.withUnsafeMutableBufferPointer { sums in
                nonisolated(unsafe) let sums = sums
                rows.withUnsafeBufferPointer { rows in
                    nonisolated(unsafe) let rows = rows
                    isMatch.withUnsafeBufferPointer { answers in
                        nonisolated(unsafe) let answers = answers
                        DispatchQueue.concurrentPerform(iterations: parts) { part in
                            guard let base = rows.baseAddress, let target = sums.baseAddress else { return }
                            for index in (answers.count * part / parts)..<(answers.count * (part + 1) / parts) {
                                add(base + index * width, answers[index], target + part * size)
                            }
                        }
                    }
                }
            }
        }
        return (0..<size).map { sums[$0] + sums[size + $0] }
    }

    /// Solves a symmetric positive definite system by Cholesky's decomposition.
    private static func solve(_ matrix: inout [Double], _ right: [Double]) -> [Double] {
        let size = right.count
        for column in 0..<size {
            for row in column..<size {
                var sum = matrix[row * size + column]
                for k in 0..<column { sum -= matrix[row * size + k] * matrix[column * size + k] }
                matrix[row * size + column] = row == column ? max(sum, 1e-9).squareRoot() : sum / matrix[column * size + column]
            }
        }
        var solution = right
        for row in 0..<size {
            for k in 0..<row { solution[row] -= matrix[row * size + k] * solution[k] }
            solution[row] /= matrix[row * size + row]
        }
        for row in stride(from: size - 1, through: 0, by: -1) {
            for k in (row + 1)..<max(size, row + 1) { solution[row] -= matrix[k * size + row] * solution[k] }
            solution[row] /= matrix[row * size + row]
        }
        return solution
    }
}
