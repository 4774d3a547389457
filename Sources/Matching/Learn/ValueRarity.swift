#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How much more or less common each record's value is than values are on average, in bits: two `Smith` agree by chance more often than two
/// `Zygmunt`.
final class ValueRarity: @unchecked Sendable {
    let comparison: Int
    let scale: RarityScale
    /// For each record; 0 where the value is missing.
    let bits: UnsafePointer<Float>

    /// - Parameter scale: how rare values are; nil: as these records show.
    init(_ comparer: RecordComparer, comparison: Int, scale given: RarityScale? = nil) {
        self.comparison = comparison
        let records = comparer.records
        let slot = comparer.comparisons[comparison].valueSlot
        let bits = UnsafeMutablePointer<Float>.allocate(capacity: max(1, records.count))
        self.bits = UnsafePointer(bits)
        if let given {
            scale = given
            for record in 0..<records.count {
                let value = records.value(record, slot)
                bits[record] = value.isEmpty ? 0 : given.bits(value)
            }
            return
        }
        var places = HashPlaces(capacity: 1 << 12)
        var counts: [UInt32] = []
        var samples: [Letters] = []
        var numbers = [Int32](repeating: -1, count: records.count)
        for record in 0..<records.count {
            let value = records.value(record, slot)
            if value.isEmpty { continue }
            let (place, isNew) = places.place(of: StableHash.of(value))
            if isNew {
                counts.append(0)
                samples.append(value)
            }
            counts[place] += 1
            numbers[record] = Int32(place)
        }
        let counted = counts.reduce(0) { $0 + Int($1) }
        let scale = RarityScale(FrequencyTable(records: counted, counts: counts) { samples[$0] })
        let values = samples.map { scale.bits($0) }
        for record in 0..<records.count { bits[record] = numbers[record] < 0 ? 0 : values[Int(numbers[record])] }
        self.scale = scale
    }

    deinit { bits.deallocate() }
}

/// log2(p ÷ Σp²) for a value's share p of all values, held between −6 and 6.
struct RarityScale: Sendable {
    let table: FrequencyTable
    private let lookup: WordTable
    private let records: Double
    /// How often two records have the same value by chance.
    private let agreement: Double

    private static let bound = 6.0

    init(_ table: FrequencyTable) {
        self.table = table
        lookup = table.lookup
        let records = Double(max(1, table.records))
        self.records = records
        let unseen = Double(table.unseen)
        var agreement = 0.0
        var rest = records
        for entry in table.entries {
            agreement += (Double(entry.count) / records) * (Double(entry.count) / records)
            rest -= Double(entry.count)
        }
        self.agreement = agreement + max(0, rest) / unseen * (unseen / records) * (unseen / records)
    }

    func bits(_ value: Letters) -> Float {
        let count = Double(lookup.count(value, unseen: table.unseen))
        guard agreement > 0 else { return 0 }
        return Float(min(Self.bound, max(-Self.bound, log2(count / records / agreement))))
    }
}
