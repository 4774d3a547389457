/// Who is the system of record of an attribute: one owner, or one a period, each perhaps under a condition.
package struct Ownership: Sendable, Hashable {
    /// One statement of who owns the attribute in `from ..< until` (dates, `YYYY-MM-DD`; nil: open).
    package struct Period: Sendable, Hashable {
        package var platform: String
        package var from: String?
        package var until: String?
        /// Attribute values of the golden record that must hold for `platform` to be the owner; empty: always.
        package var conditions: [Condition]
        /// The owner where the conditions do not hold.
        package var otherwise: String?

        package init(platform: String, from: String? = nil, until: String? = nil, conditions: [Condition] = [], otherwise: String? = nil) {
            self.platform = platform
            self.from = from
            self.until = until
            self.conditions = conditions
            self.otherwise = otherwise
        }
    }

    /// `attribute` (a path, `billTo.country`) has one of `values`.
    package struct Condition: Sendable, Hashable {
        package var attribute: String
        package var values: [String]

        package init(attribute: String, values: [String]) {
            self.attribute = attribute
            self.values = values
        }
    }

    /// In the order of the file; the first period that holds decides.
    package var periods: [Period]

    package init(periods: [Period]) {
        self.periods = periods
    }

    package init(platform: String) {
        periods = [Period(platform: platform)]
    }
}
