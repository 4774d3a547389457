/// Takes a CSV record apart into its fields.
struct CSVFields {
    struct Refusal: Error {
        var code: LineError.Code
        var message: String
    }

    let delimiter: UInt8
    let limits: RecordLimits

    /// The fields of a record. Bare fields stand as they are; in quoted ones, two quotes are one.
    func split(_ record: UnsafeRawBufferPointer) throws(Refusal) -> [String] {
        var fields: [String] = []
        var position = 0
        while true {
            guard fields.count < limits.fields else {
                throw Refusal(code: .fieldCount, message: "the record has more than \(limits.fields) fields")
            }
            if position < record.count, record[position] == UInt8(ascii: "\"") {
                let (text, end) = try quoted(record, from: position + 1, field: fields.count + 1)
                fields.append(text)
                position = end
            } else {
                var end = position
                while end < record.count, record[end] != delimiter { end += 1 }
                fields.append(try text(record, position..<end, field: fields.count + 1))
                position = end
            }
            if position >= record.count { return fields }
            position += 1
        }
    }

    /// The text of a quoted field whose contents start at `start`, and where the delimiter behind it stands.
    private func quoted(_ record: UnsafeRawBufferPointer, from start: Int, field: Int) throws(Refusal) -> (String, Int) {
        var position = start
        var doubled = false
        while position < record.count {
            if record[position] == UInt8(ascii: "\"") {
                guard position + 1 < record.count, record[position + 1] == UInt8(ascii: "\"") else { break }
                doubled = true
                position += 1
            }
            position += 1
        }
        guard position < record.count else {
            throw Refusal(code: .unclosedQuote, message: "field \(field) starts with a quote and does not end with one")
        }
        guard position + 1 == record.count || record[position + 1] == delimiter else {
            throw Refusal(code: .textAfterQuote, message: "text follows the closing quote of field \(field); double the quotes inside a quoted field")
        }
        if !doubled { return (try text(record, start..<position, field: field), position + 1) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(position - start)
        var next = start
        while next < position {
            bytes.append(record[next])
            next += record[next] == UInt8(ascii: "\"") ? 2 : 1
        }
        let unquoted = try bytes.withUnsafeBufferPointer { (whole) throws(Refusal) in
            try text(UnsafeRawBufferPointer(whole), 0..<whole.count, field: field)
        }
        return (unquoted, position + 1)
    }

    private func text(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, field: Int) throws(Refusal) -> String {
        if range.isEmpty { return "" }
        let slice = UnsafeRawBufferPointer(rebasing: bytes[range])
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw Refusal(code: .invalidUTF8, message: "field \(field) is not UTF-8; export the file as UTF-8")
        }
        if slice.contains(0) { throw Refusal(code: .invalidUTF8, message: "field \(field) holds a NUL character; remove it") }
        return text
    }
}
