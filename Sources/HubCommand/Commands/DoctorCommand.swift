import ArgumentParser
import MasterData
import PolicyFiles

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the machine, the database and the policies, and say what to do.",
        discussion: """
            Exits with 1 when anything fails; warnings pass. Changes nothing, except that the embedded PostgreSQL is made if it is missing.

            Example:
              mdm doctor
            """)

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let settings = try Settings.current()
        let place = settings.database(database)
        let checks = MachineChecks.run(place) + [policyCheck(settings.policies(policies))] + (await DatabaseChecks.run(place))
        let isWell = !checks.contains { $0.status == .fail }
        output.print(["ok": .bool(isWell), "checks": .array(checks.map { .object($0.json) })], text: checks.map(\.text).joined())
        if !isWell { throw ExitCode(Exit.failure) }
    }

    private func policyCheck(_ folder: String) -> Check {
        let reading = PolicyReader.read(folder: folder)
        let errors = reading.diagnostics.filter { $0.severity == .error }
        if let first = errors.first {
            return .fail("policies", "\(errors.count) mistakes in `\(folder)`, first \(first.file):\(first.line): \(first.message)", "run `mdm policy check`")
        }
        if !reading.diagnostics.isEmpty {
            return .warn("policies", "`\(folder)`, version \(reading.version), with \(reading.diagnostics.count) warnings", "run `mdm policy check`")
        }
        return .ok("policies", "`\(folder)`, version \(reading.version)")
    }
}
