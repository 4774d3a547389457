/// Standardises all records of a file at once, on all processors.
struct RecordPreparer {
    let layout: RecordLayout
    let cells: RecordCells
    /// Which column of the cells each filling reads.
    private let fillings: [(column: Int, filling: RecordLayout.Filling)]

    /// - Parameter columns: for each field of the layout the column of the cells.
    init(_ layout: RecordLayout, _ cells: RecordCells, columns: [Int]) {
        self.layout = layout
        self.cells = cells
        fillings = layout.fillings.map { (columns[$0.column], $0.filling) }
    }

    /// A value is folded and then spelled out: together at most this many times its length, but for pathological files.
    private static let growth = 4
    private static let pieces = 16
    /// Fewer records are not worth other processors.
    private static let recordsPerPiece = 64

    func prepare() -> PreparedRecords {
        let pieces = max(1, min(Self.pieces, cells.count / Self.recordsPerPiece))
        var starts = [0]
        for piece in 0..<pieces {
            var bytes = 64
            for record in cells.count * piece / pieces..<cells.count * (piece + 1) / pieces {
                for (column, _) in fillings { bytes += cells.cell(record, column).count }
            }
            starts.append(starts[piece] + bytes * Self.growth + 1_024)
        }
        let records = PreparedRecords(count: cells.count, slotCount: layout.slotCount, bytes: starts[pieces])
        Parallel.ranges(cells.count, pieces: pieces) { range, piece in
            var writer = ArenaWriter(base: records.arena, offset: starts[piece], limit: starts[piece + 1])
            for record in range { fill(record, records.spans + record * layout.slotCount, &writer) }
        }
        return records
    }

    private func fill(_ record: Int, _ slots: UnsafeMutablePointer<Span>, _ writer: inout ArenaWriter) {
        for (column, filling) in fillings {
            let value = cells.cell(record, column).trimmed
            if value.isEmpty { continue }
            switch filling {
            case .given(let slot), .family(let slot), .place(let slot), .text(let slot), .category(let slot): slots[slot] = writer.fold(value)
            case .person(let given, let family): (slots[given], slots[family]) = PersonLine.write(value, to: &writer)
            case .organisation(let slot, let form):
                let folded = writer.fold(value)
                if Placeholders.isName(writer.letters(folded)) { continue }
                (slots[slot], slots[form]) = OrganisationLine.write(writer.letters(folded), to: &writer)
            case .date(let slot, let order): slots[slot] = DateDigits.write(value, order, to: &writer)
            case .street(let slot, let number, let postcode): fillStreet(value, slot, number, postcode, slots, &writer)
            case .address(let street, let number, let place, let postcode):
                guard value.contains(MatchAddress.separator) else {
                    fillStreet(value, street, number, postcode, slots, &writer)
                    continue
                }
                let parts = MatchAddress.parts(value)
                fillStreet(parts.street, street, parts.houseNumber.isEmpty ? number : nil, parts.postcode.isEmpty ? postcode : nil, slots, &writer)
                if let number, !parts.houseNumber.isEmpty { slots[number] = houseNumber(parts.houseNumber, &writer) }
                if let postcode, !parts.postcode.isEmpty { slots[postcode] = compact(parts.postcode, &writer, isPostcode: true) }
                if let place { slots[place] = writer.fold(parts.locality) }
            case .houseNumber(let slot): slots[slot] = houseNumber(value, &writer)
            case .postcode(let slot): slots[slot] = compact(value, &writer, isPostcode: true)
            case .identity(let slot, let isVerbatim):
                slots[slot] = isVerbatim ? IdentifierLine.writeVerbatim(value, to: &writer) : IdentifierLine.write(value, to: &writer)
            case .code(let slot): slots[slot] = compact(value, &writer, isPostcode: false)
            case .email(let slot):
                let start = writer.offset
                for byte in value where byte > 0x20 { writer.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte) }
                slots[slot] = writer.span(from: start)
            case .phone(let slot): slots[slot] = phone(value, &writer)
            case .site(let slot): slots[slot] = site(value, &writer)
            case .number(let slot):
                let start = writer.offset
                for byte in value where (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x2D { writer.append(byte) }
                slots[slot] = writer.span(from: start)
            }
        }
    }

    /// A line of street and number.
    private func fillStreet(_ line: Letters, _ slot: Int, _ number: Int?, _ postcode: Int?, _ slots: UnsafeMutablePointer<Span>, _ writer: inout ArenaWriter) {
        let line = AddressLine.write(writer.letters(writer.fold(line)), wantsNumber: number != nil, to: &writer)
        slots[slot] = line.street
        if let number { slots[number] = line.number }
        if let postcode { slots[postcode] = line.postcode }
    }

    private func houseNumber(_ value: Letters, _ writer: inout ArenaWriter) -> Span {
        let folded = writer.letters(writer.fold(value)).leadingDigits
        let start = writer.offset
        writer.append(folded)
        return writer.span(from: start)
    }

    /// Letters and digits without what parts them; nine digits of a postcode lose the last four (ZIP+4).
    private func compact(_ value: Letters, _ writer: inout ArenaWriter, isPostcode: Bool) -> Span {
        let folded = writer.letters(writer.fold(value))
        let start = writer.offset
        for byte in folded where byte != 0x20 { writer.append(byte) }
        var span = writer.span(from: start)
        if isPostcode, span.count == 9, writer.letters(span).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { span.count = 5 }
        return span
    }

    /// The last ten digits; a number of one digit repeated is none.
    private func phone(_ value: Letters, _ writer: inout ArenaWriter) -> Span {
        let start = writer.offset
        for byte in value where byte >= 0x30 && byte <= 0x39 { writer.append(byte) }
        var span = writer.span(from: start)
        if span.count > 10 { span = Span(offset: span.offset + span.count - 10, count: 10) }
        return span.count < 5 || Placeholders.isNumber(writer.letters(span)) ? .missing : span
    }

    /// The host without scheme, `www.` and path.
    private func site(_ value: Letters, _ writer: inout ArenaWriter) -> Span {
        let start = writer.offset
        for byte in value where byte > 0x20 { writer.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte) }
        var host = writer.letters(writer.span(from: start))
        for index in host.indices.dropLast(2) where host[index] == 0x3A && host[index + 1] == 0x2F && host[index + 2] == 0x2F {
            host = host.stretch(index + 3, host.count)
            break
        }
        if host.starts(with: "www.".utf8) { host = host.stretch(4, host.count) }
        if let end = host.firstIndex(where: { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }) { host = host.stretch(0, end) }
        guard let base = host.baseAddress, host.contains(0x2E) else { return .missing }
        return Span(offset: UInt32(base - UnsafePointer(writer.base)), count: UInt32(host.count))
    }
}
