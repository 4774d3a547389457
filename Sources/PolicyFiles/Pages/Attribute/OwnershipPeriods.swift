/// The periods of an ownership must follow each other without overlap and without a gap.
///
/// The first period that holds decides, so a statement with a condition and no `else` may be followed by one for the same days:
/// only where an earlier statement always holds is a later one for the same days dead.
enum OwnershipPeriods {
    static func check(_ statements: [OwnerStatement], of subject: String, line: Int, findings: inout Findings) {
        for (index, later) in statements.enumerated() {
            for earlier in statements[..<index] where earlier.alwaysHolds && overlaps(earlier, later) {
                findings.error(
                    "two owners of \(subject) at once: `\(earlier.name)` (\(days(earlier))) and `\(later.name)` (\(days(later)))", line: later.line,
                    hint: "let each period begin `from` the day on which the one before it ends with `until`")
                return
            }
        }
        reportGaps(statements, of: subject, line: line, findings: &findings)
    }

    private static func reportGaps(_ statements: [OwnerStatement], of subject: String, line: Int, findings: inout Findings) {
        // By the day they begin; open ends sort first as the empty text.
        let sorted = statements.sorted { ($0.from ?? "", $0.until ?? "~") < ($1.from ?? "", $1.until ?? "~") }
        guard let first = sorted.first else { return }
        if let from = first.from {
            findings.warning(
                "nobody owns \(subject) before `\(from)`", line: first.line, hint: "leave out `from` of the first period unless that is meant")
        }
        // Nil once a period without end is met.
        var covered = first.until
        for statement in sorted.dropFirst() {
            guard let end = covered else { return }
            if let from = statement.from, from > end {
                findings.error(
                    "nobody owns \(subject) from `\(end)` until `\(from)`", line: statement.line, hint: "write `from: \(end)`, or add a period")
            }
            guard let until = statement.until else { return }
            covered = max(end, until)
        }
        if let end = covered {
            findings.warning("nobody owns \(subject) from `\(end)` on", line: line, hint: "leave out `until` of the last period unless that is meant")
        }
    }

    private static func overlaps(_ left: OwnerStatement, _ right: OwnerStatement) -> Bool {
        // `~` sorts after every digit: the end of an open period.
        (left.from ?? "") < (right.until ?? "~") && (right.from ?? "") < (left.until ?? "~")
    }

    private static func days(_ statement: OwnerStatement) -> String {
        switch (statement.from, statement.until) {
        case (nil, nil): "always"
        case (let from?, nil): "from \(from)"
        case (nil, let until?): "until \(until)"
        case (let from?, let until?): "from \(from) until \(until)"
        }
    }
}
