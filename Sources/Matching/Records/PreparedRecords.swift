/// Where a standardised value lies.
struct Span {
    var offset: UInt32
    var count: UInt32

    static let missing = Span(offset: 0, count: 0)
}

/// Standardised records in a few large blocks of memory: for each record the same slots, one after the other.
///
/// What is compared a million times a second must lie close together and be counted by nobody, hence no arrays of values.
/// The blocks are written once, by `RecordPreparer`, and only read afterwards.
final class PreparedRecords: @unchecked Sendable {
    let count: Int
    let slotCount: Int
    let spans: UnsafeMutablePointer<Span>
    let arena: UnsafeMutablePointer<UInt8>

    /// - Parameter bytes: at most this many bytes of values; memory that is not written to costs nothing.
    init(count: Int, slotCount: Int, bytes: Int) {
        self.count = count
        self.slotCount = slotCount
        spans = .allocate(capacity: max(1, count * slotCount))
        spans.initialize(repeating: .missing, count: max(1, count * slotCount))
        arena = .allocate(capacity: max(1, bytes))
    }

    deinit {
        spans.deallocate()
        arena.deallocate()
    }

    /// A value; empty where it is missing.
    @inline(__always)
    func value(_ record: Int, _ slot: Int) -> Letters {
        let span = spans[record * slotCount + slot]
        return Letters(start: arena + Int(span.offset), count: Int(span.count))
    }
}

/// Values being written into an arena, from one thread. What no longer fits is left out: an arena is measured so that only a file made
/// of nothing but abbreviations gets there.
struct ArenaWriter {
    let base: UnsafeMutablePointer<UInt8>
    /// Where the next byte goes.
    var offset: Int
    /// Nothing is written here or behind.
    let limit: Int

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if offset == limit { return }
        base[offset] = byte
        offset += 1
    }

    @inline(__always)
    mutating func append(_ letters: Letters) {
        let count = min(letters.count, limit - offset)
        if let start = letters.baseAddress { (base + offset).update(from: start, count: count) }
        offset += count
    }

    @inline(__always)
    func span(from start: Int) -> Span { offset == start ? .missing : Span(offset: UInt32(start), count: UInt32(offset - start)) }

    @inline(__always)
    func letters(_ span: Span) -> Letters { Letters(start: base + Int(span.offset), count: Int(span.count)) }
}
