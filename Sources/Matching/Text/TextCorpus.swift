import FoundationEssentials
import Glibc

/// A set of records as lists of numbered words: what candidates are found in and what pairs are compared by.
struct TextCorpus {
    /// Words of a title beyond this are read as words of its description.
    static let titleLimit = 40
    static let detailLimit = 160

    let count: Int
    let roles: TextRoles
    private(set) var vocabulary = Vocabulary()
    /// Distinct words of the title in their order.
    private(set) var titles = TokenLists()
    /// Neighbouring words of the title that somebody else writes as one: token, first place and last place of each.
    private(set) var spans = TokenLists()
    /// Distinct words of all other text and identifiers that the title does not have, in no order of meaning.
    private(set) var details = TokenLists()
    /// For each side column its distinct words in their order.
    private(set) var sides: [TokenLists] = []
    /// For each side column a number of the whole value; `Vocabulary.none` when missing.
    private(set) var sideValues: [[UInt32]] = []
    /// Whole identifiers as tokens, letters and digits only.
    private(set) var identifiers = TokenLists()
    /// Prices, counts, years; NaN when missing.
    private(set) var amounts: [[Float]] = []
    private(set) var years: [[Float]] = []
    /// In how many records a token occurs, anywhere.
    private(set) var frequency: [UInt32] = []
    private(set) var weight: [Float] = []
    private(set) var classes: [TokenClass] = []
    /// Codes that titles write with hyphens or strokes, each as one token.
    private var written: [UInt32] = []

    init(_ cells: RecordCells, roles: TextRoles, order: [Int32]) {
        count = order.count
        self.roles = roles
        sides = [TokenLists](repeating: TokenLists(), count: roles.sides.count)
        sideValues = [[UInt32]](repeating: [], count: roles.sides.count)
        amounts = roles.amounts.map { column in order.map { Self.number(cells.cell(Int($0), column)) } }
        years = roles.years.map { column in order.map { Self.year(cells.cell(Int($0), column)) } }
        readWords(cells, order)
        weigh()
        findSpans()
    }

    func spelling(_ token: UInt32) -> ArraySlice<UInt8> { vocabulary.spelling(token) }

    private mutating func readWords(_ cells: RecordCells, _ order: [Int32]) {
        var scanner = TextScanner()
        var seen = [Int32](repeating: -1, count: 1 << 12)
        var title: [UInt32] = []
        var rest: [UInt32] = []
        var ids: [UInt32] = []
        var side: [UInt32] = []
        var compound: [UInt8] = []
        var compounds: [UInt32] = []
        var parts = 0
        var words = vocabulary
        vocabulary = Vocabulary()
        var values = Vocabulary()
        // a token is new to a record, or to one of its columns, when its mark is older
        var mark: Int32 = 0
        func isNew(_ token: UInt32) -> Bool {
            if Int(token) >= seen.count { seen.append(contentsOf: repeatElement(-1, count: max(seen.count, Int(token) + 1 - seen.count))) }
            if seen[Int(token)] == mark { return false }
            seen[Int(token)] = mark
            return true
        }
        func endCompound() {
            guard parts > 1, compound.count >= 5, compound.count <= 24, compound.contains(where: { $0 &- 0x30 < 10 }) else { return }
            compounds.append(compound.withUnsafeBufferPointer { words.intern($0) })
        }
        for record in order.lazy.map(Int.init) {
            title.removeAll(keepingCapacity: true)
            rest.removeAll(keepingCapacity: true)
            ids.removeAll(keepingCapacity: true)
            mark += 1
            if roles.title >= 0 {
                compound.removeAll(keepingCapacity: true)
                compounds.removeAll(keepingCapacity: true)
                scanner.scan(Self.present(cells.cell(record, roles.title))) { word, continues in
                    let token = words.intern(word)
                    if isNew(token) { if title.count < Self.titleLimit { title.append(token) } else { rest.append(token) } }
                    if !continues {
                        endCompound()
                        parts = 0
                        compound.removeAll(keepingCapacity: true)
                    }
                    compound.append(contentsOf: word)
                    parts += 1
                }
                endCompound()
                for token in Set(compounds) { written.append(token) }
            }
            for column in roles.identifiers {
                let value = Self.present(cells.cell(record, column))
                var joined: [UInt8] = []
                scanner.scan(value) { word, _ in joined.append(contentsOf: word) }
                if joined.isEmpty { continue }
                let token = joined.withUnsafeBufferPointer { words.intern($0) }
                ids.append(token)
                if isNew(token) { rest.append(token) }
            }
            for (place, column) in roles.sides.enumerated() {
                let value = Self.present(cells.cell(record, column))
                side.removeAll(keepingCapacity: true)
                scanner.scan(value) { word, _ in
                    if side.count < Self.detailLimit { side.append(words.intern(word)) }
                }
                for token in side where isNew(token) { rest.append(token) }
                sides[place].append(side)
                sideValues[place].append(value.isEmpty ? Vocabulary.none : values.intern(value))
            }
            titles.append(title)
            details.append(rest)
            identifiers.append(ids)
        }
        vocabulary = words
        // repeated words of a side column
        for place in sides.indices { sides[place] = Self.distinct(sides[place], vocabulary.count) }
    }

    private static func distinct(_ lists: TokenLists, _ distinct: Int) -> TokenLists {
        var result = TokenLists()
        var seen = [Int32](repeating: -1, count: distinct)
        for record in 0..<lists.count {
            result.append(
                lists[record].filter { token in
                    defer { seen[Int(token)] = Int32(record) }
                    return seen[Int(token)] != Int32(record)
                })
        }
        return result
    }

    /// Inverse document frequency (K. Spärck Jones, Journal of Documentation 28 (1972) 11–21).
    private mutating func weigh() {
        frequency = [UInt32](repeating: 0, count: vocabulary.count)
        for token in titles.values { frequency[Int(token)] += 1 }
        for token in details.values { frequency[Int(token)] += 1 }
        for token in written { frequency[Int(token)] += 1 }
        weight = frequency.map { Float(log(1 + Double(count) / Double(max(1, $0)))) }
        classes = (0..<vocabulary.count).map { TokenClass(vocabulary.spelling(UInt32($0))) }
    }

    /// `cyber shot` and `cybershot`, `yst fsw150` and `ystfsw150`: up to four neighbours that are one token elsewhere.
    private mutating func findSpans() {
        var joined: [UInt8] = []
        var found: [UInt32] = []
        for record in 0..<count {
            let range = titles.range(record)
            found.removeAll(keepingCapacity: true)
            for first in range {
                joined.removeAll(keepingCapacity: true)
                joined.append(contentsOf: vocabulary.spelling(titles.values[first]))
                for last in (first + 1)..<max(first + 1, min(range.upperBound, first + 4)) {
                    joined.append(contentsOf: vocabulary.spelling(titles.values[last]))
                    if joined.count < 4 { continue }
                    let token = joined.withUnsafeBufferPointer { vocabulary.find($0) }
                    if token != Vocabulary.none, frequency[Int(token)] > 0 {
                        found += [token, UInt32(first - range.lowerBound), UInt32(last - range.lowerBound)]
                    }
                }
            }
            spans.append(found)
        }
    }

    /// The words of each title and what its neighbours make when written together.
    func titlesWithSpans() -> TokenLists {
        var result = TokenLists()
        for record in 0..<count {
            let spans = spans[record]
            result.append(Array(titles[record]) + stride(from: spans.startIndex, to: spans.endIndex, by: 3).map { spans[$0] })
        }
        return result
    }

    /// Nothing where the value is a placeholder such as `<NA>`.
    private static func present(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        if value.count > 24 || value.isEmpty { return value }
        return Placeholders.isName(TextFolding.fold(value)) ? UnsafeBufferPointer(start: nil, count: 0) : value
    }

    /// The first number in a value such as `$ 1,299.00`.
    private static func number(_ value: UnsafeBufferPointer<UInt8>) -> Float {
        var whole = 0.0
        var scale = 0.0
        var digits = 0
        loop: for (place, byte) in value.enumerated() {
            switch byte {
            case 0x30...0x39:
                digits += 1
                whole = whole * 10 + Double(byte - 0x30)
                if scale > 0 { scale *= 10 }
            case 0x2E where digits > 0 && scale == 0: scale = 1
            case 0x2C where digits > 0 && scale == 0 && place + 3 < value.count: continue
            case 0x2C where digits > 0 && scale == 0: scale = 1
            default: if digits > 0 { break loop }
            }
        }
        return digits == 0 ? .nan : Float(whole / max(1, scale))
    }

    /// The first run of four digits.
    private static func year(_ value: UnsafeBufferPointer<UInt8>) -> Float {
        var run = 0
        var year: Float = 0
        for byte in value {
            if byte &- 0x30 < 10 {
                run += 1
                year = year * 10 + Float(byte - 0x30)
                if run == 4 { return year }
            } else {
                run = 0
                year = 0
            }
        }
        return .nan
    }
}
