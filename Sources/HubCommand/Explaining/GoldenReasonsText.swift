import FoundationEssentials
import HubStore
import MasterData
import Mastering
import Matching

/// Why a golden record holds what it holds, for people and for programs.
enum GoldenReasonsText {
    static func json(_ reasons: GoldenReasons, _ golden: GoldenRecordRow) -> JSONObject {
        [
            "goldenId": .string(golden.goldenId.text), "entity": .string(golden.entity.rawValue), "number": .string(golden.number),
            "version": JSONValue(golden.version), "status": .string(golden.status.rawValue), "policyVersion": .string(golden.policyVersion),
            "attributes": .array(reasons.attributes.map { .object(json($0)) }),
            "members": .array(reasons.members.map { .object(json($0)) }),
        ]
    }

    private static func json(_ attribute: GoldenReasons.Attribute) -> JSONObject {
        [
            "attribute": .string(attribute.name), "value": attribute.value ?? .null, "rule": JSONValue(attribute.rule), "owner": JSONValue(attribute.owner),
            "words": .array(attribute.words.map { word in
                .object([
                    "platform": .string(word.key.platform), "nativeId": .string(word.key.nativeId), "value": word.value, "survives": .bool(word.survives),
                    "updatedAt": JSONValue(word.updatedAt?.text),
                ])
            }),
        ]
    }

    private static func json(_ member: GoldenReasons.Member) -> JSONObject {
        [
            "platform": .string(member.record.key.platform), "nativeId": .string(member.record.rawId), "status": .string(member.record.status.rawValue),
            "method": .string(member.record.method.rawValue),
            "nearest": member.nearest.map { .object(["platform": .string($0.platform), "nativeId": .string($0.nativeId)]) } ?? .null,
            "explanation": member.comparisons.map { .object($0.object) } ?? .null,
        ]
    }

    static func text(_ reasons: GoldenReasons, _ golden: GoldenRecordRow, wantsMembers: Bool) -> String {
        var text = "\(golden.entity.rawValue) \(golden.number), \(golden.status.rawValue), version \(golden.version), policy \(golden.policyVersion)\n"
            + "golden id \(golden.goldenId.text)\n"
        for attribute in reasons.attributes {
            let value = attribute.value.map(ValueText.of) ?? "(no value: nobody who may speak has one)"
            let rule = [attribute.rule.map { "by \($0)" }, attribute.owner.map { "owner \($0)" }].compactMap { $0 }.joined(separator: ", ")
            text += "\n\(attribute.name): \(value)\(rule.isEmpty ? "" : "  [\(rule)]")\n"
            for word in attribute.words {
                let when = word.updatedAt.map { " of \($0.date)" } ?? ""
                text += "  \(word.survives ? "✓" : " ") \(word.key.platform) \(word.key.nativeId)\(when): \(ValueText.of(word.value))\n"
            }
        }
        return wantsMembers ? text + "\n" + members(reasons) : text
    }

    private static func members(_ reasons: GoldenReasons) -> String {
        var table = TextTable("record", "linked by", "most like", "outcome", "bits", "why", rightAligned: [4])
        for member in reasons.members {
            let record = "\(member.record.key.platform) \(member.record.rawId)\(member.record.status == .retired ? " (retired)" : "")"
            guard let nearest = member.nearest, let explanation = member.comparisons else {
                table.add(record, member.record.method.rawValue, "-", "-", "-", "")
                continue
            }
            // The three comparisons that speak loudest; ties in the model's order.
            let loudest = explanation.lines.enumerated().filter { $0.element.weight > 0 }
                .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.prefix(3)
            let why = (explanation.identifier.map { ["identifier \($0)"] } ?? [])
                + loudest.filter { $0.element.comparison != explanation.identifier }.map { "\($0.element.comparison) \($0.element.level)" }
            table.add(
                record, member.record.method.rawValue, "\(nearest.platform) \(nearest.nativeId)", explanation.score.outcome.rawValue,
                PairReasonsText.bits(explanation.score.bits), why.joined(separator: ", "))
        }
        return table.text
    }
}
