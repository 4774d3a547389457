import MasterData
import RecordFiles
import Yams

extension FieldMapPage {
    private static let sourceKeys = ["source", "as", "currency", "constant", "first", "join", "with", "object", "list", "each", "to"]
    private static let transforms = ["lower", "upper", "epochSeconds", "epochMillis", "minorUnits", "lastPathPart", "not"]

    /// Where a value comes from: a path as a text, or one of the forms with keys.
    mutating func source(_ node: Node, _ target: String) -> FieldSource? {
        if case .scalar = node { return path(node, target).map { .path($0) } }
        let members = mapping(node, what: "the source of `\(target)`", known: Self.sourceKeys)
        let forms = ["source", "constant", "first", "join", "object", "list", "each"].filter { members[$0] != nil }
        guard forms.count == 1, let form = forms.first, let member = members[form] else {
            report(
                node, "the source of `\(target)` must have one of source, constant, first, join, object, list, each",
                "it has \(forms.isEmpty ? "none" : forms.joined(separator: " and "))")
            return nil
        }
        for (key, home) in [("as", "source"), ("currency", "source"), ("with", "join"), ("to", "each")] where members[key] != nil && form != home {
            if key == "as", form == "first" { continue }
            report(node, "`\(key)` goes with `\(home)` only")
        }
        switch form {
        case "source": return transformed(path(member.value, target).map { .path($0) }, members, node, target)
        case "first": return transformed(sources(member.value, target).map { .first($0) }, members, node, target)
        case "constant": return constant(member.value).map(FieldSource.constant)
        case "join": return joined(member.value, members, target)
        case "object": return object(member.value, target)
        case "list": return sources(member.value, target).map { .list($0) }
        default: return each(member, members, node, target)
        }
    }

    private mutating func sources(_ node: Node, _ target: String) -> [FieldSource]? {
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            report(node, "`\(target)` needs a list of sources here")
            return nil
        }
        var sources: [FieldSource] = []
        for element in sequence {
            guard visit(element), let source = source(element, target) else { return nil }
            sources.append(source)
        }
        return sources
    }

    private mutating func joined(_ node: Node, _ members: [String: Member], _ target: String) -> FieldSource? {
        guard let sources = sources(node, target) else { return nil }
        guard let with = members["with"] else { return .join(sources, separator: " ") }
        return text(with.value, "with").map { .join(sources, separator: $0) }
    }

    private mutating func object(_ node: Node, _ target: String) -> FieldSource? {
        let members = mapping(node, what: "the structure of `\(target)`", known: nil)
        var found: [FieldSource.Member] = []
        for (name, member) in members.sorted(by: { $0.value.line < $1.value.line || ($0.value.line == $1.value.line && $0.key < $1.key) }) {
            guard let source = source(member.value, target + "." + name) else { return nil }
            found.append(FieldSource.Member(name: name, source: source))
        }
        return found.isEmpty ? nil : .object(found)
    }

    private mutating func each(_ member: Member, _ members: [String: Member], _ node: Node, _ target: String) -> FieldSource? {
        guard let to = members["to"] else {
            report(node, "`each` needs `to`: what becomes of an element", "write { each: path, to: { object: { … } } }")
            return nil
        }
        guard let list = path(member.value, target), let source = source(to.value, target) else { return nil }
        return .each(list, source)
    }

    private mutating func transformed(_ source: FieldSource?, _ members: [String: Member], _ node: Node, _ target: String) -> FieldSource? {
        guard let source else { return nil }
        guard let name = members["as"] else {
            if members["currency"] != nil { report(node, "`currency` goes with `as: minorUnits` only") }
            return source
        }
        guard let transform = text(name.value, "as") else { return nil }
        switch transform {
        case "lower": return .transformed(source, .lower)
        case "upper": return .transformed(source, .upper)
        case "epochSeconds": return .transformed(source, .epochSeconds)
        case "epochMillis": return .transformed(source, .epochMillis)
        case "lastPathPart": return .transformed(source, .lastPathPart)
        case "not": return .transformed(source, .not)
        case "minorUnits":
            guard let currency = members["currency"] else {
                report(node, "`minorUnits` needs `currency`: the field with the currency's code")
                return nil
            }
            return self.source(currency.value, target).map { .transformed(source, .minorUnits(currency: $0)) }
        default:
            report(
                name.value, "`\(transform)` is no transform",
                NearestName.suggestion(for: transform, among: Self.transforms).map { "did you mean `\($0)`?" }
                    ?? "known are \(Self.transforms.joined(separator: ", "))")
            return nil
        }
    }

    private mutating func constant(_ node: Node) -> JSONValue? {
        guard let text = text(node, "constant") else { return nil }
        if let flag = node.bool, case .scalar(let scalar) = node, scalar.style == .plain { return .bool(flag) }
        return .string(text)
    }
}
