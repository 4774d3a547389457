import ArgumentParser
import HubStore
import MasterData

struct KeyCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create a key. It is shown once; the hub keeps its hash only.",
        discussion: """
            Example:
              mdm key create --role platform --platform sap --label "SAP production"
            """)

    @Option(help: "What the key may do: admin, steward, reader, platform or subscriber.")
    var role: AccessRole

    @Option(help: ArgumentHelp("The platform in whose name a platform key writes.", valueName: "name"))
    var platform: String?

    @Option(help: ArgumentHelp("What the key is for; shown by `mdm key list`.", valueName: "text"))
    var label: String = ""

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if (role == .platform) != (platform != nil) {
            throw ValidationError(role == .platform ? "a platform key needs --platform" : "--platform goes with --role platform only")
        }
        guard label.utf8.count <= 200 else { throw ValidationError("--label takes at most 200 bytes") }
    }

    func run() async throws {
        if let platform {
            let set = try readPolicies(policies)
            guard set.platforms[platform] != nil else { throw set.unknown(platform) }
        }
        let issued = try await withDatabase(database) { try await $0.createKey(role: role, platform: platform, label: label) }
        output.print(
            [
                "id": .string(issued.key.id), "role": .string(issued.key.role.rawValue), "platform": JSONValue(issued.key.platform),
                "key": .string(issued.text),
            ],
            text: "\(issued.text)\n")
        if !output.json { Terminal.note("this is the only time that the key is shown; its id is \(issued.key.id)") }
    }
}
