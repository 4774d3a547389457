import Testing

@testable import Matching

@Suite struct ColumnKindsTests {
    private func kinds(_ columns: [String], _ rows: [[String]]) -> [FieldKind] {
        ColumnKinds.inferred(from: RecordCells(columns: columns, rows: rows)).kinds
    }

    @Test func namesThatSayIt() {
        let columns = ["id", "source", "vorname", "Nachname", "dateOfBirth", "PLZ", "Ort", "e_mail", "phone_1"]
        let rows = (0..<40).map { ["\($0)", "a", "Ann\($0)", "Lee\($0)", "19\(10 + $0)-01-02", "8\(1000 + $0)", "Bonn\($0 % 3)", "a\($0)@b.de", "0228 55\(1000 + $0)"] }
        #expect(kinds(columns, rows) == [.ignore, .ignore, .givenName, .familyName, .date, .postcode, .locality, .email, .phone])
    }

    @Test func valuesThatSpeakAgainstTheName() {
        let rows = (0..<40).map { ["\($0)", "Acme \($0) Ltd", $0 % 2 == 0 ? "Yes" : "No", "0\($0 % 9 + 1)/31/13"] }
        let found = kinds(["id", "company", "website", "email"], rows)
        #expect(found[1] == .organisationName && found[2] == .category && found[3] != .email)
    }

    @Test func aNameIsOfWhatStandsBesideIt() {
        let organisations = (0..<40).map { ["\($0)", "Acme Widget \($0)", "\($0) Main St", "555010\($0)"] }
        #expect(kinds(["id", "name", "address", "phone"], organisations)[1] == .organisationName)
        let persons = (0..<40).map { ["\($0)", "Robert Lee\($0)", "\($0) Main St"] }
        #expect(kinds(["id", "name", "address"], persons)[1] == .personName)
        let wares = (0..<40).map { ["\($0)", "sony walkman \($0)", "a small device for music \($0)", "\($0).95"] }
        #expect(kinds(["id", "name", "description", "price"], wares)[1] == .title)
    }

    @Test func namelessColumnsAreJudgedByTheirValues() {
        let rows = (0..<60).map { ["\($0)", "u\($0)@x.org", "1980-01-\(10 + $0 % 19)", $0 % 2 == 0 ? "m" : "f"] }
        #expect(kinds(["id", "c1", "c2", "c3"], rows) == [.ignore, .email, .date, .category])
    }
}
