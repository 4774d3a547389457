import ArgumentParser
import MasterData
import PolicyFiles

struct PolicyShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print who owns what: the ownership table.",
        discussion: """
            Example:
              mdm policy show
              mdm policy show customer --at 2027-01-01
            """)

    @Argument(help: "Only this entity: customer, product or contract.")
    var entity: Entity?

    @Option(help: ArgumentHelp("The day to show, YYYY-MM-DD; default: today (UTC).", valueName: "date"))
    var at: String?

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let at, at.utf8.count != 10 || Timestamp(at) == nil { throw ValidationError("--at takes a date, for example 2027-01-01") }
    }

    func run() throws {
        let set = try readPolicies(policies)
        let rows = ownershipTable(set, at: at ?? Timestamp.now.date).filter { entity == nil || $0.entity == entity }
        output.print(
            [
                "policyVersion": .string(set.version), "at": .string(at ?? Timestamp.now.date),
                "ownership": .array(rows.map { .object(Self.json($0)) }),
            ],
            text: Self.text(rows))
    }

    private static func json(_ row: OwnershipRow) -> JSONObject {
        [
            "entity": .string(row.entity.rawValue), "attribute": .string(row.attribute), "type": .string(row.type), "owner": JSONValue(row.owner),
            "later": .array(row.later.map(JSONValue.string)), "otherwise": .array(row.otherwise.map(JSONValue.string)),
            "onConflict": .string(row.onConflict), "survivorship": .string(row.survivorship), "sensitivity": .string(row.sensitivity),
            "required": .bool(row.required),
        ]
    }

    private static func text(_ rows: [OwnershipRow]) -> String {
        Entity.allCases.map { entity in
            let own = rows.filter { $0.entity == entity }
            if own.isEmpty { return "" }
            var table = TextTable(entity.rawValue, "type", "owner", "otherwise", "on conflict", "survives by", "sensitivity")
            for row in own {
                let owner = ([row.owner ?? "nobody"] + row.later.map { "then \($0)" }).joined(separator: "; ")
                table.add(
                    row.attribute + (row.required ? " *" : ""), row.type, owner, row.otherwise.isEmpty ? "-" : row.otherwise.joined(separator: " "),
                    row.owner == nil ? "-" : row.onConflict, row.survivorship, row.sensitivity)
            }
            return table.text + "\n"
        }.joined() + "* required\n"
    }
}
