import Foundation
import MasterData
import Testing

@testable import SampleData

@Suite struct SampleGeneratorTests {
    @Test func `same seed, same bytes; another seed, other bytes`() throws {
        let first = try WrittenSample(records: 400, seed: 11)
        let again = try WrittenSample(records: 400, seed: 11)
        let other = try WrittenSample(records: 400, seed: 12)
        #expect(first.files == again.files)
        #expect(first.summary == again.summary)
        #expect(first.files != other.files)
    }

    @Test(arguments: [1, 2, 3, 7, 10, 99, 1_000])
    func `as many records as asked for, each with one truth`(count: Int) throws {
        let sample = try WrittenSample(records: count, seed: 21)
        let records = sample.records.values.joined()
        #expect(records.count == count)
        #expect(sample.summary.records == count)
        #expect(records.allSatisfy { !$0.truth.isEmpty && !$0.nativeId.isEmpty && $0.updatedAt != nil })
        #expect(Set(sample.records.flatMap { entity, records in records.map { "\(entity) \($0.platform) \($0.nativeId)" } }).count == count)
        for entity in Entity.allCases {
            #expect(sample.summary.truths[entity] ?? 0 == Set((sample.records[entity] ?? []).map(\.truth)).count)
        }
    }

    @Test(arguments: [0, -1, SampleGenerator.mostRecords + 1])
    func `a number of records out of range is refused`(count: Int) {
        #expect(throws: SampleError.recordsOutOfRange(count)) { try SampleGenerator(records: count, seed: 1).write(to: "/tmp") }
    }

    @Test func `a folder that cannot be made is refused`() {
        #expect(throws: SampleError.self) { try SampleGenerator(records: 10, seed: 1).write(to: "/dev/null/sample") }
    }

    @Test func `progress is heard and ends at the whole`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var heard: [Int] = []
        _ = try SampleGenerator(records: 300, seed: 1).write(to: folder) { heard.append($0) }
        #expect(heard.last == 300)
    }
}

/// What makes a sample worth matching, seen in one of 6,000 records.
@Suite struct SampleContentsTests {
    static let sample = Result { try WrittenSample(records: 6_000, seed: 7) }

    private func records(_ entity: Entity) throws -> [WrittenSample.Record] {
        try Self.sample.get().records[entity] ?? []
    }

    @Test func `shares are about 62, 13 and 25 percent`() throws {
        #expect(try records(.customer).count == 3_720)
        #expect(try records(.product).count == 780)
        #expect(try records(.contract).count == 1_500)
    }

    @Test func `all eight platforms have records of all entities`() throws {
        let summary = try Self.sample.get().summary
        #expect(summary.files.count == 24)
        #expect(summary.files.allSatisfy { $0.records > 0 && $0.bytes > 0 })
    }

    @Test func `there are duplicates within one platform, and parties on several`() throws {
        let byTruth = Dictionary(grouping: try records(.customer), by: \.truth)
        let twice = byTruth.values.filter { records in Dictionary(grouping: records, by: \.platform).values.contains { $0.count > 1 } }
        #expect(twice.count > byTruth.count / 20)
        #expect(byTruth.values.filter { Set($0.map(\.platform)).count > 1 }.count > byTruth.count / 2)
    }

    @Test func `strangers share names, mailboxes and tax numbers of head offices`() throws {
        let customers = try records(.customer)
        func sharedBetweenParties(_ key: (WrittenSample.Record) -> String?) -> Int {
            var parties: [String: Set<String>] = [:]
            for record in customers { if let value = key(record) { parties[value, default: []].insert(record.truth) } }
            return parties.values.filter { $0.count > 1 }.count
        }
        #expect(sharedBetweenParties { $0.attributes["name"]?.text } > 50)
        #expect(sharedBetweenParties { $0.attributes["email"]?.text } > 20)
        #expect(sharedBetweenParties { $0.attributes["taxIds"]?.elements?.first?.members?["number"]?.text } < 10)
    }

    @Test func `one party's records contradict each other and leave values out`() throws {
        let parties = Dictionary(grouping: try records(.customer), by: \.truth).values.filter { $0.count > 1 }
        let names = parties.filter { Set($0.compactMap { $0.attributes["name"]?.text }).count > 1 }
        let cities = parties.filter { Set($0.compactMap { $0.attributes["billTo"]?.members?["postcode"]?.text }).count > 1 }
        let silent = parties.joined().filter { $0.attributes["email"] == nil }
        #expect(names.count > parties.count / 4)
        #expect(cities.count > parties.count / 50)
        #expect(silent.count > 300)
    }

    @Test func `a company's domain follows its name, also in a family of companies`() {
        for index in 0..<400 {
            let family = Family(seed: 3, shape: FamilyShape(seed: 3, index: index))
            for party in family.members where party.person == nil && party.parent == nil {
                guard let domain = party.website else { continue }
                #expect(
                    domain.filter { $0 != "-" }.hasPrefix(Slug.make(String(party.core.split(separator: " ")[0])).prefix(12)),
                    "\(party.core) at \(domain)")
            }
        }
    }

    /// Every reference leads to a record of the same platform once its id is normalised.
    @Test func `contracts refer to customers and products of their own platform`() throws {
        let known = { (entity: Entity) in
            Set(try self.records(entity).map { "\($0.platform) " + Self.normalised($0.nativeId) })
        }
        let customers = try known(.customer)
        let products = try known(.product)
        var lines = 0
        for contract in try records(.contract) {
            let customer = try #require(contract.attributes["customer"]?.text)
            #expect(customers.contains("\(contract.platform) " + Self.normalised(customer)))
            for line in contract.attributes["lines"]?.elements ?? [] {
                lines += 1
                let product = try #require(line.members?["product"]?.text)
                #expect(products.contains("\(contract.platform) " + Self.normalised(product)))
            }
        }
        #expect(lines > 500)
    }

    @Test func `parents and other platforms' ids lead to records too, and to the same party`() throws {
        let customers = try records(.customer)
        let truths = Dictionary(
            customers.map { ("\($0.platform) " + Self.normalised($0.nativeId), $0.truth) }, uniquingKeysWith: { first, _ in first })
        var parents = 0
        var others = 0
        for customer in customers {
            if let parent = customer.attributes["parent"]?.text {
                parents += 1
                let truth = try #require(truths["\(customer.platform) " + Self.normalised(parent)])
                #expect(truth != customer.truth)
            }
            for other in customer.attributes["platformIds"]?.elements ?? [] {
                others += 1
                let platform = try #require(other.members?["platform"]?.text)
                let id = try #require(other.members?["nativeId"]?.text)
                // The last family may have been cut short, so that a record it names is missing.
                if let truth = truths[platform + " " + Self.normalised(id)] { #expect(truth == customer.truth) }
            }
        }
        #expect(parents > 30)
        #expect(others > 100)
    }

    /// Good enough for the spellings that the sample uses: zeros in front, the suffix of Salesforce, the case of a GUID.
    private static func normalised(_ id: String) -> String {
        if id.utf8.count == 18, id.hasPrefix("0"), !id.hasPrefix("0000") { return String(id.prefix(15)) }
        if id.utf8.count == 36 { return id.lowercased() }
        return id.hasPrefix("001") || id.hasPrefix("01t") ? id : String(id.drop { $0 == "0" })
    }
}
