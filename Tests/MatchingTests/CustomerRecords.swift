@testable import Matching

/// Values of a customer by field name.
func customerValues(_ fields: [String: [String]]) -> MatchValues {
    let model = MatchModel.customer
    var values = MatchValues(model: model)
    for (name, texts) in fields {
        guard let field = model.field(name) else { preconditionFailure("no field \(name)") }
        values[field] = texts
    }
    return values
}

func customer(_ id: Int64, _ fields: [String: [String]]) -> MatchRecord {
    MatchModel.customer.prepare(id: id, order: StableHash.of("test", String(id)), customerValues(fields))
}

func address(_ street: String, _ number: String = "", _ postcode: String = "", _ city: String = "", country: String = "") -> String {
    MatchAddress(street: street, houseNumber: number, postcode: postcode, locality: city, country: country).text
}
