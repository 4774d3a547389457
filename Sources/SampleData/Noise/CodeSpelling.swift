/// Terms of payment as each platform's lists spell them.
enum PaymentTermsSpelling {
    /// - Parameter days: days after the invoice; 0 is at once.
    static func spell(_ days: Int, on platform: SamplePlatform) -> String {
        switch platform {
        case .sap: days == 0 ? "0001" : "NT" + String(days)
        case .chargebee: String(days)
        case .finance: days == 0 ? "COD" : "Net" + String(days)
        case .zuora, .netsuite: days == 0 ? (platform == .zuora ? "Due Upon Receipt" : "Due on receipt") : "Net " + String(days)
        case .salesforce, .dynamics, .stripe: days == 0 ? "Due on receipt" : "Net " + String(days)
        }
    }
}

/// A customer's status as each platform spells it.
enum CustomerStatusSpelling {
    static func spell(isActive: Bool, on platform: SamplePlatform) -> String {
        switch platform {
        case .zuora: isActive ? "Active" : "Canceled"
        case .dynamics, .salesforce: isActive ? "Active" : "Inactive"
        case .sap, .netsuite, .chargebee, .stripe, .finance: isActive ? "active" : "inactive"
        }
    }
}

/// Industries as each platform's lists spell them.
enum IndustrySpelling {
    /// - Parameter section: of ISIC, a letter.
    static func spell(_ section: String, on platform: SamplePlatform) -> String {
        guard platform == .salesforce || platform == .dynamics else { return section }
        switch section {
        case "A": return "Agriculture"
        case "C": return platform == .salesforce ? "Machinery" : section
        case "D": return "Energy"
        case "G": return "Retail"
        case "H": return "Transportation"
        case "I": return "Hospitality"
        case "J": return "Technology"
        case "K": return "Finance"
        case "L": return "Real Estate"
        case "M": return "Consulting"
        case "Q": return "Healthcare"
        default: return section
        }
    }
}

/// Tax numbers as people enter them.
enum TaxNumberSpelling {
    /// - Parameter number: with its country prefix, no blanks.
    static func spell(_ number: String, _ random: inout SeededRandom) -> String {
        let entered = random.chance(12) ? Typo.slip(inDigitsOf: number, &random) : number
        // Numbers without a country prefix are hardly ever taken apart.
        guard !entered.utf8.contains(UInt8(ascii: "-")) else { return entered }
        switch random.below(20) {
        case ..<14: return entered
        case ..<17: return entered.prefix(2) + " " + entered.dropFirst(2)
        case ..<19:
            return entered.prefix(2) + " " + entered.dropFirst(2).prefix(3) + " " + entered.dropFirst(5).prefix(3) + " " + entered.dropFirst(8)
        default: return entered.lowercased()
        }
    }
}

/// A platform's ids as other systems and extracts of its own spell them.
enum NativeIdSpelling {
    static func spell(_ id: String, of platform: SamplePlatform, _ random: inout SeededRandom) -> String {
        switch platform {
        // Reports and old interfaces show the fifteen characters without their suffix.
        case .salesforce: random.chance(300) ? String(id.prefix(15)) : id
        // Extracts of the database and IDocs hold ten digits.
        case .sap: random.chance(500) ? String(repeating: "0", count: max(0, 10 - id.utf8.count)) + id : id
        case .dynamics: random.chance(200) ? id.uppercased() : id
        case .zuora, .netsuite, .chargebee, .stripe, .finance: id
        }
    }
}

extension String {
    /// The text with the first `character` exchanged.
    func replacingFirst(_ character: Character, with other: Character) -> String {
        guard let place = firstIndex(of: character) else { return self }
        return self[..<place] + String(other) + self[index(after: place)...]
    }
}
