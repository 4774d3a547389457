extension Feature {
    /// The hashes of a facet of each value; none where the values have no such facet.
    func hashes(_ facet: KeyFacet) -> [UInt64] {
        switch self {
        case .missing: []
        case .organisationNames(let names), .personsAsOrganisations(let names): names.compactMap { Self.name($0, facet) }
        case .personNames(let names): names.flatMap { Self.person($0, facet) }
        case .titles(let titles): titles.compactMap { Self.words($0, facet) }
        case .addresses(let addresses): addresses.compactMap { Self.address($0, facet) }
        case .emails(let addresses):
            switch facet {
            case .whole: addresses.map(\.whole)
            case .domain: addresses.filter { !$0.isFreeMail }.map(\.domain)
            default: []
            }
        case .phones(let numbers): facet == .tail || facet == .whole ? numbers.map { StableHash.of($0.tail) } : []
        case .sites(let sites): facet == .whole || facet == .domain ? sites.map(\.owner) : []
        case .identifiers(let values): facet == .whole ? values.map(\.hash) : []
        case .codes(let codes): facet == .whole ? codes.map(\.hash) : []
        case .dates(let dates): facet == .whole ? dates.map { StableHash.of($0.digits) } : []
        case .numbers(let numbers): facet == .whole ? numbers.map { UInt64(bitPattern: $0.tenThousandths) } : []
        case .localities(let places): facet == .whole || facet == .locality ? places.map(\.joined) : []
        case .postcodes(let codes): facet == .whole || facet == .postcode ? codes.map { StableHash.of($0) } : []
        }
    }

    private static func name(_ name: OrganisationName, _ facet: KeyFacet) -> UInt64? { words(name.words, facet) }

    private static func words(_ words: Words, _ facet: KeyFacet) -> UInt64? {
        switch facet {
        case .whole: return words.joined
        case .prefix: return words.bytes.count < 3 ? nil : StableHash.of(Array(words.bytes.prefix(5)))
        case .rarest: return words.byWeight.first?.hash
        case .second:
            let order = words.byWeight
            return order.count > 1 ? order[1].hash : nil
        case .pair:
            let order = words.byWeight
            guard order.count > 1 else { return nil }
            // which of the two tells more may change with a typing error elsewhere; together they are one set
            var hash = StableHash(seed: min(order[0].hash, order[1].hash))
            hash.combine(max(order[0].hash, order[1].hash))
            return hash.value
        default: return nil
        }
    }

    private static func person(_ name: PersonName, _ facet: KeyFacet) -> [UInt64] {
        switch facet {
        case .whole:
            guard !name.given.isEmpty, !name.family.isEmpty else { return [] }
            let first = name.given.words[0].hash
            // the same for swapped names
            var hash = StableHash(seed: min(first, name.family.joined))
            hash.combine(max(first, name.family.joined))
            return [hash.value]
        case .familyName: return name.family.isEmpty ? [] : [name.family.joined]
        case .initialAndFamily:
            guard let initial = name.given.bytes.first, !name.family.isEmpty else { return [] }
            var hash = StableHash(seed: name.family.joined)
            hash.combine(UInt64(initial))
            return [hash.value]
        default: return []
        }
    }

    private static func address(_ address: Address, _ facet: KeyFacet) -> UInt64? {
        switch facet {
        case .postcode: return address.postcode.isEmpty ? nil : StableHash.of(address.postcode)
        case .locality: return address.locality.isEmpty ? nil : address.locality.joined
        case .door:
            guard !address.number.isEmpty, let word = address.street.byWeight.first else { return nil }
            var hash = StableHash(seed: word.hash)
            address.number.withUnsafeBufferPointer { hash.combine($0) }
            return hash.value
        case .building:
            guard !address.number.isEmpty, !address.postcode.isEmpty else { return nil }
            var hash = StableHash(seed: 3)
            address.number.withUnsafeBufferPointer { hash.combine($0) }
            address.postcode.withUnsafeBufferPointer { hash.combine($0) }
            return hash.value
        default: return nil
        }
    }
}
