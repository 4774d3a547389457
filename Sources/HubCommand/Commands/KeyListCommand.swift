import ArgumentParser
import HubStore
import MasterData

struct KeyList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the keys, revoked ones too; never their text.",
        discussion: """
            Example:
              mdm key list
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let keys = try await withDatabase(database) { try await $0.listKeys() }
        var table = TextTable("id", "role", "platform", "created", "revoked", "label")
        for key in keys {
            table.add(
                key.id, key.role.rawValue, key.platform ?? "-", String(key.createdAt.text.prefix(19)),
                key.revokedAt.map { String($0.text.prefix(19)) } ?? "-", ValueText.of(.string(key.label)))
        }
        output.print(
            ["keys": .array(keys.map { key in
                .object([
                    "id": .string(key.id), "role": .string(key.role.rawValue), "platform": JSONValue(key.platform), "label": .string(key.label),
                    "createdAt": .string(key.createdAt.text), "revokedAt": JSONValue(key.revokedAt?.text),
                ])
            })],
            text: keys.isEmpty ? "no keys yet: make one with `mdm key create`\n" : table.text)
    }
}
