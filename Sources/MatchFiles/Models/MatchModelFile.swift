import FoundationEssentials
package import Matching
import Yams

/// A model file: as little as what a column is, or a whole model that was learned.
///
/// ```yaml
/// fields:
///   given_name: { kind: givenName }
/// ```
///
/// What a file leaves out is learned from the records. A file with `classes` is a whole model: nothing is learned, all has to be said.
package struct MatchModelFile: Sendable {
    private let path: String
    private let sections: Sections
    /// The model, where the file holds a whole one.
    package let model: RecordModel?

    /// Larger files are refused.
    package static let byteLimit = 1 << 24

    /// The sections that a file has, checked as far as that is possible without records.
    fileprivate struct Sections: @unchecked Sendable {
        // nodes are only read
        var nodes: [String: ModelNode] = [:]
        var fields: ModelFields?
        var thresholds = ModelOverrides()
    }

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
        guard text.utf8.count <= Self.byteLimit else { throw MatchFileError(file: file, line: 0, message: "has more than \(Self.byteLimit) bytes") }
        path = file
        let composed: Node?
        do {
            composed = try Yams.compose(yaml: text)
        } catch {
            throw MatchFileError(file: file, line: Self.line(error), message: "is no YAML: \(Self.reason(error))")
        }
        guard let composed, case .mapping = composed else {
            throw MatchFileError(file: file, line: 1, message: "says nothing; write `fields:` with a kind for each column")
        }
        var sections = Sections()
        for (_, name, value) in try ModelNode(node: composed, file: file).mapping("a model file", known: WholeModel.sections) {
            sections.nodes[name] = value
        }
        if let fields = sections.nodes["fields"] { sections.fields = try ModelFields(fields) }
        if let thresholds = sections.nodes["thresholds"] { sections.thresholds = try Self.thresholds(thresholds) }
        if sections.nodes["classes"] != nil {
            model = try WholeModel.read(sections.nodes, file: file, fields: sections.fields, thresholds: sections.thresholds)
        } else {
            model = nil
            if let learned = WholeModel.learnedSections.first(where: { sections.nodes[$0] != nil }) {
                throw sections.nodes[learned]?.failure("`\(learned)` belongs to a whole model; add `classes`, or leave it out and it is learned")
                    ?? MatchFileError(file: file, line: 0, message: "")
            }
        }
        self.sections = sections
    }

    private static func thresholds(_ node: ModelNode) throws(MatchFileError) -> ModelOverrides {
        var said = ModelOverrides()
        for (_, name, value) in try node.mapping("thresholds", known: ["match", "review", "contradiction"]) {
            switch name {
            case "match": said.match = try value.bits(name)
            case "review": said.review = try value.bits(name)
            default: said.contradiction = try value.bits(name)
            }
        }
        if let review = said.review, review > said.match ?? 0 {
            throw node.failure("`review` (\(review)) must not lie above `match` (\(said.match ?? 0)): what is a match need not be reviewed")
        }
        return said
    }

    private static func line(_ error: any Error) -> Int {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping: "a key occurs twice"
        default: "check its indentation"
        }
    }
}

extension MatchModelFile {
    /// The kinds of a table's columns: as the file says, else as their names and values suggest.
    package func kinds(of table: RecordTable) throws(MatchFileError) -> [FieldKind] {
        let columns = table.cells.columns
        try sections.fields?.checkColumns(columns)
        let said = Dictionary((sections.fields?.fields ?? []).map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
        return zip(columns, ColumnKinds.inferred(from: table.cells).kinds).map { column, kind in
            column == "id" || column == "source" ? .ignore : said[column].flatMap { $0 } ?? kind
        }
    }

    /// What the file says instead of leaving it to be learned.
    ///
    /// - Parameter fields: of the records, as they will be learned from.
    package func overrides(fields: [RecordField]) throws(MatchFileError) -> ModelOverrides {
        var said = sections.thresholds
        for field in sections.fields?.fields ?? [] {
            said.dateOrders[field.name] = field.dateOrder
            said.identifiers[field.name] = field.identifier?.strength
        }
        let layout = RecordLayout(said.applied(to: fields))
        if let keys = sections.nodes["keys"] { said.keys = try ModelKeys.read(keys, layout.comparisons) }
        if let comparisons = sections.nodes["comparisons"] {
            let keys = said.keys ?? BlockingPlan(all: layout).keys
            let classes = [ClassProbabilities.match] + layout.relatedClassNames + keys.map { ClassProbabilities.name(ofKey: $0.name) }
            said.probabilities = try ModelComparisons(comparisons, layout.comparisons, classes: classes, isWhole: false).probabilities
        }
        return said
    }

    /// Whether every field of the whole model is a column of the records.
    package func checkColumns(of table: RecordTable) throws(MatchFileError) { try sections.fields?.checkColumns(table.cells.columns) }
}
