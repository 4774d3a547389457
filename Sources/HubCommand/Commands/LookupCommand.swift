import ArgumentParser
import FoundationEssentials
import HubStore
import MasterData

struct Lookup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the golden record behind a platform's id, and every platform's id of it.",
        discussion: """
            The id may be spelt as any of the platform's own spellings: 15 or 18 characters in Salesforce, with or without leading zeros in SAP.
            Without --entity, customers, products and contracts are looked through in this order. Exits with 1 where the id is not known.

            Example:
              mdm lookup sap 1000001 --entity customer
            """)

    @Argument(help: "The platform.")
    var platform: String

    @Argument(help: "Its id of the record.")
    var nativeId: String

    @Option(help: "customer, product or contract; default: the first that has the id.")
    var entity: Entity?

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let set = try readPolicies(policies)
        let keys = try (entity.map { [$0] } ?? [.customer, .product, .contract]).map { try set.key(platform, nativeId, $0) }
        try await withDatabase(database) { store in
            let entries = try await store.crosswalks(keys)
            guard let found = entries.lazy.compactMap({ $0 }).first else {
                return try await refuse(keys, store)
            }
            guard let golden = try await store.goldenRecord(found.goldenId) else {
                throw CommandFailure("the crosswalk points at golden record \(found.goldenId.text), which is missing: run `mdm verify`")
            }
            let attributes = try JSONParser.parseObject(Array(golden.attributesJSON.utf8))
            output.print(json(found, golden, attributes), text: text(found, golden, attributes))
        }
    }

    /// Says what the id may have been meant to be.
    private func refuse(_ keys: [SourceKey], _ store: HubStore) async throws {
        var near: [SourceKey] = []
        for key in keys {
            for other in try await store.nearestNativeIds(key) where !near.contains(other) { near.append(other) }
        }
        let message = "\(platform) has no \(entity?.rawValue ?? "record") `\(nativeId)` in the hub"
        if output.json {
            Terminal.write(JSONValue.object([
                "error": .string(message),
                "nearest": .array(near.prefix(3).map { key in
                    .object(["platform": .string(key.platform), "entity": .string(key.entity.rawValue), "nativeId": .string(key.nativeId)])
                }),
            ]).jsonText + "\n")
        } else {
            Terminal.note("mdm: " + message)
            for key in near.prefix(3) { Terminal.note("  near: mdm lookup \(key.platform) '\(key.nativeId)' --entity \(key.entity.rawValue)") }
        }
        throw ExitCode(Exit.failure)
    }

    private func json(_ entry: CrosswalkEntry, _ golden: GoldenRecordRow, _ attributes: JSONObject) -> JSONObject {
        [
            "goldenId": .string(entry.goldenId.text), "entity": .string(entry.entity.rawValue), "number": .string(golden.number),
            "version": JSONValue(golden.version), "status": .string(golden.status.rawValue), "attributes": .object(attributes),
            "ids": .array(entry.ids.map { id in
                .object([
                    "platform": .string(id.platform), "nativeId": .string(id.nativeId), "status": .string(id.status.rawValue),
                    "since": .string(id.since.text), "method": .string(id.method.rawValue),
                ])
            }),
        ]
    }

    private func text(_ entry: CrosswalkEntry, _ golden: GoldenRecordRow, _ attributes: JSONObject) -> String {
        var values = TextTable("attribute", "value")
        for (path, value) in ValueText.lines(of: attributes) { values.add(path, value) }
        var ids = TextTable("platform", "id", "status", "since", "linked by")
        for id in entry.ids { ids.add(id.platform, id.nativeId, id.status.rawValue, id.since.date, id.method.rawValue) }
        return """
            \(entry.entity.rawValue) \(golden.number), \(golden.status.rawValue), version \(golden.version)
            golden id \(entry.goldenId.text)

            \(values.text)
            \(ids.text)
            """
    }
}
