import ArgumentParser
import FoundationEssentials
import HubStore
import MasterData
import Mastering
import MatchFiles
import Matching

struct MatchTrain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learn a matching model from the records in the hub, and show what it would change.",
        discussion: """
            Learns from the source records themselves, without labels, and writes the model as a readable file. Says which golden records would be merged and
            which would come apart if the hub decided by it. No decision is changed: the hub goes on with the model it has.

            Example:
              mdm match train --entity customer --out customer-2026-11.yaml
            """)

    @Option(help: "The entity whose records teach: customer.")
    var entity: Entity

    @Option(help: ArgumentHelp("Where to write the model; an existing file is left alone. Default: ENTITY.model.yaml here.", valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp("Of the random samples that are drawn; the same seed gives the same model.", valueName: "number"))
    var seed: UInt64 = 1

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard entity == .customer else {
            throw CommandFailure(
                entity == .contract
                    ? "contracts are matched by number and party alone: there is nothing to learn"
                    : "products are known by their texts, and no model of texts can be kept yet; `mdm match run` resolves them from a file")
        }
        let path = out ?? "\(entity.rawValue).model.yaml"
        guard !FileManager.default.fileExists(atPath: path) else { throw CommandFailure("\(path) exists; name another file with --out") }
        let set = try readPolicies(policies)
        let start = ContinuousClock.now
        let table = try await withDatabase(database, Database.Use(statementTimeout: .zero)) { store in
            var progress = ProgressLine("golden records")
            defer { progress.clear() }
            return try await MasteringPipeline(store: store, policies: set).trainingTable { progress.show($0, fraction: nil, detail: "reading") }
        }
        guard let table else {
            throw CommandFailure("the hub has more than \(TrainingTable.rowLimit.grouped) records of this entity; export some and learn from them with `mdm match run --save-model`")
        }
        guard table.rows.count >= 2 else { throw CommandFailure("the hub has no customers to learn from yet; `mdm load` brings some") }
        var progress = ProgressLine("records")
        let resolution = Resolver(cells: table.cells, kinds: table.kinds, sides: nil, seed: seed, date: Timestamp.now.date).resolve { step, share in
            progress.show(Int(share * Double(table.rows.count)), fraction: share, detail: step)
        }
        progress.clear()
        guard let model = resolution.model else { throw CommandFailure("nothing could be learned from these records") }
        try ModelFile.write(model, to: path)
        report(table, resolution, path, seconds: start.duration(to: .now))
    }

    private func report(_ table: TrainingTable, _ resolution: Resolution, _ path: String, seconds: Duration) {
        let changes = ModelChanges(clusters: resolution.clusters, goldenIds: table.goldenIds)
        output.print(
            [
                "entity": .string(entity.rawValue), "model": .string(path), "records": JSONValue(table.rows.count),
                "goldenRecords": JSONValue(Set(table.goldenIds).count), "clusters": JSONValue(Set(resolution.clusters).count),
                "candidatePairs": JSONValue(resolution.candidatePairs), "merges": JSONValue(changes.merges), "splits": JSONValue(changes.splits),
                "mergeSamples": .array(changes.mergeSamples.map { .array($0.map { .string($0.text) }) }),
                "splitSamples": .array(changes.splitSamples.map { .string($0.text) }), "seconds": .number(seconds.secondsText),
            ],
            text: """
                \(path): learned from \(table.rows.count.grouped) records in \(seconds.secondsText) s
                by it \(Set(table.goldenIds).count.grouped) golden records would be \(Set(resolution.clusters).count.grouped): \(changes.merges.grouped) merged into others, \(changes.splits.grouped) split off
                nothing was changed; --json names examples

                """)
    }
}
