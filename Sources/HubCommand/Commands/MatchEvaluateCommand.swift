import ArgumentParser
import FoundationEssentials
import MasterData
import MatchFiles
import Matching

struct MatchEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Cluster the records of a file and score the clusters by pairs known to be one.",
        discussion: """
            The pairs are only looked at for the score: learning does without them.

            Example:
              mdm match evaluate --records people.csv --truth pairs.csv
              mdm match evaluate --records both.csv --truth pairs.csv --link source --json
            """)

    @OptionGroup var input: MatchInputOptions

    @Option(help: ArgumentHelp("CSV of pairs known to be one: a header, then two ids a line.", valueName: "file"))
    var truth: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let input = try input.read()
        let truePairs = try TruePairs(path: truth, of: input.table, sides: input.sides)
        let resolution = input.resolve()
        let seconds = start.duration(to: clock.now)
        let score = PairwiseScore(clusters: resolution.clusters, truePairs: truePairs.pairs, sides: input.sides)
        output.print(
            [
                "records": JSONValue(input.table.count), "pairsTrue": JSONValue(score.pairsTrue), "pairsPredicted": JSONValue(score.pairsPredicted),
                "truePositives": JSONValue(score.truePositives), "precision": .number(score.precision.fourDigits),
                "recall": .number(score.recall.fourDigits), "f1": .number(score.f1.fourDigits), "seconds": .number(seconds.secondsText),
                "candidatePairs": JSONValue(resolution.candidatePairs), "peakMemoryBytes": JSONValue(Memory.peak), "columns": input.columnsJSON,
            ],
            text: """
                F1 \(score.f1.fourDigits), precision \(score.precision.fourDigits), recall \(score.recall.fourDigits)
                \(score.truePositives.grouped) of \(score.pairsTrue.grouped) true pairs found, \(score.pairsPredicted.grouped) predicted
                \(input.columnsText)
                \(input.table.count.grouped) records, \(resolution.candidatePairs.grouped) pairs compared in \(seconds.secondsText) s

                """)
    }
}

extension Double {
    /// Between 0 and 1 with four digits behind the point.
    var fourDigits: String {
        let digits = String(Int((self * 10_000).rounded()) + 100_000).dropFirst()
        return "\(digits.first ?? "0").\(digits.dropFirst())"
    }
}
