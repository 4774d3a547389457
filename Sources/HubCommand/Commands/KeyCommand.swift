import ArgumentParser
import HubStore

/// Keys for the HTTP interface.
struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Create, list and revoke access keys.",
        discussion: """
            Roles: admin, steward, reader, platform (bound to one platform), subscriber.

            Example:
              mdm key create --role platform --platform sap
            """,
        subcommands: [KeyCreate.self, KeyList.self, KeyRevoke.self])
}

extension AccessRole: ExpressibleByArgument {}
