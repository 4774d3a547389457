/// Values that people type where they know none. Such a value is missing.
enum Placeholders {
    static func isName(_ folded: [UInt8]) -> Bool {
        folded.isEmpty || names.contains(StableHash.of(folded))
    }

    static func isName(_ folded: Letters) -> Bool {
        folded.isEmpty || names.contains(StableHash.of(folded))
    }

    /// All digits the same, or counting up from one.
    static func isNumber(_ digits: some Collection<UInt8>) -> Bool {
        guard let first = digits.first else { return true }
        return digits.allSatisfy { $0 == first } || "1234567890123456789".utf8.starts(with: digits)
    }

    private static let names = Set(
        [
            "unknown", "n a", "na", "none", "null", "nil", "test", "tbd", "tba", "xxx", "xx", "x", "dummy", "not available", "not applicable",
            "unbekannt", "inconnu", "keine angabe", "no name", "noname", "customer",
            "default", "to be determined", "do not use", "company", "asdf",
        ].map { StableHash.of(TextFolding.fold($0)) })
}
