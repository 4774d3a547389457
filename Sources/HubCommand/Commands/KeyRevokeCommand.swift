import ArgumentParser
import HubStore
import MasterData

struct KeyRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "End a key. Running hubs refuse it within two seconds.",
        discussion: """
            Example:
              mdm key revoke 7f3k2m9q
            """)

    @Argument(help: "The key's id, as `mdm key list` shows it.")
    var id: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let isRevoked = try await withDatabase(database) { try await $0.revokeKey(id: id) }
        guard isRevoked else { throw CommandFailure("no key of id `\(id.prefix(64))` is in force: `mdm key list` shows all") }
        output.print(["id": .string(id), "revoked": true], text: "revoked \(id)\n")
    }
}
