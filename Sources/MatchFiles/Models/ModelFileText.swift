package import Matching

extension MatchModelFile {
    /// A whole model as a file: what `init(text:file:)` reads back to the last bit.
    package static func text(_ model: RecordModel) -> String { ModelFileText(model).text }
}

/// Writes a model for people: a section for each question that they may have, the same order every time.
private struct ModelFileText {
    private(set) var text = ""

    init(_ model: RecordModel) {
        let comparisons = model.layout.comparisons
        let training = model.training
        line(
            "# A matching model, learned by `mdm match run --save-model` and used by `--model`. Scores depend on what stands here and on nothing else."
        )
        line("# It holds words and names that occur more than once in the records it was learned from: keep it as you keep them.")
        line("standardisation: \(RecordModel.standardisation)")
        line("training: { records: \(training.records), pairs: \(training.pairs), seed: \(training.seed), date: \(quoted(training.date)) }")
        line("\n# Bits: log2 of the odds that two records are one. Above `match` they are; above `review` somebody should look.")
        line("# An identifier that agrees decides, unless all that is no identifier adds up to less than `contradiction`.")
        let thresholds = model.thresholds
        line("thresholds: { match: \(thresholds.match), review: \(thresholds.review), contradiction: \(thresholds.contradiction) }")
        line("\n# What is compared.\nfields:")
        for field in model.fields {
            let dates = field.kind == .date ? ", dates: \(field.dateOrder.rawValue)" : ""
            let strength = field.identifier.map { ", strength: \($0.rawValue)" } ?? ""
            line("  \(quoted(field.name)): { kind: \(field.kind.rawValue)\(dates)\(strength) }")
        }
        line(
            "\n# What a pair of candidates can be, and how often it is: one party, related but different, or brought together by a key by coincidence.\nclasses:"
        )
        for (name, share) in zip(model.classes.names, model.classes.shares) { line("  \(quoted(name)): \(share)") }
        line(
            "\n# How likely each level is in each class. `bits` is what a level says by itself: log2 of match against all other classes together.\ncomparisons:"
        )
        for (place, comparison) in comparisons.enumerated() { write(comparison, place, model.classes) }
        line("\n# Two records are compared when they share all parts of a key. `loose` ones are for files with few records.\nkeys:")
        for key in model.keys { write(key, comparisons) }
        if !model.informalNames.isEmpty {
            line("\n# Given names that stand for each other.\ninformalNames: |")
            for couple in model.informalNames.couples { line("  \(EscapedLetters.text(couple.first)) = \(EscapedLetters.text(couple.second))") }
        }
        line("\n# How many records have a word. What is not listed counts as `unseen`.")
        write("words", model.words, comparisons.filter { $0.words >= 0 })
        line("\n# How many records have a value. Agreeing on a rare one says more.")
        write("values", model.values, comparisons.filter(\.hasRarity))
    }

    private mutating func line(_ line: String) { text += line + "\n" }

    private mutating func write(_ comparison: RecordComparison, _ place: Int, _ classes: ClassProbabilities) {
        line("  \(quoted(comparison.name)):")
        let levels = Array(comparison.rule.levels.enumerated().dropFirst())
        let bits = levels.map { "\(quoted($1)): \(Self.signed(LevelWeights.bits(classes, comparison: place, level: $0)))" }
        line("    # bits: { \(bits.joined(separator: ", ")) }")
        for (index, name) in classes.names.enumerated() {
            line("    \(quoted(name)): { \(levels.map { "\(quoted($1)): \(classes.levels[place][index][$0])" }.joined(separator: ", ")) }")
        }
    }

    private mutating func write(_ key: BlockingKey, _ comparisons: [RecordComparison]) {
        let parts = key.parts.flatMap { part in part.pieces.map { piece($0, comparisons[part.comparison]) } }
        let flags = (key.swapped.isEmpty ? "" : ", swapped: true") + (key.isLoose ? ", loose: true" : "")
        line("  - { name: \(quoted(key.name)), parts: [\(parts.joined(separator: ", "))]\(flags) }")
    }

    private func piece(_ piece: BlockingKey.Piece, _ comparison: RecordComparison) -> String {
        let part = comparison.keySlots.first { $0.slot == piece.slot }?.name.map { ", part: \($0)" } ?? ""
        let of = "of: \(quoted(comparison.name))\(part)"
        switch piece {
        case .whole: return part.isEmpty ? quoted(comparison.name) : "{ \(of) }"
        case .stretch(_, let start, let length): return "{ \(of)\(start > 0 ? ", skip: \(start)" : ""), first: \(length) }"
        case .joined(_, let length): return "{ \(of), joined: \(length.map(String.init) ?? "all") }"
        case .tail(_, let length): return "{ \(of), last: \(length) }"
        case .rarestWord: return "{ \(of), word: rarest }"
        case .secondWord: return "{ \(of), word: second }"
        }
    }

    private mutating func write(_ section: String, _ tables: [FrequencyTable], _ comparisons: [RecordComparison]) {
        if tables.isEmpty {
            line("\(section): {}")
            return
        }
        line("\(section):")
        for (comparison, table) in zip(comparisons, tables) {
            line("  \(quoted(comparison.name)):")
            text += ModelTable.text(table, indent: "    ")
        }
    }

    /// Two digits behind the point.
    private static func signed(_ bits: Double) -> String {
        let hundredths = Int((abs(bits) * 100).rounded())
        return "\(bits < 0 && hundredths > 0 ? "-" : "+")\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }

    /// A text as YAML: bare where that is safe everywhere.
    private func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || " _-+.()".utf8.contains($0) }
        if isPlain, let first = text.first, first.isLetter, text.last != " " { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || (scalar.value > 0x7E && !scalar.properties.isAlphabetic):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
