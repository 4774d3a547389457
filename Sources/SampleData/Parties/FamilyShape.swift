/// How many parties belong together, in what way, and on which platforms each of them is kept.
///
/// Drawn apart from names and addresses: a contract needs no more than this to know its customer's native ids.
struct FamilyShape: Sendable {
    enum Kind: Sendable {
        case organisation
        case person
        /// Two persons of one surname, address and telephone.
        case household
        /// A parent and its subsidiaries: their own legal entities, sometimes under one roof and one mailbox.
        case group
        /// One company's sites, each a customer of its own: same name, other places.
        case branches
        /// Strangers of one name.
        case namesakes
    }

    let index: Int
    let kind: Kind
    /// A presence for each member; the first is the parent or head office.
    let members: [Presence]

    /// Most members of a family.
    static let mostMembers = 4

    init(seed: UInt64, index: Int) {
        var random = SeededRandom(seed: seed, stream: .familyShape, index: index)
        self.index = index
        let count: Int
        switch random.below(1_000) {
        case ..<755: (kind, count) = (.organisation, 1)
        case ..<845: (kind, count) = (.person, 1)
        case ..<865: (kind, count) = (.household, 2)
        case ..<920: (kind, count) = (.group, random.within(2...Self.mostMembers))
        case ..<960: (kind, count) = (.branches, random.within(2...3))
        default: (kind, count) = (.namesakes, 2)
        }
        let isPerson = kind == .person || kind == .household
        members = (0..<count).map { _ in
            Presence(share: { isPerson ? Self.personShare($0) : $0.customerShare }, duplicates: 55, random: &random)
        }
    }

    /// Persons are customers of shops more than of an ERP.
    private static func personShare(_ platform: SamplePlatform) -> Int {
        switch platform {
        case .chargebee, .stripe: 350
        case .sap, .finance, .zuora: platform.customerShare / 3
        default: platform.customerShare * 2 / 3
        }
    }

    /// What the truth calls a member.
    func truthId(member: Int) -> String {
        "party-\(index)-\(member)"
    }

    /// A number of its own for each record of the family, from which its native id is made.
    func serial(member: Int, copy: Int) -> Int {
        (index * Self.mostMembers + member) * Presence.mostCopies + copy
    }
}
