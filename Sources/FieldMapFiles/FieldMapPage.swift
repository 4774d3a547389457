import MasterData
import RecordFiles
import Yams

/// Turns a map file's YAML into a map, and collects every mistake on the way.
struct FieldMapPage {
    let file: String
    private(set) var diagnostics: [FieldMapDiagnostic] = []
    /// YAML nodes looked at: aliases can make a small file a large one.
    private var visited = 0

    private static let mostNodes = 20_000
    private static let keys = [
        "platform", "entity", "description", "format", "delimiter", "records", "nativeId", "updatedAt", "version", "where", "attributes",
    ]

    init(file: String) {
        self.file = file
    }

    mutating func read(_ node: Node) -> FieldMapReading {
        let members = mapping(node, what: "a map file", known: Self.keys)
        let platform = part(members["platform"]) { $0.text($1, "platform") }
        let entity = part(members["entity"]) { $0.entity($1) }
        _ = part(members["description"]) { $0.text($1, "description") }
        let format = part(members["format"]) { $0.format($1) }
        let delimiter = part(members["delimiter"]) { $0.delimiter($1) }
        let records = part(members["records"]) { $0.path($1, "records") }
        let nativeId = part(members["nativeId"]) { $0.source($1, "nativeId") }
        if members["nativeId"] == nil { report(node, "`nativeId` is missing", "name the field that holds the record's id") }
        let updatedAt = part(members["updatedAt"]) { $0.source($1, "updatedAt") }
        let version = part(members["version"]) { $0.source($1, "version") }
        let conditions = part(members["where"]) { $0.conditions($1) } ?? []
        var attributes: [FieldMap.Attribute] = []
        if let found = members["attributes"] {
            attributes = self.attributes(found.value)
        } else {
            report(node, "`attributes` is missing", "say which field feeds which attribute")
        }
        diagnostics.sort { ($0.line, $0.message) < ($1.line, $1.message) }
        var map: FieldMap?
        if diagnostics.isEmpty, let nativeId {
            map = FieldMap(
                format: format, delimiter: delimiter, records: records, nativeId: nativeId, updatedAt: updatedAt, version: version,
                attributes: attributes,
                conditions: conditions)
        }
        return FieldMapReading(map: map, platform: platform, entity: entity, diagnostics: diagnostics)
    }

    // MARK: Parts of the page

    /// What `read` makes of a member that may be absent.
    private mutating func part<Part>(_ member: Member?, _ read: (inout FieldMapPage, Node) -> Part?) -> Part? {
        guard let member else { return nil }
        return read(&self, member.value)
    }

    private mutating func entity(_ node: Node) -> Entity? {
        guard let name = text(node, "entity") else { return nil }
        if let entity = Entity(rawValue: name) { return entity }
        report(node, "`\(name)` is no entity", "write \(Entity.allCases.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    private mutating func format(_ node: Node) -> RecordFormat? {
        guard let name = text(node, "format") else { return nil }
        if let format = RecordFormat(rawValue: name) { return format }
        report(node, "`\(name)` is no format", "write \(RecordFormat.allCases.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    private mutating func delimiter(_ node: Node) -> UInt8? {
        guard let name = text(node, "delimiter") else { return nil }
        if name == "tab" { return 0x09 }
        if name.utf8.count == 1, let byte = name.utf8.first, byte > 0x20, byte != UInt8(ascii: "\""), byte < 0x7F { return byte }
        report(node, "`\(name)` is no delimiter", "write one character such as \";\", or tab")
        return nil
    }

    private mutating func attributes(_ node: Node) -> [FieldMap.Attribute] {
        var attributes: [FieldMap.Attribute] = []
        for (name, member) in mapping(node, what: "attributes", known: nil).sorted(by: { $0.value.line < $1.value.line }) {
            do {
                let target = try AttributePath(name)
                if let source = source(member.value, name) { attributes.append(FieldMap.Attribute(target: target, source: source)) }
            } catch {
                report(member.value, "`\(name)` is no attribute path: \(error.message)")
            }
        }
        if attributes.isEmpty, diagnostics.isEmpty { report(node, "no attribute is mapped") }
        return attributes
    }

    private mutating func conditions(_ node: Node) -> [FieldMap.Condition] {
        let nodes: [Node]
        if case .sequence(let sequence) = node { nodes = Array(sequence) } else { nodes = [node] }
        return nodes.compactMap { condition($0) }
    }

    private mutating func condition(_ node: Node) -> FieldMap.Condition? {
        let members = mapping(node, what: "a condition", known: ["source", "in", "notIn"])
        guard let from = members["source"] else {
            report(node, "a condition has no `source`", "write { source: field, in: [values] }")
            return nil
        }
        let source = source(from.value, "where")
        guard let list = members["in"] ?? members["notIn"], members["in"] == nil || members["notIn"] == nil else {
            report(node, "a condition has one of `in` and `notIn`")
            return nil
        }
        guard let source, let values = texts(list.value, "in") else { return nil }
        return FieldMap.Condition(source: source, values: values, isNegated: members["notIn"] != nil)
    }

    // MARK: YAML

    struct Member {
        var value: Node
        /// Of the key.
        var line: Int
    }

    /// The members of a mapping by key. Keys that are not in `known` are reported.
    mutating func mapping(_ node: Node, what: String, known: [String]?) -> [String: Member] {
        guard case .mapping(let mapping) = node else {
            report(node, "\(what) must have keys and values")
            return [:]
        }
        var members: [String: Member] = [:]
        for (key, value) in mapping {
            guard visit(value) else { return members }
            guard let name = key.string else {
                report(key, "a key of \(what) must be a text")
                continue
            }
            if let known, !known.contains(name) {
                report(
                    key, "`\(name)` is no key of \(what)",
                    NearestName.suggestion(for: name, among: known).map { "did you mean `\($0)`?" } ?? "known are \(known.joined(separator: ", "))")
            }
            members[name] = Member(value: value, line: key.mark?.line ?? 1)
        }
        return members
    }

    mutating func text(_ node: Node, _ what: String) -> String? {
        if case .scalar(let scalar) = node { return scalar.string }
        report(node, "`\(what)` must be a text")
        return nil
    }

    mutating func texts(_ node: Node, _ what: String) -> [String]? {
        guard case .sequence(let sequence) = node else { return text(node, what).map { [$0] } }
        var texts: [String] = []
        for element in sequence {
            guard visit(element), let text = text(element, what) else { return nil }
            texts.append(text)
        }
        return texts
    }

    mutating func path(_ node: Node, _ what: String) -> SourcePath? {
        guard let text = text(node, what) else { return nil }
        do {
            return try SourcePath(text)
        } catch {
            report(node, "`\(text)` is no path: \(error.message)")
            return nil
        }
    }

    /// Counts a node; false, and a diagnostic once, past the bound.
    mutating func visit(_ node: Node) -> Bool {
        visited += 1
        if visited == Self.mostNodes { report(node, "the file has more than \(Self.mostNodes) values", "split it, or use fewer aliases") }
        return visited < Self.mostNodes
    }

    mutating func report(_ node: Node, _ message: String, _ hint: String? = nil) {
        diagnostics.append(FieldMapDiagnostic(file: file, line: node.mark?.line ?? 1, message: message, hint: hint))
    }
}
