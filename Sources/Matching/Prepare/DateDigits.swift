/// Dates as eight digits, year first, from the spellings of files.
enum DateDigits {
    static func looksLikeDate(_ text: Letters) -> Bool {
        var parts = Parts(text)
        guard let order = parts.order else { return false }
        parts.sort(order == .yearLast ? .dayFirst : nil)
        return parts.isPlausible
    }

    /// Month first where more values of the column can only be read so.
    static func order(of cells: RecordCells, column: Int) -> DateOrder {
        var monthFirst = 0
        var dayFirst = 0
        for record in stride(from: 0, to: cells.count, by: max(1, cells.count / 10_000)) {
            let parts = Parts(cells.cell(record, column).trimmed)
            guard parts.order == .yearLast else { continue }
            if parts.numbers[0] > 12, parts.numbers[1] <= 12 { dayFirst += 1 }
            if parts.numbers[1] > 12, parts.numbers[0] <= 12 { monthFirst += 1 }
        }
        return monthFirst > dayFirst ? .monthFirst : .dayFirst
    }

    /// Writes the digits; of a text that is no date whatever digits it has, at most the last eight.
    static func write(_ text: Letters, _ convention: DateOrder, to writer: inout ArenaWriter) -> Span {
        let start = writer.offset
        if text.count == 10, text[4] == 0x2D, text[7] == 0x2D {
            for index in 0..<10 where index != 4 && index != 7 { writer.append(text[index]) }
            return writer.span(from: start)
        }
        var parts = Parts(text)
        if let order = parts.order {
            parts.sort(order == .yearLast ? convention : nil)
            for (place, width) in [4, 2, 2].enumerated() where place < parts.count {
                var divisor = width == 4 ? 1_000 : 10
                while divisor > 0 {
                    writer.append(0x30 + UInt8(parts.numbers[place] / divisor % 10))
                    divisor /= 10
                }
            }
            return writer.span(from: start)
        }
        let digits = text.lazy.filter { $0 >= 0x30 && $0 <= 0x39 }
        for digit in digits.suffix(8) { writer.append(digit) }
        return writer.span(from: start)
    }

    private enum Order { case yearFirst, yearLast }

    /// The numbers of a date in the order in which they are written.
    private struct Parts {
        var numbers = [0, 0, 0]
        var count = 0
        private var widths = [0, 0, 0]
        private var isDate = true

        init(_ text: Letters) {
            var width = 0
            var number = 0
            func digit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
            var index = 0
            while index < text.count {
                let byte = text[index]
                if digit(byte) {
                    number = number * 10 + Int(byte - 0x30)
                    width += 1
                    if width > 8 { isDate = false; return }
                } else {
                    if width > 0 { add(number, width) }
                    (number, width) = (0, 0)
                    // a time of day behind the date says nothing more
                    if count == 3 { break }
                    if let month = Self.month(text, at: &index) { add(month, 2) } else if !"-/. ,".utf8.contains(byte) { isDate = false; return }
                }
                index += 1
            }
            if width > 0, count < 3 { add(number, width) }
            if count == 1, widths[0] == 8 {
                (numbers, widths, count) = ([numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100], [4, 2, 2], 3)
            }
        }

        private mutating func add(_ number: Int, _ width: Int) {
            if count < 3 {
                numbers[count] = number
                widths[count] = width
            }
            count += 1
        }

        var order: Order? {
            guard isDate else { return nil }
            if count == 1 { return widths[0] == 4 ? .yearFirst : nil }
            guard count == 3 else { return nil }
            if widths[0] == 4, widths[1] <= 2, widths[2] <= 2 { return .yearFirst }
            return widths[2] == 4 && widths[0] <= 2 && widths[1] <= 2 ? .yearLast : nil
        }

        /// Year, month, day; nil: they are in that order already.
        mutating func sort(_ convention: DateOrder?) {
            switch convention {
            case nil: break
            case .dayFirst: numbers = [numbers[2], numbers[1], numbers[0]]
            case .monthFirst: numbers = [numbers[2], numbers[0], numbers[1]]
            }
            if convention != nil, numbers[1] > 12, numbers[2] <= 12 { numbers.swapAt(1, 2) }
        }

        var isPlausible: Bool {
            (1_000...2_999).contains(numbers[0]) && (count == 1 || (numbers[1] <= 12 && numbers[2] <= 31))
        }

        /// The month whose English or German name begins here; `index` moves to its last letter.
        private static func month(_ text: Letters, at index: inout Int) -> Int? {
            guard index + 3 <= text.count else { return nil }
            let start = text.stretch(index, 3).map { $0 | 0x20 }
            guard let place = months.firstIndex(of: start) else { return nil }
            while index + 1 < text.count, text[index + 1] | 0x20 >= 0x61, text[index + 1] | 0x20 <= 0x7A { index += 1 }
            return place % 12 + 1
        }

        private static let months = "jan feb mar apr may jun jul aug sep oct nov dec jan feb mrz apr mai jun jul aug sep okt nov dez"
            .split(separator: " ").map { Array($0.utf8) }
    }
}

