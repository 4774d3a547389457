/// Moments as RFC 3339 text in UTC with milliseconds: `2026-11-23T16:30:00.000Z`. Its order as text is the order in time.
package enum Moment {
    /// The canonical text of a moment; nil for the platform's way to say "none".
    ///
    /// Takes ISO 8601 with an offset, `/Date(ms)/` of Microsoft and SAP (the offset in it only says how to show the moment), Unix time in
    /// seconds or milliseconds, and a date alone, which is its first moment in UTC. A time without an offset is read as UTC, as the
    /// platforms' exports mean it.
    package static func standardise(_ text: String, platform: PlatformKind) throws(ValueRefusal) -> String? {
        guard let milliseconds = milliseconds(text) else {
            throw ValueRefusal("timestamp", "not a moment; send RFC 3339 such as 2026-01-31T12:00:00Z")
        }
        if PlatformNothing.isNothing(day: CivilDays.dayNumber(milliseconds), platform: platform) { return nil }
        return self.text(milliseconds)
    }

    /// Milliseconds from 1970-01-01T00:00Z of a moment in any of the spellings above; nil when the text is none.
    package static func milliseconds(_ text: String) -> Int64? {
        if let unix = unixTime(text) { return unix }
        var reader = DateReader(text)
        guard let day = reader.day() else { return nil }
        var milliseconds = Int64(day) * 86_400_000
        if reader.isAtEnd { return milliseconds }
        guard reader.take(UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")), let time = reader.timeOfDay() else { return nil }
        milliseconds += Int64(time)
        if reader.isAtEnd { return milliseconds }
        _ = reader.take(UInt8(ascii: " "))
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        milliseconds -= Int64(offset) * 60_000
        return range.contains(milliseconds) ? milliseconds : nil
    }

    /// The canonical text of a moment in years 1 ... 9999; outside, the nearest of these.
    package static func text(_ milliseconds: Int64) -> String {
        let bounded = min(max(milliseconds, range.lowerBound), range.upperBound)
        let day = CivilDays.dayNumber(bounded)
        let time = Int(bounded - Int64(day) * 86_400_000)
        return String(unsafeUninitializedCapacity: 24) { output in
            CalendarDate.write(day, to: output)
            output[10] = UInt8(ascii: "T")
            CalendarDate.write(time / 3_600_000, digits: 2, to: output, at: 11)
            output[13] = UInt8(ascii: ":")
            CalendarDate.write(time / 60_000 % 60, digits: 2, to: output, at: 14)
            output[16] = UInt8(ascii: ":")
            CalendarDate.write(time / 1000 % 60, digits: 2, to: output, at: 17)
            output[19] = UInt8(ascii: ".")
            CalendarDate.write(time % 1000, digits: 3, to: output, at: 20)
            output[23] = UInt8(ascii: "Z")
            return 24
        }
    }

    /// 0001-01-01 ... 9999-12-31, what four digits of a year can say.
    private static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    /// `/Date(1506384247000-0700)/`, or digits alone: 9 or 10 are seconds, 12 or 13 are milliseconds. Fewer or other digits are no moment.
    static func unixTime(_ text: String) -> Int64? {
        if text.hasPrefix("/Date("), text.hasSuffix(")/") {
            let inside = text.dropFirst(6).dropLast(2)
            let sign = inside.dropFirst().firstIndex { $0 == "+" || $0 == "-" } ?? inside.endIndex
            guard let milliseconds = Int64(inside[..<sign]), range.contains(milliseconds) else { return nil }
            return milliseconds
        }
        guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        switch text.utf8.count {
        case 9, 10: return Int64(text).map { $0 * 1000 }
        case 12, 13: return Int64(text)
        default: return nil
        }
    }
}

extension CivilDays {
    /// The day in UTC that a moment lies in.
    static func dayNumber(_ milliseconds: Int64) -> Int {
        Int(milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000)
    }
}
