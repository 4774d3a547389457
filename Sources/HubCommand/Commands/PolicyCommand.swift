import ArgumentParser

/// Commands on the policy folder; none of them touches the database.
struct Policy: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check and show the policies.",
        discussion: """
            Example:
              mdm policy check
              mdm policy show customer
            """,
        subcommands: [PolicyCheck.self, PolicyShow.self])
}
