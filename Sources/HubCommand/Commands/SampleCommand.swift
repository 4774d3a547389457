import ArgumentParser
import FoundationEssentials
import MasterData
import SampleData

struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write extracts of eight platforms with known truth.",
        discussion: """
            Writes FOLDER/<platform>.<entity>.ndjson, ready for `mdm load`, and FOLDER/truth.<entity>.csv (platform,native_id,truth_id).
            The same number and seed give the same bytes.

            Example:
              mdm sample --records 20000 --seed 7 --out sample
            """)

    @Option(help: ArgumentHelp("Source records over all platforms.", valueName: "number"))
    var records: Int

    @Option(help: ArgumentHelp("Names the sample.", valueName: "number"))
    var seed: UInt64 = 7

    @Option(help: ArgumentHelp("The folder to write to; made if missing.", valueName: "folder"))
    var out: String

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...SampleGenerator.mostRecords).contains(records) else {
            throw ValidationError("--records takes 1 to \(SampleGenerator.mostRecords)")
        }
    }

    func run() throws {
        var progress = ProgressLine("records")
        let summary = try SampleGenerator(records: records, seed: seed).write(to: out) { written in
            progress.show(written, fraction: Double(written) / Double(records))
        }
        progress.clear()
        output.print(json(summary), text: text(summary))
    }

    private func json(_ summary: SampleSummary) -> JSONObject {
        [
            "records": JSONValue(summary.records), "bytes": JSONValue(summary.bytes), "seed": JSONValue(seed), "folder": .string(out),
            "files": .array(summary.files.map { file in
                .object([
                    "name": .string(file.name), "platform": .string(file.platform.rawValue), "entity": .string(file.entity.rawValue),
                    "records": JSONValue(file.records), "bytes": JSONValue(file.bytes),
                ])
            }),
            "truths": .object(JSONObject(summary.truths.map { JSONObject.Member(key: $0.key.rawValue, value: JSONValue($0.value)) })),
        ]
    }

    private func text(_ summary: SampleSummary) -> String {
        var table = TextTable("file", "records", "bytes", rightAligned: [1, 2])
        for file in summary.files { table.add(file.name, file.records.grouped, file.bytes.grouped) }
        let truths = Entity.allCases.compactMap { entity in summary.truths[entity].map { "\($0.grouped) \(entity.plural)" } }
        return table.text + "\(summary.records.grouped) records of \(truths.joined(separator: ", ")) in \(out)\n"
    }
}
