/// On which platforms a thing is kept, and how often on each.
struct Presence: Sendable {
    /// In the order of `SamplePlatform.allCases`; each at least one copy.
    private(set) var copies: [(platform: SamplePlatform, count: Int)] = []

    /// Most records of one thing on one platform.
    static let mostCopies = 4

    /// - Parameters:
    ///   - share: how many of 1,000 things each platform knows.
    ///   - duplicates: how many of 1,000 are entered twice on a platform.
    init(share: (SamplePlatform) -> Int, duplicates: Int, random: inout SeededRandom) {
        for platform in SamplePlatform.allCases where random.chance(share(platform)) {
            var count = 1
            while count < Self.mostCopies, random.chance(duplicates) { count += 1 }
            copies.append((platform, count))
        }
        if copies.isEmpty {
            copies.append((SamplePlatform.allCases[random.below(4)], 1))
        }
    }

    /// Records of the thing over all platforms.
    var records: Int { copies.reduce(0) { $0 + $1.count } }

    func isOn(_ platform: SamplePlatform) -> Bool {
        copies.contains { $0.platform == platform }
    }
}
