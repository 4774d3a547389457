/// What two prepared records are compared by, and by which rule. Level 0 is always "missing", level 1 "the same";
/// the others run from alike to different.
package struct RecordComparison: Sendable, Hashable {
    package enum Rule: String, CaseIterable, Sendable {
        case given, family, initials, date, address, locality, postcode, email, code, category, organisation, text, number, identity

        /// What each level means.
        package var levels: [String] {
            switch self {
            case .given: ["missing", "same", "nickname", "close", "initial", "similar", "slightly alike", "different", "swapped", "middle name used"]
            case .family: ["missing", "same", "contained", "close", "similar", "different"]
            case .initials: ["missing", "same", "same initial", "different"]
            case .date: ["missing", "same", "one digit or swapped", "two parts same", "two digits", "different"]
            case .address:
                [
                    "missing", "same", "close", "same street and number elsewhere", "same street", "same postcode", "same place", "different",
                ]
            case .locality: ["missing", "same", "close", "different"]
            case .postcode: ["missing", "same", "one letter", "same area", "different"]
            case .email: ["missing", "same", "same mailbox", "close", "different"]
            case .code: ["missing", "same", "one letter", "different"]
            case .category: ["missing", "same", "different"]
            case .organisation: ["missing", "same", "close", "similar", "contained", "partly", "slightly", "different"]
            case .text: ["missing", "same", "close", "similar", "slightly", "different"]
            case .number: ["missing", "same", "close", "different"]
            case .identity: ["missing", "same", "different", "conflict"]
            }
        }
    }

    /// What the value says about a party, which decides what related but different parties share.
    package enum Role: String, Sendable {
        /// The party's own: a given name, a date of birth.
        case personal
        case family, organisation, place, contact, email, site, identifier, other
    }

    package var name: String
    package var rule: Rule
    var role: Role
    var slots: [Int]
    /// The place of its words among the layout's word slots.
    package var words: Int
    /// Of an identifier (`Rule.identity`).
    package var strength: IdentifierStrength?

    init(name: String, rule: Rule, role: Role? = nil, slots: [Int], words: Int = -1) {
        self.name = name
        self.rule = rule
        self.slots = slots
        self.words = words
        self.role =
            role
            ?? {
                switch rule {
                case .given, .initials, .date: .personal
                case .family: .family
                case .email: .email
                case .organisation: .organisation
                case .address, .locality, .postcode: .place
                default: .other
                }
            }()
    }

    package var levelCount: Int { rule.levels.count }

    /// Where the value itself is, for comparisons of several slots.
    var valueSlot: Int { rule == .family ? slots[1] : slots[0] }

    /// Whether two who agree on a rare value are less likely to do so by chance than others.
    package var hasRarity: Bool { rule == .given || rule == .family || role == .organisation }

    /// Whether a level says that the two have the value in common.
    func agrees(_ level: Int) -> Bool {
        switch rule {
        case .address: (1...4).contains(level)
        case .given: (1...4).contains(level)
        case .family, .locality, .postcode, .code, .email: (1...2).contains(level)
        default: level == 1
        }
    }
}
