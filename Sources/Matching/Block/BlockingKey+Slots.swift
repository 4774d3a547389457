extension RecordComparison {
    /// What the slots of a comparison hold that keys may use, each by a name; one without a name where there is but one.
    package var keySlots: [(name: String?, slot: Int)] {
        switch rule {
        case .address: zip(["number", "street", "place", "postcode"], slots).map { ($0, $1) }
        default: [(nil, valueSlot)]
        }
    }
}

extension BlockingKey.Piece {
    /// The slot that the piece is of; nil for words.
    package var slot: Int? {
        switch self {
        case .whole(let slot), .stretch(let slot, _, _), .joined(let slot, _), .tail(let slot, _): slot
        case .rarestWord, .secondWord: nil
        }
    }
}

extension RecordComparison {
    /// Where given and family name are, which may be swapped.
    package var nameSlots: [Int] { Array(slots.prefix(2)) }
}
