import ArgumentParser
import HubStore
import MasterData

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database's schema up to date.",
        discussion: """
            Applies the migrations that the database lacks, each in a transaction of its own. Doing it again changes nothing.
            The embedded PostgreSQL is migrated by every command by itself; a database of your own only by this one, as its owner.

            Example:
              mdm migrate --database-url postgresql://owner@db.example/mdm
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let place = try Settings.current().database(database)
        let opened = try await Database.open(place, Database.Use(migrates: true), logger: .command)
        await opened.close()
        let names = opened.applied.map(\.name)
        output.print(
            ["applied": .array(names.map(JSONValue.string))],
            text: names.isEmpty ? "\(place.name): nothing to do\n" : "\(place.name): applied \(names.joined(separator: ", "))\n")
    }
}
