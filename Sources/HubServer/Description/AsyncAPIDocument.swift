import MasterData

/// `/asyncapi.json` (AsyncAPI 3.0): the events of the change feed, with attributes described from the policies in force.
struct AsyncAPIDocument {
    let bytes: [UInt8]

    private static let kinds: [ChangeKind] = [
        .created, .changed, .merged, .split, .retired, .restored, .erased, .crosswalkLinked, .crosswalkUnlinked,
    ]

    init(policies: PolicySet) {
        let schemas = DescribedSchemas(policies: policies)
        var messages = JSONObject()
        for entity in Entity.allCases {
            for kind in Self.kinds {
                let type = "\(entity.rawValue).\(kind.rawValue).v1"
                messages[type] = [
                    "name": .string(type), "contentType": "application/cloudevents+json",
                    "payload": .object(Self.event(type, schemas.name(of: entity))),
                ]
            }
        }
        messages["feed.gap.v1"] = [
            "name": "feed.gap.v1",
            "summary": "Changes behind a position have expired: compare with the golden records, then read on from `resumesAfter`",
            "contentType": "application/cloudevents+json",
            "payload": [
                "type": "object",
                "properties": ["type": ["const": "feed.gap.v1"], "data": ["type": "object", "required": ["after", "resumesAfter"]]],
            ],
        ]
        let references = messages.keys.map { name -> JSONObject.Member in
            JSONObject.Member(key: name, value: ["$ref": .string("#/components/messages/\(name)")])
        }
        let document: JSONObject = [
            "asyncapi": "3.0.0",
            "info": ["title": "MDM Hub", "version": "1", "description": "Changes of golden records, in order for each record, as CloudEvents 1.0."],
            "channels": [
                "changes": [
                    "address": "/v1/events", "messages": .object(JSONObject(references)),
                    "description": "Pulled page by page, or streamed as server-sent events that honour `Last-Event-ID`",
                ]
            ],
            "operations": ["receiveChanges": ["action": "receive", "channel": ["$ref": "#/channels/changes"]]],
            "components": ["messages": .object(messages), "schemas": .object(schemas.attributes)],
        ]
        var bytes: [UInt8] = []
        document.append(to: &bytes)
        self.bytes = bytes
    }

    private static func event(_ type: String, _ name: String) -> JSONObject {
        let attributes: JSONValue = ["oneOf": [["$ref": .string("#/components/schemas/\(name)Attributes")], ["type": "null"]]]
        return [
            "type": "object", "required": ["specversion", "id", "source", "type", "subject", "time", "sequence", "correlationid", "data"],
            "properties": [
                "specversion": ["const": "1.0"], "id": ["type": "string", "format": "uuid"], "source": ["type": "string"],
                "type": ["const": .string(type)],
                "subject": ["type": "string", "format": "uuid", "description": "The golden id"], "time": ["type": "string", "format": "date-time"],
                "sequence": ["type": "string", "description": "The position: `epoch.tick.seq`, zero-padded"], "correlationid": ["type": "string"],
                "causationid": ["type": "string"], "traceparent": ["type": "string"], "dataschema": ["type": "string"],
                "data": [
                    "type": "object", "required": ["entity", "goldenId", "goldenVersion", "changed", "before", "after", "origin"],
                    "properties": [
                        "entity": ["type": "string"], "goldenId": ["type": "string", "format": "uuid"], "goldenVersion": ["type": "integer"],
                        "status": ["type": "string"], "changed": ["type": "array", "items": ["type": "string"]], "before": attributes,
                        "after": attributes,
                        "origin": ["type": ["string", "null"], "description": "The platform whose report caused it; null: the hub itself"],
                        "linked": ["type": "array"], "unlinked": ["type": "array"], "mergedInto": ["type": "string", "format": "uuid"],
                    ],
                ],
            ],
        ]
    }
}
