import Testing

@testable import Matching

@Suite struct PersonNameLevelTests {
    @Test(arguments: [
        ("Maria Weber", "MARIA WEBER", "identical"),
        ("Dr. Maria Weber", "Weber, Maria", "identical"),
        ("Robert Smith", "Bob Smith", "initial or nickname"),
        ("R. Smith", "Robert Smith", "initial or nickname"),
        ("Robert J. Smith", "Robert Smith", "identical"),
        ("Katherine Jonson", "Katherine Johnson", "close"),
        ("Weber Maria", "Maria Weber", "swapped"),
        ("Weber", "Maria Weber", "a part missing"),
        ("Anna Weber", "Peter Weber", "family name only"),
        ("Anna Weber", "Anna Schulz", "given name only"),
        ("Anna Weber", "Peter Schulz", "different"),
        ("Ludwig van Beethoven", "Beethoven, Ludwig van", "close"),
        ("José García", "Jose Garcia", "identical"),
    ])
    func levels(left: String, right: String, expected: String) throws {
        let a = try #require(PersonName(left))
        let b = try #require(PersonName(right))
        let names = ComparisonKind.personName.levels
        #expect(names[Int(PersonNameLevel.of(a, b))] == expected)
        #expect(names[Int(PersonNameLevel.of(b, a))] == expected)
    }

    @Test func nicknamesAreSymmetric() {
        func related(_ a: String, _ b: String) -> Bool { Nicknames.related(StableHash.of(TextFolding.fold(a)), StableHash.of(TextFolding.fold(b))) }
        #expect(related("william", "bill") && related("bill", "william"))
        #expect(!related("william", "peter"))
    }
}
