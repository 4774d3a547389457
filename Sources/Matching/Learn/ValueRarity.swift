#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How much more or less common a record's value is than values are on average, in bits: two `Smith` agree by chance more often than two `Zygmunt`.
final class ValueRarity: @unchecked Sendable {
    let comparison: Int
    /// For each record log2(p ÷ Σp²), held between −6 and 6; 0 where the value is missing.
    let bits: UnsafePointer<Float>

    private static let bound: Float = 6

    init(_ comparer: RecordComparer, comparison: Int) {
        self.comparison = comparison
        let records = comparer.records
        let rule = comparer.comparisons[comparison].rule
        let slot = rule == .family ? comparer.comparisons[comparison].slots[1] : comparer.comparisons[comparison].slots[0]
        var places = HashPlaces(capacity: 1 << 12)
        var counts: [Int] = []
        var numbers = [Int32](repeating: -1, count: records.count)
        for record in 0..<records.count {
            let value = records.value(record, slot)
            if value.isEmpty { continue }
            let (place, isNew) = places.place(of: StableHash.of(value))
            if isNew { counts.append(0) }
            counts[place] += 1
            numbers[record] = Int32(place)
        }
        let total = Double(max(1, counts.reduce(0, +)))
        let expected = counts.reduce(0.0) { $0 + (Double($1) / total) * (Double($1) / total) }
        let values = counts.map { Float(min(Double(Self.bound), max(-Double(Self.bound), log2(Double($0) / total / expected)))) }
        let bits = UnsafeMutablePointer<Float>.allocate(capacity: max(1, records.count))
        for record in 0..<records.count { bits[record] = numbers[record] < 0 ? 0 : values[Int(numbers[record])] }
        self.bits = UnsafePointer(bits)
    }

    deinit { bits.deallocate() }
}
