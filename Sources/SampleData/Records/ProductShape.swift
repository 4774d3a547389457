/// How many variants a product line has and on which platforms each is kept: all that a contract needs for its lines.
struct ProductShape: Sendable {
    enum Kind: String, Sendable {
        case good, service, software
    }

    let index: Int
    let kind: Kind
    let variants: [Presence]

    static let mostVariants = 4

    init(seed: UInt64, index: Int) {
        var random = SeededRandom(seed: seed, stream: .productShape, index: index)
        self.index = index
        switch random.below(100) {
        case ..<65: kind = .good
        case ..<78: kind = .service
        default: kind = .software
        }
        let isGood = kind == .good
        variants = (0..<random.within(1...(isGood ? 3 : 2))).map { _ in
            Presence(share: { Self.share($0, isGood: isGood) }, duplicates: 35, random: &random)
        }
    }

    func truthId(variant: Int) -> String {
        "product-\(index)-\(variant)"
    }

    func serial(variant: Int, copy: Int) -> Int {
        (index * Self.mostVariants + variant) * Presence.mostCopies + copy
    }

    /// Goods are hardly ever in subscription billing; subscriptions nearly always.
    private static func share(_ platform: SamplePlatform, isGood: Bool) -> Int {
        switch platform {
        case .zuora, .chargebee, .stripe: isGood ? platform.productShare / 4 : min(900, platform.productShare * 2)
        default: platform.productShare
        }
    }
}
