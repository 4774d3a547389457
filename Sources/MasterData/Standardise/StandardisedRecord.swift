/// A record's attributes as validated and standardised.
package struct StandardisedRecord: Sendable, Hashable {
    /// Only attributes that policy knows and that have a value. null, absent and "" are all "no value": the key is absent.
    package var attributes: JSONObject
    /// In the order of the attributes.
    package var issues: [ValueIssue]

    package init(attributes: JSONObject, issues: [ValueIssue]) {
        self.attributes = attributes
        self.issues = issues
    }

    /// True when the record as a whole must be refused; warnings only leave single values out.
    package var isRefused: Bool { issues.contains { $0.severity == .error } }
}

extension EntityPolicy {
    /// Validates and standardises a record's attributes as policy types them.
    ///
    /// An unknown attribute, a wrong JSON type and a passed bound are errors. A value of the right JSON type that cannot be standardised
    /// (a failed check digit, an unmapped code, a phone that is none) is left out with a warning and the rest of the record counts: nothing
    /// is guessed. Bare values are taken where they say the same: a string for a list of one, `billTo.city` for a nested field, `"Yes"` for true.
    /// - Parameters:
    ///   - platform: The platform that reports the record.
    ///   - platforms: All platforms by name, to standardise ids of other platforms (`platformId`).
    ///   - reference: Code lists by name.
    package func standardise(
        _ attributes: JSONObject, platform: PlatformPolicy, platforms: [String: PlatformPolicy] = [:],
        reference: [String: ReferenceList], limits: Limits
    ) -> StandardisedRecord {
        var run = Standardisation(policy: self, platform: platform, platforms: platforms, reference: reference, limits: limits)
        return run.record(attributes)
    }
}

extension PolicySet {
    /// The same with everything the set knows; nil for an entity or a platform it does not know.
    package func standardise(_ attributes: JSONObject, of entity: Entity, from platform: String) -> StandardisedRecord? {
        guard let policy = entities[entity], let platform = platforms[platform] else { return nil }
        return policy.standardise(attributes, platform: platform, platforms: platforms, reference: reference, limits: limits)
    }
}
