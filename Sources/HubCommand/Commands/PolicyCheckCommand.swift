import ArgumentParser
import MasterData
import PolicyFiles

struct PolicyCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report every mistake in the policies, with file and line.",
        discussion: """
            Prints `file:line: error: what (what to do)`, as compilers do. Exits with 1 when there is an error; warnings pass.

            Example:
              mdm policy check --policies policies
            """)

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let folder = try Settings.current().policies(policies)
        let reading = PolicyReader.read(folder: folder)
        output.print(
            [
                "policyVersion": .string(reading.version),
                "diagnostics": .array(reading.diagnostics.map { diagnostic in
                    .object([
                        "file": .string(diagnostic.file), "line": JSONValue(diagnostic.line), "severity": .string(diagnostic.severity.rawValue),
                        "message": .string(diagnostic.message), "hint": JSONValue(diagnostic.hint),
                    ])
                }),
            ],
            text: text(reading, folder: folder))
        if reading.hasErrors { throw ExitCode(Exit.failure) }
    }

    private func text(_ reading: PolicyReading, folder: String) -> String {
        let lines = reading.diagnostics.map { diagnostic in
            "\(folder)/\(diagnostic.file):\(diagnostic.line): \(diagnostic.severity.rawValue): \(diagnostic.message)"
                + (diagnostic.hint.map { " (\($0))" } ?? "") + "\n"
        }
        let errors = reading.diagnostics.filter { $0.severity == .error }.count
        let warnings = reading.diagnostics.count - errors
        return lines.joined() + "policy version \(reading.version): \(Self.count(errors, "error")), \(Self.count(warnings, "warning"))\n"
    }

    private static func count(_ number: Int, _ noun: String) -> String { number == 0 ? "no \(noun)s" : "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
