import Foundation
import PostgresClient
import PostgresTesting
import Testing

/// Every type goes to the server and comes back, alone and in arrays, with extreme and random values.
@Suite(.database) struct BinaryRoundTripTests {
    static let texts = ["", "a", "Müller & Söhne", "日本語", "👩‍👩‍👧‍👦", "quote ' \" \\ {,}", "line\nbreak\ttab", String(repeating: "x", count: 70_000)]
    static let integers: [Int64] = [0, 1, -1, .max, .min, 1 << 31, -(1 << 31)]

    @Test func scalarsComeBackUnchanged() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        for text in Self.texts {
            let row = try await client.query(Statement(name: "text", sql: "SELECT $1, octet_length($1)"), .text(text)).only
            #expect(try row.text(0) == text)
            #expect(try row.int4(1) == Int32(text.utf8.count))
        }
        for number in Self.integers {
            let row = try await client.query(Statement(name: "int8", sql: "SELECT $1, $1::text"), .int8(number)).only
            #expect(try row.int8(0) == number)
            #expect(try row.text(1) == "\(number)")
            let stamp = PostgresTimestamp(microseconds: number)
            guard number == .max || number == .min || abs(number) < 1 << 40 else { continue }
            #expect(try await client.query(Statement(name: "stamp", sql: "SELECT $1"), .timestamp(stamp)).only.timestamp(0) == stamp)
        }
        for number: Int32 in [0, -1, .max, .min] {
            #expect(try await client.query(Statement(name: "int4", sql: "SELECT $1"), .int4(number)).only.int4(0) == number)
        }
        for number in [0, -0.5, .infinity, -.infinity, Double.greatestFiniteMagnitude, .leastNonzeroMagnitude] {
            #expect(try await client.query(Statement(name: "float8", sql: "SELECT $1"), .float8(number)).only.float8(0) == number)
        }
        for flag in [true, false] {
            #expect(try await client.query(Statement(name: "bool", sql: "SELECT $1"), .bool(flag)).only.bool(0) == flag)
        }
        for bytes: [UInt8] in [[], [0], Array(0...255), [UInt8](repeating: 7, count: 300_000)] {
            #expect(try await client.query(Statement(name: "bytes", sql: "SELECT $1"), .bytes(bytes)).only.bytes(0) == bytes)
        }
        for uuid in [UUID(), UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))] {
            let row = try await client.query(Statement(name: "uuid", sql: "SELECT $1, $1::text"), .uuid(uuid)).only
            #expect(try row.uuid(0) == uuid)
            #expect(try row.text(1) == uuid.uuidString.lowercased())
        }
        let json = #"{"b": [1, 2, null], "a": "ü"}"#
        #expect(try await client.query(Statement(name: "json", sql: "SELECT $1"), .json(json)).only.json(0) == json)
        let parsed = try await client.query(Statement(name: "jsonb", sql: "SELECT $1, $1->>'a'"), .jsonb(json)).only
        #expect(try parsed.json(0) == #"{"a": "ü", "b": [1, 2, null]}"#)
        #expect(try parsed.text(1) == "ü")
        await client.close()
    }

    @Test func timestampsMeanWhatTheyShouldMean() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let row = try await client.query(
            Statement(name: "time", sql: "SELECT $1 = '2026-11-23 12:34:56.789012+00', '2000-01-01 00:00:00+00'::timestamptz, 'infinity'::timestamptz"),
            .timestamp(PostgresTimestamp(unixMicroseconds: 1_795_437_296_789_012))).only
        #expect(try row.bool(0))
        #expect(try row.timestamp(1).microseconds == 0)
        #expect(try row.timestamp(1).unixMicroseconds == 946_684_800_000_000)
        #expect(try row.timestamp(2).microseconds == .max)
        await client.close()
    }

    @Test func arraysWithNullsComeBackUnchanged() async throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let client = try TestDatabase.client(poolSize: 1)
        for round in 0..<40 {
            let count = round == 0 ? 0 : Int.random(in: 1...50, using: &random)
            func some<Value>(_ make: (inout SeededGenerator) -> Value) -> [Value?] {
                (0..<count).map { _ in Int.random(in: 0..<4, using: &random) == 0 ? nil : make(&random) }
            }
            let bools = some { Bool.random(using: &$0) }
            let int4s = some { Int32.random(in: .min ... .max, using: &$0) }
            let int8s = some { Int64.random(in: .min ... .max, using: &$0) }
            let floats = some { Double.random(in: -1e300...1e300, using: &$0) }
            let texts = some { Self.texts.dropLast()[Int.random(in: 0..<(Self.texts.count - 1), using: &$0)] }
            let bytes = some { generator in (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) } }
            let uuids = some { _ in UUID() }
            let stamps = some { PostgresTimestamp(microseconds: Int64.random(in: -1 << 57 ... 1 << 57, using: &$0)) }
            let jsons = some { #"{"n": \#(Int.random(in: 0...9, using: &$0))}"# }
            let row = try await client.query(
                Statement(name: "arrays", sql: "SELECT $1 a, $2 b, $3 c, $4 d, $5 e, $6 f, $7 g, $8 h, $9 i, $10 j, cardinality($5) n"),
                .boolArray(bools), .int4Array(int4s), .int8Array(int8s), .float8Array(floats), .textArray(texts),
                .bytesArray(bytes), .uuidArray(uuids), .timestampArray(stamps), .jsonArray(jsons), .jsonbArray(jsons)).only
            let context: Comment = "seed \(seed), round \(round)"
            #expect(try row.boolArray("a") == bools, context)
            #expect(try row.int4Array("b") == int4s, context)
            #expect(try row.int8Array("c") == int8s, context)
            #expect(try row.float8Array("d") == floats, context)
            #expect(try row.textArray("e") == texts, context)
            #expect(try row.bytesArray("f") == bytes, context)
            #expect(try row.uuidArray("g") == uuids, context)
            #expect(try row.timestampArray("h") == stamps, context)
            #expect(try row.textArray("i") == jsons, context)
            #expect(try row.textArray("j") == jsons, context)
            #expect(try row.int4("n") == Int32(count), context)
        }
        await client.close()
    }

    @Test func nullsAndLaterValuesShareOneStatement() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let statement = Statement(name: "maybe", sql: "SELECT $1::text, $2::int8, coalesce($3::uuid::text, 'none')")
        let id = UUID()
        for (text, number, uuid) in [(nil, nil, nil), ("a", 1, id), (nil, 2, nil), ("b", nil, id), (nil, nil, nil)] as [(String?, Int64?, UUID?)] {
            let row = try await client.query(
                statement, .text(ifPresent: text), .int8(ifPresent: number), .uuid(ifPresent: uuid)).only
            #expect(try row.textIfPresent(0) == text)
            #expect(try row.int8IfPresent(1) == number)
            #expect(try row.text(2) == uuid?.uuidString.lowercased() ?? "none")
        }
        await client.close()
    }

    @Test func tenThousandElements() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let numbers = (0..<10_000).map { Int64($0) }
        let texts = numbers.map { "record \($0) ü" }
        let rows = try await client.query(
            Statement(name: "unnest", sql: "SELECT n, t FROM unnest($1, $2) AS pairs(n, t) ORDER BY n"), .int8Array(numbers), .textArray(texts))
        #expect(rows.count == 10_000)
        for (index, row) in rows.enumerated() {
            guard try row.int8(0) == numbers[index], try row.text(1) == texts[index] else {
                Issue.record("row \(index) differs")
                break
            }
        }
        await client.close()
    }

    @Test func zeroBytesInTextAreRefusedBeforeSending() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        for value: PostgresValue in [.text("a\0b"), .textArray(["fine", "\0"]), .json("\"\0\""), .jsonb("\0"), .jsonbArray(["\0"])] {
            let error = await #expect(throws: PostgresError.self) {
                try await client.query(Statement(name: "zero", sql: "SELECT $1, $2"), .int8(1), value)
            }
            #expect(error?.kind == .invalidParameter)
            #expect(error?.message.hasPrefix("parameter $2 holds a zero byte") == true)
        }
        #expect(try await client.query(Statement(name: "after", sql: "SELECT 1")).only.int8(0) == 1)
        await client.close()
    }

    @Test func wrongTypesAndMissingColumnsAreNamed() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let row = try await client.query(Statement(name: "types", sql: "SELECT 'secret'::text AS name, NULL::int8 AS nothing")).only
        #expect(throws: PostgresError(.decoding, "column `name` of type oid 25 cannot be read as int8")) { try row.int8("name") }
        #expect(throws: PostgresError(.decoding, "column `nothing` is null where int8 is expected")) { try row.int8("nothing") }
        #expect(throws: PostgresError(.decoding, "the result has no column `other`; it has 2 columns")) { try row.text("other") }
        #expect(throws: PostgresError(.decoding, "the result has no column 7; it has 2 columns")) { try row.text(7) }
        await client.close()
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): random values that one printed seed repeats.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
