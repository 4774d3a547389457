#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a level says by itself, for people who read a model: its probability among matches against that among all other candidate pairs.
///
/// A score is not the sum of these, because there the classes compete as wholes; see `PairWeigher`.
package enum LevelWeights {
    /// log2 of the two probabilities' ratio; 0 for the level "missing".
    package static func bits(_ classes: ClassProbabilities, comparison: Int, level: Int) -> Double {
        if level == 0 { return 0 }
        var share = 0.0
        var others = 0.0
        for index in classes.names.indices.dropFirst() {
            share += classes.shares[index]
            others += classes.shares[index] * classes.levels[comparison][index][level]
        }
        guard others > 0, share > 0 else { return 0 }
        return log2(classes.levels[comparison][0][level] / (others / share))
    }
}
