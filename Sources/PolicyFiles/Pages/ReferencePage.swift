internal import MasterData

/// `reference/<name>.yaml`: a code list and how platforms spell its codes.
///
/// ```yaml
/// list: payment-terms
/// codes:
///   NET30: 30 days net
/// mappings:
///   "*": { "n30": NET30 }        # everybody
///   zuora: { "Net 30": NET30 }   # a platform, a role, or a kind of platform
/// ```
///
/// Codes and titles need no mapping: they are found in any case.
enum ReferencePage {
    static let maximumCodes = 10_000

    static func read(_ node: PolicyNode, stem: String, platforms: PlatformDirectory, findings: inout Findings) -> ReferenceList? {
        guard var block = BlockReader(node, subject: "the code list", isPage: true, findings: &findings) else { return nil }
        block.missing("list", hint: "add `list: \(stem)`", findings: &findings)
        if let node = block.take("list", findings: &findings), let name = node.text("list", findings: &findings), name != stem {
            findings.error("the file of `\(name)` is named `\(stem).yaml`", line: node.line, hint: "rename the file or the list: both have one name")
        }
        block.missing("codes", hint: "add the codes with their titles, as in `NET30: 30 days net`", findings: &findings)
        var list = ReferenceList(name: stem, codes: [:], mappings: [:])
        if let node = block.take("codes", findings: &findings) { list.codes = codes(node, findings: &findings) }
        var everybody = spellings(of: list.codes)
        if let node = block.take("mappings", findings: &findings), let mappings = BlockReader(node, subject: "`mappings`", findings: &findings) {
            list.mappings = read(mappings.all(), codes: list.codes, everybody: &everybody, platforms: platforms, findings: &findings)
        }
        if !everybody.isEmpty { list.mappings["*"] = everybody }
        _ = block.take("description", findings: &findings)?.text("description", findings: &findings)
        block.finish(findings: &findings)
        return list
    }

    private static func codes(_ node: PolicyNode, findings: inout Findings) -> [String: String] {
        guard let block = BlockReader(node, subject: "`codes`", findings: &findings) else { return [:] }
        var codes: [String: String] = [:]
        if block.all().count > maximumCodes {
            findings.error("the list has more than \(maximumCodes) codes", line: block.line, hint: "a list that long is master data, not policy")
            return [:]
        }
        for entry in block.all() {
            guard !entry.key.isEmpty, let title = entry.value.text(entry.key, findings: &findings) else { continue }
            codes[entry.key] = entry.value.isEmpty ? entry.key : title
        }
        return codes
    }

    /// Codes and titles in lower case; a title that two codes share names neither.
    private static func spellings(of codes: [String: String]) -> [String: String] {
        var spellings: [String: String] = [:]
        var shared: Set<String> = []
        for (code, title) in codes {
            let spelling = fold(title)
            if spellings.updateValue(code, forKey: spelling) != nil { shared.insert(spelling) }
        }
        for spelling in shared { spellings[spelling] = nil }
        for code in codes.keys.sorted() { spellings[fold(code)] = code }
        return spellings
    }

    /// A platform's own mapping comes before that of its role, and that before that of its kind, whatever their order in the file.
    private static func read(
        _ entries: [PolicyNode.Entry], codes: [String: String], everybody: inout [String: String], platforms: PlatformDirectory,
        findings: inout Findings
    ) -> [String: [String: String]] {
        var ranked: [(rank: Int, platforms: [String], spellings: [String: String])] = []
        for entry in entries {
            guard let spellings = read(entry, codes: codes, findings: &findings) else { continue }
            if entry.key == "*" {
                everybody.merge(spellings) { _, written in written }
                continue
            }
            let kind = PlatformKind(rawValue: entry.key)
            if let kind { ranked.append((2, platforms.names(of: kind), spellings)) }
            if kind == nil || platforms.platforms[entry.key] != nil,
                let names = platforms.expand(entry.key, line: entry.line, findings: &findings)
            {
                ranked.append((platforms.platforms[entry.key] != nil ? 0 : 1, names, spellings))
            }
        }
        var mappings: [String: [String: String]] = [:]
        for entry in ranked.enumerated().sorted(by: { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }).map(\.element) {
            for name in entry.platforms { mappings[name, default: [:]].merge(entry.spellings) { known, _ in known } }
        }
        return mappings
    }

    private static func read(_ entry: PolicyNode.Entry, codes: [String: String], findings: inout Findings) -> [String: String]? {
        guard let block = BlockReader(entry.value, subject: "the mapping of `\(entry.key)`", findings: &findings) else { return nil }
        var spellings: [String: String] = [:]
        for entry in block.all() {
            guard let code = entry.value.text(entry.key, findings: &findings) else { continue }
            guard codes[code] != nil else {
                findings.error(
                    "`\(entry.key)` maps to `\(code)`, which is no code of this list", line: entry.line,
                    hint: Spelling.hint(for: code, among: codes.keys))
                continue
            }
            if let known = spellings.updateValue(code, forKey: fold(entry.key)), known != code {
                findings.error(
                    "`\(entry.key)` maps to both `\(known)` and `\(code)`", line: entry.line, hint: "spellings differ in more than case; keep one")
            }
        }
        return spellings
    }

    private static func fold(_ text: String) -> String { text.lowercased() }
}
