internal import MasterData

/// The attributes of a page and their types, for checking the names that policies give.
struct EntityShape {
    /// Nil for an attribute whose type is mistaken: names under it are let pass, the mistake is reported already.
    var types: [String: AttributeType?] = [:]

    enum Lookup: Equatable {
        case type(AttributeType)
        /// Named, yet of a type that could not be read.
        case unreadable
        /// The part of the path that nothing is known of, with the names that would have been.
        case unknown(String, known: [String])
        /// The path goes through, or ends in, a list.
        case list
    }

    /// What a path (`status`, `billTo.country`) leads to.
    func lookup(_ path: String) -> Lookup {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let known = types[first] else { return .unknown(parts.first ?? "", known: Array(types.keys)) }
        guard var type = known else { return .unreadable }
        for part in parts.dropFirst() {
            if case .list = type { return .list }
            let fields = type.fields
            guard let field = fields.first(where: { $0.name == part }) else { return .unknown(part, known: fields.map(\.name)) }
            type = field.type
        }
        if case .list = type { return .list }
        return .type(type)
    }
}

extension AttributeType {
    /// The fields of a structure; those of the built-in ones too.
    var fields: [Field] {
        switch self {
        case .group(let fields): fields
        case .address:
            ["street", "houseNumber", "street2", "city", "region", "postcode"].map { Field(name: $0, type: .text) } + [
                Field(name: "country", type: .country)
            ]
        case .money: [Field(name: "amount", type: .decimal), Field(name: "currency", type: .currency)]
        case .quantity: [Field(name: "value", type: .decimal), Field(name: "unit", type: .text)]
        case .taxId: [Field(name: "type", type: .text), Field(name: "number", type: .text), Field(name: "country", type: .country)]
        case .platformId: [Field(name: "platform", type: .text), Field(name: "nativeId", type: .text)]
        default: []
        }
    }
}
