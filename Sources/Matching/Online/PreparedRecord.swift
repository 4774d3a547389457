/// One record's standardised values, ready to be compared and compact enough to be stored beside it.
///
/// A record has rows: a row holds one value of each field, so that the parts of one name or one address stay together, and a record with two
/// addresses has two rows. The values are of the layout of a model's fields, and of a version of the rules (`RecordModel.standardisation`).
package struct PreparedRecord: Sendable, Hashable {
    package let id: Int64
    /// A hash of what the record is called at its source. Ties are broken by it, never by `id`, because ids follow the order of arrival.
    package let order: UInt64
    /// Format, standardisation, the layout's mark and slots of two bytes each, rows, then for each row and slot the value's length (LEB128) and its bytes.
    package let bytes: [UInt8]

    private static let format: UInt8 = 1
    private static let header = 7
    /// More values of one field are left out.
    package static let rowLimit = 8
    /// But for identifiers, which may come from many platforms.
    package static let identifierLimit = 64

    var rowCount: Int { Int(bytes[6]) }
    private var slotCount: Int { Int(bytes[4]) << 8 | Int(bytes[5]) }

    /// - Parameters:
    ///   - rows: of one record.
    ///   - mark: of the layout (`ModelTables.mark`).
    init(id: Int64, order: UInt64, rows: PreparedRecords, mark: UInt16) {
        var bytes = Self.start(mark: mark, slotCount: rows.slotCount)
        bytes.append(UInt8(truncatingIfNeeded: rows.count))
        for row in 0..<rows.count {
            for slot in 0..<rows.slotCount {
                let value = rows.value(row, slot)
                var length = value.count
                while length >= 0x80 {
                    bytes.append(UInt8(truncatingIfNeeded: length) | 0x80)
                    length >>= 7
                }
                bytes.append(UInt8(length))
                bytes.append(contentsOf: value)
            }
        }
        (self.id, self.order, self.bytes) = (id, order, bytes)
    }

    /// What was stored; nil when another version of this program or a model with other fields wrote it: prepare the record anew.
    init?(id: Int64, order: UInt64, bytes: [UInt8], slotCount: Int, mark: UInt16) {
        (self.id, self.order, self.bytes) = (id, order, bytes)
        guard bytes.count >= Self.header, bytes.starts(with: Self.start(mark: mark, slotCount: slotCount)) else { return nil }
        var isComplete = true
        let end = forEachValue { _, _, range in isComplete = isComplete && range.upperBound <= bytes.count }
        guard isComplete, end == bytes.count else { return nil }
    }

    private static func start(mark: UInt16, slotCount: Int) -> [UInt8] {
        [format, UInt8(truncatingIfNeeded: RecordModel.standardisation)]
            + [mark, UInt16(truncatingIfNeeded: slotCount)].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    /// The same under an id that was not known when it was prepared.
    package init(_ other: PreparedRecord, id: Int64) {
        (self.id, order, bytes) = (id, other.order, other.bytes)
    }

    /// Calls `body` for each row and slot with the value's place in `bytes`. Where the last ends, or -1 where lengths make no sense.
    @discardableResult
    func forEachValue(_ body: (_ row: Int, _ slot: Int, _ range: Range<Int>) -> Void) -> Int {
        var place = Self.header
        let slotCount = slotCount
        for row in 0..<rowCount {
            for slot in 0..<slotCount {
                var length = 0
                var shift = 0
                while true {
                    guard place < bytes.count, shift < 28 else { return -1 }
                    let byte = bytes[place]
                    place += 1
                    length |= Int(byte & 0x7F) << shift
                    shift += 7
                    if byte < 0x80 { break }
                }
                guard place + length <= bytes.count else { return -1 }
                body(row, slot, place..<place + length)
                place += length
            }
        }
        return place
    }
}
