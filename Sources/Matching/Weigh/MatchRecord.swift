/// Standardised features and match keys of one record: everything a comparison needs.
package struct MatchRecord: Sendable, Hashable {
    package let id: Int64
    /// A hash of what the record is called at its source (platform and native id). Ties are broken by it, never by `id`,
    /// because ids follow the order of arrival.
    package let order: UInt64
    /// Sorted, distinct 64-bit hashes of composite keys, salted by the model's name; no value can be read from them.
    package let keys: [Int64]
    /// For each key the index of its recipe in the model.
    let recipes: [UInt8]
    /// For each comparison of the model.
    let features: [Feature]
    /// A bit for each comparison in which the record has a value.
    let present: UInt64

    init(id: Int64, order: UInt64, keys: [Int64], recipes: [UInt8], features: [Feature]) {
        self.id = id
        self.order = order
        self.keys = keys
        self.recipes = recipes
        self.features = features
        present = features.indices.reduce(0) { features[$1].isMissing ? $0 : $0 | 1 << UInt64($1) }
    }

    private init(_ other: MatchRecord, id: Int64) {
        self.id = id
        order = other.order
        keys = other.keys
        recipes = other.recipes
        features = other.features
        present = other.present
    }

    /// The same under an id that was not known when it was prepared.
    package func with(id: Int64) -> MatchRecord { MatchRecord(self, id: id) }
}

extension MatchModel {
    /// Standardises a record's values and builds its match keys.
    /// - Parameter order: a hash of platform and native id (`StableHash.of(platform, nativeId)`), the same for one record for ever.
    package func prepare(id: Int64, order: UInt64, _ values: MatchValues) -> MatchRecord {
        withKeys(prepareForComparison(id: id, order: order, values))
    }

    /// Without match keys: enough to be compared. For candidates, of which few are kept.
    package func prepareForComparison(id: Int64, order: UInt64, _ values: MatchValues) -> MatchRecord {
        var features = comparisons.map { Feature($0, values, fields: fields) }
        if let name = comparisons.firstIndex(where: { $0.kind == .organisationName }), features[name].isMissing,
            let person = comparisons.firstIndex(where: { $0.kind == .personName })
        {
            features[name] = features[person].asOrganisation
        }
        if let site = comparisons.firstIndex(where: { $0.kind == .url }), features[site].isMissing,
            let email = comparisons.firstIndex(where: { $0.kind == .email })
        {
            features[site] = features[email].ownDomains
        }
        return MatchRecord(id: id, order: order, keys: [], recipes: [], features: features)
    }

    /// The same record with its match keys.
    package func withKeys(_ record: MatchRecord) -> MatchRecord {
        let keys = matchKeys(record.features)
        return MatchRecord(
            id: record.id, order: record.order, keys: keys.map(\.hash), recipes: keys.map(\.recipe), features: record.features)
    }
}
