/// The five characters by which PostgreSQL names what happened (Appendix A of its manual); the first two are the class.
package struct SQLState: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let code: String

    package init(code: String) { self.code = code }
    package init(stringLiteral code: String) { self.code = code }

    package static let uniqueViolation: Self = "23505"
    package static let foreignKeyViolation: Self = "23503"
    package static let notNullViolation: Self = "23502"
    package static let checkViolation: Self = "23514"
    package static let exclusionViolation: Self = "23P01"
    package static let serializationFailure: Self = "40001"
    package static let deadlockDetected: Self = "40P01"
    package static let lockNotAvailable: Self = "55P03"
    package static let queryCanceled: Self = "57014"
    package static let insufficientPrivilege: Self = "42501"
    package static let undefinedTable: Self = "42P01"
    package static let duplicateDatabase: Self = "42P04"
    package static let invalidCatalogName: Self = "3D000"
    package static let raiseException: Self = "P0001"

    /// Whether the same transaction may succeed when it simply runs again.
    package var isRetryable: Bool { self == .serializationFailure || self == .deadlockDetected }

    /// Whether the server says that it goes away or is not up yet: the session is lost, another one may work.
    var endsSession: Bool { ["57P01", "57P02", "57P03", "57P05"].contains(code) || code.hasPrefix("08") }

    package var description: String { code }
}
