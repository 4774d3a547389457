/// The lines of a policy file after the checks that come before YAML: size, encoding, control characters, tabs.
struct PolicyText {
    /// Bytes of one file.
    static let maximumBytes = 1_048_576

    /// Without their line ends; changed where a repair lets the rest of the file be read.
    var lines: [String]

    /// Nil when nothing of the file can be read; the reason is in `findings`.
    init?(_ bytes: [UInt8], findings: inout Findings) {
        guard bytes.count <= Self.maximumBytes else {
            findings.error(
                "the file has \(bytes.count) bytes, more than the \(Self.maximumBytes) allowed", line: 1,
                hint: "split it, or move data out of the policies")
            return nil
        }
        var number = 0
        var lines: [String] = []
        var unreadable = false
        for slice in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            guard let line = String(validating: slice.last == UInt8(ascii: "\r") ? slice.dropLast() : slice, as: UTF8.self) else {
                findings.error("the line is not valid UTF-8", line: number, hint: "save the file as UTF-8")
                unreadable = true
                lines.append("")
                continue
            }
            if let control = line.unicodeScalars.first(where: { ($0.value < 0x20 && $0.value != 0x09) || $0.value == 0x7F }) {
                findings.error("the line holds the control character U+\(Self.hex(control.value))", line: number, hint: "remove it")
                unreadable = true
            }
            lines.append(line)
        }
        if unreadable { return nil }
        self.lines = lines
        untab(&findings)
    }

    var text: String { lines.joined(separator: "\n") }

    /// YAML forbids tabs in indentation, and its parsers say so in riddles. Reports each such line and indents it as its neighbours suggest.
    private mutating func untab(_ findings: inout Findings) {
        var lastIndent = 0
        var lastRaw: Substring = ""
        var opensBlock = false
        for index in lines.indices {
            let raw = lines[index].prefix { $0 == " " || $0 == "\t" }
            let rest = lines[index].dropFirst(raw.count)
            if rest.isEmpty || rest.first == "#" { continue }
            if raw.contains("\t") {
                findings.error("the line is indented with a tab", line: index + 1, hint: "use spaces, two a level")
                let indent = raw == lastRaw ? lastIndent : (opensBlock ? lastIndent + 2 : lastIndent)
                lines[index] = String(repeating: " ", count: indent) + rest
                lastIndent = indent
            } else {
                lastIndent = raw.count
            }
            lastRaw = raw
            opensBlock = rest.last == ":"
        }
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
