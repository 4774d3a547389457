internal import MasterData

/// Single values read as what they must be; a finding where they are something else.
extension PolicyNode {
    /// Any single value, as text. `name` says in messages what it is the value of.
    func text(_ name: String, findings: inout Findings) -> String? {
        guard case .scalar(let text, _) = content else {
            findings.error("`\(name)` is \(kind), not a single value", line: line)
            return nil
        }
        return text
    }

    /// One value or a list of them. Empty lists, and values twice in a list, are mistakes.
    func texts(_ name: String, findings: inout Findings) -> [(text: String, line: Int)]? {
        guard case .list(let items) = content else {
            return text(name, findings: &findings).map { [($0, line)] }
        }
        guard !items.isEmpty else {
            findings.error("`\(name)` is an empty list", line: line, hint: "name at least one, or remove the line")
            return nil
        }
        var texts: [(text: String, line: Int)] = []
        for item in items {
            guard let text = item.text(name, findings: &findings) else { continue }
            if texts.contains(where: { $0.text == text }) {
                findings.error("`\(text)` is twice in `\(name)`", line: item.line, hint: "keep one")
            } else {
                texts.append((text, item.line))
            }
        }
        return texts
    }

    /// A whole number in `range`.
    func integer(_ name: String, in range: ClosedRange<Int>, findings: inout Findings) -> Int? {
        guard let text = text(name, findings: &findings) else { return nil }
        guard let value = Int(text), !text.hasPrefix("+") else {
            findings.error("`\(name)` is `\(text)`, not a whole number", line: line)
            return nil
        }
        guard range.contains(value) else {
            let hint = range.upperBound == .max ? "use \(range.lowerBound) or more" : "use \(range.lowerBound) to \(range.upperBound)"
            findings.error("`\(name)` is `\(text)`", line: line, hint: hint)
            return nil
        }
        return value
    }

    func boolean(_ name: String, findings: inout Findings) -> Bool? {
        guard let text = text(name, findings: &findings) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            findings.error("`\(name)` is `\(text)`", line: line, hint: "write `true` or `false`")
            return nil
        }
    }

    /// A day, `YYYY-MM-DD`.
    func date(_ name: String, findings: inout Findings) -> String? {
        guard let text = text(name, findings: &findings) else { return nil }
        // Such texts sort by date as they sort by bytes.
        guard (try? CalendarDate.standardise(text, platform: .other)) == text else {
            findings.error("`\(name)` is `\(text)`, which is no date", line: line, hint: "write it as `2027-01-31`")
            return nil
        }
        return text
    }

    /// One of the texts of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, of _: Choice.Type, findings: inout Findings) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(name, findings: &findings) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        findings.error("`\(name)` is `\(text)`", line: line, hint: Spelling.hint(for: text, among: Choice.allCases.map(\.rawValue)))
        return nil
    }
}
