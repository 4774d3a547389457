/// A moment in UTC, in microseconds since 1970.
package struct Timestamp: Sendable, Hashable, Comparable {
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }

    private static let microsecondsPerDay: Int64 = 86_400_000_000

    /// The day, `YYYY-MM-DD`.
    package var date: String { String(text.prefix(10)) }

    /// RFC 3339 with microseconds, always `Z`.
    package var text: String {
        var days = microseconds / Self.microsecondsPerDay
        var rest = microseconds % Self.microsecondsPerDay
        if rest < 0 {
            rest += Self.microsecondsPerDay
            days -= 1
        }
        let (year, month, day) = Self.civil(fromDays: days)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(27)
        func put(_ number: Int64, _ width: Int) {
            var divisor: Int64 = 1
            for _ in 1..<width { divisor *= 10 }
            while divisor > 0 {
                bytes.append(UInt8(48 + (number / divisor) % 10))
                divisor /= 10
            }
        }
        put(year, 4)
        bytes.append(UInt8(ascii: "-"))
        put(month, 2)
        bytes.append(UInt8(ascii: "-"))
        put(day, 2)
        bytes.append(UInt8(ascii: "T"))
        put(rest / 3_600_000_000, 2)
        bytes.append(UInt8(ascii: ":"))
        put(rest / 60_000_000 % 60, 2)
        bytes.append(UInt8(ascii: ":"))
        put(rest / 1_000_000 % 60, 2)
        bytes.append(UInt8(ascii: "."))
        put(rest % 1_000_000, 6)
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads RFC 3339 (`2026-11-23T10:00:00.123456+01:00`, a blank instead of `T`, no offset: UTC) or a bare date (midnight UTC).
    /// Nil where the text is no moment between the years 1 and 9999.
    package init?(_ text: String) {
        var bytes = text.utf8.makeIterator()
        var peeked = bytes.next()
        func take() -> UInt8? {
            defer { peeked = bytes.next() }
            return peeked
        }
        func number(_ digits: Int) -> Int64? {
            var value: Int64 = 0
            for _ in 0..<digits {
                guard let byte = take(), byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int64(byte - 48)
            }
            return value
        }
        func expect(_ character: Unicode.Scalar) -> Bool { take() == UInt8(ascii: character) }
        guard let year = number(4), expect("-"), let month = number(2), expect("-"), let day = number(2),
            year >= 1, (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, year: year)
        else { return nil }
        var total = Self.days(year, month, day) * Self.microsecondsPerDay
        if peeked == nil {
            self.init(microseconds: total)
            return
        }
        guard let separator = take(), separator == UInt8(ascii: "T") || separator == UInt8(ascii: "t") || separator == UInt8(ascii: " "),
            let hour = number(2), hour <= 23, expect(":"), let minute = number(2), minute <= 59
        else { return nil }
        var second: Int64 = 0
        var fraction: Int64 = 0
        if peeked == UInt8(ascii: ":") {
            _ = take()
            guard let value = number(2), value <= 60 else { return nil }
            second = value
            if peeked == UInt8(ascii: ".") {
                _ = take()
                var scale: Int64 = 100_000
                var digits = 0
                while let byte = peeked, byte >= 48, byte <= 57 {
                    fraction += Int64(byte - 48) * scale
                    scale /= 10
                    digits += 1
                    _ = take()
                }
                guard (1...12).contains(digits) else { return nil }
            }
        }
        total += ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
        switch take() {
        case nil, UInt8(ascii: "Z"), UInt8(ascii: "z"):
            break
        case let sign? where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
            guard let hours = number(2), hours <= 23 else { return nil }
            if peeked == UInt8(ascii: ":") { _ = take() }
            var minutes: Int64 = 0
            if peeked != nil {
                guard let value = number(2), value <= 59 else { return nil }
                minutes = value
            }
            let offset = (hours * 60 + minutes) * 60_000_000
            total += sign == UInt8(ascii: "+") ? -offset : offset
        default:
            return nil
        }
        guard peeked == nil else { return nil }
        self.init(microseconds: total)
    }

    static func days(inMonth month: Int64, year: Int64) -> Int64 {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of `days(_:_:_:)`.
    static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }
}
