/// One reference from a record to another by native id.
package struct RecordReference: Sendable, Hashable {
    /// The attribute that holds it.
    package var attribute: String
    package var target: SourceKey
}

extension EntityPolicy {
    /// Every reference in standardised attributes, those within groups and lists too. `platform` is the record's own.
    package func references(in attributes: JSONObject, platform: String) -> [RecordReference] {
        var found: [RecordReference] = []
        for policy in self.attributes where policy.type.holdsReference {
            guard let value = attributes[policy.name] else { continue }
            _ = policy.type.mapReferences(value) { entity, nativeId in
                found.append(RecordReference(attribute: policy.name, target: SourceKey(entity: entity, platform: platform, nativeId: nativeId)))
                return nil
            }
        }
        return found
    }

    /// The attributes with every native id replaced by what `golden` says, and left out where it says nothing.
    package func resolvingReferences(in attributes: JSONObject, platform: String, _ golden: (SourceKey) -> String?) -> JSONObject {
        var resolved = attributes
        for policy in self.attributes where policy.type.holdsReference {
            guard let value = attributes[policy.name] else { continue }
            resolved[policy.name] = policy.type.mapReferences(value) { entity, nativeId in
                golden(SourceKey(entity: entity, platform: platform, nativeId: nativeId)).map(JSONValue.string)
            }
        }
        return resolved
    }
}

extension AttributeType {
    /// Whether values of this type hold references to other records, anywhere within.
    package var holdsReference: Bool {
        switch self {
        case .reference: true
        case .list(let element): element.holdsReference
        case .group(let fields): fields.contains { $0.type.holdsReference }
        default: false
        }
    }

    /// The value with every reference put through `map`; nil where nothing is left of it.
    fileprivate func mapReferences(_ value: JSONValue, _ map: (Entity, String) -> JSONValue?) -> JSONValue? {
        switch self {
        case .reference(let entity):
            return value.text.flatMap { map(entity, $0) }
        case .list(let element):
            guard element.holdsReference, let elements = value.elements else { return value }
            let mapped = elements.compactMap { element.mapReferences($0, map) }
            return mapped.isEmpty ? nil : .array(mapped)
        case .group(let fields):
            guard let members = value.members else { return value }
            var mapped = members
            for field in fields where field.type.holdsReference {
                if let inner = members[field.name] { mapped[field.name] = field.type.mapReferences(inner, map) }
            }
            return mapped.isEmpty ? nil : .object(mapped)
        default:
            return value
        }
    }
}
