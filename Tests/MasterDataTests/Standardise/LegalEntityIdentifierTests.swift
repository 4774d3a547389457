import Testing

@testable import MasterData

@Suite struct LegalEntityIdentifierTests {
    /// Identifiers that GLEIF publishes.
    @Test(arguments: ["506700GE1G29325QX363", "529900T8BM49AURSDO55", "5493001KJTIIGC8Y1R12", "7LTWFZYICNSX8D621K86", "INR2EJN1ERAN0W5ZP974"])
    func takes(number: String) throws {
        #expect(try LegalEntityIdentifier.standardise(number) == number)
        #expect(try LegalEntityIdentifier.standardise(number.lowercased()) == number)
    }

    @Test(arguments: [
        ("506700GE1G29325QX364", "check-digit"), ("5493001KJTIIGC8Y1R21", "check-digit"), ("506700GE1G29325QX36", "lei"), ("506700GE1G29325QX36A", "lei"),
        ("506700GE1G29325QXÄ63", "lei"), ("", "lei"),
    ])
    func refuses(number: String, code: String) {
        #expect { try LegalEntityIdentifier.standardise(number) } throws: { ($0 as? ValueRefusal)?.code == code }
    }
}
