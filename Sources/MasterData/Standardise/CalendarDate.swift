/// Calendar dates as `YYYY-MM-DD`.
package enum CalendarDate {
    /// The canonical text of a date; nil for the platform's way to say "none".
    ///
    /// Takes `YYYY-M-D`, `YYYYMMDD`, `D.M.YYYY`, and all that `Moment` takes. Of a time with an offset the date is the one that is written, as
    /// midnight in the sender's zone must not become the day before. `1/2/2026` is refused: two countries read it as two days.
    package static func standardise(_ text: String, platform: PlatformKind) throws(ValueRefusal) -> String? {
        // SAP's empty date.
        if text == "00000000" || text == "0000-00-00" { return nil }
        let day: Int
        if let unix = Moment.unixTime(text) {
            day = CivilDays.dayNumber(unix)
        } else {
            var reader = DateReader(text)
            guard let written = reader.day(), reader.isAtEnd || Moment.milliseconds(text) != nil else {
                throw ValueRefusal("date", "not a date; send YYYY-MM-DD")
            }
            day = written
        }
        return PlatformNothing.isNothing(day: day, platform: platform) ? nil : self.text(day)
    }

    /// The canonical text of a day number.
    package static func text(_ day: Int) -> String {
        String(unsafeUninitializedCapacity: 10) { output in
            write(day, to: output)
            return 10
        }
    }

    /// Writes ten bytes, `YYYY-MM-DD`.
    static func write(_ day: Int, to output: UnsafeMutableBufferPointer<UInt8>) {
        let date = CivilDays.date(day)
        write(date.year, digits: 4, to: output, at: 0)
        output[4] = UInt8(ascii: "-")
        write(date.month, digits: 2, to: output, at: 5)
        output[7] = UInt8(ascii: "-")
        write(date.day, digits: 2, to: output, at: 8)
    }

    static func write(_ number: Int, digits: Int, to output: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
        var rest = number
        for index in (start..<start + digits).reversed() {
            output[index] = 0x30 + UInt8(rest % 10)
            rest /= 10
        }
    }
}

/// Dates by which a platform says that there is none.
enum PlatformNothing {
    /// Dynamics 365 Finance has no nulls: an empty date is 1900-01-01 there (and only there: people are born on that day elsewhere).
    static func isNothing(day: Int, platform: PlatformKind) -> Bool {
        platform == .finance && day == -25_567
    }
}
