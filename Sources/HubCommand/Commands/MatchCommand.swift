import ArgumentParser

/// Resolves records of a file, for which no database is needed; and learns from those in the hub.
struct Match: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the records that are one, in a file, without labels.",
        discussion: """
            Example:
              mdm match run --records people.csv --out clusters.csv
              mdm match evaluate --records people.csv --truth pairs.csv
            """,
        subcommands: [MatchEvaluate.self, MatchRun.self, MatchTrain.self])
}
