import FoundationEssentials
package import Matching
import Yams

/// A model file: what each column is, as far as the user wants to say it.
///
/// ```yaml
/// fields:
///   given_name: { kind: givenName }
/// ```
package struct MatchModelFile: Sendable {
    /// Kinds by column.
    package var kinds: [String: FieldKind]

    private static let byteLimit = 1 << 20

    package init(path: String) throws(MatchFileError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw MatchFileError(file: path, line: 0, message: "cannot be read; check the path and its permissions")
        }
        guard data.count <= Self.byteLimit, let text = String(validating: data, as: UTF8.self) else {
            throw MatchFileError(file: path, line: 0, message: "is no text of at most \(Self.byteLimit) bytes")
        }
        try self.init(text: text, file: path)
    }

    package init(text: String, file: String) throws(MatchFileError) {
        func failure(_ node: Node?, _ message: String) -> MatchFileError {
            MatchFileError(file: file, line: node?.mark?.line ?? 1, message: message)
        }
        let composed: Node?
        do {
            composed = try Yams.compose(yaml: text)
        } catch {
            throw failure(nil, "is no YAML: \(Self.reason(error))")
        }
        guard case .mapping(let page)? = composed else { throw failure(nil, "says nothing; write `fields:` with a kind for each column") }
        kinds = [:]
        for (key, value) in page {
            guard key.string == "fields" else { throw failure(key, "`\(key.string ?? "?")` is no key of a model file; known is fields") }
            guard case .mapping(let fields) = value else { throw failure(value, "`fields` must have a key for each column") }
            for (column, field) in fields {
                guard let name = column.string, case .mapping(let parts) = field else {
                    throw failure(column, "a column's entry is `name: { kind: … }`")
                }
                for (part, kind) in parts {
                    guard part.string == "kind" else { throw failure(part, "`\(part.string ?? "?")` is no key of a field; known is kind") }
                    guard let known = kind.string.flatMap(FieldKind.init(rawValue:)) else {
                        throw failure(kind, "`\(kind.string ?? "?")` is no kind; known are \(FieldKind.allCases.map(\.rawValue).joined(separator: ", "))")
                    }
                    kinds[name] = known
                }
            }
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            "\(problem) (line \(mark.line))"
        case .duplicatedKeysInMapping: "a key occurs twice"
        default: "check its indentation"
        }
    }

    /// The kinds of a table's columns: as the file says, else as their names and values suggest.
    package func kinds(of table: RecordTable, file: String) throws(MatchFileError) -> [FieldKind] {
        for name in kinds.keys.sorted() where !table.cells.columns.contains(name) {
            throw MatchFileError(file: file, line: 0, message: "names column `\(name)`, which the records do not have; there are \(table.cells.columns.joined(separator: ", "))")
        }
        let inferred = ColumnKinds.inferred(from: table.cells).kinds
        return zip(table.cells.columns, inferred).map { column, kind in column == "id" || column == "source" ? .ignore : kinds[column] ?? kind }
    }
}
