package import MasterData

/// What a file of the policy folder says, by its place. A new kind of file is a new case here and nowhere else.
package enum PolicyFileKind: Sendable, Hashable {
    /// `customer.yaml`, `product.yaml`, `contract.yaml`.
    case entity(Entity)
    /// `limits.yaml`.
    case limits
    /// `platforms/<name>.yaml`.
    case platform(String)
    /// `reference/<name>.yaml`.
    case reference(String)
    /// `matching/<entity>.yaml`: handed on as a document, read where match models are made.
    case matching(Entity)
    /// `access.yaml`: handed on as a document.
    case access
    /// `subscribers/<name>.yaml`: handed on as a document.
    case subscriber(String)
    /// `cases/…`: the users' own tests of the policies, no part of them.
    case policyCase
    /// `schema/…`: for editors.
    case editorSchema
    /// `README.md`.
    case readMe

    /// Nil for a path that no policy file has.
    package init?(path: String) {
        let parts = path.split(separator: "/").map(String.init)
        guard let last = parts.last else { return nil }
        let stem = last.hasSuffix(".yaml") ? String(last.dropLast(5)) : nil
        switch (parts.count, parts.first, stem) {
        case (_, "cases", _) where parts.count > 1: self = .policyCase
        case (2, "schema", _) where last.hasSuffix(".schema.json"): self = .editorSchema
        case (1, "README.md", _): self = .readMe
        case (1, _, "limits"): self = .limits
        case (1, _, "access"): self = .access
        case (1, _, let stem?):
            guard let entity = Entity(rawValue: stem) else { return nil }
            self = .entity(entity)
        case (2, "platforms", let stem?): self = .platform(stem)
        case (2, "reference", let stem?): self = .reference(stem)
        case (2, "matching", let stem?):
            guard let entity = Entity(rawValue: stem) else { return nil }
            self = .matching(entity)
        case (2, "subscribers", let stem?): self = .subscriber(stem)
        default: return nil
        }
    }

    /// Handed on as a tree to whoever knows what it says.
    package var isDocument: Bool {
        switch self {
        case .matching, .access, .subscriber: true
        default: false
        }
    }

    /// Part of what the policy version names.
    package var isPolicy: Bool {
        switch self {
        case .policyCase, .editorSchema, .readMe: false
        default: true
        }
    }

    /// For the hint at an unknown file.
    static let knownPaths =
        Entity.allCases.map { "\($0.rawValue).yaml" } + ["limits.yaml", "access.yaml"]
        + Entity.allCases.map { "matching/\($0.rawValue).yaml" }
    static let knownFolders = ["platforms", "reference", "matching", "subscribers", "cases", "schema"]
}
