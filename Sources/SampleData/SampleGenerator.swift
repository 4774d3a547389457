import FoundationEssentials

/// Makes extracts of eight platforms with known truth: realistic customers, products and contracts with the faults of real data.
///
/// `write` streams: parties, products and contracts are made one after another, each from its own random stream, so memory does not grow
/// with the number of records, and a contract finds its customer by making the customer's shape again. Same records and seed, same bytes.
package struct SampleGenerator: Sendable {
    /// Source records over all platforms and entities.
    package let records: Int
    package let seed: UInt64

    /// The most records of one sample.
    package static let mostRecords = 50_000_000

    package init(records: Int, seed: UInt64) {
        self.records = records
        self.seed = seed
    }

    /// Writes `DIR/<platform>.<entity>.ndjson` and `DIR/truth.<entity>.csv`; files of an earlier sample of these names are replaced.
    /// - Parameters:
    ///   - directory: made if it is missing.
    ///   - progress: hears from time to time how many records are written.
    package func write(to directory: String, progress: (Int) -> Void = { _ in }) throws(SampleError) -> SampleSummary {
        guard (1...Self.mostRecords).contains(records) else { throw .recordsOutOfRange(records) }
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: directory, reason: "the folder cannot be made")
        }
        let shares = SampleShares(records: records)
        var summary = SampleSummary()
        let customers = try CustomerExtracts(seed: seed, shares: shares).write(to: directory, summary: &summary, progress: progress)
        let products = try ProductExtracts(seed: seed, shares: shares).write(to: directory, summary: &summary, progress: progress)
        try ContractExtracts(seed: seed, shares: shares, customers: customers, products: products)
            .write(to: directory, summary: &summary, progress: progress)
        return summary
    }
}

/// How many records each entity gets: about 62 % customers, 13 % products, 25 % contracts.
struct SampleShares: Sendable {
    let customers: Int
    let products: Int
    let contracts: Int

    init(records: Int) {
        customers = (records * 62 + 99) / 100
        products = records * 13 / 100
        contracts = records - customers - products
    }

    /// The serial numbers of customers' records stay below this.
    var largestCustomerSerial: Int { (customers + 1) * FamilyShape.mostMembers * Presence.mostCopies }
    var largestProductSerial: Int { (products + 1) * ProductShape.mostVariants * Presence.mostCopies }
}
