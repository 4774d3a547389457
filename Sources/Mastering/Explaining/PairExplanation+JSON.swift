import HubStore
package import MasterData
package import Matching

extension PairExplanation {
    /// For programs, the same on the command line and over HTTP. Weights in thousandths of a bit.
    package var object: JSONObject {
        func number(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        return [
            "model": .string(model), "modelVersion": .string(modelVersion), "outcome": .string(score.outcome.rawValue), "weight": number(score.bits),
            "perMille": number(score.perMille), "prior": number(prior), "against": .string(againstClass), "matchFrom": number(thresholds.match),
            "reviewFrom": number(thresholds.review), "keys": .array(keys.map { .string($0) }), "veto": text(veto), "identifier": text(identifier),
            "comparisons": .array(lines.map { line in
                .object([
                    "comparison": .string(line.comparison), "kind": .string(line.kind.rawValue), "level": .string(line.level),
                    "weight": number(line.weight), "left": .array(line.left.map { .string($0) }), "right": .array(line.right.map { .string($0) }),
                ])
            }),
            "nearest": nearest.map { nearest in
                .object([
                    "comparison": .string(nearest.comparison), "from": .string(nearest.from), "to": .string(nearest.to), "weight": number(nearest.bits),
                ])
            } ?? .null,
        ]
    }
}

extension PairReasons {
    /// For programs, the same on the command line and over HTTP.
    package var object: JSONObject {
        var object: JSONObject = [
            "together": .bool(areTogether), "goldenIds": .array([.string(left.goldenId.text), .string(right.goldenId.text)]),
            "decision": decidedSame.map { .string($0 ? "same" : "different") } ?? .null,
        ]
        for member in comparisons?.object.members ?? [] { object[member.key] = member.value }
        return object
    }
}
