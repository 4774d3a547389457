/// Levels of two phone numbers (`ComparisonKind.phone.levels`): national and international spellings of one number are the same.
enum PhoneLevel {
    static let same: UInt8 = 1, close: UInt8 = 2, different: UInt8 = 3

    static func of(_ a: PhoneNumber, _ b: PhoneNumber) -> UInt8 {
        let (short, long) = a.digits.count <= b.digits.count ? (a.digits, b.digits) : (b.digits, a.digits)
        if short.count >= 7 || short.count == long.count, long.suffix(short.count).elementsEqual(short) { return same }
        let length = min(short.count, 9)
        return short.count >= 7 && EditDistance.osa(short.suffix(length), long.suffix(length), limit: 1) <= 1 ? close : different
    }
}

/// Levels of two codes (`ComparisonKind.code.levels`): one edit in five signs and more is close.
enum CodeLevel {
    static let same: UInt8 = 1, close: UInt8 = 2, different: UInt8 = 3

    static func of(_ a: Code, _ b: Code) -> UInt8 {
        if a.hash == b.hash { return same }
        return min(a.bytes.count, b.bytes.count) >= 5 && EditDistance.osa(a.bytes, b.bytes, limit: 1) <= 1 ? close : different
    }
}

/// Levels of two dates (`ComparisonKind.date.levels`).
enum DateLevel {
    static let same: UInt8 = 1, oneSlip: UInt8 = 2, twoParts: UInt8 = 3, sameYear: UInt8 = 4, different: UInt8 = 5

    static func of(_ a: DateParts, _ b: DateParts) -> UInt8 {
        if a.digits == b.digits { return same }
        let year = a.year == b.year
        if year, a.month == b.day, a.day == b.month { return oneSlip }
        if EditDistance.osa(a.digits, b.digits, limit: 1) <= 1 { return oneSlip }
        let equalParts = (year ? 1 : 0) + (a.month == b.month ? 1 : 0) + (a.day == b.day ? 1 : 0)
        let defaulted = (a.month == 1 && a.day == 1) || (b.month == 1 && b.day == 1)  // only the year was known
        if equalParts == 2 || (year && defaulted) { return twoParts }
        return year ? sameYear : different
    }
}

/// Levels of two numbers: `number` by relative distance (1 %, 10 %), `year` by the count of years.
enum NumberLevel {
    static let same: UInt8 = 1, close: UInt8 = 2, near: UInt8 = 3, different: UInt8 = 4

    static func of(_ a: DecimalValue, _ b: DecimalValue) -> UInt8 {
        if a == b { return same }
        let (low, high) = (min(a.tenThousandths, b.tenThousandths), max(a.tenThousandths, b.tenThousandths))
        let (distance, overflow) = high.subtractingReportingOverflow(low)
        let size = max(low.magnitude, high.magnitude)
        if overflow || distance < 0 { return different }
        if UInt64(distance) <= size / 100 { return close }
        return UInt64(distance) <= size / 10 ? near : different
    }

    static let nextYear: UInt8 = 2, otherYear: UInt8 = 3

    static func ofYears(_ a: DecimalValue, _ b: DecimalValue) -> UInt8 {
        if a == b { return same }
        let (distance, overflow) = a.tenThousandths.subtractingReportingOverflow(b.tenThousandths)
        return !overflow && distance.magnitude <= 10_000 ? nextYear : otherYear
    }
}
