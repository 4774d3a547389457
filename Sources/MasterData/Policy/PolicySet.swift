/// All policies in force together, named by one content hash.
package struct PolicySet: Sendable {
    /// The first 16 hex digits of the SHA-256 of every policy file's path and bytes.
    package var version: String
    package var entities: [Entity: EntityPolicy]
    /// By platform name.
    package var platforms: [String: PlatformPolicy]
    /// Code lists by name (`payment-terms`).
    package var reference: [String: ReferenceList]
    package var limits: Limits

    package init(
        version: String, entities: [Entity: EntityPolicy], platforms: [String: PlatformPolicy],
        reference: [String: ReferenceList] = [:], limits: Limits = Limits()
    ) {
        self.version = version
        self.entities = entities
        self.platforms = platforms
        self.reference = reference
        self.limits = limits
    }
}

/// One page of policy: the attributes of an entity, sorted by name.
package struct EntityPolicy: Sendable, Hashable {
    package var entity: Entity
    package private(set) var attributes: [AttributePolicy]
    private var indexByName: [String: Int]

    package init(entity: Entity, attributes: [AttributePolicy]) {
        self.entity = entity
        self.attributes = attributes.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        indexByName = Dictionary(self.attributes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(name: String) -> AttributePolicy? { indexByName[name].map { attributes[$0] } }
    /// The place of an attribute in `attributes`.
    package func index(of name: String) -> Int? { indexByName[name] }
}

/// A platform: an instance of a kind, and how its ids read.
package struct PlatformPolicy: Sendable, Hashable {
    package var name: String
    package var kind: PlatformKind
    /// Platforms that export the same native ids (two feeds of one system) share the name of an id space; usually the platform's own name.
    package var idSpace: String
    /// Two-letter country that phone numbers and addresses without a country belong to, where known.
    package var defaultCountry: String?
    /// What the platform is to the company (`crm`, `erp`, `billing`, `hub`): pages may name a role where they mean whichever platform has it.
    package var roles: [String]
    /// Where several platforms share a role, the one with the lowest order speaks first.
    package var order: Int

    package init(
        name: String, kind: PlatformKind, idSpace: String? = nil, defaultCountry: String? = nil, roles: [String] = [], order: Int = 1
    ) {
        self.name = name
        self.kind = kind
        self.idSpace = idSpace ?? name
        self.defaultCountry = defaultCountry
        self.roles = roles
        self.order = order
    }
}

/// The kinds of platform the hub knows the ways of; `other` for anything else.
package enum PlatformKind: String, Sendable, Hashable, CaseIterable {
    case salesforce, dataverse, zuora, chargebee, stripe, sap, netsuite, finance, other
}

/// A code list with the spellings of each platform: `policies/reference/<name>.yaml`.
package struct ReferenceList: Sendable, Hashable {
    package var name: String
    /// Canonical codes with their titles.
    package var codes: [String: String]
    /// Platform name, or `*` for all, to native spelling (lower case) to canonical code.
    package var mappings: [String: [String: String]]

    package init(name: String, codes: [String: String], mappings: [String: [String: String]]) {
        self.name = name
        self.codes = codes
        self.mappings = mappings
    }
}

/// Bounds that policy may set (I10). The defaults suit a company's customer base.
package struct Limits: Sendable, Hashable {
    /// Source records in one golden record; a component above it is cut at its weakest links and goes to review.
    package var clusterSize = 500
    /// Distinct source records under one match key; a key above it is generic and no longer finds candidates.
    package var matchKeySize = 100
    /// Golden records that may end in another one within an hour without a steward; what would merge beyond that goes to review.
    package var mergesPerHour = 100_000
    /// Bytes of one record's attributes.
    package var recordBytes = 262_144
    /// Depth of nesting in one record.
    package var recordDepth = 16
    /// Elements of one list.
    package var listLength = 1_000
    /// Characters of one text value.
    package var textLength = 8_192

    package init() {}
}
