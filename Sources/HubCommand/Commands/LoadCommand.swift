import ArgumentParser
import FieldMapFiles
import FoundationEssentials
import MasterData
import Mastering
import RecordFiles

struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Load a file of one platform's records: NDJSON, JSON or CSV.",
        discussion: """
            NDJSON has one {nativeId, attributes, updatedAt?, version?} a line; a JSON array holds the same; CSV has a column nativeId, then
            attribute paths (legalName, billTo.city), optionally updatedAt. --map FILE reads a platform's own columns. `-` is standard input.

            What the hub refuses goes to FILE.rejected.ndjson with the reasons, and the load goes on. A load that was interrupted goes on
            where it stopped when the same command runs again; loading a finished file again changes nothing that has not changed.
            Exits with 0 when the file was read to its end, rejected records or not, and with 1 when it could not be.

            Example:
              mdm load sample/sap.customer.ndjson --platform sap --entity customer
            """)

    @Argument(help: "The file; `-` is standard input.")
    var file: String

    @Option(help: ArgumentHelp("Whose records they are: a name in policies/platforms.", valueName: "name"))
    var platform: String

    @Option(help: "What they are: customer, product or contract.")
    var entity: Entity

    @Option(help: ArgumentHelp("A map from a platform's own columns or payload to attributes; maps/ has some.", valueName: "file"))
    var map: String?

    @Option(help: ArgumentHelp("Records in one transaction, 1 to 10000.", valueName: "number"))
    var batch: Int = FileLoad.standardBatch

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(batch) else { throw ValidationError("--batch takes 1 to 10000") }
    }

    func run() async throws {
        let set = try readPolicies(policies)
        guard set.platforms[platform] != nil else { throw set.unknown(platform) }
        if file != "-", !FileManager.default.isReadableFile(atPath: file) {
            throw CommandFailure("cannot read `\(file)`: there is no such file, or it is not yours to read")
        }
        let fields = try fieldMap()
        let start = ContinuousClock.now
        let result = try await withDatabase(database) { store in
            try await FileLoad(
                pipeline: MasteringPipeline(store: store, policies: set), store: store, entity: entity, platform: platform, path: file, map: fields,
                fingerprint: file == "-" ? nil : LoadFingerprint.of(path: file, platform: platform, entity: entity, map: mapBytes),
                rejectedPath: (file == "-" ? "stdin" : file) + ".rejected.ndjson", batchRecords: batch
            ).run(interruption: Interruption(), saying: Terminal.note)
        }
        report(result, seconds: start.duration(to: .now))
    }

    private var mapBytes: [UInt8] { map.flatMap { FileManager.default.contents(atPath: $0) }.map { Array($0) } ?? [] }

    private func fieldMap() throws -> FieldMap? {
        guard let map else { return nil }
        let reading = FieldMapReader.read(path: map)
        for diagnostic in reading.diagnostics { Terminal.note("\(diagnostic)") }
        guard let fields = reading.map else {
            throw CommandFailure("the map `\(map)` cannot be used: correct \(reading.diagnostics.count == 1 ? "its mistake" : "its \(reading.diagnostics.count) mistakes") first")
        }
        if let own = reading.entity, own != entity {
            throw CommandFailure("the map `\(map)` is for \(own.plural), not for \(entity.plural): name the map of this file")
        }
        return fields
    }

    private func report(_ result: FileLoad.Result, seconds: Duration) {
        for notice in result.notices { Terminal.note("\(file): \(notice)") }
        let rejected: String? = result.counts.rejected > 0 ? (file == "-" ? "stdin" : file) + ".rejected.ndjson" : nil
        var object = JSONObject(result.counts.members)
        object["seconds"] = .number(seconds.secondsText)
        object["file"] = .string(file)
        object["platform"] = .string(platform)
        object["entity"] = .string(entity.rawValue)
        object["resumedAfter"] = JSONValue(result.resumedAfter)
        object["skipped"] = JSONValue(result.skipped)
        object["rejectedFile"] = JSONValue(rejected)
        output.print(object, text: text(result, seconds: seconds, rejected: rejected))
    }

    private func text(_ result: FileLoad.Result, seconds: Duration, rejected: String?) -> String {
        let counts = result.counts
        let outcomes = Outcome.allCases.compactMap { outcome in
            counts.outcomes[outcome].flatMap { $0 > 0 ? "\($0.grouped) \(outcome.rawValue)" : nil }
        }
        let rate = Int(Double(counts.read - result.resumedAfter) / max(0.001, seconds.inSeconds))
        return "\(counts.read.grouped) \(platform) \(entity.plural): " + (outcomes.isEmpty ? "nothing taken" : outcomes.joined(separator: ", "))
            + " (\(seconds.secondsText) s, \(rate.grouped)/s)\n" + (rejected.map { "\(counts.rejected.grouped) rejected: see \($0)\n" } ?? "")
    }
}
