/// Where a value stands in a native record: a column of a CSV file, or a path into JSON (`basicInfo.name`, `lines[0].sku`,
/// `to_Item.results[*].Material`, `['@odata.etag']`).
package struct SourcePath: Sendable, Hashable {
    package enum Step: Sendable, Hashable {
        case member(String)
        case element(Int)
        /// Every element: the value is the list of what the rest of the path finds in each.
        case everyElement
    }

    /// As written; for CSV, the column's name.
    package let text: String
    package let steps: [Step]

    /// Why a text is no path.
    package struct Refusal: Error, Sendable, Hashable {
        package var message: String
    }

    /// A leading `$` or `$.` stands for the record itself and may be left out.
    package init(_ text: String) throws(Refusal) {
        self.text = text
        var parser = SourcePathParser(text)
        steps = try parser.steps()
    }

    /// The path of these steps.
    init(text: String, steps: [Step]) {
        self.text = text
        self.steps = steps
    }
}

/// Reads the text of a path.
private struct SourcePathParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func steps() throws(SourcePath.Refusal) -> [SourcePath.Step] {
        var steps: [SourcePath.Step] = []
        if bytes.first == UInt8(ascii: "$"), bytes.count == 1 || bytes[1] == UInt8(ascii: ".") || bytes[1] == UInt8(ascii: "[") { position = 1 }
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "["):
                steps.append(try bracket())
            case UInt8(ascii: "."):
                guard position > 0 else { throw refusal("a path must not start with a full stop") }
                position += 1
                steps.append(try name())
            default:
                guard steps.isEmpty, position == 0 else { throw refusal("a full stop or a bracket must stand before the next name") }
                steps.append(try name())
            }
        }
        return steps
    }

    private mutating func name() throws(SourcePath.Refusal) -> SourcePath.Step {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "."), bytes[position] != UInt8(ascii: "[") { position += 1 }
        guard position > start else { throw refusal("a name is missing") }
        return .member(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// `[*]`, `[0]` or `['name']`.
    private mutating func bracket() throws(SourcePath.Refusal) -> SourcePath.Step {
        position += 1
        if position < bytes.count, bytes[position] == UInt8(ascii: "'") {
            let start = position + 1
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "'")), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "]"), end > start
            else { throw refusal("a quoted name must end with ']") }
            position = end + 2
            return .member(String(decoding: bytes[start..<end], as: UTF8.self))
        }
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else { throw refusal("a bracket is not closed") }
        let inside = String(decoding: bytes[position..<end], as: UTF8.self)
        position = end + 1
        if inside == "*" { return .everyElement }
        guard let index = Int(inside), (0..<10_000).contains(index) else {
            throw refusal("between brackets stands *, a number from 0, or a name in '…'")
        }
        return .element(index)
    }

    private func refusal(_ message: String) -> SourcePath.Refusal {
        SourcePath.Refusal(message: message)
    }
}
