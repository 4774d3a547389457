import Testing

@testable import MasterData

@Suite struct JSONParserTests {
    @Test(arguments: [
        ("null", "null"), ("true", "true"), ("false", "false"), (" \t\r\n1 ", "1"), ("\"\"", "\"\""), ("[]", "[]"), ("{}", "{}"),
        ("-0", "-0"), ("0", "0"), ("12.50", "12.50"), ("0E-9", "0E-9"), ("1e400", "1e400"), ("1745500706683617281", "1745500706683617281"),
        ("[1,[2,[ ]] , \"a\"]", "[1,[2,[]],\"a\"]"),
        ("{\"b\":1,\"a\":{\"d\":null,\"c\":[true]}}", "{\"a\":{\"c\":[true],\"d\":null},\"b\":1}"),
        ("{\"billTo\":1,\"billTo.city\":2,\"bill\":3}", "{\"bill\":3,\"billTo\":1,\"billTo.city\":2}"),
        ("\"\\u00e9\\ud83d\\ude00\\n\\/\\\"\\\\\"", "\"é😀\\n/\\\"\\\\\""),
        ("\"\\u0001\\u001f\\u007f\"", "\"\\u0001\\u001f\u{7F}\""),
        ("{\"\\u0062\":1,\"a\":2}", "{\"a\":2,\"b\":1}"),
        ("{\"abcdefgh2\":1,\"abcdefgh1\":2,\"abcdefgh\":3}", "{\"abcdefgh\":3,\"abcdefgh1\":2,\"abcdefgh2\":1}"),
        ("\"Ångström, 東京, Δ\"", "\"Ångström, 東京, Δ\""),
    ])
    func reads(text: String, canonical: String) throws {
        #expect(try JSONParser.parse(text).jsonText == canonical)
    }

    /// What, and the byte offset at which the reader must say so.
    @Test(arguments: [
        ("", 0), (" ", 1), ("nul", 0), ("True", 0), ("NaN", 0), ("Infinity", 0), ("-Infinity", 1), ("01", 0), ("-01", 1), ("1.", 2), (".5", 0), ("1e", 2),
        ("1e401", 2), ("1e-99999999999999999999", 3), ("+1", 0), ("0x10", 1), ("1 2", 2), ("[1,]", 3), ("[1 2]", 3), ("[", 1), ("{\"a\":1,}", 7),
        ("{\"a\" 1}", 5), ("{a:1}", 1), ("{\"a\":1", 6), ("{\"a\":1,\"a\":2}", 0), ("[{\"a\":1,\"b\":0,\"\\u0061\":2}]", 1), ("\"", 1), ("\"a\nb\"", 2),
        ("\"\\x\"", 1), ("\"\\u12g4\"", 1), ("\"\\ud800\"", 1), ("\"\\ud800\\u0041\"", 1), ("\"\\udc00\"", 1), ("\"\\u0000\"", 1), ("\"a\u{0}b\"", 2),
        ("'a'", 0), ("[1]//x", 3), ("\u{FEFF}1", 0),
    ])
    func refuses(text: String, offset: Int) {
        #expect { try JSONParser.parse(text) } throws: { ($0 as? JSONError)?.offset == offset }
    }

    @Test(arguments: [
        ([0x22, 0x80, 0x22], 1), ([0x22, 0x61, 0xC0, 0xAF, 0x22], 2), ([0x22, 0xE2, 0x82, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
        ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1), ([0x22, 0x5C, 0x6E, 0xFF, 0x22], 3), ([0x80], 0),
    ] as [([UInt8], Int)])
    func refusesInvalidUTF8(bytes: [UInt8], offset: Int) {
        #expect { try JSONParser.parse(bytes) } throws: { ($0 as? JSONError)?.offset == offset }
    }

    @Test func errorsSayLineAndColumnAndNotTheValue() {
        do throws(JSONError) {
            _ = try JSONParser.parse("{\n  \"a\": 1,\n  \"b\": canary-4711\n}")
            Issue.record("accepted")
        } catch {
            #expect(error.line == 3)
            #expect(error.column == 8)
            #expect(!"\(error)".contains("canary"))
        }
    }

    @Test func boundsDepthSizeAndNumbers() throws {
        let deep = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)
        #expect(throws: Never.self) { try JSONParser.parse(deep, limits: JSONLimits(depth: 16)) }
        #expect(throws: JSONError.self) { try JSONParser.parse(deep, limits: JSONLimits(depth: 15)) }
        #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "[", count: 1_000_000), limits: JSONLimits(depth: 100_000)) }
        #expect(throws: Never.self) { try JSONParser.parse("[1,2]", limits: JSONLimits(bytes: 5)) }
        #expect(throws: JSONError.self) { try JSONParser.parse("[1,2]", limits: JSONLimits(bytes: 4)) }
        #expect(throws: Never.self) { try JSONParser.parse(String(repeating: "9", count: 100)) }
        #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "9", count: 101)) }
    }

    @Test func manyMembersInAnyOrderComeSorted() throws {
        for seed: UInt64 in 1...20 {
            var random = SplitMix(seed: seed)
            let keys = (0..<200).map { "k\($0 * 7 % 200)".padding(Int.random(in: 0...12, using: &random)) }
            let text = "{" + keys.shuffled(using: &random).map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",") + "}"
            let members = try #require(try JSONParser.parse(text).members?.members)
            #expect(members.map(\.key) == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "seed \(seed)")
            #expect(members.allSatisfy { $0.value == .string($0.key) })
        }
    }

    @Test func whatIsWrittenReadsBackTheSame() throws {
        for seed: UInt64 in 1...2_000 {
            var random = SplitMix(seed: seed)
            let value = JSONValue.random(depth: 4, using: &random)
            let bytes = Array(value.jsonText.utf8)
            let read = try JSONParser.parse(bytes)
            #expect(read == value, "seed \(seed)")
            #expect(Array(read.jsonText.utf8) == bytes, "seed \(seed)")
        }
    }

    /// Random damage must end in a value or in an error whose place lies within the text; a value must be written and read back.
    @Test func survivesRandomDamage() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed: seed)
        let original = Array(#"{"legalName":"Ünïcode \u00e9\ud83d\ude00 \"GmbH\"","a":[1,-2.5e10,true,null,{"x":"\\\n"}],"billTo":{"city":"東京","country":"DE"}}"#.utf8)
        var accepted = 0
        for _ in 0..<100_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("\"\\{}[],:0e-u".utf8).randomElement(using: &random) ?? 0, at: place)
                default: bytes.removeSubrange(place...)
                }
                if bytes.isEmpty { break }
            }
            do throws(JSONError) {
                let value = try JSONParser.parse(bytes)
                accepted += 1
                #expect(try JSONParser.parse(value.jsonText) == value, "seed \(seed)")
            } catch {
                #expect((0...bytes.count).contains(error.offset), "seed \(seed)")
            }
        }
        #expect(accepted > 1_000)
    }
}

extension String {
    fileprivate func padding(_ length: Int) -> String { self + String(repeating: "x", count: length) }
}
