import ArgumentParser
import HubServer
import HubStore
import Logging

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the hub.",
        discussion: """
            Prints `listening on http://…` when it is ready. SIGTERM and Ctrl-C stop it once the requests that it has taken are answered.
            Without --database-url it starts its own PostgreSQL in --data, migrates it, and stops it at the end unless others use it.
            Policies with mistakes are refused. Logs go to standard error; MDM_LOG names their level (info, debug, …).

            Example:
              mdm serve --listen 127.0.0.1:8080
            """)

    @Option(help: ArgumentHelp("Where to listen (environment: MDM_LISTEN; default: 127.0.0.1:8080).", valueName: "host:port"))
    var listen: String?

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let listen, HubApplication.Address(listen) == nil {
            throw ValidationError("--listen takes host:port, for example 127.0.0.1:8080 or [::1]:8080")
        }
    }

    func run() async throws {
        let settings = try Settings.current()
        let wanted = settings.listen(listen)
        guard let address = HubApplication.Address(wanted) else {
            throw CommandFailure("cannot listen on `\(wanted.prefix(80))`: MDM_LISTEN and mdm.yaml take host:port, for example 127.0.0.1:8080")
        }
        let set = try readPolicies(policies)
        let logger = Logger.standardError("mdm", level: settings.logLevel)
        let opened = try await Database.open(settings.database(database), Database.Use(connections: 16, statementTimeout: .seconds(30)), logger: logger)
        do {
            try await Hub(policies: set, store: opened.store, address: address, wantsJSON: output.json, logger: logger).run()
            await opened.close()
        } catch {
            await opened.close()
            throw error
        }
    }
}
