import ArgumentParser
import Glibc

/// The program: parses, runs, and turns what went wrong into an exit code.
///
/// 0: done. 1: refused or failed. 2: wrong usage.
@main
enum Main {
    static func main() async {
        // A reader that goes away, of the output or of an HTTP answer, must not end the process with its database open.
        signal(SIGPIPE, SIG_IGN)
        Memory.keepFreed()
        let arguments = Array(CommandLine.arguments.dropFirst())
        let wantsJSON = arguments.contains("--json")
        do {
            var command = try MDM.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Exit.end(after: error, wantsJSON: wantsJSON)
        }
    }
}

/// `mdm`: the commands by what they are for.
struct MDM: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mdm",
        abstract: "One golden record per customer, product and contract, over all your platforms.",
        discussion: """
            Without --database-url the hub keeps its own PostgreSQL in ./.mdm.

            First steps:
              mdm sample --records 20000 --seed 7 --out sample
              mdm load sample/sap.customer.ndjson --platform sap --entity customer
              mdm lookup sap ID
              mdm serve

            Settings come from flags, then the environment (MDM_DATABASE_URL,
            MDM_LISTEN, MDM_POLICIES, MDM_DATA, PG*), then ./mdm.yaml (listen,
            policies, data, databaseUrl), then defaults.
            Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
            """,
        version: Release.version,
        groupedSubcommands: [
            CommandGroup(name: "Hub", subcommands: [Serve.self, Migrate.self, Doctor.self, Key.self]),
            CommandGroup(name: "Records", subcommands: [Load.self, Export.self, Lookup.self, Explain.self, Sample.self]),
            CommandGroup(name: "Matching", subcommands: [Match.self]),
            CommandGroup(name: "Trust", subcommands: [Policy.self, Verify.self, Events.self]),
        ])
}

/// What this program is called and which it is.
enum Release {
    static let version = "0.1.0"
}
