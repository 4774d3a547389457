import ArgumentParser
import HubStore
import MasterData

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write all golden records of an entity with their crosswalk.",
        discussion: """
            NDJSON has one {goldenId, number, version, status, attributes, ids, …} a line. CSV has a column for each attribute of the policy;
            lists and the crosswalk are JSON in their cell. Merged records are left out: their survivors are there.
            --as-of writes what the hub knew then. With --json the records come as one object, {entity, records: […]}.

            Example:
              mdm export customer --format csv > customers.csv
            """)

    @Argument(help: "customer, product or contract.")
    var entity: Entity

    @Option(name: .customLong("as-of"), help: ArgumentHelp("What the hub knew at this time (RFC 3339).", valueName: "time"))
    var asOf: String?

    @Option(help: "csv or ndjson.")
    var format: ExportFormat = .ndjson

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let asOf, Timestamp(asOf) == nil { throw ValidationError("--as-of takes a time, for example 2026-11-23T10:00:00Z") }
        if output.json, format == .csv { throw ValidationError("--json and --format csv do not go together") }
    }

    func run() async throws {
        guard let policy = try readPolicies(policies).entities[entity] else { throw CommandFailure("the policies have no page for \(entity.rawValue)") }
        let table = format == .csv ? ExportedTable(policy) : nil
        try await withDatabase(database, Database.Use(statementTimeout: .zero)) { store in
            var pending: [UInt8] = []
            var count = 0
            if output.json { pending.append(contentsOf: "{\"entity\":\"\(entity.rawValue)\",\"records\":[".utf8) }
            table?.appendHeader(to: &pending)
            try await store.export(entity, asOf: asOf.flatMap { Timestamp($0) }) { page in
                for record in page {
                    if output.json, count > 0 { pending.append(UInt8(ascii: ",")) }
                    count += 1
                    if let table {
                        try table.append(record, to: &pending)
                    } else {
                        ExportedLine.append(record, to: &pending)
                        if !output.json { pending.append(0x0A) }
                    }
                }
                try Terminal.writePart(pending)
                pending.removeAll(keepingCapacity: true)
            }
            if output.json { pending.append(contentsOf: "],\"count\":\(count)}\n".utf8) }
            try Terminal.writePart(pending)
            if Terminal.isWatched { Terminal.note("\(count.grouped) \(entity.plural)") }
        }
    }
}
