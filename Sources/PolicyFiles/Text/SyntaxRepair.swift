internal import Yams

/// What is done with a YAML mistake so that the rest of the file can still be read.
enum SyntaxRepair {
    /// Begins the name that a key gets when it is there a second time.
    static let duplicateMark = "mdm-duplicate-key-"

    /// Reports `error` and takes the part it is about out of `text`. False when there is nothing left to take out.
    static func repair(_ text: inout PolicyText, after error: any Error, findings: inout Findings) -> Bool {
        switch error {
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            return renameDuplicate(duplicates.first ?? "", firstAt: context.mark, in: &text, findings: &findings)
        case YamlError.scanner(let context, let problem, let mark, _), YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            // In an unclosed quote or bracket the mistake is where it begins, not where the parser gave up.
            let isOpen = context.map { $0.text.contains("quoted") || $0.text.contains("flow") || $0.text.contains("simple key") } ?? false
            guard !problem.contains("nesting level") else {
                findings.error("nested too deeply to be read", line: 1, hint: "policies need no more than a few levels")
                return false
            }
            let line = lastWritten(upTo: isOpen ? context?.mark.line ?? mark.line : mark.line, in: text)
            report(problem, context: context?.text, line: line, findings: &findings)
            findings.isComplete = false
            return blankBlock(around: line, in: &text)
        default:
            findings.error("the file is not valid YAML", line: 1)
            return false
        }
    }

    private static func report(_ problem: String, context: String?, line: Int, findings: inout Findings) {
        let whole = [context, problem].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ": ")
        let hint: String? =
            if whole.contains("another document") {
                "one page a file: remove the `---`"
            } else if whole.contains("alias") || whole.contains("anchor") {
                "put a value that begins with `*` or `&` in quotes"
            } else if whole.contains("quoted") {
                "close the quote"
            } else if whole.contains("flow") {
                "close the bracket, and put a comma between its values"
            } else {
                "check the indentation, the `: ` after each key, and quotes around values that hold `: ` or ` #`"
            }
        findings.error("not valid YAML: \(whole)", line: line, hint: hint)
    }

    /// Gives the second of two equal keys another name. In a block mapping all keys start in one column; in a flow mapping the second is mostly on the same line.
    private static func renameDuplicate(_ key: String, firstAt mark: Mark, in text: inout PolicyText, findings: inout Findings) -> Bool {
        let replacement = duplicateMark + String(mark.line) + "-" + String(mark.column)
        func report(_ line: Int) {
            findings.error(
                "`\(key)` is there twice", line: line, hint: line == mark.line ? "keep one" : "keep one; the first is on line \(mark.line)")
        }
        guard text.lines.indices.contains(mark.line - 1) else { return false }
        let spellings = [key, "\"\(key)\"", "'\(key)'"]
        for index in mark.line..<max(mark.line, text.lines.count) {
            let line = text.lines[index]
            let indent = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(indent)
            if rest.isEmpty || rest.first == "#" { continue }
            if indent < mark.column - 1 { break }
            guard indent == mark.column - 1, let spelling = spellings.first(where: { isKey($0, at: rest) }) else { continue }
            report(index + 1)
            text.lines[index] = String(repeating: " ", count: indent) + replacement + "-\(index)" + rest.dropFirst(spelling.count)
            return true
        }
        let first = text.lines[mark.line - 1]
        let start = first.unicodeScalars.index(first.startIndex, offsetBy: mark.column, limitedBy: first.endIndex) ?? first.endIndex
        var index = start
        while index < first.endIndex {
            let isBoundary = index > first.startIndex && " ,{".contains(first[first.index(before: index)])
            if isBoundary, let spelling = spellings.first(where: { isKey($0, at: first[index...]) }) {
                report(mark.line)
                let end = first.index(index, offsetBy: spelling.count)
                text.lines[mark.line - 1] = first[..<index] + replacement + "-\(first.utf8.count)" + first[end...]
                return true
            }
            index = first.index(after: index)
        }
        report(mark.line)
        findings.isComplete = false
        return blankBlock(around: mark.line, in: &text)
    }

    private static func isKey(_ spelling: String, at text: Substring) -> Bool {
        guard text.hasPrefix(spelling) else { return false }
        let rest = text.dropFirst(spelling.count).drop { $0 == " " }
        return rest.first == ":"
    }

    /// Blanks the block that holds the line: an attribute, a code list; the second level of the page. False when it is blank already.
    private static func blankBlock(around line: Int, in text: inout PolicyText) -> Bool {
        let mistaken = lastWritten(upTo: line, in: text) - 1
        var start = mistaken
        // Up from parent to parent, until the next one would be the page's own key.
        for index in stride(from: mistaken - 1, through: 0, by: -1)
        where !isBlank(text.lines[index]) && indent(text.lines[index]) < indent(text.lines[start]) {
            if indent(text.lines[index]) == 0 { break }
            start = index
        }
        var end = start + 1
        while end < text.lines.count, isBlank(text.lines[end]) || indent(text.lines[end]) > indent(text.lines[start]) { end += 1 }
        let wasBlank = text.lines[start..<end].allSatisfy(\.isEmpty)
        for index in start..<end { text.lines[index] = "" }
        return !wasBlank
    }

    /// The number of the last line up to `line` on which something stands: at the end of a file the parser names a line that nobody wrote.
    private static func lastWritten(upTo line: Int, in text: PolicyText) -> Int {
        let bounded = min(max(line, 1), text.lines.count)
        return text.lines[..<bounded].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? bounded
    }

    private static func isBlank(_ line: String) -> Bool {
        let rest = line.drop { $0 == " " }
        return rest.isEmpty || rest.first == "#"
    }

    private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
}
