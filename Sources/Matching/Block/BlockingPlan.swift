/// The blocking keys that follow from what is compared: some twenty conjunctions of parts of two or three fields, so that a pair has to
/// err in many places at once to be missed, and a key seldom brings strangers together.
package struct BlockingPlan: Sendable {
    package private(set) var keys: [BlockingKey] = []

    /// A pair's keys are bits of one word.
    package static let keyLimit = 32

    private typealias Part = BlockingKey.Part

    init(keys: [BlockingKey]) { self.keys = keys }

    /// Keys over values that no record has are left out, and loose ones where there are too many records for them.
    init(_ layout: RecordLayout, _ comparer: RecordComparer) {
        self.init(all: layout)
        let count = comparer.records.count
        keys.removeAll { key in
            (key.isLoose && count > BlockedPairs.looseLimit) || !(0..<count).contains { key.hash(comparer, $0) != 0 }
        }
        if keys.count > Self.keyLimit { keys.removeLast(keys.count - Self.keyLimit) }
    }

    /// All keys that the fields allow.
    package init(all layout: RecordLayout) {
        let comparisons = layout.comparisons
        let contacts = comparisons.indices.filter { [.contact, .email, .site, .identifier].contains(comparisons[$0].role) }
        let place = Place(comparisons)
        // what identifies by itself first: these keys must not fall off the end
        let joint = comparisons.indices.filter { comparisons[$0].strength == .joint }
        if !joint.isEmpty {
            keys.append(
                BlockingKey(
                    name: joint.map { comparisons[$0].name }.joined(separator: " + "),
                    parts: joint.map { Part(comparison: $0, pieces: [.whole(slot: comparisons[$0].slots[0])]) }))
        }
        for index in contacts where comparisons[index].strength != .joint {
            let slot = comparisons[index].slots[0]
            add(comparisons[index].name, Part(comparison: index, pieces: [comparisons[index].role == .contact ? .tail(slot: slot, length: 7) : .whole(slot: slot)]))
        }
        if let given = comparisons.firstIndex(where: { $0.rule == .given }) {
            addPersons(given, comparisons, place)
        }
        if let name = comparisons.firstIndex(where: { $0.rule == .organisation }) {
            addOrganisations(name, comparisons, place)
        }
        addAddresses(place, isPerson: comparisons.contains { $0.rule == .given })
        nameApart()
    }

    /// A class of pairs is named for each key: two of one name would be mixed up.
    private mutating func nameApart() {
        var names: Set<String> = []
        for place in keys.indices {
            let name = keys[place].name
            var number = 2
            while !names.insert(keys[place].name).inserted {
                keys[place].name = "\(name) \(number)"
                number += 1
            }
        }
    }

    private mutating func add(_ name: String, _ parts: Part?..., isLoose: Bool = false) {
        let known = parts.compactMap { $0 }
        if known.count == parts.count { keys.append(BlockingKey(name: name, parts: known, isLoose: isLoose)) }
    }

    /// Where things are, as parts of keys; nil where the records have no such field.
    private struct Place {
        var place: Part?
        var postcode: Part?
        var postcodeArea: Part?
        /// House number, street and postcode.
        var building: Part?
        /// House number and street.
        var door: Part?
        var numberAndPostcode: Part?
        var postcodeAndStreet: Part?
        var number: Part?
        /// House number and the street's beginning.
        var roughDoor: Part?

        init(_ comparisons: [RecordComparison]) {
            if let index = comparisons.firstIndex(where: { $0.rule == .address }) {
                let slots = comparisons[index].slots
                let (number, street, place, postcode) = (slots[0], slots[1], slots[2], slots[3])
                func part(_ pieces: BlockingKey.Piece...) -> Part { Part(comparison: index, pieces: pieces) }
                self.place = part(.whole(slot: place))
                self.postcode = part(.whole(slot: postcode))
                postcodeArea = part(.stretch(slot: postcode, start: 0, length: 4))
                building = part(.whole(slot: number), .whole(slot: street), .whole(slot: postcode))
                door = part(.whole(slot: number), .whole(slot: street))
                numberAndPostcode = part(.whole(slot: number), .whole(slot: postcode))
                postcodeAndStreet = part(.whole(slot: postcode), .stretch(slot: street, start: 0, length: 5))
                self.number = part(.whole(slot: number))
                roughDoor = part(.whole(slot: number), .stretch(slot: street, start: 0, length: 6))
                return
            }
            if let index = comparisons.firstIndex(where: { $0.rule == .locality && $0.role == .place }) {
                place = Part(comparison: index, pieces: [.whole(slot: comparisons[index].slots[0])])
            }
            if let index = comparisons.firstIndex(where: { $0.rule == .postcode && $0.role == .place }) {
                postcode = Part(comparison: index, pieces: [.whole(slot: comparisons[index].slots[0])])
                postcodeArea = Part(comparison: index, pieces: [.stretch(slot: comparisons[index].slots[0], start: 0, length: 4)])
            }
        }
    }

    private mutating func addPersons(_ given: Int, _ comparisons: [RecordComparison], _ place: Place) {
        let (givenSlot, familySlot) = (comparisons[given].slots[0], comparisons[given].slots[1])
        func givenPart(_ length: Int? = nil) -> Part {
            Part(comparison: given, pieces: [length.map { .stretch(slot: givenSlot, start: 0, length: $0) } ?? .whole(slot: givenSlot)])
        }
        func family(_ length: Int? = nil) -> Part {
            Part(comparison: given + 1, pieces: [length.map { .stretch(slot: familySlot, start: 0, length: $0) } ?? .whole(slot: familySlot)])
        }
        for index in comparisons.indices where comparisons[index].rule == .date {
            let slot = comparisons[index].slots[0]
            let name = comparisons[index].name
            func date(_ pieces: BlockingKey.Piece...) -> Part { Part(comparison: index, pieces: pieces) }
            let whole = date(.whole(slot: slot))
            add("given + \(name)", givenPart(), whole)
            add("family + \(name)", family(), whole)
            add("names + \(name) year and month", givenPart(2), family(3), date(.stretch(slot: slot, start: 0, length: 6)))
            add(
                "names + \(name) year and day", givenPart(2), family(3),
                date(.stretch(slot: slot, start: 0, length: 4), .stretch(slot: slot, start: 6, length: 2)))
            add("names + \(name) month and day", givenPart(2), family(3), date(.stretch(slot: slot, start: 4, length: 4)))
            add("postcode + \(name)", place.postcode, whole)
            add("place + \(name)", place.place, whole)
            keys.append(BlockingKey(name: "swapped name + \(name)", parts: [givenPart(), whole], swapped: [givenSlot, familySlot]))
        }
        add("given + family + place", givenPart(), family(), place.place)
        add("given + family + postcode", givenPart(), family(), place.postcode)
        add("initials + family + area", givenPart(2), family(), place.postcodeArea)
        add("given + beginning of family + postcode", givenPart(), family(3), place.postcode)
        add("given + family", givenPart(), family())
        add("door + initial", place.door, givenPart(1))
        add("number + postcode + initials", place.numberAndPostcode, givenPart(2))
        add("street + postcode + beginning of family", place.postcodeAndStreet, family(4))
        add("beginning of family + postcode", place.postcode, family(3), isLoose: true)
        add("family", family(), isLoose: true)
        add("given", givenPart(), isLoose: true)
        for index in comparisons.indices where comparisons[index].rule == .date {
            add(comparisons[index].name, Part(comparison: index, pieces: [.whole(slot: comparisons[index].slots[0])]), isLoose: true)
        }
        for index in comparisons.indices where comparisons[index].rule == .email {
            add("beginning of \(comparisons[index].name)", Part(comparison: index, pieces: [.stretch(slot: comparisons[index].slots[0], start: 0, length: 5)]), isLoose: true)
            add("end of \(comparisons[index].name)", Part(comparison: index, pieces: [.tail(slot: comparisons[index].slots[0], length: 8)]), isLoose: true)
        }
        add("beginnings of names + place", givenPart(3), family(4), place.place, isLoose: true)
    }

    private mutating func addOrganisations(_ name: Int, _ comparisons: [RecordComparison], _ place: Place) {
        let slot = comparisons[name].slots[0]
        let words = comparisons[name].words
        func part(_ pieces: BlockingKey.Piece...) -> Part { Part(comparison: name, pieces: pieces) }
        let first = part(.rarestWord(words: words))
        let second = part(.secondWord(words: words))
        add("name", part(.joined(slot: slot, length: nil)))
        add("two rarest words", part(.rarestWord(words: words), .secondWord(words: words)))
        add("rarest word + postcode", first, place.postcode)
        add("rarest word + place", first, place.place)
        add("second word + postcode", second, place.postcode)
        add("second word + place", second, place.place)
        add("beginning + place", part(.joined(slot: slot, length: 5)), place.place)
        add("beginning + postcode", part(.joined(slot: slot, length: 5)), place.postcode)
        add("beginning + number", part(.joined(slot: slot, length: 4)), place.number)
        add("rarest word", first)
        add("beginning", part(.joined(slot: slot, length: 7)))
        add("rough door + beginning", place.roughDoor, part(.joined(slot: slot, length: 2)))
    }

    private mutating func addAddresses(_ place: Place, isPerson: Bool) {
        add("building", place.building)
        if isPerson { return }
        add("number + postcode", place.numberAndPostcode)
        add("door", place.door)
    }
}
