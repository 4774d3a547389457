/// A way in which two records of different parties come to look alike.
struct RelatedClass: Sendable {
    var name: String
    /// Comparisons whose levels are learned in this class, because related parties share them; the others follow chance.
    var shared: Set<Int>
    /// Comparisons with a distribution of their own that is not learned.
    var fixed: [Int: [Double]] = [:]
    /// Comparisons of `shared` that are learned from another starting point than that of a match.
    var priors: [Int: [Double]] = [:]
    /// Comparisons of `shared` that stay near a distribution of their own.
    var held: [Int: [Double]] = [:]
    /// Whether patterns that look like this class are more likely to be it than a match, until learning says otherwise.
    var isDistinct = false
    /// Whether a pattern of levels may be taken for this class at the start.
    var starts: @Sendable (_ level: (Int) -> Int) -> Bool

    /// Whether agreement there is coincidence.
    func isByChance(_ comparison: Int) -> Bool { !shared.contains(comparison) && fixed[comparison] == nil }
}

extension RecordLayout {
    /// The names of the classes of pairs that are related but different.
    package var relatedClassNames: [String] { RelatedClass.all(comparisons).map(\.name) }
}

extension RelatedClass {
    /// The related classes that the comparisons can tell apart.
    static func all(_ comparisons: [RecordComparison]) -> [RelatedClass] {
        func with(_ roles: Set<RecordComparison.Role>) -> Set<Int> { Set(comparisons.indices.filter { roles.contains(comparisons[$0].role) }) }
        @Sendable func agreeOrMissing(_ indices: Set<Int>, _ level: (Int) -> Int) -> Bool {
            indices.allSatisfy { level($0) == 0 || comparisons[$0].agrees(level($0)) }
        }
        let context = with([.place, .contact])
        if let given = comparisons.firstIndex(where: { $0.rule == .given }) {
            let dates = comparisons.indices.filter { comparisons[$0].rule == .date }
            let names = Set(comparisons.indices.filter { [.given, .family, .initials].contains(comparisons[$0].rule) })
            return [
                RelatedClass(name: "household", shared: with([.family, .place, .contact, .email, .other, .site, .organisation])) {
                    agreeOrMissing(context, $0)
                },
                RelatedClass(name: "namesake at the address", shared: names.union(context).union(with([.email]))) { level in
                    agreeOrMissing(context, level) && (1...4).contains(level(given)) && !dates.isEmpty
                        && dates.allSatisfy { level($0) >= 4 }
                },
                RelatedClass(
                    name: "twin", shared: with([.place, .contact, .email]),
                    fixed: Dictionary(uniqueKeysWithValues: (dates + with([.family])).map { ($0, comparisons[$0].matchPrior) }), isDistinct: true
                ) { level in
                    agreeOrMissing(context, level) && level(given) == Int(NameRule.different) && !dates.isEmpty && dates.allSatisfy { level($0) == 1 }
                },
            ]
        }
        guard let name = comparisons.firstIndex(where: { $0.role == .organisation }) else { return [] }
        let contacts = comparisons.indices.filter { comparisons[$0].role == .contact }
        let places = comparisons.indices.filter { comparisons[$0].rule == .address }
        let family = [0, 0.03, 0.05, 0.12, 0.20, 0.35, 0.15, 0.10]
        let sister = [0, 0.02, 0.05, 0.13, 0.20, 0.35, 0.15, 0.10]
        return [
            RelatedClass(name: "same site", shared: context) { agreeOrMissing(context, $0) },
            RelatedClass(name: "corporate family", shared: with([.organisation, .site, .email]), held: [name: family]) { _ in true },
            RelatedClass(
                name: "branch with the family's phone", shared: with([.organisation, .site, .email]),
                fixed: Dictionary(uniqueKeysWithValues: contacts.map { ($0, comparisons[$0].matchPrior) }), priors: [name: family], isDistinct: true
            ) { level in
                contacts.contains { level($0) == 1 } && places.contains { level($0) >= 5 } && level(name) >= 3
            },
            RelatedClass(name: "sister at the site", shared: with([.organisation, .place, .contact, .site, .email]), held: [name: sister]) {
                agreeOrMissing(context, $0)
            },
        ]
    }
}
