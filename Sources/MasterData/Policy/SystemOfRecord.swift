extension Ownership {
    /// The platform that owns the attribute on `date` (`YYYY-MM-DD`), given the golden record's values; nil: nobody on that day.
    ///
    /// - Parameter value: the golden value at an attribute path, as text; nil where there is none.
    package func systemOfRecord(on date: String, value: (_ path: String) -> String?) -> String? {
        for period in periods {
            if let from = period.from, date < from { continue }
            if let until = period.until, date >= until { continue }
            if period.conditions.allSatisfy({ condition in value(condition.attribute).map(condition.values.contains) ?? false }) {
                return period.platform
            }
            if let otherwise = period.otherwise { return otherwise }
        }
        return nil
    }

    /// Attributes whose golden values decide who the owner is.
    package var conditionAttributes: Set<String> {
        Set(periods.flatMap(\.conditions).map { String($0.attribute.prefix { $0 != "." }) })
    }
}
