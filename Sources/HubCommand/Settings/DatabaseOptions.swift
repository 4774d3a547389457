import ArgumentParser

/// Options of commands that work on the database.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("database-url"),
        help: ArgumentHelp("A PostgreSQL connection string (environment: MDM_DATABASE_URL).", valueName: "url"))
    var databaseUrl: String?

    @Option(help: ArgumentHelp("The folder of the embedded PostgreSQL (environment: MDM_DATA; default: ./.mdm).", valueName: "folder"))
    var data: String?
}

/// Options of commands that read the policies.
struct PolicyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The policy folder (environment: MDM_POLICIES; default: ./policies).", valueName: "folder"))
    var policies: String?
}
