internal import MasterData

/// Hints for names that are not known.
enum Spelling {
    /// Names listed when none is near.
    static let listed = 24

    /// `did you mean …?` when a known name is near, else what there is; nil when there is nothing.
    static func hint(for word: String, among known: some Collection<String>) -> String? {
        if let name = NearestName.suggestion(for: word, among: known) { return "did you mean `\(name)`?" }
        guard !known.isEmpty else { return nil }
        let sorted = known.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return "known: " + sorted.prefix(listed).map { "`\($0)`" }.joined(separator: ", ") + (sorted.count > listed ? ", …" : "")
    }

    /// `did you mean …?` when a known name is near, else what to do instead.
    static func hint(for word: String, among known: some Collection<String>, else advice: String) -> String {
        NearestName.suggestion(for: word, among: known).map { "did you mean `\($0)`?" } ?? advice
    }
}
