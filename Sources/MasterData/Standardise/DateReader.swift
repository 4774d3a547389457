/// Reads the digits and marks of dates and times one after the other.
struct DateReader {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Up to `most` digits as a number, nil when there are fewer than `least`.
    mutating func number(_ least: Int, _ most: Int) -> Int? {
        let start = position
        var number = 0
        while position < bytes.count, position - start < most, bytes[position] &- 0x30 < 10 {
            number = number * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        return position - start >= least ? number : nil
    }

    /// Takes one of the marks when it stands here.
    mutating func take(_ marks: UInt8...) -> Bool {
        guard let next, marks.contains(next) else { return false }
        position += 1
        return true
    }

    /// `YYYY-M-D`, `YYYY/M/D`, `YYYYMMDD` or `D.M.YYYY` as a day number.
    mutating func day() -> Int? {
        let start = position
        if let year = number(4, 4) {
            if take(UInt8(ascii: "-"), UInt8(ascii: "/")) {
                let mark = bytes[position - 1]
                guard let month = number(1, 2), take(mark), let day = number(1, 2) else { return nil }
                return CivilDays.number(year: year, month: month, day: day)
            }
            guard let month = number(2, 2), let day = number(2, 2) else { return nil }
            return CivilDays.number(year: year, month: month, day: day)
        }
        position = start
        guard let day = number(1, 2), take(UInt8(ascii: ".")), let month = number(1, 2), take(UInt8(ascii: ".")), let year = number(4, 4) else { return nil }
        return CivilDays.number(year: year, month: month, day: day)
    }

    /// Milliseconds of `HH:MM[:SS[.fraction]]`, further digits of the fraction cut off.
    mutating func timeOfDay() -> Int? {
        guard let hour = number(1, 2), hour <= 23, take(UInt8(ascii: ":")), let minute = number(2, 2), minute <= 59 else { return nil }
        var milliseconds = (hour * 60 + minute) * 60_000
        guard take(UInt8(ascii: ":")) else { return milliseconds }
        guard let second = number(2, 2), second <= 60 else { return nil }
        // A leap second is the last moment of its minute: the day has no other place for it.
        milliseconds += min(second, 59) * 1000
        if take(UInt8(ascii: "."), UInt8(ascii: ",")) {
            var scale = 100
            var digits = 0
            while let next, next &- 0x30 < 10, digits < 12 {
                milliseconds += Int(next - 0x30) * scale
                scale /= 10
                position += 1
                digits += 1
            }
            guard digits > 0 else { return nil }
        }
        return second == 60 ? milliseconds - milliseconds % 1000 + 999 : milliseconds
    }

    /// Minutes east of UTC: `Z`, `+02:00`, `+0200`, `+02`; nil when what stands here is no offset.
    mutating func offset() -> Int? {
        if take(UInt8(ascii: "Z"), UInt8(ascii: "z")) { return 0 }
        let west = next == UInt8(ascii: "-")
        guard take(UInt8(ascii: "+"), UInt8(ascii: "-")), let hours = number(2, 2), hours <= 14 else { return nil }
        var minutes = 0
        if take(UInt8(ascii: ":")) || !isAtEnd {
            guard let given = number(2, 2), given <= 59 else { return nil }
            minutes = given
        }
        return (west ? -1 : 1) * (hours * 60 + minutes)
    }
}
