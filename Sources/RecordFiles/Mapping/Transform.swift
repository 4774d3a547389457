import MasterData

/// The few ways in which a map may change a value. Codes are not among them: reference lists translate those.
package indirect enum Transform: Sendable, Hashable {
    case lower, upper
    /// Unix time as a moment in RFC 3339.
    case epochSeconds, epochMillis
    /// Whole cents (or whatever the currency's smallest unit is) as a decimal amount.
    case minorUnits(currency: FieldSource)
    /// What stands behind the last `/`: an id at the end of a URL.
    case lastPathPart
    /// `true` for false and the other way round, in the spellings that platforms use.
    case not

    /// Why a value cannot be changed, without the value.
    package struct Refusal: Error, Sendable, Hashable {
        package var message: String
    }

    var paths: [SourcePath] {
        if case .minorUnits(let currency) = self { currency.paths } else { [] }
    }

    /// The changed value. A value of a kind that a transform knows nothing of stays as it is, for validation to judge, except amounts of
    /// money: taken as they are they would be wrong by a factor.
    func apply(to value: JSONValue, in record: some NativeFields) throws(Refusal) -> JSONValue? {
        switch self {
        case .lower: return value.text.map { .string($0.lowercased()) } ?? value
        case .upper: return value.text.map { .string($0.uppercased()) } ?? value
        case .epochSeconds: return Self.moment(value, perUnit: 1_000) ?? value
        case .epochMillis: return Self.moment(value, perUnit: 1) ?? value
        case .minorUnits(let currency): return try Self.amount(value, currency: currency.value(in: record))
        case .lastPathPart:
            return value.text.map { text in .string(String(text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...])) } ?? value
        case .not: return Self.negated(value)
        }
    }

    private static func moment(_ value: JSONValue, perUnit: Int64) -> JSONValue? {
        guard let text = value.plainText, let count = Int64(text) else { return nil }
        let (milliseconds, overflow) = count.multipliedReportingOverflow(by: perUnit)
        return overflow ? nil : .string(Moment.text(milliseconds))
    }

    private static func amount(_ value: JSONValue, currency: JSONValue?) throws(Refusal) -> JSONValue {
        guard let text = value.plainText, let units = Int64(text) else { throw Refusal(message: "minor units must be a whole number") }
        guard let code = currency?.text?.uppercased() else { throw Refusal(message: "minor units need a currency and the record has none") }
        guard let exponent = Currency.exponent(of: code) else {
            throw Refusal(message: "the currency of an amount in minor units is not of ISO 4217")
        }
        return .string(DecimalText.fromMinorUnits(units, exponent: exponent))
    }

    private static func negated(_ value: JSONValue) -> JSONValue {
        switch value.plainText?.lowercased() {
        case "true", "t", "yes", "y", "1", "x": .bool(false)
        case "false", "f", "no", "n", "0": .bool(true)
        default: value
        }
    }
}
