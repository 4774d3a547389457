import Foundation

/// How often each level of a comparison is seen, per million: among records of one party, and in each class of different parties.
///
/// These are the engine's fixed expectations, set by judgement and checked on labelled data of several kinds. They belong to the kind of a column, never to a data set.
/// Issue 3 learns them from the data at hand, with these as its starting point.
struct Evidence {
    /// From level 1 on.
    var match: [Double]
    var chance: [Double]
    /// One corporate family (branches, subsidiaries): names, domains and sites of the web are shared. nil: as by chance.
    var family: [Double]?
    /// Different parties at one address, or of one household. nil: as by chance.
    var site: [Double]?
    /// Companies of one family at one address. nil: as `site`.
    var sister: [Double]?
    /// Variants of one product: the text is nearly the same. nil: as by chance.
    var variant: [Double]?

    /// The weight of each level (0 is missing) against a class, in thousandths of a bit.
    static func weights(_ match: [Double], against other: [Double]) -> [Int32] {
        [0] + zip(match, other).map { m, u in Int32((log2(m / u) * 1000).rounded()) }
    }
}

extension Evidence {
    static func expected(_ comparison: Comparison) -> Evidence {
        switch comparison.kind {
        case .organisationName:
            //     identical  plain    form    close  similar contained acronym unit partly slightly different
            Evidence(
                match: [450_000, 125_000, 20_000, 135_000, 70_000, 80_000, 10_000, 15_000, 40_000, 40_000, 15_000],
                chance: [30, 200, 50, 100, 400, 1_500, 1_000, 1_000, 4_000, 30_000, 960_000],
                family: [124_000, 46_000, 62_000, 39_000, 31_000, 62_000, 8_000, 155_000, 62_000, 140_000, 271_000],
                site: [120, 800, 200, 400, 1_600, 5_000, 1_000, 2_000, 12_000, 60_000, 918_000],
                sister: [20_000, 20_000, 60_000, 40_000, 70_000, 130_000, 10_000, 250_000, 170_000, 150_000, 100_000])
        case .personName:
            //     identical informal close swapped partMissing familyOnly givenOnly different
            Evidence(
                match: [550_000, 150_000, 120_000, 20_000, 50_000, 20_000, 30_000, 60_000],
                chance: [50, 400, 300, 10, 2_000, 3_000, 8_000, 985_000],
                site: [20_000, 20_000, 20_000, 1_000, 200_000, 450_000, 20_000, 270_000])
        case .address:
            //     same     close  street streetElsewhere numberMissing otherNumber postcode place elsewhere otherCountry
            Evidence(
                match: [550_000, 150_000, 50_000, 15_000, 30_000, 25_000, 40_000, 50_000, 80_000, 10_000],
                chance: [10, 30, 40, 300, 100, 500, 4_000, 20_000, 575_000, 400_000],
                family: [6_000, 4_000, 2_000, 3_000, 6_000, 10_000, 30_000, 150_000, 680_000, 109_000],
                site: [570_000, 240_000, 60_000, 10_000, 50_000, 45_000, 15_000, 5_000, 4_500, 500])
        case .phone:
            Evidence(
                match: [670_000, 50_000, 280_000], chance: [20, 200, 999_780], family: [60_000, 30_000, 910_000], site: [450_000, 100_000, 450_000])
        case .email:
            //     same     shared   close  domain  mailbox different
            Evidence(
                match: [280_000, 300_000, 40_000, 150_000, 30_000, 200_000],
                chance: [3, 2, 10, 100, 2_000, 997_885],
                family: [20_000, 170_000, 10_000, 470_000, 10_000, 320_000],
                site: [30_000, 20_000, 10_000, 50_000, 10_000, 880_000],
                sister: [100_000, 300_000, 30_000, 450_000, 10_000, 110_000])
        case .url:
            Evidence(
                match: [880_000, 120_000], chance: [20, 999_980], family: [600_000, 400_000], site: [50_000, 950_000], sister: [700_000, 300_000])
        case .title:
            //     identical close similar contained partly otherNumber different
            Evidence(
                match: [450_000, 150_000, 100_000, 120_000, 80_000, 20_000, 80_000],
                chance: [10, 50, 500, 1_000, 4_000, 10_000, 984_440],
                variant: [10_000, 50_000, 150_000, 100_000, 200_000, 400_000, 90_000])
        case .code:
            Evidence(match: [880_000, 60_000, 60_000], chance: [20, 200, 999_780])
        case .date:
            Evidence(match: [850_000, 50_000, 50_000, 20_000, 30_000], chance: [50, 700, 30_000, 15_000, 954_250])
        case .year:
            Evidence(match: [850_000, 90_000, 60_000], chance: [60_000, 110_000, 830_000])
        case .number:
            Evidence(match: [600_000, 100_000, 150_000, 150_000], chance: [5_000, 15_000, 120_000, 860_000])
        case .locality:
            Evidence(match: [800_000, 120_000, 80_000], chance: [20_000, 10_000, 970_000])
        case .postcode:
            Evidence(match: [780_000, 70_000, 60_000, 90_000], chance: [2_000, 4_000, 20_000, 974_000])
        case .category:
            Evidence(match: [850_000, 150_000], chance: [200_000, 800_000])
        case .identifier:
            Evidence(match: [1], chance: [1])
        }
    }
}

/// What kind of thing a model's records are; it decides which ways of looking alike there are.
enum EvidenceEntity {
    case party, item

    init(_ comparisons: [Comparison]) {
        let partyKinds: Set<ComparisonKind> = [.organisationName, .personName, .address, .phone, .email, .url]
        self = comparisons.contains { partyKinds.contains($0.kind) } ? .party : .item
    }

    var classes: [NonMatchClass] {
        switch self {
        case .party:
            [
                NonMatchClass(name: "chance", prior: -15_000), NonMatchClass(name: "corporate family", prior: -400),
                NonMatchClass(name: "same site", prior: 0), NonMatchClass(name: "sister at the site", prior: 3_000),
            ]
        case .item: [NonMatchClass(name: "chance", prior: -12_000), NonMatchClass(name: "variant", prior: 0)]
        }
    }

    var thresholds: MatchThresholds {
        MatchThresholds(match: 2_000, review: -3_000, link: 0, contradiction: -9_000)
    }

    /// For each level the weight against each class.
    func weights(_ comparison: Comparison) -> [[Int32]] {
        let count = classes.count
        if comparison.kind == .identifier {
            // an identifier says the same against every other explanation
            let levels: [Int32] = [0, 20_000, 0, comparison.identifier == .exclusive ? -8_000 : 0]
            return levels.map { Array(repeating: $0, count: count) }
        }
        let evidence = Evidence.expected(comparison)
        let others: [[Double]] =
            switch self {
            case .party:
                [
                    evidence.chance, evidence.family ?? evidence.chance, evidence.site ?? evidence.chance,
                    evidence.sister ?? evidence.site ?? evidence.chance,
                ]
            case .item: [evidence.chance, evidence.variant ?? evidence.chance]
            }
        let byClass = others.map { Evidence.weights(evidence.match, against: $0) }
        return comparison.kind.levels.indices.map { level in byClass.map { $0[level] } }
    }
}
