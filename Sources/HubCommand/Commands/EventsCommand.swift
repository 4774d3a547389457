import ArgumentParser

/// Commands on the change feed.
struct Events: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follow the change feed.",
        discussion: """
            Example:
              mdm events tail --follow
            """,
        subcommands: [EventsTail.self])
}
