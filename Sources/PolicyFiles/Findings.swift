/// The mistakes found so far in one file.
///
/// Reading never stops at a mistake: what cannot be read is left out, so that one run reports everything.
struct Findings {
    /// Bound on the diagnostics kept of one file; the last one then says that there are more.
    static let limit = 1_000

    let file: String
    private(set) var diagnostics: [Diagnostic] = []
    /// False after a part of the file had to be skipped for its syntax: what seems to be missing may be in that part.
    var isComplete = true
    /// Roles named where no platform has them: role to first line and number of uses.
    private(set) var emptyRoles: [String: (line: Int, uses: Int)] = [:]

    init(file: String) {
        self.file = file
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    mutating func error(_ message: String, line: Int, hint: String? = nil) {
        add(Diagnostic(file: file, line: line, severity: .error, message: message, hint: hint))
    }

    mutating func warning(_ message: String, line: Int, hint: String? = nil) {
        add(Diagnostic(file: file, line: line, severity: .warning, message: message, hint: hint))
    }

    /// Remembers an owner role that nobody has; one warning a role, not one an attribute.
    mutating func noteEmptyRole(_ role: String, line: Int) {
        let known = emptyRoles[role] ?? (line, 0)
        emptyRoles[role] = (min(known.line, line), known.uses + 1)
    }

    /// Turns the roles noted into warnings; call once, at the end of the page.
    mutating func reportEmptyRoles() {
        for (role, use) in emptyRoles.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            warning(
                "no platform has the role `\(role)`, which owns \(use.uses == 1 ? "1 attribute" : "\(use.uses) attributes") of this page",
                line: use.line,
                hint: "give a platform `roles: [\(role)]` in platforms/; until then the first of `otherwise` is the owner")
        }
        emptyRoles = [:]
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.limit {
            diagnostics.append(diagnostic)
        } else if diagnostics.count == Self.limit {
            diagnostics.append(
                Diagnostic(
                    file: file, line: diagnostic.line, severity: .error, message: "more than \(Self.limit) mistakes in this file",
                    hint: "correct the ones listed and check again"))
        }
    }
}
