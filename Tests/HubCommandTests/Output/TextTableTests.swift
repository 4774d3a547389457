import MasterData
import Testing

@testable import HubCommand

@Suite struct TextTableTests {
    @Test func columnsAreAsWideAsTheirWidestCell() {
        var table = TextTable("file", "records", "note", rightAligned: [1])
        table.add("a", "1", "x")
        table.add("longer", "1,234,567", "")
        #expect(table.text == "file      records  note\na               1  x\nlonger  1,234,567\n")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
    func groupsDigits(number: Int, text: String) {
        #expect(number.grouped == text)
    }

    @Test(arguments: [(Duration.milliseconds(1), "0.001"), (.milliseconds(61_050), "61.050"), (.zero, "0.000")])
    func secondsHaveThreeDigits(duration: Duration, text: String) {
        #expect(duration.secondsText == text)
    }
}

@Suite struct ValueTextTests {
    @Test func nestedValuesStandByTheirPath() {
        let object: JSONObject = ["billTo": .object(["street": "Weg", "city": "Köln"]), "name": "A\u{1B}[2J", "scopes": ["1", .object(["amount": 2, "currency": "EUR"])]]
        let lines = ValueText.lines(of: object).map { "\($0.path)=\($0.value)" }
        #expect(lines == ["billTo.city=Köln", "billTo.street=Weg", "name=A [2J", "scopes=1 · 2 EUR"])
    }
}
