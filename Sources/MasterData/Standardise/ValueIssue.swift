/// Something wrong with one value of a record. Says which attribute and what to do, never the value.
package struct ValueIssue: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Where: `legalName`, `billTo.country`, `contacts[2].email`.
    package var attribute: String
    /// Stable, for programs: `type`, `check-digit`, `unknown-attribute`, `unmapped-code`, …
    package var code: String
    /// For people: what is wrong and what to do.
    package var message: String
    package var severity: Severity

    package enum Severity: String, Sendable, Hashable, Comparable {
        /// The record breaks the agreement between sender and hub: an unknown attribute, a wrong JSON type, a bound passed.
        case error
        /// One value is unusable and left out; the rest of the record counts.
        case warning

        package static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
    }

    package init(attribute: String, code: String, message: String, severity: Severity) {
        self.attribute = attribute
        self.code = code
        self.message = message
        self.severity = severity
    }

    package var description: String { "\(severity.rawValue): `\(attribute)`: \(message) [\(code)]" }

    package static func < (left: ValueIssue, right: ValueIssue) -> Bool {
        (left.attribute, left.severity, left.code, left.message) < (right.attribute, right.severity, right.code, right.message)
    }
}

/// Why one value of the right JSON type cannot be standardised. The caller knows the attribute and turns it into a `ValueIssue`.
package struct ValueRefusal: Error, Sendable, Hashable {
    package var code: String
    package var message: String

    package init(_ code: String, _ message: String) {
        self.code = code
        self.message = message
    }
}
