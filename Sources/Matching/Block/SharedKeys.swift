/// Finds out which blocking keys two records have in common: by these a coincidence could explain that they look alike.
///
/// Asked of the records themselves and not of how they were brought together: a key under which a file has a crowd still says the same of
/// two of its records, and so a pair weighs the same in every file.
final class SharedKeys: @unchecked Sendable {
    let count: Int
    private let pieces: UnsafeMutablePointer<BlockingKey.Piece>
    /// For each distinct part of the keys where its pieces begin; one more at the end.
    private let starts: UnsafeMutablePointer<Int>
    private let partCount: Int
    /// For each key a bit for each part that must agree.
    private let needed: UnsafeMutablePointer<UInt64>
    /// The slots of names that may be swapped, and the bit of the part in which they are.
    private let swapped: (given: Int, family: Int, part: Int)?

    /// More distinct parts do not fit into a word; a key that needs them is never shared.
    private static let partLimit = 63

    init(_ keys: [BlockingKey]) {
        count = keys.count
        var parts: [BlockingKey.Part] = []
        var swapped: (given: Int, family: Int, part: Int)?
        var needed: [UInt64] = []
        for key in keys {
            var mask: UInt64 = 0
            for (place, part) in key.parts.enumerated() {
                if place == 0, key.swapped.count == 2 {
                    swapped = (key.swapped[0], key.swapped[1], Self.partLimit)
                    mask |= 1 << UInt64(Self.partLimit)
                    continue
                }
                let number = parts.firstIndex(of: part) ?? parts.count
                if number == parts.count, number < Self.partLimit { parts.append(part) }
                mask |= number < Self.partLimit ? 1 << UInt64(number) : UInt64.max
            }
            needed.append(mask)
        }
        self.swapped = swapped
        partCount = parts.count
        pieces = .allocate(capacity: max(1, parts.reduce(0) { $0 + $1.pieces.count }))
        starts = .allocate(capacity: parts.count + 1)
        self.needed = .allocate(capacity: max(1, needed.count))
        var place = 0
        for (number, part) in parts.enumerated() {
            (starts + number).initialize(to: place)
            for piece in part.pieces {
                (pieces + place).initialize(to: piece)
                place += 1
            }
        }
        (starts + parts.count).initialize(to: place)
        for (number, mask) in needed.enumerated() { (self.needed + number).initialize(to: mask) }
    }

    deinit {
        pieces.deallocate()
        starts.deallocate()
        needed.deallocate()
    }

    /// A bit for each key that both have.
    func mask(_ comparer: RecordComparer, _ i: Int, _ j: Int) -> UInt32 { keys(agreedParts(comparer, i, j)) }

    /// Of records of several rows, each part of a key may be of another.
    func mask(_ comparer: RecordComparer, _ a: Range<Int>, _ b: Range<Int>) -> UInt32 {
        var agreed: UInt64 = 0
        for i in a { for j in b { agreed |= agreedParts(comparer, i, j) } }
        return keys(agreed)
    }

    @inline(__always)
    private func agreedParts(_ comparer: RecordComparer, _ i: Int, _ j: Int) -> UInt64 {
        var agreed: UInt64 = 0
        for part in 0..<partCount {
            var isShared = true
            var place = starts[part]
            while isShared, place < starts[part + 1] {
                isShared = pieces[place].isShared(comparer, i, j)
                place += 1
            }
            if isShared { agreed |= 1 << UInt64(part) }
        }
        if let swapped, sharesName(comparer, i, j, swapped.given, swapped.family) { agreed |= 1 << UInt64(swapped.part) }
        return agreed
    }

    @inline(__always)
    private func keys(_ agreed: UInt64) -> UInt32 {
        var keys: UInt32 = 0
        for key in 0..<count where agreed & needed[key] == needed[key] { keys |= 1 << UInt32(key) }
        return keys
    }

    /// One of a record's two names is one of the other's.
    private func sharesName(_ comparer: RecordComparer, _ i: Int, _ j: Int, _ given: Int, _ family: Int) -> Bool {
        let records = comparer.records
        let (a, b) = (records.value(i, given), records.value(i, family))
        let (x, y) = (records.value(j, given), records.value(j, family))
        return (!a.isEmpty && (a.equals(x) || a.equals(y))) || (!b.isEmpty && (b.equals(x) || b.equals(y)))
    }
}

extension BlockingKey.Piece {
    /// Whether both records have the piece and it is the same: what `combine` says by equal hashes.
    @inline(__always)
    func isShared(_ comparer: RecordComparer, _ i: Int, _ j: Int) -> Bool {
        switch self {
        case .rarestWord(let words):
            let view = comparer.words[words]
            return view.rarest[i].first != WordView.none && view.rarest[i].first == view.rarest[j].first
        case .secondWord(let words):
            let view = comparer.words[words]
            return view.rarest[i].second != WordView.none && view.rarest[i].second == view.rarest[j].second
        case .whole(let slot): return both(comparer, i, j, slot) { $0.equals($1) }
        case .stretch(let slot, let start, let length):
            return both(comparer, i, j, slot) { $0.stretch(start, length).equals($1.stretch(start, length)) }
        case .tail(let slot, let length):
            return both(comparer, i, j, slot) {
                $0.stretch(Swift.max(0, $0.count - length), length).equals($1.stretch(Swift.max(0, $1.count - length), length))
            }
        case .joined(let slot, let length): return both(comparer, i, j, slot) { Self.areJoinedEqual($0, $1, length ?? Int.max) }
        }
    }

    @inline(__always)
    private func both(_ comparer: RecordComparer, _ i: Int, _ j: Int, _ slot: Int, _ agree: (Letters, Letters) -> Bool) -> Bool {
        let (a, b) = (comparer.records.value(i, slot), comparer.records.value(j, slot))
        return !a.isEmpty && !b.isEmpty && agree(a, b)
    }

    /// The first letters without spaces.
    private static func areJoinedEqual(_ a: Letters, _ b: Letters, _ length: Int) -> Bool {
        var (x, y, left) = (0, 0, length)
        while left > 0 {
            while x < a.count, a[x] == 0x20 { x += 1 }
            while y < b.count, b[y] == 0x20 { y += 1 }
            if x == a.count || y == b.count { return x == a.count && y == b.count }
            if a[x] != b[y] { return false }
            (x, y, left) = (x + 1, y + 1, left - 1)
        }
        return true
    }
}
