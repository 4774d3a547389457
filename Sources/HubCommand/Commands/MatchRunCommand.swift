import ArgumentParser
import FoundationEssentials
import MasterData
import MatchFiles
import Matching

struct MatchRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Cluster the records of a file: which are one?",
        discussion: """
            Standardises, finds candidates, learns how much each column tells from the records themselves, and clusters. Writes `id,cluster`.

            Example:
              mdm match run --records people.csv --out clusters.csv
              mdm match run --records both.csv --link source --out clusters.csv
              mdm match run --records people.csv --out clusters.csv --save-model people.yaml
              mdm match run --records more.csv --out clusters.csv --model people.yaml
            """)

    @OptionGroup var input: MatchInputOptions

    @Option(help: ArgumentHelp("Where to write `id,cluster`.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("Where to write the model that was learned, for --model.", valueName: "file"))
    var saveModel: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let input = try input.read()
        if saveModel != nil, !input.learnsModel {
            throw CommandFailure("these records are known by their texts, and no model of texts can be kept yet; leave --save-model out")
        }
        let resolution = input.resolve()
        if let saveModel, let model = resolution.model { try ModelFile.write(model, to: saveModel) }
        try ClusterFile.write(resolution.clusters, of: input.table, to: out)
        let seconds = start.duration(to: clock.now)
        var sizes: [Int32: Int] = [:]
        for cluster in resolution.clusters { sizes[cluster, default: 0] += 1 }
        output.print(
            [
                "records": JSONValue(input.table.count), "clusters": JSONValue(sizes.count), "largestCluster": JSONValue(sizes.values.max() ?? 0),
                "candidatePairs": JSONValue(resolution.candidatePairs), "seconds": .number(seconds.secondsText),
                "peakMemoryBytes": JSONValue(Memory.peak), "columns": input.columnsJSON,
            ],
            text: """
                \(input.table.count.grouped) records are \(sizes.count.grouped) clusters, the largest of \((sizes.values.max() ?? 0).grouped): \(out)
                \(input.columnsText)
                \(resolution.candidatePairs.grouped) pairs compared in \(seconds.secondsText) s

                """)
    }
}

extension MatchInput {
    /// The columns compared and their kinds: what to look at first when clusters surprise.
    var columnsJSON: JSONValue { .object(JSONObject(comparedColumns.map { JSONObject.Member(key: $0.name, value: .string($0.kind.rawValue)) })) }
    var columnsText: String { "compared: " + comparedColumns.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", ") }
}
