import Testing

@testable import RecordFiles

@Suite struct RecordFormatTests {
    @Test(arguments: [
        ("nativeId,name\n", "a", RecordFormat.csv), ("\u{20}\n[{}]", "a", .json), ("{\"a\":1}\n{\"a\":2}\n", "a", .ndjson),
        ("{\n  \"value\": []\n}", "a", .json),
        ("{\"a\":\"}\\\"\"}", "a", .ndjson), ("{\"d\": {\n", "a.ndjson", .ndjson), ("", "a.csv", .ndjson), ("\"nativeId\";\"name\"", "a", .csv),
    ])
    func `the first bytes show the format`(text: String, path: String, format: RecordFormat) {
        Array(text.utf8).withUnsafeBytes { #expect(RecordFormat.detect(firstBytes: $0, path: path) == format) }
    }
}
