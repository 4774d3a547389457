/// Which slots a prepared record has, what fills them, and what is compared: all that follows from the fields' kinds.
package struct RecordLayout: Sendable {
    /// What becomes of one field's value.
    enum Filling: Sendable, Hashable {
        case given(slot: Int), family(slot: Int)
        /// A whole name in one column, taken apart.
        case person(given: Int, family: Int)
        case organisation(slot: Int, legalForm: Int)
        case date(slot: Int, order: DateOrder)
        /// A line of street and number; the number only where no column of its own has it, and the postcode likewise.
        case street(slot: Int, number: Int?, postcode: Int?)
        /// A whole address, in parts (`MatchAddress.text`) or as one line; what columns of their own have is nil.
        case address(street: Int, number: Int?, place: Int?, postcode: Int?)
        case houseNumber(slot: Int)
        case place(slot: Int)
        case postcode(slot: Int)
        case email(slot: Int), phone(slot: Int), site(slot: Int)
        case code(slot: Int), category(slot: Int), text(slot: Int), number(slot: Int)
        /// An identifier that decides; verbatim: every byte counts.
        case identity(slot: Int, isVerbatim: Bool)
    }

    /// Columns are the model's fields.
    private(set) var fillings: [(column: Int, filling: Filling)] = []
    package private(set) var comparisons: [RecordComparison] = []
    private(set) var slotCount = 0
    /// Slots whose words are weighed by how rare they are.
    package private(set) var wordSlots: [Int] = []

    /// Sixteen levels of four bits make one pattern of 64.
    static let comparisonLimit = 16

    package init(_ fields: [RecordField]) {
        let (columns, kinds) = (fields.map(\.name), fields.map(\.kind))
        let columnsOf = Dictionary(grouping: kinds.indices, by: { kinds[$0] })
        func all(_ kind: FieldKind) -> [Int] { columnsOf[kind] ?? [] }
        addPersons(columns, all)
        for column in all(.organisationName) + all(.title) { addOrganisation(column, columns[column]) }
        for column in all(.date) { add(.date, columns[column], filling: { .date(slot: $0, order: fields[column].dateOrder) }, from: column) }
        addAddress(columns, all)
        for column in all(.email) { add(.email, columns[column], filling: { .email(slot: $0) }, from: column) }
        for column in all(.phone) { add(.code, columns[column], role: .contact, filling: { .phone(slot: $0) }, from: column) }
        for column in all(.url) { add(.code, columns[column], role: .site, filling: { .site(slot: $0) }, from: column) }
        for column in all(.identifier) + all(.nativeId) {
            if let strength = fields[column].identifier {
                add(.identity, columns[column], role: .identifier, filling: { .identity(slot: $0, isVerbatim: kinds[column] == .nativeId) }, from: column)
                comparisons[comparisons.count - 1].strength = strength
            } else {
                add(.code, columns[column], role: .identifier, filling: { .code(slot: $0) }, from: column)
            }
        }
        for column in all(.category) + all(.country) { add(.category, columns[column], role: .other, filling: { .category(slot: $0) }, from: column) }
        for column in all(.year) + all(.number) + all(.money) { add(.number, columns[column], role: .other, filling: { .number(slot: $0) }, from: column) }
        for column in all(.text) { addText(column, columns[column]) }
        if comparisons.count > Self.comparisonLimit { comparisons.removeLast(comparisons.count - Self.comparisonLimit) }
        nameApart()
    }

    /// A model file names comparisons: each must have a name of its own.
    private mutating func nameApart() {
        var names: Set<String> = []
        for place in comparisons.indices {
            let name = comparisons[place].name
            var number = 2
            while !names.insert(comparisons[place].name).inserted {
                comparisons[place].name = "\(name) \(number)"
                number += 1
            }
        }
    }

    private mutating func slot() -> Int {
        slotCount += 1
        return slotCount - 1
    }

    private mutating func add(
        _ rule: RecordComparison.Rule, _ name: String, role: RecordComparison.Role? = nil, filling: (Int) -> Filling, from column: Int
    ) {
        let slot = slot()
        fillings.append((column, filling(slot)))
        comparisons.append(RecordComparison(name: name, rule: rule, role: role, slots: [slot]))
    }

    private mutating func addPersons(_ columns: [String], _ all: (FieldKind) -> [Int]) {
        let givenColumns = all(.givenName)
        let familyColumns = all(.familyName)
        let isMiddle = { (column: Int) in columns[column].lowercased().hasPrefix("m") }
        let first = givenColumns.first { !isMiddle($0) } ?? givenColumns.first
        if first != nil || !familyColumns.isEmpty {
            let given = slot()
            let family = slot()
            if let first { fillings.append((first, .given(slot: given))) }
            if let column = familyColumns.first { fillings.append((column, .family(slot: family))) }
            addPerson(given, family, first.map { columns[$0] } ?? "given name", familyColumns.first.map { columns[$0] } ?? "family name")
            for column in givenColumns where column != first {
                add(.initials, columns[column], filling: { .given(slot: $0) }, from: column)
                // the first of them may be the name somebody goes by
                if let person = comparisons.firstIndex(where: { $0.rule == .given && $0.slots.count == 2 }) {
                    for place in [person, person + 1] { comparisons[place].slots.append(slotCount - 1) }
                }
            }
            for column in familyColumns.dropFirst() { add(.category, columns[column], role: .other, filling: { .family(slot: $0) }, from: column) }
        }
        for column in all(.personName) {
            if comparisons.isEmpty, all(.organisationName).isEmpty {
                let given = slot()
                let family = slot()
                fillings.append((column, .person(given: given, family: family)))
                addPerson(given, family, columns[column] + " (given)", columns[column] + " (family)")
            } else {
                // somebody who speaks for the party
                addText(column, columns[column])
            }
        }
    }

    private mutating func addPerson(_ given: Int, _ family: Int, _ givenName: String, _ familyName: String) {
        comparisons.append(RecordComparison(name: givenName, rule: .given, role: .personal, slots: [given, family]))
        comparisons.append(RecordComparison(name: familyName, rule: .family, role: .family, slots: [given, family]))
    }

    private mutating func addOrganisation(_ column: Int, _ name: String) {
        let slot = slot()
        let form = self.slot()
        fillings.append((column, .organisation(slot: slot, legalForm: form)))
        let isFirst = !comparisons.contains { $0.rule == .organisation }
        comparisons.append(
            RecordComparison(name: name, rule: .organisation, role: isFirst ? .organisation : .other, slots: [slot, form], words: wordSlots.count))
        wordSlots.append(slot)
    }

    private mutating func addText(_ column: Int, _ name: String) {
        let slot = slot()
        fillings.append((column, .text(slot: slot)))
        comparisons.append(RecordComparison(name: name, rule: .text, role: .other, slots: [slot], words: wordSlots.count))
        wordSlots.append(slot)
    }

    /// One comparison of street, number, place and postcode together; without a street the place and the postcode by themselves.
    private mutating func addAddress(_ columns: [String], _ all: (FieldKind) -> [Int]) {
        let streets = all(.street) + all(.address)
        let places = all(.locality)
        let postcodes = all(.postcode)
        if let street = streets.first {
            let (number, name, place, postcode) = (slot(), slot(), slot(), slot())
            let numberColumn = all(.houseNumber).first
            if let numberColumn { fillings.append((numberColumn, .houseNumber(slot: number))) }
            if let column = postcodes.first { fillings.append((column, .postcode(slot: postcode))) }
            let (ownNumber, ownPostcode) = (numberColumn == nil ? number : nil, postcodes.isEmpty ? postcode : nil)
            if all(.address).contains(street) {
                fillings.append((street, .address(street: name, number: ownNumber, place: places.isEmpty ? place : nil, postcode: ownPostcode)))
            } else {
                fillings.append((street, .street(slot: name, number: ownNumber, postcode: ownPostcode)))
            }
            if let column = places.first { fillings.append((column, .place(slot: place))) }
            comparisons.append(RecordComparison(name: "address", rule: .address, role: .place, slots: [number, name, place, postcode]))
            for column in streets.dropFirst() { addText(column, columns[column]) }
            for column in places.dropFirst() + postcodes.dropFirst() { add(.locality, columns[column], role: .other, filling: { .place(slot: $0) }, from: column) }
        } else {
            for column in places { add(.locality, columns[column], role: .place, filling: { .place(slot: $0) }, from: column) }
            for column in postcodes { add(.postcode, columns[column], role: .place, filling: { .postcode(slot: $0) }, from: column) }
            for column in all(.houseNumber) { add(.category, columns[column], role: .other, filling: { .houseNumber(slot: $0) }, from: column) }
        }
        // the region follows from the place, where there is one
        if places.isEmpty, postcodes.isEmpty { for column in all(.region) { add(.category, columns[column], role: .place, filling: { .category(slot: $0) }, from: column) } }
    }
}
