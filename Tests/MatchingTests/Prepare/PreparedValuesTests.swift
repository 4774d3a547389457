import Testing

@testable import Matching

/// What becomes of values, column kind by column kind.
@Suite struct PreparedValuesTests {
    /// The slots of one record with one column.
    private func prepared(_ kind: FieldKind, _ values: String...) -> [[String]] {
        let cells = RecordCells(columns: ["value"], rows: values.map { [$0] })
        let layout = RecordLayout(RecordField.fields(of: cells, kinds: [kind]))
        let records = RecordPreparer(layout, cells, columns: [0]).prepare()
        return values.indices.map { record in (0..<layout.slotCount).map { String(decoding: records.value(record, $0), as: UTF8.self) } }
    }

    @Test(arguments: [
        ("1971-06-24", "19710624"), ("19710624", "19710624"), ("1971/6/4", "19710604"), ("24.06.1971", "19710624"), ("1971-06-24T10:00:00Z", "19710624"),
        ("24 June 1971", "19710624"), ("Jun 24, 1971", "19710624"), ("1971", "1971"), ("not known", ""),
    ])
    func dates(text: String, digits: String) { #expect(prepared(.date, text)[0] == [digits]) }

    @Test func aColumnThatCanOnlyBeMonthFirstIsReadSo() {
        #expect(prepared(.date, "06/24/1971", "03/04/1980").map(\.[0]) == ["19710624", "19800304"])
        #expect(prepared(.date, "24/06/1971", "03/04/1980").map(\.[0]) == ["19710624", "19800403"])
    }

    /// Number, street, place, postcode.
    @Test(arguments: [
        ("12 North Main Street", ["12", "n main st", "", ""]), ("12 N. Main St., Apt 4", ["12", "n main st", "", ""]),
        ("Hauptstr. 12a", ["12", "hauptstr", "", ""]), ("221 E 51st St", ["221", "e 51st st", "", ""]),
        ("435 s. la cienega blv. 90048", ["435", "s la cienega bd", "", "90048"]), ("5th Avenue", ["", "5th av", "", ""]),
    ])
    func streets(text: String, slots: [String]) { #expect(prepared(.street, text)[0] == slots) }

    /// A hub's address comes in parts: number, street, place, postcode.
    @Test func addressesInParts() {
        let parts = MatchAddress(street: "Hauptstr.", houseNumber: "012a", postcode: "53 111", locality: "Bonn", region: "NW", country: "DE")
        #expect(prepared(.address, parts.text)[0] == ["12", "hauptstr", "bonn", "53111"])
        #expect(prepared(.address, MatchAddress(street: "Hauptstr. 12", locality: "Bonn").text)[0] == ["12", "hauptstr", "bonn", ""])
        #expect(prepared(.address, "Hauptstr. 12")[0] == ["12", "hauptstr", "", ""])
    }

    /// Name and legal form.
    @Test(arguments: [
        ("The Acme Widget Company, Inc.", "acme widget"), ("Müller & Söhne GmbH & Co. KG", "muller sohne"), ("Intl. Mfg. Ltd", "international manufacturing"),
        ("GmbH", "gmbh"),
    ])
    func organisations(text: String, name: String) { #expect(prepared(.organisationName, text)[0][0] == name) }

    @Test func legalFormsOfDifferentKindsAreToldApart() {
        let forms = prepared(.organisationName, "Acme GmbH", "Acme Inc", "Acme Incorporated", "Acme").map(\.[1])
        #expect(forms[0] != forms[1] && forms[1] == forms[2] && forms[3].isEmpty && !forms[0].isEmpty)
    }

    @Test(arguments: [
        ("Dr. Ann Mary Lee", ["ann mary", "lee"]), ("Lee, Ann", ["ann", "lee"]), ("Ludwig van der Berg", ["ludwig", "van der berg"]), ("Cher", ["", "cher"]),
    ])
    func persons(text: String, slots: [String]) { #expect(prepared(.personName, text)[0] == slots) }

    @Test func phonesEmailsAndSites() {
        #expect(prepared(.phone, "+1 (212) 555-0147", "0000000", "ext").map(\.[0]) == ["2125550147", "", ""])
        #expect(prepared(.email, " Ann.Lee@Example.COM ")[0] == ["ann.lee@example.com"])
        #expect(prepared(.url, "https://www.Example.com/a?b", "No").map(\.[0]) == ["example.com", ""])
    }

    /// Every word grows when it is spelled out: what no longer fits is left out, and nothing is written behind the end.
    @Test func aFileOfNothingButAbbreviationsFits() {
        let value = Array(repeating: "int &", count: 4_000).joined(separator: " ")
        let rows = Array(repeating: [value], count: 40)
        let cells = RecordCells(columns: ["company"], rows: rows)
        let records = RecordPreparer(RecordLayout([RecordField(name: "company", kind: .organisationName)]), cells, columns: [0]).prepare()
        for record in 0..<records.count { #expect(records.value(record, 0).count <= value.utf8.count * 4) }
    }

    @Test func foldingInPlaceIsFolding() {
        var random = SplitMix(seed: 5)
        let alphabet = Array("aeou'.& -ÄÖß éИя漢5Z,")
        for _ in 0..<2_000 {
            let text = String((0..<random.below(20)).map { _ in alphabet[random.below(alphabet.count)] })
            var folded = TextFolding.fold(text)
            // scripts of two bytes a letter take one
            if folded.contains(where: { $0 >= 0xC0 && $0 < 0xE0 }) { continue }
            if folded.first == 0x20 { folded.removeFirst() }
            #expect(Array(prepared(.locality, text)[0][0].utf8) == folded, "`\(text)`")
        }
    }
}
