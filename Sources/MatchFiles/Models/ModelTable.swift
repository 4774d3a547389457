import Matching

/// A table of how often texts occur: `{ records: 1000, unseen: 1, counts: "17 anna\n…" }`.
enum ModelTable {
    static func read(_ node: ModelNode, _ name: String) throws(MatchFileError) -> FrequencyTable {
        var table = FrequencyTable(records: 0, unseen: 1, entries: [])
        let largest = 1 << 40
        for (_, part, value) in try node.mapping(name, known: ["records", "unseen", "counts"]) {
            switch part {
            case "records": table.records = try value.integer("records", 0...largest)
            case "unseen": table.unseen = try value.integer("unseen", 1...largest)
            default: table = FrequencyTable(records: table.records, unseen: table.unseen, entries: try entries(value))
            }
        }
        return table
    }

    private static func entries(_ node: ModelNode) throws(MatchFileError) -> [FrequencyTable.Entry] {
        let lines = try node.text("counts").utf8.split(separator: 0x0A)
        guard lines.count <= FrequencyTable.limit else {
            throw node.failure("`counts` has \(lines.count) lines; the limit is \(FrequencyTable.limit)")
        }
        var entries: [FrequencyTable.Entry] = []
        for (place, line) in lines.enumerated() {
            let parts = line.split(separator: 0x20, maxSplits: 1)
            guard parts.count == 2, let count = Int(Substring(parts[0])), count > 0, let letters = EscapedLetters.read(parts[1]) else {
                throw node.failure(line: place, "a line of `counts` is a count, a space and a text")
            }
            entries.append(FrequencyTable.Entry(letters: letters, count: count))
        }
        return entries
    }

    static func text(_ table: FrequencyTable, indent: String) -> String {
        var text = "\(indent)records: \(table.records)\n\(indent)unseen: \(table.unseen)\n"
        if table.entries.isEmpty { return text }
        text += "\(indent)counts: |\n"
        for entry in table.entries { text += "\(indent)  \(entry.count) \(EscapedLetters.text(entry.letters))\n" }
        return text
    }
}

/// Standardised values as text. They are bytes: scripts of two bytes a letter are kept as one, which is no UTF-8; what is no plain letter
/// is written as `%` and two hexadecimal digits.
enum EscapedLetters {
    static func text(_ letters: [UInt8]) -> String {
        if let text = String(validating: letters, as: UTF8.self), text.unicodeScalars.allSatisfy(isPlain) { return text }
        var text = ""
        for byte in letters {
            if byte < 0x80, isPlain(Unicode.Scalar(byte)) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }

    /// Nil where a `%` has no two digits behind it.
    static func read(_ text: Substring.UTF8View) -> [UInt8]? {
        var letters: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            if byte != 0x25 {
                letters.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
            letters.append(high << 4 | low)
        }
        return letters
    }

    private static func digit(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) } }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar.value > 0x20 && scalar.value < 0x7F && scalar != "%" && scalar != "=" || scalar == " " : scalar.properties.isAlphabetic
    }
}
