/// Everything policy says of one attribute of an entity.
package struct AttributePolicy: Sendable, Hashable {
    package var name: String
    package var type: AttributeType
    /// Says who is the system of record; nil: nobody, survivorship alone decides.
    package var ownership: Ownership?
    /// Platforms that may fill the attribute while the owner has no value, best first.
    package var otherwise: [String]
    package var onConflict: ConflictRule
    package var survivorship: Survivorship
    package var required: Bool
    package var sensitivity: Sensitivity
    package var quality: [QualityRule]

    package init(
        name: String, type: AttributeType, ownership: Ownership? = nil, otherwise: [String] = [], onConflict: ConflictRule = .shadow,
        survivorship: Survivorship = .standard, required: Bool = false, sensitivity: Sensitivity = .internal, quality: [QualityRule] = []
    ) {
        self.name = name
        self.type = type
        self.ownership = ownership
        self.otherwise = otherwise
        self.onConflict = onConflict
        self.survivorship = survivorship
        self.required = required
        self.sensitivity = sensitivity
        self.quality = quality
    }
}

/// What happens to a value that a platform reports for an attribute it does not own.
package enum ConflictRule: String, Sendable, Hashable, CaseIterable {
    /// Kept with the platform's record, used by nobody while the owner has a value.
    case shadow
    /// Becomes a proposal to the owner.
    case propose
    /// Refused.
    case reject
}

/// How closely a value is guarded, from open to most guarded.
package enum Sensitivity: String, Sendable, Hashable, CaseIterable {
    case `public`, `internal`, personal, secret
}

/// A rule that a value must meet to be taken.
package enum QualityRule: Sendable, Hashable {
    case maximumLength(Int)
    case minimumLength(Int)
    /// One of these values.
    case oneOf([String])
    /// Bounds of a decimal or integer, as decimal text.
    case atLeast(String)
    case atMost(String)
    /// This date or timestamp attribute must not lie before the named one.
    case notBefore(attribute: String)
}
