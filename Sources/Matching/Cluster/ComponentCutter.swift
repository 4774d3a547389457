/// The connected components of the links, those above the limit cut at their weakest links until every part fits.
///
/// The threshold is raised separately where it must be: links are added from the strongest down, all of one weight at a time,
/// and where a weight would make a part too large the parts stay as they are. Nothing is merged silently: a component that
/// was cut is reported, and where the strongest weight alone makes it too large its records stay single.
struct ComponentCutter {
    /// Members ascending, by first member.
    private(set) var parts: [[Int]]
    /// For each record the index of its part.
    private(set) var part: [Int32]
    /// The whole components that had to be cut.
    private(set) var oversized: [[Int]] = []

    init(count: Int, links: [Link], decisions: Decisions, limit: Int) {
        var decided = DisjointSets(count: count)
        for group in decisions.groups { for member in group.dropFirst() { decided.unite(group[0], member) } }
        var whole = decided
        for link in links { whole.unite(link.a, link.b) }
        parts = []
        part = [Int32](repeating: 0, count: count)
        let components = whole.sets()
        var linksOfLarge: [Int: [Link]] = [:]
        let large = Set(components.filter { $0.count > limit }.map { $0[0] })
        if !large.isEmpty {
            for link in links {
                let root = whole.root(link.a)
                if large.contains(root) { linksOfLarge[root, default: []].append(link) }
            }
        }
        for component in components {
            if component.count <= limit {
                parts.append(component)
            } else {
                oversized.append(component)
                parts += Self.cut(component, linksOfLarge[component[0]] ?? [], decided, limit)
            }
        }
        parts.sort { $0[0] < $1[0] }
        for (index, members) in parts.enumerated() { for member in members { part[member] = Int32(index) } }
    }

    private static func cut(_ component: [Int], _ links: [Link], _ decided: DisjointSets, _ limit: Int) -> [[Int]] {
        var sets = decided
        var size: [Int: Int] = [:]
        var frozen: Set<Int> = []
        for member in component { size[sets.root(member), default: 0] += 1 }
        let links = links.sorted()
        var start = 0
        while start < links.count {
            var end = start
            while end < links.count, links[end].score.bits == links[start].score.bits { end += 1 }
            // what this weight would join: sets of the roots that stand now
            var joined: [Int: Int] = [:]
            func top(_ root: Int) -> Int {
                var at = root
                while let next = joined[at], next != at { at = next }
                return at
            }
            for link in links[start..<end] {
                let (a, b) = (top(sets.root(link.a)), top(sets.root(link.b)))
                if a != b { joined[max(a, b)] = min(a, b) }
            }
            var groups: [Int: [Int]] = [:]
            for root in joined.keys.sorted() { groups[top(root), default: [top(root)]].append(root) }
            for (_, roots) in groups.sorted(by: { $0.key < $1.key }) {
                let total = roots.reduce(0) { $0 + (size[$1] ?? 1) }
                if total > limit || roots.contains(where: frozen.contains) {
                    frozen.formUnion(roots)
                } else {
                    for root in roots.dropFirst() { sets.unite(roots[0], root) }
                    size[sets.root(roots[0])] = total
                }
            }
            start = end
        }
        var parts: [Int: [Int]] = [:]
        for member in component { parts[sets.root(member), default: []].append(member) }
        return parts.values.sorted { $0[0] < $1[0] }
    }
}
