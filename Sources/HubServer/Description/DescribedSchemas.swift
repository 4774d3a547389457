import MasterData
import Mastering

/// The schemas that the routes name. Attributes are described from the policies in force.
struct DescribedSchemas {
    let policies: PolicySet

    var all: JSONObject {
        var schemas = JSONObject(Self.fixed.members + attributes.members)
        for entity in Entity.allCases {
            let name = name(of: entity)
            schemas[name] = .object(Self.goldenRecord(attributes: "\(name)Attributes"))
            schemas["\(name)Page"] = Self.object(
                [
                    "records": ["type": "array", "items": Self.reference(name)],
                    "next": ["type": ["string", "null"], "description": "The next page's `cursor`"],
                ])
        }
        return schemas
    }

    /// What schemas of an entity are called after.
    func name(of entity: Entity) -> String { entity.rawValue.prefix(1).uppercased() + entity.rawValue.dropFirst() }

    /// The attributes of each entity.
    var attributes: JSONObject {
        JSONObject(Entity.allCases.map { JSONObject.Member(key: "\(name(of: $0))Attributes", value: .object(attributes(of: $0))) })
    }

    private func attributes(of entity: Entity) -> JSONObject {
        let members = policies.entities[entity]?.attributes.map { attribute in
            JSONObject.Member(key: attribute.name, value: .object(attribute.type.schema))
        }
        return ["type": "object", "additionalProperties": false, "properties": .object(JSONObject(members ?? []))]
    }

    private static func goldenRecord(attributes: String) -> JSONObject {
        [
            "type": "object", "required": ["goldenId", "entity", "number", "version", "status", "policyVersion", "recordedAt", "attributes"],
            "properties": [
                "goldenId": uuid, "entity": entity, "number": ["type": "string", "description": "The business number, at most 20 characters"],
                "version": integer, "status": ["type": "string", "enum": ["active", "merged", "retired"]], "mergedInto": nullable("string"),
                "policyVersion": text, "recordedAt": time, "attributes": reference(attributes),
                "lineage": ["type": "object", "description": "With `include=lineage`"],
                "crosswalk": ["type": "array", "items": reference("CrosswalkId"), "description": "With `include=crosswalk`"],
            ],
        ]
    }

    // MARK: Pieces

    private static let text: JSONValue = ["type": "string"]
    private static let integer: JSONValue = ["type": "integer"]
    private static let uuid: JSONValue = ["type": "string", "format": "uuid"]
    private static let time: JSONValue = ["type": "string", "format": "date-time"]
    private static let entity: JSONValue = ["type": "string", "enum": .array(Entity.allCases.map { .string($0.rawValue) })]
    private static let anything: JSONValue = ["type": "object"]

    private static func nullable(_ type: String) -> JSONValue { ["type": .array([.string(type), "null"])] }
    private static func reference(_ schema: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(schema)")] }
    private static func list(_ schema: String) -> JSONValue { ["type": "array", "items": reference(schema)] }
    private static func names(_ cases: [String]) -> JSONValue { ["type": "string", "enum": .array(cases.map { .string($0) })] }

    private static func object(_ properties: JSONObject, required: [String] = []) -> JSONValue {
        ["type": "object", "properties": .object(properties), "required": .array(required.map { .string($0) })]
    }

    private static let report: JSONObject = [
        "attributes": ["type": "object", "description": "The record's attributes by the names of the policy"],
        "updatedAt": ["type": ["string", "null"], "description": "The platform's own time of change"],
        "version": ["type": ["string", "number", "null"], "description": "The platform's own version token"],
    ]

    private static let receipt: JSONObject = [
        "goldenId": uuid, "goldenVersion": integer, "outcome": names(Outcome.allCases.map(\.rawValue)), "verdicts": list("Verdict"),
        "policyVersion": text,
        "stale": ["type": "boolean", "description": "The report was of an older state than the stored one and changed nothing"],
        "correlationId": text,
    ]

    private static let crosswalkId: JSONObject = [
        "platform": text, "nativeId": text, "status": names(["active", "retired"]), "since": time, "method": text,
    ]

    private static let matchOutcome = names(["match", "possibleMatch", "nonMatch"])

    private static let named: JSONObject = [
        "records": list("NamedRecord"), "goldenIds": ["type": "array", "items": uuid], "entity": entity,
        "reason": ["type": "string", "minLength": 1, "maxLength": .number(String(StewardRequest.reasonLimit))],
    ]

    private static let decision: JSONObject = [
        "id": uuid, "entity": entity, "decision": names(["same", "different"]), "operation": names(["decision", "merge", "split"]), "reason": text,
        "actor": text, "madeAt": time, "inForce": ["type": "boolean"], "revokedAt": nullable("string"), "revokedBy": nullable("string"),
        "revokedBecause": nullable("string"), "goldenIdsBefore": ["type": "array", "items": uuid], "records": list("NamedRecord"),
    ]
    private static let decisionMembers = ["id", "entity", "decision", "operation", "reason", "actor", "madeAt", "inForce", "goldenIdsBefore", "records"]

    private static let outcome: JSONObject = [
        "goldenRecords": [
            "type": "array",
            "items": object(
                [
                    "goldenId": uuid, "goldenVersion": integer, "status": ["type": "string", "enum": ["active", "merged", "retired"]],
                    "mergedInto": nullable("string"),
                ], required: ["goldenId", "goldenVersion", "status", "mergedInto"]),
        ],
        "correlationId": text,
    ]

    private static func with(_ base: JSONObject, _ more: JSONObject) -> JSONObject { JSONObject(base.members + more.members) }

    private static let fixed: JSONObject = [
        "Report": object(report, required: ["attributes"]),
        "ReportLine": object(with(report, ["platform": text, "entity": entity, "nativeId": text]), required: ["entity", "nativeId", "attributes"]),
        "Receipt": object(receipt, required: ["goldenId", "goldenVersion", "outcome", "verdicts", "policyVersion", "correlationId"]),
        "ReceptionLine": [
            "description": "A receipt or a problem, with the number of its line",
            "anyOf": [
                object(
                    with(receipt, ["line": integer, "status": integer, "platform": text, "entity": entity, "nativeId": text]),
                    required: ["line", "status"]),
                reference("Problem"),
            ],
        ],
        "Verdict": object(
            [
                "attribute": text, "verdict": names(Verdict.allCases.map(\.rawValue)), "owner": nullable("string"), "rule": text,
                "policyVersion": nullable("string"), "message": text,
            ], required: ["attribute", "verdict", "owner", "rule", "policyVersion"]),
        "SourceRecord": object(
            [
                "platform": text, "entity": entity, "nativeId": text, "goldenId": uuid, "status": names(["active", "retired"]), "method": text,
                "linkedAt": time, "receivedAt": time, "updatedAt": nullable("string"), "version": nullable("string"), "attributes": anything,
            ], required: ["platform", "entity", "nativeId", "goldenId", "status", "attributes"]),
        "Redirect": object(["goldenId": uuid, "mergedFrom": uuid, "status": names(["merged"])], required: ["goldenId", "mergedFrom"]),
        "Patch": ["type": "object", "required": ["attributes"], "additionalProperties": false, "properties": ["attributes": anything]],
        "PatchReceipt": object(
            ["goldenId": uuid, "goldenVersion": integer, "verdicts": list("Verdict"), "policyVersion": text, "correlationId": text],
            required: ["goldenId", "goldenVersion", "verdicts", "policyVersion"]),
        "History": object(["goldenId": uuid, "versions": ["type": "array", "items": anything]], required: ["goldenId", "versions"]),
        "Lineage": object(["goldenId": uuid, "version": integer, "lineage": anything], required: ["goldenId", "version", "lineage"]),
        "Explanation": object(
            [
                "goldenId": uuid, "version": integer,
                "members": [
                    "type": "array",
                    "items": object(
                        with(crosswalkId, [
                            "nearest": ["type": ["object", "null"], "description": "The other member that it is most like"],
                            "explanation": ["type": ["object", "null"], "description": "Every comparison with that one, as `PairExplanation`"],
                        ]), required: ["platform", "nativeId", "status", "since", "method", "nearest", "explanation"]),
                ],
            ], required: ["goldenId", "version", "members"]),
        "Crosswalk": object(
            ["goldenId": uuid, "entity": entity, "status": text, "ids": list("CrosswalkId")], required: ["goldenId", "entity", "status", "ids"]),
        "CrosswalkId": object(
            crosswalkId,
            required: ["platform", "nativeId", "status", "since", "method"]),
        "ResolveRequest": object(
            [
                "ids": ["type": "array", "maxItems": .number(String(CrosswalkRoutes.resolveLimit)), "items": reference("NativeId")],
                "target": ["type": "array", "items": text],
            ], required: ["ids"]),
        "NativeId": object(["platform": text, "entity": text, "nativeId": text], required: ["platform", "entity", "nativeId"]),
        "ResolveResult": object(
            [
                "results": [
                    "type": "array",
                    "items": object(
                        ["goldenId": nullable("string"), "entity": text, "status": nullable("string"), "ids": list("CrosswalkId")],
                        required: ["goldenId", "ids"]),
                ]
            ], required: ["results"]),
        "Reviews": object(
            [
                "counts": ["type": "array", "items": object(["entity": entity, "waiting": integer, "oldest": time])],
                "reviews": [
                    "type": "array",
                    "items": object(
                        [
                            "entity": entity,
                            "cause": [
                                "type": "string", "enum": ["possibleMatch", "oversized", "held"],
                                "description": "In the review band; larger than a cluster may be; the hour's merges were used up",
                            ],
                            "weight": ["type": "number", "description": "Match weight in bits"],
                            "probability": ["type": "number", "description": "The estimated probability that they are the same"], "openedAt": time,
                            "ageSeconds": integer,
                            "records": ["type": "array", "items": object(["goldenId": uuid, "platform": text, "nativeId": text, "entity": entity])],
                            "explanation": ["type": ["object", "null"], "description": "With `include=explanation`: as `PairExplanation`"],
                        ], required: ["entity", "cause", "weight", "probability", "openedAt", "ageSeconds", "records"]),
                ],
                "next": nullable("string"),
            ], required: ["counts", "reviews", "next"]),
        "NamedRecord": object(
            ["platform": text, "entity": entity, "nativeId": text, "goldenId": uuid], required: ["platform", "nativeId"]),
        "DecisionRequest": object(
            with(named, ["decision": names(["same", "different"])]), required: ["decision", "reason"]),
        "MergeRequest": object(named, required: ["reason"]),
        "SplitRequest": object(named, required: ["records", "reason"]),
        "Reason": object(["reason": text]),
        "Decision": object(decision, required: decisionMembers),
        "Decisions": object(["decisions": list("Decision"), "next": nullable("string")], required: ["decisions", "next"]),
        "StewardReceipt": object(with(decision, outcome), required: decisionMembers + ["goldenRecords", "correlationId"]),
        "MergeReceipt": object(
            with(with(decision, outcome), [
                "mergeId": uuid, "goldenId": ["type": ["string", "null"], "description": "The survivor"], "goldenVersion": ["type": ["integer", "null"]],
                "merged": ["type": "array", "items": uuid, "description": "Ids that redirect to it now"],
            ]), required: decisionMembers + ["mergeId", "goldenId", "merged", "goldenRecords", "correlationId"]),
        "PreviewRequest": object(
            [
                "entity": entity, "platform": ["type": "string", "description": "Whose record it would be; may be left out"], "nativeId": text,
                "attributes": anything, "limit": ["type": "integer", "minimum": 1, "maximum": 100, "default": 10],
            ], required: ["entity", "attributes"]),
        "Preview": object(
            [
                "outcome": matchOutcome,
                "candidates": [
                    "type": "array",
                    "items": object(
                        [
                            "goldenId": uuid, "platform": text, "nativeId": text, "outcome": matchOutcome, "probability": ["type": "number"],
                            "explanation": reference("PairExplanation"),
                        ], required: ["goldenId", "platform", "nativeId", "outcome", "probability", "explanation"]),
                ],
            ], required: ["outcome", "candidates"]),
        "ExplainRequest": object(["entity": entity, "records": list("NamedRecord")], required: ["records"]),
        "PairExplanation": object(
            [
                "model": text, "modelVersion": text, "outcome": matchOutcome,
                "weight": ["type": "integer", "description": "Thousandths of a bit, as all weights here"], "perMille": integer, "prior": integer,
                "against": ["type": "string", "description": "The other explanation that is hardest to beat"], "matchFrom": integer, "reviewFrom": integer,
                "keys": ["type": "array", "items": text, "description": "The match keys by which they met"], "veto": nullable("string"),
                "identifier": nullable("string"), "comparisons": ["type": "array", "items": anything],
                "nearest": ["type": ["object", "null"], "description": "The smallest change that would make them a match"],
                "together": ["type": "boolean"], "goldenIds": ["type": "array", "items": uuid],
                "decision": ["type": ["string", "null"], "enum": ["same", "different", .null]],
            ]),
        "Ownership": object(
            [
                "entity": entity, "at": ["type": "string", "format": "date"], "policyVersion": text,
                "attributes": ["type": "array", "items": anything],
            ],
            required: ["entity", "at", "policyVersion", "attributes"]),
        "Events": object(["events": list("Event"), "next": nullable("string")], required: ["events", "next"]),
        "Event": object(
            [
                "specversion": names(["1.0"]), "id": uuid, "source": text, "type": text, "subject": uuid, "time": time, "datacontenttype": text,
                "sequence": ["type": "string", "description": "The position: hand it in as `after` or `Last-Event-ID`"], "data": anything,
            ], required: ["specversion", "id", "source", "type"]),
        "Health": object(["status": names(["ok"])], required: ["status"]),
        "Text": text,
        "Description": anything,
        "Problem": [
            "type": "object", "description": "RFC 9457", "required": ["type", "title", "status", "code", "detail"],
            "properties": [
                "type": text, "title": text, "status": integer, "code": names(Problem.Code.allCases.map(\.rawValue)), "detail": text,
                "correlationId": text,
                "violations": ["type": "array", "items": reference("Verdict")], "nearest": ["type": "array"],
            ],
        ],
    ]
}

extension AttributeType {
    /// How a golden record writes values of this type.
    var schema: JSONObject {
        switch self {
        case .boolean: ["type": "boolean"]
        case .integer: ["type": ["integer", "string"]]
        case .decimal: ["type": ["number", "string"]]
        case .date: ["type": "string", "format": "date"]
        case .timestamp: ["type": "string", "format": "date-time"]
        case .list(let element): ["type": "array", "items": .object(element.schema)]
        case .group, .money, .quantity, .address, .taxId, .platformId: ["type": "object"]
        case .reference: ["type": ["string", "object"]]
        default: ["type": "string"]
        }
    }
}
