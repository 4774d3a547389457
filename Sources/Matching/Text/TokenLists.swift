/// A list of numbers for each record, in one block.
struct TokenLists {
    private(set) var starts: [UInt32] = [0]
    private(set) var values: [UInt32] = []

    var count: Int { starts.count - 1 }

    func range(_ record: Int) -> Range<Int> { Int(starts[record])..<Int(starts[record + 1]) }

    subscript(record: Int) -> ArraySlice<UInt32> { values[range(record)] }

    mutating func append(_ list: some Sequence<UInt32>) {
        values.append(contentsOf: list)
        starts.append(UInt32(values.count))
    }

    /// For each value below `distinct` the records that have it, in their order.
    func inverted(distinct: Int) -> TokenLists {
        var result = TokenLists()
        var places = [UInt32](repeating: 0, count: distinct + 1)
        for value in values { places[Int(value) + 1] += 1 }
        for value in 0..<distinct { places[value + 1] += places[value] }
        result.starts = places
        result.values = [UInt32](repeating: 0, count: values.count)
        for record in 0..<count {
            for value in self[record] {
                result.values[Int(places[Int(value)])] = UInt32(record)
                places[Int(value)] += 1
            }
        }
        return result
    }
}
