extension MatchModel {
    /// Organisations and persons mixed. Values by field name:
    /// `name` legal name and trading names; `person` full name of a person; `taxId` as `VAT:DE:123456789` (type, country, number);
    /// `duns`, `lei`; `platformId` as `salesforce:001…`, the record's own id among them; `email`, `phone`, `website`;
    /// `address` as `MatchAddress.text`, any number of each.
    package static let customer = standard(
        "customer",
        [
            MatchField(name: "name", kind: .organisationName),
            MatchField(name: "person", kind: .personName),
            MatchField(name: "taxId", kind: .identifier, identifier: .exclusive),
            MatchField(name: "duns", kind: .identifier, identifier: .exclusive),
            MatchField(name: "lei", kind: .identifier, identifier: .exclusive),
            MatchField(name: "platformId", kind: .nativeId, identifier: .unique),
            MatchField(name: "email", kind: .email),
            MatchField(name: "phone", kind: .phone),
            MatchField(name: "website", kind: .url),
            MatchField(name: "address", kind: .address),
        ])

    /// `sku` is unique within the company, `gtin` in the world; two GTINs that differ keep products apart.
    package static let product = standard(
        "product",
        [
            MatchField(name: "sku", kind: .identifier, identifier: .unique),
            MatchField(name: "gtin", kind: .identifier, identifier: .exclusive),
            MatchField(name: "name", kind: .title),
            MatchField(name: "family", kind: .category),
            MatchField(name: "unit", kind: .category),
            MatchField(name: "platformId", kind: .nativeId, identifier: .unique),
        ], weights: ["sku": ["different": ["*": -6_000]]])

    /// Contracts are the same when number and party agree, or by a cross-reference; nothing else makes them so.
    /// `party` is the golden id of the customer.
    package static let contract = standard(
        "contract",
        [
            MatchField(name: "number", kind: .identifier, identifier: .joint),
            MatchField(name: "party", kind: .identifier, identifier: .joint),
            MatchField(name: "platformId", kind: .nativeId, identifier: .unique),
        ])

    private static func standard(_ name: String, _ fields: [MatchField], weights: [String: [String: [String: Int32]]] = [:]) -> MatchModel {
        do {
            return try MatchModel(description: ModelDescription(name: name, version: "standard-1", fields: fields, weights: weights))
        } catch {
            preconditionFailure("the standard model `\(name)` is broken: \(error)")  // our own constant, covered by a test
        }
    }
}
