/// Moments and dates of the sample, all between 2019 and 2026, as text without a calendar library.
enum SampleTime {
    /// When a record was last changed: within three years before 2026-11-01, often lately.
    static func updated(_ random: inout SeededRandom) -> (text: String, milliseconds: Int) {
        let age = min(random.below(1_095 * 86_400), random.below(1_095 * 86_400))
        let seconds = 1_793_491_200 - age
        let milliseconds = random.below(1_000)
        let time = seconds % 86_400
        let text =
            day(seconds / 86_400) + "T" + two(time / 3_600) + ":" + two(time / 60 % 60) + ":" + two(time % 60) + "." + three(milliseconds) + "Z"
        return (text, seconds * 1_000 + milliseconds)
    }

    /// `YYYY-MM-DD` of a day counted from 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`).
    static func day(_ days: Int) -> String {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return String(year) + "-" + two(month) + "-" + two(day)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0" + String(number) : String(number) }
    private static func three(_ number: Int) -> String { number < 100 ? "0" + two(number) : String(number) }
}
