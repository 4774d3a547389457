import Testing

@testable import Matching

@Suite struct AddressLevelTests {
    @Test(
        arguments: [
            (("Hauptstraße", "12", "10115", "Berlin", "DE"), ("Hauptstr. 12", "", "10115", "Berlin", ""), "same"),
            (("Hauptstraße", "12", "10115", "Berlin", "DE"), ("HAUPTSTRASSE", "12a", "10115", "", "DE"), "same"),
            (("435 S. La Cienega Blvd.", "", "", "Los Angeles", ""), ("435 South La Cienega Boulevard", "", "", "los angeles", ""), "same"),
            (("102 Fifth Ave. between 15th and 16th", "", "", "New York", ""), ("102 5th Avenue", "", "", "New York City", ""), "same"),
            (("Hauptstrase", "12", "10115", "Berlin", ""), ("Hauptstrasse", "12", "10115", "Berlin", ""), "close"),
            (("Hauptstraße", "12", "10115", "Berlin", ""), ("Hauptstraße", "12", "80331", "München", ""), "same street and number elsewhere"),
            (("Hauptstraße", "12", "", "", ""), ("Hauptstraße", "12", "80331", "München", ""), "same street and number"),
            (("Hauptstraße", "", "10115", "Berlin", ""), ("Hauptstraße", "12", "10115", "Berlin", ""), "same street, a number missing"),
            (("Hauptstraße", "12", "10115", "Berlin", ""), ("Hauptstraße", "99", "10115", "Berlin", ""), "same street, other number"),
            (("Hauptstraße", "12", "10115", "Berlin", ""), ("Gartenweg", "3", "10115", "Berlin", ""), "same postcode"),
            (("", "", "", "Berlin", ""), ("Gartenweg", "3", "10115", "Berlin", ""), "same place"),
            (("Hauptstraße", "12", "10115", "Berlin", "DE"), ("Ringstraße", "5", "50667", "Köln", "DE"), "elsewhere"),
            (("Hauptstraße", "12", "10115", "Berlin", "DE"), ("Hauptstraße", "12", "10115", "Berlin", "AT"), "other country"),
            (("P.O. Box 123", "", "9001", "Springfield", ""), ("PO Box 77", "", "9001", "Springfield", ""), "same street, other number"),
            (("Suite 200, 14 Harbor Drive", "", "02210", "Boston", ""), ("14 Harbour Dr", "", "02210-1234", "Boston", ""), "close"),
            (("", "", "", "", "DE"), ("Gartenweg", "3", "10115", "Berlin", "DE"), "missing"),
        ] as [((String, String, String, String, String), (String, String, String, String, String), String)])
    func levels(left: (String, String, String, String, String), right: (String, String, String, String, String), expected: String) throws {
        func address(_ parts: (String, String, String, String, String)) -> Address? {
            Address(MatchAddress(street: parts.0, houseNumber: parts.1, postcode: parts.2, locality: parts.3, country: parts.4))
        }
        let a = try #require(address(left))
        let b = try #require(address(right))
        let names = ComparisonKind.address.levels
        #expect(names[Int(AddressLevel.of(a, b))] == expected)
        #expect(names[Int(AddressLevel.of(b, a))] == expected)
        #expect(AddressLevel.of(a, a) <= AddressLevel.street || a.street.isEmpty)
    }

    @Test func anAddressSurvivesItsText() {
        let address = MatchAddress(street: "Rue de la Paix", houseNumber: "7 bis", postcode: "75002", locality: "Paris", region: "IDF", country: "FR")
        #expect(MatchAddress(text: address.text) == address)
        #expect(MatchAddress().text.isEmpty)
        #expect(MatchAddress(text: "12 High Street").street == "12 High Street")
    }
}
