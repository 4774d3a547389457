/// A point in time as PostgreSQL's `timestamptz` stores it: microseconds since 2000-01-01 00:00:00 UTC.
///
/// `Int64.max` and `Int64.min` are PostgreSQL's `infinity` and `-infinity`.
package struct PostgresTimestamp: Sendable, Hashable, Comparable {
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Microseconds from 1970-01-01 to 2000-01-01, both 00:00:00 UTC.
    package static let unixOffset: Int64 = 946_684_800_000_000

    /// Microseconds since 1970; a value too early for PostgreSQL becomes `-infinity`.
    package init(unixMicroseconds: Int64) {
        let (difference, overflow) = unixMicroseconds.subtractingReportingOverflow(Self.unixOffset)
        self.init(microseconds: overflow ? .min : difference)
    }

    /// Microseconds since 1970; `infinity` and what lies beyond `Int64` stay at the ends of its range.
    package var unixMicroseconds: Int64 {
        if microseconds == .min { return .min }
        let (sum, overflow) = microseconds.addingReportingOverflow(Self.unixOffset)
        return overflow ? .max : sum
    }

    package static func < (left: Self, right: Self) -> Bool { left.microseconds < right.microseconds }
}
