/// What the hub masters. Singular everywhere; only collection paths are plural (`/v1/customers`).
package enum Entity: String, Sendable, Hashable, CaseIterable, Comparable, CodingKeyRepresentable, Codable {
    case customer, product, contract

    package var plural: String { rawValue + "s" }

    package init?(plural: String) {
        guard let entity = Self.allCases.first(where: { $0.plural == plural }) else { return nil }
        self = entity
    }

    package static func < (left: Entity, right: Entity) -> Bool { left.rawValue < right.rawValue }
}
