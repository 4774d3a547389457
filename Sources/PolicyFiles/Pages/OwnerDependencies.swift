internal import MasterData

/// Which attributes' values decide over the owner of which others. A circle would make a golden record depend on its own past (I1).
struct OwnerDependencies {
    private var dependsOn: [String: [String]] = [:]
    private var lines: [String: Int] = [:]

    mutating func add(_ policy: AttributePolicy, line: Int) {
        let conditions = policy.ownership?.periods.flatMap(\.conditions) ?? []
        guard !conditions.isEmpty else { return }
        dependsOn[policy.name] = conditions.map { String($0.attribute.prefix { $0 != "." }) }.sorted()
        lines[policy.name] = line
    }

    /// One finding for each circle, at its first attribute by name.
    func report(findings: inout Findings) {
        var reported: Set<String> = []
        for start in dependsOn.keys.sorted() where !reported.contains(start) {
            guard let circle = circle(from: start) else { continue }
            reported.formUnion(circle)
            let path = (circle + [start]).map { "`\($0)`" }.joined(separator: " → ")
            findings.error(
                circle.count == 1 ? "the owner of `\(start)` depends on `\(start)` itself" : "owners depend on each other in a circle: \(path)",
                line: lines[start] ?? 1, hint: "let one of the conditions read another attribute")
        }
    }

    /// The shortest circle through `start`, found breadth first.
    private func circle(from start: String) -> [String]? {
        var queue = [[start]]
        var seen: Set<String> = []
        while !queue.isEmpty {
            let path = queue.removeFirst()
            for next in dependsOn[path[path.count - 1]] ?? [] {
                if next == start { return path }
                if seen.insert(next).inserted { queue.append(path + [next]) }
            }
        }
        return nil
    }
}
