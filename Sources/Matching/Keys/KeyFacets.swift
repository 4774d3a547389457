extension Feature {
    /// Calls `body` with the hash of a facet of each value; not at all where the values have no such facet.
    func forEachHash(_ facet: KeyFacet, _ body: (UInt64) -> Void) {
        switch self {
        case .missing: break
        case .organisationNames(let names), .personsAsOrganisations(let names): for name in names { Self.words(name.words, facet).map(body) }
        case .personNames(let names): for name in names { Self.person(name, facet).map(body) }
        case .titles(let titles): for title in titles { Self.words(title, facet).map(body) }
        case .addresses(let addresses): for address in addresses { Self.address(address, facet).map(body) }
        case .emails(let addresses):
            if facet == .whole { for address in addresses { body(address.whole) } }
            if facet == .domain { for address in addresses where !address.isFreeMail { body(address.domain) } }
        case .phones(let numbers): if facet == .tail || facet == .whole { for number in numbers { body(StableHash.of(number.tail)) } }
        case .sites(let sites): if facet == .whole || facet == .domain { for site in sites { body(site.owner) } }
        case .identifiers(let values): if facet == .whole { for value in values { body(value.hash) } }
        case .codes(let codes): if facet == .whole { for code in codes { body(code.hash) } }
        case .dates(let dates): if facet == .whole { for date in dates { body(StableHash.of(date.digits)) } }
        case .numbers(let numbers): if facet == .whole { for number in numbers { body(UInt64(bitPattern: number.tenThousandths)) } }
        case .localities(let places): if facet == .whole || facet == .locality { for place in places { body(place.joined) } }
        case .postcodes(let codes): if facet == .whole || facet == .postcode { for code in codes { body(StableHash.of(code)) } }
        }
    }

    private static func words(_ words: Words, _ facet: KeyFacet) -> UInt64? {
        switch facet {
        case .whole: return words.joined
        case .prefix:
            return words.bytes.count < 3 ? nil : words.bytes.withUnsafeBufferPointer { StableHash.of(UnsafeBufferPointer(rebasing: $0.prefix(5))) }
        case .rarest: return words.rarest < 0 ? nil : words.words[words.rarest].hash
        case .second: return words.second < 0 ? nil : words.words[words.second].hash
        case .pair:
            guard words.second >= 0 else { return nil }
            // which of the two tells more may change with a typing error; together they are one set
            let (x, y) = (words.words[words.rarest].hash, words.words[words.second].hash)
            var hash = StableHash(seed: min(x, y))
            hash.combine(max(x, y))
            return hash.value
        default: return nil
        }
    }

    private static func person(_ name: PersonName, _ facet: KeyFacet) -> UInt64? {
        switch facet {
        case .whole:
            guard !name.given.isEmpty, !name.family.isEmpty else { return nil }
            let first = name.given.words[0].hash
            // the same for swapped names
            var hash = StableHash(seed: min(first, name.family.joined))
            hash.combine(max(first, name.family.joined))
            return hash.value
        case .familyName: return name.family.isEmpty ? nil : name.family.joined
        case .initialAndFamily:
            guard let initial = name.given.bytes.first, !name.family.isEmpty else { return nil }
            var hash = StableHash(seed: name.family.joined)
            hash.combine(UInt64(initial))
            return hash.value
        default: return nil
        }
    }

    private static func address(_ address: Address, _ facet: KeyFacet) -> UInt64? {
        switch facet {
        case .postcode: return address.postcode.isEmpty ? nil : StableHash.of(address.postcode)
        case .locality: return address.locality.isEmpty ? nil : address.locality.joined
        case .door: return door(address)?.value
        case .doorInTown:
            guard var hash = door(address) else { return nil }
            hash.combine(address.locality.joined)
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

    /// House number and the street's most telling word.
    private static func door(_ address: Address) -> StableHash? {
        guard !address.number.isEmpty, address.street.rarest >= 0 else { return nil }
        var hash = StableHash(seed: address.street.words[address.street.rarest].hash)
        address.number.withUnsafeBufferPointer { hash.combine($0) }
        return hash
    }
}
