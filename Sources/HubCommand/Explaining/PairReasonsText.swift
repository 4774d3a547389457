import FoundationEssentials
import HubStore
import MasterData
import Mastering
import Matching

/// Why two records are, or are not, the same, for people.
enum PairReasonsText {
    static func text(_ reasons: PairReasons) -> String {
        let names = [reasons.left, reasons.right].map { "\($0.key.platform) \($0.rawId)" }.joined(separator: " and ")
        let standing = reasons.areTogether
            ? "in one golden record, \(reasons.left.goldenId.text)" : "in two golden records, \(reasons.left.goldenId.text) and \(reasons.right.goldenId.text)"
        var lines = ["\(names)", "now \(standing)"]
        if let same = reasons.decidedSame { lines.append("a steward has decided that they are \(same ? "the same" : "different"): that outweighs everything below") }
        guard let explanation = reasons.comparisons else {
            return (lines + ["one of them is retired, and takes no part in matching"]).joined(separator: "\n") + "\n"
        }
        var table = TextTable("comparison", "level", "bits", "values", rightAligned: [2])
        for line in explanation.lines where line.level != "missing" {
            let values = [line.left, line.right].map { $0.isEmpty ? "…" : ValueText.of(.string($0.joined(separator: " · "))) }
            table.add(line.comparison, line.level, bits(line.weight), line.left.isEmpty && line.right.isEmpty ? "" : values.joined(separator: "  |  "))
        }
        table.add("prior", "against \(explanation.againstClass)", bits(explanation.prior), "")
        lines += ["", table.text + verdict(explanation)]
        return lines.joined(separator: "\n") + "\n"
    }

    static func verdict(_ explanation: PairExplanation) -> String {
        let score = explanation.score
        var text = "\(score.outcome.rawValue): \(bits(score.bits)) bits, probability \(score.perMille / 10).\(score.perMille % 10) %"
            + " (match from \(bits(explanation.thresholds.match)), review from \(bits(explanation.thresholds.review)))"
        if let identifier = explanation.identifier { text += "\nthe identifier \(identifier) agrees" }
        if let veto = explanation.veto { text += "\nthe identifiers in \(veto) contradict each other, which keeps them apart" }
        if explanation.keys.isEmpty {
            text += "\nthey share no match key: by themselves they would never have been compared"
        } else {
            text += "\ncompared because they share \(explanation.keys.joined(separator: ", "))"
        }
        if let nearest = explanation.nearest {
            text += "\nwould be a match if \(nearest.comparison) were `\(nearest.to)` instead of `\(nearest.from)` (\(bits(nearest.bits)) bits)"
        }
        return text
    }

    /// Thousandths of a bit as bits with one digit.
    static func bits(_ thousandths: Int32) -> String {
        let tenths = (thousandths.magnitude + 50) / 100
        return "\(thousandths < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
    }
}
