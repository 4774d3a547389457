internal import Yams

/// YAML text -> tree of nodes with lines. The only place that knows the YAML parser.
///
/// The parser stops at the first mistake; here the part that it stumbled over is blanked (line numbers stay) and the rest is parsed again,
/// so that one run reports the mistakes of the whole file.
enum PolicyDocument {
    /// How often one file is parsed again after a mistake.
    static let maximumRepairs = 60

    /// Nil when the file is empty or nothing of it can be read; the reason is in `findings`.
    static func parse(_ bytes: [UInt8], findings: inout Findings) -> PolicyNode? {
        guard var text = PolicyText(bytes, findings: &findings) else { return nil }
        guard !AliasKeys.arePresent(in: text.lines) else {
            findings.error("an alias (`*name`) is used as a key", line: 1, hint: "write the key out")
            return nil
        }
        var repairs = 0
        while true {
            do {
                guard let root = try Parser(yaml: text.text, encoding: .utf8).singleRoot() else {
                    if findings.isComplete { findings.error("the file is empty", line: 1, hint: "write the page, or remove the file") }
                    return nil
                }
                var conversion = NodeConversion()
                let node = conversion.convert(root, depth: 0)
                for problem in conversion.problems { findings.error(problem.message, line: problem.line, hint: problem.hint) }
                if findings.isComplete, node?.isEmpty == true {
                    findings.error("the file is empty", line: 1, hint: "write the page, or remove the file")
                    return nil
                }
                return node
            } catch {
                repairs += 1
                let isRepaired = SyntaxRepair.repair(&text, after: error, findings: &findings)
                guard isRepaired, repairs < maximumRepairs else { return nil }
            }
        }
    }
}
