/// Levels of two addresses (`ComparisonKind.address.levels`).
enum AddressLevel {
    static let same: UInt8 = 1, close: UInt8 = 2, street: UInt8 = 3, streetElsewhere: UInt8 = 4, numberMissing: UInt8 = 5, otherNumber: UInt8 = 6,
        postcode: UInt8 = 7, place: UInt8 = 8, elsewhere: UInt8 = 9, otherCountry: UInt8 = 10
    static let missing: UInt8 = 0

    static func of(_ a: Address, _ b: Address) -> UInt8 {
        if a.country != 0, b.country != 0, a.country != b.country { return otherCountry }
        let postcodes = PostcodeLevel.of(a.postcode, b.postcode)
        let places = LocalityLevel.of(a.locality, b.locality)
        let samePostcode = postcodes == PostcodeLevel.same
        let samePlace = places == LocalityLevel.same || places == LocalityLevel.close
        let closePostcode = postcodes == PostcodeLevel.close
        let placeUnknown = postcodes == 0 && places == 0
        let placeAgrees = samePostcode || samePlace || closePostcode

        let streets = streetLikeness(a.street, b.street)
        if streets != .unknown {
            let numbers = number(a.number, b.number)
            if streets != .different {
                let exact = streets == .same
                switch numbers {
                case .same:
                    if placeAgrees { return exact ? same : close }
                    if placeUnknown || (postcodes == PostcodeLevel.area && places == 0) { return street }
                    return exact ? streetElsewhere : elsewhere
                case .missing:
                    // a street without any number (an estate, a post office box) is a whole address
                    if placeAgrees { return exact && a.number.isEmpty && b.number.isEmpty ? close : numberMissing }
                    return placeUnknown ? numberMissing : elsewhere
                case .close: return placeAgrees ? close : placeUnknown ? otherNumber : elsewhere
                case .different: return placeAgrees || placeUnknown ? otherNumber : elsewhere
                }
            }
        }
        if samePostcode { return postcode }
        if samePlace { return place }
        if postcodes != 0 || places != 0 || streets == .different { return elsewhere }
        if a.region != 0, b.region != 0, a.region != b.region { return elsewhere }
        return missing
    }

    private enum Likeness { case unknown, same, close, different }
    private enum NumberLikeness { case missing, same, close, different }

    private static func streetLikeness(_ a: Words, _ b: Words) -> Likeness {
        if a.isEmpty || b.isEmpty { return .unknown }
        if a.joined == b.joined { return .same }
        let overlap = WordOverlap(a, b)
        if overlap.numbersDiffer { return .different }
        if overlap.both >= 780 { return .close }
        // the type or direction is left out, or a district is written behind
        return overlap.lighter >= 920 && min(a.weight, b.weight) >= 600 ? .close : .different
    }

    private static func number(_ a: [UInt8], _ b: [UInt8]) -> NumberLikeness {
        if a.isEmpty || b.isEmpty { return .missing }
        if a == b { return .same }
        return min(a.count, b.count) >= 3 && EditDistance.osa(a, b, limit: 1) <= 1 ? .close : .different
    }
}

/// Levels of two postcodes (`ComparisonKind.postcode.levels`).
enum PostcodeLevel {
    static let same: UInt8 = 1, close: UInt8 = 2, area: UInt8 = 3, different: UInt8 = 4

    static func of(_ a: [UInt8], _ b: [UInt8]) -> UInt8 {
        if a.isEmpty || b.isEmpty { return 0 }
        if a == b { return same }
        if min(a.count, b.count) >= 4, EditDistance.osa(a, b, limit: 1) <= 1 { return close }
        return a.prefix(3).elementsEqual(b.prefix(3)) && min(a.count, b.count) >= 3 ? area : different
    }
}

/// Levels of two places' names (`ComparisonKind.locality.levels`).
enum LocalityLevel {
    static let same: UInt8 = 1, close: UInt8 = 2, different: UInt8 = 3

    static func of(_ a: Words, _ b: Words) -> UInt8 {
        if a.isEmpty || b.isEmpty { return 0 }
        if a.joined == b.joined { return same }
        let overlap = WordOverlap(a, b)
        return overlap.both >= 780 || overlap.lighter >= 950 ? close : different
    }
}
