import Foundation
import HubStore
import Logging
import MasterData
import Mastering
import Matching
import PolicyFiles
import PostgresClient
import PostgresTesting
import Testing

/// A hub without its HTTP surface: the pipeline over a database of its own, with the shipped policies.
struct TestHub {
    let client: PostgresClient
    let pipeline: MasteringPipeline

    static let models: [Entity: MatchModel] = [.customer: .customer, .product: .product, .contract: .contract]

    static func policies() throws -> PolicySet {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let reading = PolicyReader.read(folder: root.appendingPathComponent("policies").path)
        return try #require(reading.policies, "the shipped policies have errors: \(reading.diagnostics)")
    }

    /// Runs `body` on a hub with an empty, migrated database.
    static func run(limits: Limits? = nil, poolSize: Int = 8, _ body: (TestHub) async throws -> Void) async throws {
        try await withTestDatabase(template: .hub) { url in
            let client = PostgresClient(PostgresConfiguration(url: url, poolSize: poolSize, applicationName: "test"), logger: TestDatabase.quiet)
            var policies = try policies()
            if let limits { policies.limits = limits }
            let hub = TestHub(client: client, pipeline: MasteringPipeline(store: HubStore(client: client), policies: policies, models: models))
            do {
                try await body(hub)
                await client.close()
            } catch {
                await client.close()
                throw error
            }
        }
    }

    @discardableResult
    func report(
        _ entity: Entity = .customer, _ platform: String, _ nativeId: String, _ attributes: JSONObject, updatedAt: String? = nil, retires: Bool = false,
        ifMatch: String? = nil
    ) async throws -> Reception {
        try await pipeline.receive([
            Self.sourceReport(entity, platform, nativeId, attributes, updatedAt: updatedAt, retires: retires, ifMatch: ifMatch)
        ])[0]
    }

    static func sourceReport(
        _ entity: Entity = .customer, _ platform: String, _ nativeId: String, _ attributes: JSONObject, updatedAt: String? = nil, retires: Bool = false,
        ifMatch: String? = nil
    ) -> SourceReport {
        SourceReport(
            entity: entity, platform: platform, nativeId: nativeId, attributes: attributes, updatedAt: updatedAt, retires: retires, ifMatch: ifMatch,
            origin: Origin(actor: "test", correlationId: "test-1"))
    }

    /// One number, for counting in tests.
    func count(_ sql: String) async throws -> Int64 {
        try await client.query(Statement(name: "test_\(UInt(bitPattern: sql.hashValue))", sql: sql), []).only.int8(0)
    }

    func texts(_ sql: String) async throws -> [String] {
        var texts: [String] = []
        for row in try await client.query(Statement(name: "test_\(UInt(bitPattern: sql.hashValue))", sql: sql), []) { texts.append(try row.text(0)) }
        return texts
    }

    func attributes(of goldenId: UUID) async throws -> JSONObject {
        let text = try await texts("SELECT attributes::text FROM mdm.golden_record WHERE golden_id = '\(goldenId.uuidString)'")[0]
        return try #require(try JSONParser.parse(Array(text.utf8)).members)
    }

    /// Everything that is golden, told without ids that depend on the order of arrival: each cluster by its members' keys, each
    /// reference by the first member of the cluster that it leads to.
    func picture() async throws -> [String: String] {
        let members = try await texts(
            """
            SELECT golden_id::text || ' ' || string_agg(entity || ':' || platform || ':' || native_id, ' ' ORDER BY entity, platform, native_id)
            FROM mdm.source_record GROUP BY golden_id
            """)
        var names: [String: String] = [:]
        var clusters: [String: String] = [:]
        for line in members {
            let (goldenId, keys) = (String(line.prefix(36)), String(line.dropFirst(37)))
            names[goldenId] = "<" + (keys.split(separator: " ").first.map(String.init) ?? "") + ">"
            clusters[goldenId] = keys
        }
        var picture: [String: String] = [:]
        for line in try await texts("SELECT golden_id::text || ' ' || status || ' ' || attributes::text FROM mdm.golden_record WHERE status <> 'merged'") {
            let goldenId = String(line.prefix(36))
            var rest = String(line.dropFirst(37))
            for candidate in Self.ids(in: rest) { if let name = names[candidate] { rest = rest.replacingOccurrences(of: candidate, with: name) } }
            picture[clusters[goldenId] ?? "without members: \(goldenId)"] = rest
        }
        return picture
    }

    private static func ids(in text: String) -> Set<String> {
        Set(text.matches(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/).map { String($0.0) })
    }
}

extension DatabaseTemplate {
    static let hub = DatabaseTemplate(name: "hub") { client in _ = try await Migrator(client).migrate() }
}

extension Result where Success == Receipt, Failure == Refusal {
    var receipt: Receipt { get throws { try get() } }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, printed.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A seed that differs from run to run and is printed, unless `MDM_TEST_SEED` fixes it.
    static func printedSeed(_ name: String) -> UInt64 {
        let seed = ProcessInfo.processInfo.environment["MDM_TEST_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...UInt64(UInt32.max))
        print("\(name): seed \(seed) (MDM_TEST_SEED=\(seed) repeats it)")
        return seed
    }
}
