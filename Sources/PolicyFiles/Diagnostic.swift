/// One mistake, or one thing worth a look, in a policy folder: says what, where, and what to do.
///
/// Wording: lower case, the input in `backticks`, no type names of the program, one sentence.
package struct Diagnostic: Sendable, Hashable, Codable {
    package enum Severity: String, Sendable, Hashable, Codable {
        /// The policies are refused.
        case error
        /// The policies are taken; somebody should look.
        case warning
    }

    /// Relative to the policy folder, with `/`.
    package var file: String
    /// From 1; 1 also stands for the file as a whole.
    package var line: Int
    package var severity: Severity
    package var message: String
    package var hint: String?

    package init(file: String, line: Int, severity: Severity, message: String, hint: String? = nil) {
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
        self.hint = hint
    }
}

extension Diagnostic: Comparable {
    /// By file, line, then text: a total order, so that a run prints the same list every time.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        if left.line != right.line { return left.line < right.line }
        if left.message != right.message { return left.message.utf8.lexicographicallyPrecedes(right.message.utf8) }
        if left.severity != right.severity { return left.severity == .error }
        return (left.hint ?? "").utf8.lexicographicallyPrecedes((right.hint ?? "").utf8)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `customer.yaml:12: error: unknown key …; did you mean …`, as compilers print it, so that editors can jump there.
    package var description: String {
        "\(file):\(line): \(severity.rawValue): \(message)" + (hint.map { "; \($0)" } ?? "")
    }
}
