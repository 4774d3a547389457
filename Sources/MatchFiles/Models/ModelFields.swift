import Matching

/// The section `fields`: what columns are.
struct ModelFields {
    struct Field {
        var place: ModelNode
        var name: String
        var kind: FieldKind?
        var dateOrder: DateOrder?
        var identifier: (strength: IdentifierStrength, place: ModelNode)?
    }

    private(set) var fields: [Field] = []

    init(_ node: ModelNode) throws(MatchFileError) {
        for (key, name, value) in try node.mapping("fields") {
            var field = Field(place: key, name: name)
            for (_, part, value) in try value.mapping(name, known: ["kind", "dates", "strength"]) {
                switch part {
                case "kind": field.kind = try value.choice("kind", of: FieldKind.self)
                case "strength": field.identifier = (try value.choice("strength", of: IdentifierStrength.self), value)
                default: field.dateOrder = try value.choice("order of dates", of: DateOrder.self)
                }
            }
            if let (_, place) = field.identifier, field.kind != .identifier, field.kind != .nativeId {
                throw place.failure("only a field of kind identifier or nativeId has a `strength`")
            }
            fields.append(field)
        }
    }

    /// Every field as a whole model has them.
    func complete() throws(MatchFileError) -> [RecordField] {
        var complete: [RecordField] = []
        for field in fields {
            guard let kind = field.kind, kind != .ignore else {
                throw field.place.failure("field `\(field.name)` of a whole model needs a kind other than ignore")
            }
            complete.append(
                RecordField(name: field.name, kind: kind, dateOrder: field.dateOrder ?? .dayFirst, identifier: field.identifier?.strength))
        }
        return complete
    }

    func checkColumns(_ columns: [String]) throws(MatchFileError) {
        let known = Set(columns)
        for field in fields where !known.contains(field.name) {
            throw field.place.failure("names column `\(field.name)`, which the records do not have; there are \(columns.joined(separator: ", "))")
        }
    }
}
