import MasterData
import Testing

@testable import RecordFiles

@Suite struct CSVScannerTests {
    @Test func `quoted line breaks, doubled quotes, CR LF and blank lines`() async throws {
        let text = "nativeId,name,billTo.street\r\n1,\"Acme, Inc.\",\"Suite \"\"5\"\"\r\nMain St\"\r\n\r\n2,B,\"\"\r\n3,C,x"
        let file = try await ReadFile(text)
        #expect(file.lines.map(\.lineNumber) == [2, 5, 6])
        #expect(
            file.records.map(\.json) == [
                #"{"billTo":{"street":"Suite \"5\"\r\nMain St"},"name":"Acme, Inc."}"#, #"{"name":"B"}"#, #"{"billTo":{"street":"x"},"name":"C"}"#,
            ])
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func `the delimiter is told from the header`(delimiter: String) async throws {
        let file = try await ReadFile(
            ["nativeId", "name", "legalName"].joined(separator: delimiter) + "\n"
                + ["1", "a", "b,;c"].map { "\"\($0)\"" }.joined(separator: delimiter))
        #expect(file.records.map(\.json) == [#"{"legalName":"b,;c","name":"a"}"#])
    }

    @Test func `a quote inside a bare field is text`() async throws {
        #expect(try await ReadFile("nativeId,name\n1,5\" pipe\n2,b\n").records.map(\.json) == [#"{"name":"5\" pipe"}"#, #"{"name":"b"}"#])
    }

    @Test func `a quote that never closes costs its own line`() async throws {
        let file = try await ReadFile("nativeId,name\n1,a\n2,\"open\n3,c\n4,d\n")
        #expect(file.records.map(\.nativeId) == ["1", "3", "4"])
        #expect(file.errors.map(\.code) == [.unclosedQuote])
        #expect(file.errors.map(\.line) == [3])
        #expect(file.errors.map(\.original) == [Array("2,\"open".utf8)])
    }

    @Test func `past the bound a quote that never closes costs its own line too`() async throws {
        var limits = RecordLimits()
        limits.recordBytes = 200
        let rows = (3...200).map { "\($0),name \($0)" }.joined(separator: "\n")
        let file = try await ReadFile("nativeId,name\n1,a\n2,\"open\n" + rows, limits: limits)
        #expect(file.records.count == 199)
        #expect(file.errors.map(\.line) == [3])
    }

    @Test func `a long bare line is refused alone`() async throws {
        var limits = RecordLimits()
        limits.recordBytes = 100
        let file = try await ReadFile("nativeId,name\n1,a\n2,\(String(repeating: "x", count: 700_000))\n3,c", limits: limits)
        #expect(file.records.map(\.nativeId) == ["1", "3"])
        #expect(file.errors.map(\.code) == [.tooLong])
        #expect(file.lines.map(\.lineNumber) == [2, 3, 4])
    }

    /// Whatever stands where, the reader ends and every line is a record or an error. The seed is in the name of the failing case.
    @Test(arguments: 1...40)
    func `random bytes never stop the reader`(seed: Int) async throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = Array("\"\",,\n\r;{}[]:\\ab1 \u{E9}".utf8)
        let noise = (0..<2_000).map { _ in alphabet[next(alphabet.count)] }
        var limits = RecordLimits()
        limits.recordBytes = 300
        let csv = try await ReadFile(Array("nativeId,name\n".utf8) + noise, format: .csv, limits: limits)
        #expect(csv.lines.count <= 2_000)
        let ndjson = try await ReadFile(noise, format: .ndjson, limits: limits)
        #expect(ndjson.records.isEmpty)
        _ = try? await ReadFile(noise, format: .json, limits: limits)
        _ = try? await ReadFile(
            Array("{\"a\":[".utf8) + noise, format: .json, map: FieldMap(records: try SourcePath("a"), nativeId: try .at("id"), attributes: []),
            limits: limits)
    }
}
