/// What of a comparison the hot path needs: no reference to count.
struct ComparisonStep: Sendable, Hashable {
    var kind: ComparisonKind
    var identifier: IdentifierStrength?

    /// The level of two features: the most alike pair of their values; 0 when one has none.
    func level(_ a: Feature, _ b: Feature) -> UInt8 {
        switch (a, b) {
        case (.organisationNames(let x), .organisationNames(let y)): Self.best(x, y, OrganisationNameLevel.of)
        // two persons are compared as persons
        case (.personsAsOrganisations, .personsAsOrganisations): 0
        case (.personsAsOrganisations(let x), .organisationNames(let y)), (.organisationNames(let x), .personsAsOrganisations(let y)):
            Self.best(x, y, OrganisationNameLevel.of)
        case (.personNames(let x), .personNames(let y)): Self.best(x, y, PersonNameLevel.of)
        case (.titles(let x), .titles(let y)): Self.best(x, y, TitleLevel.of)
        case (.addresses(let x), .addresses(let y)): Self.best(x, y, AddressLevel.of)
        case (.emails(let x), .emails(let y)): Self.best(x, y, EmailLevel.of)
        case (.phones(let x), .phones(let y)): Self.best(x, y, PhoneLevel.of)
        case (.sites(let x), .sites(let y)): Self.best(x, y) { $0.owner == $1.owner ? 1 : 2 }
        case (.identifiers(let x), .identifiers(let y)): IdentifierLevel.of(x, y, identifier)
        case (.codes(let x), .codes(let y)):
            kind == .code ? Self.best(x, y, CodeLevel.of) : Self.best(x, y) { $0.hash == $1.hash ? 1 : 2 }
        case (.dates(let x), .dates(let y)): Self.best(x, y, DateLevel.of)
        case (.numbers(let x), .numbers(let y)): kind == .year ? Self.best(x, y, NumberLevel.ofYears) : Self.best(x, y, NumberLevel.of)
        case (.localities(let x), .localities(let y)): Self.best(x, y, LocalityLevel.of)
        case (.postcodes(let x), .postcodes(let y)): Self.best(x, y, PostcodeLevel.of)
        default: 0
        }
    }

    @inline(__always)
    private static func best<Value>(_ a: [Value], _ b: [Value], _ level: (Value, Value) -> UInt8) -> UInt8 {
        if a.count == 1, b.count == 1 { return level(a[0], b[0]) }
        var best = UInt8.max
        for x in a {
            for y in b {
                let found = level(x, y)
                if found > 0, found < best { best = found }
                if best == 1 { return 1 }
            }
        }
        return best == .max ? 0 : best
    }
}
