/// What a model says, made ready for looking up: built once for each model.
final class ModelTables: Sendable {
    let words: [WordScale]
    let values: [RarityScale]
    let classes: ClassModel
    let keys: SharedKeys
    let identifiers: IdentifierRules
    /// Salts the keys: records of models with other fields never meet.
    let salts: [UInt64]
    /// Tells records that were prepared for these fields from others.
    let mark: UInt16

    init(
        fields: [RecordField], classes: ClassProbabilities, words: [FrequencyTable], values: [FrequencyTable], keys: [BlockingKey],
        _ layout: RecordLayout
    ) {
        self.words = words.map(WordScale.init)
        self.values = values.map(RarityScale.init)
        self.classes = ClassModel(classes, layout.comparisons)
        self.keys = SharedKeys(keys)
        identifiers = IdentifierRules(layout.comparisons, classes)
        var salt = StableHash(seed: UInt64(RecordModel.standardisation))
        for field in fields {
            salt.combine(field.name)
            salt.combine(field.kind.rawValue)
        }
        mark = UInt16(truncatingIfNeeded: fields.reduce(into: salt) { $0.combine("\($1.dateOrder.rawValue) \($1.identifier?.rawValue ?? "")") }.value)
        salts = keys.map { StableHash.of($0.name, seed: salt.value) }
    }
}
