import FoundationEssentials
import Glibc

/// Scores of candidate pairs, learned from the set itself.
///
/// It starts with how much of two titles is shared. Pairs in which each is the other's best and which chance hardly yields are taken
/// as matches, everything else these records could be confused with as non-matches, and a model is fitted to tell them apart; its
/// scores choose the next training set (self-training, D. Yarowsky, ACL 1995; hard negatives keep the model from learning
/// what only tells related from unrelated).
struct TextScoring {
    private(set) var scores: [Double]
    private(set) var threshold = UnlabelledThreshold()
    private(set) var partners: BestPartners
    /// Whether a source seems to list things more than once.
    private(set) var repeatsItself = false
    /// Log odds at which a pair is as likely a match as not when some of the non-matches it was learned from are matches:
    /// half of what known matches get on average (C. Elkan and K. Noto, KDD 2008).
    private var evenOdds: Double?
    private let candidates: TextCandidates
    private var features: TextFeatures
    private let corpus: TextCorpus
    private let records: Int
    private let sides: [UInt32]?
    /// Whether the records of a pair may be the same: they come from different sources.
    let across: [Bool]
    /// Two sources, each of which names a thing once as far as is known.
    let isOneToOne: Bool

    static let rounds = 2
    private static let trainingPairs = 2000
    /// Bad examples for each record of a training pair, the hardest ones.
    private static let rivals: Int32 = 8

    init(_ corpus: TextCorpus, _ features: TextFeatures, _ candidates: TextCandidates, sides: [UInt32]?) {
        self.corpus = corpus
        self.features = features
        self.candidates = candidates
        records = corpus.count
        self.sides = sides
        isOneToOne = sides.map { Set($0).count == 2 } ?? false
        across = (0..<candidates.count).map { pair in
            guard let sides else { return true }
            return sides[Int(candidates.left[pair])] != sides[Int(candidates.right[pair])]
        }
        scores = (0..<candidates.count).map { pair in
            let row = pair * features.width
            return Double(0.7 * features.values[row + TextFeatures.coverage] + 0.3 * features.values[row + TextFeatures.trigrams])
        }
        partners = BestPartners(candidates, scores: scores, records: records, across: across, repeats: nil)
        assign()
        lookForRepeats()
        let rounds = repeatsItself ? 2 * Self.rounds : Self.rounds
        for round in 1...rounds {
            if !learn(sparing: repeatsItself && round < rounds) { break }
        }
    }

    func mayMatch(_ pair: Int) -> Bool { across[pair] }

    private mutating func assign() {
        if repeatsItself { return assignRepeatedly(bar: evenOdds ?? 0) }
        partners = BestPartners(candidates, scores: scores, records: records, across: across, repeats: nil)
        estimateThreshold()
        if !isOneToOne {
            for _ in 0..<2 {
                let groups = AverageLinkGroups(
                    candidates, scores: scores, order: partners.order, threshold: threshold.value, records: records
                ).first
                partners.measureChance(candidates, scores: scores, groups: groups)
                estimateThreshold()
            }
        }
    }

    private mutating func assignRepeatedly(bar: Double, twins: Twins? = nil) {
        partners = BestPartners(candidates, scores: scores, records: records, across: across, repeats: .init(bar: bar, twins: twins))
        threshold = UnlabelledThreshold(value: bar, estimatedF1: expectedF1(bar: bar))
    }

    /// By the model's probabilities: those of the pairs taken, and of the best that records without a pair could have.
    private func expectedF1(bar: Double) -> Double {
        guard let evenOdds else { return 0 }
        func probability(_ score: Double) -> Double { 1 / (1 + exp(evenOdds - score)) }
        let taken = (partners.pairs + partners.joined).map { scores[Int($0)] }.filter { $0 >= bar }
        let right = taken.reduce(0) { $0 + probability($1) }
        let open = (0..<records).filter { partners.accepted[$0] < 0 || scores[Int(partners.accepted[$0])] < bar }
        let missed = open.reduce(0) { sum, record in
            let best = partners.accepted[record] < 0 ? partners.runnerUp[record] : scores[Int(partners.accepted[record])]
            return sum + probability(best)
        }
        return taken.isEmpty ? 0 : 2 * right / (Double(taken.count) + right + missed)
    }

    /// Whether a source lists things more than once: among the better half of what can match at most, there are records nearly as good
    /// as the best partner beside it, and as much the same as that partner.
    private mutating func lookForRepeats() {
        let best = partners.pairs.prefix(max(1, limitingRecords().count / 2)).map { scores[Int($0)] }
        guard isOneToOne, !best.isEmpty else { return }
        let bar = best[best.count / 2] * Self.nearlyAsGood
        let twins = Twins(candidates, scores: scores, across: across, bar: bar)
        let again = BestPartners(candidates, scores: scores, records: records, across: across, repeats: .init(bar: bar, twins: twins))
        let reached = again.pairs.count { scores[Int($0)] >= bar }
        repeatsItself = Double(again.joined.count) > Self.repeating * Double(reached)
        if repeatsItself { assignRepeatedly(bar: bar, twins: twins) }
    }

    /// The share of pairs with a third record as good from which a source is taken to list things more than once. Variants of
    /// products and reprints reach some percent in sources without repeats; the few repeats of such a source are found at the end.
    private static let repeating = 0.25
    private static let nearlyAsGood = 0.9

    private mutating func estimateThreshold() {
        if !isOneToOne {
            var nearest = [Double](repeating: -.infinity, count: records)
            for pair in partners.order.reversed() {
                nearest[Int(candidates.left[Int(pair)])] = scores[Int(pair)]
                nearest[Int(candidates.right[Int(pair)])] = scores[Int(pair)]
            }
            threshold = UnlabelledThreshold(accepted: nearest, chance: [partners.runnerUp])
            // without a rule that each has one partner, a match must be more likely than not by itself
            if let evenOdds { threshold.raise(to: evenOdds) }
            return
        }
        let records = limitingRecords()
        threshold = UnlabelledThreshold(
            accepted: records.map { partners.accepted[$0] < 0 ? -.infinity : scores[Int(partners.accepted[$0])] },
            chance: [records.map { partners.runnerUp[$0] }, records.map { partners.fallback[$0] }])
    }

    /// The records of the smaller of two sides: there are no more matches than these. All records otherwise.
    private func limitingRecords() -> [Int] {
        guard let sides else { return Array(0..<records) }
        var sizes: [UInt32: Int] = [:]
        for side in sides { sizes[side, default: 0] += 1 }
        guard sizes.count == 2, let small = sizes.min(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return Array(0..<records) }
        return (0..<records).filter { sides[$0] == small }
    }

    /// For each pair across sources its place among those of its records by score, the better of the two.
    private func ranks() -> [Int32] {
        var seen = [Int32](repeating: 0, count: records)
        var ranks = [Int32](repeating: .max, count: candidates.count)
        for pair in partners.order {
            let (a, b) = (Int(candidates.left[Int(pair)]), Int(candidates.right[Int(pair)]))
            ranks[Int(pair)] = min(seen[a], seen[b])
            seen[a] += 1
            seen[b] += 1
        }
        return ranks
    }

    /// Where sources repeat themselves, a pair this good that was not accepted may well be a match and is no example of either: half
    /// the way from what records get by chance to what was accepted.
    private func doubtfulFrom(_ confident: [Int32]) -> Double {
        let chance = confident.map { partners.runnerUp[Int(candidates.left[Int($0)])] }.filter { $0 > -.infinity }.sorted()
        guard !chance.isEmpty else { return .infinity }
        return (threshold.value + chance[chance.count / 2]) / 2
    }

    /// False when there is nothing to learn from.
    private mutating func learn(sparing: Bool) -> Bool {
        var confident = partners.pairs.filter { pair in
            let score = scores[Int(pair)]
            return score >= threshold.value && score >= partners.runnerUp[Int(candidates.left[Int(pair)])]
                && score >= partners.runnerUp[Int(candidates.right[Int(pair)])]
        }
        if confident.count < 10 { return false }
        confident += partners.joined
        let across = across
        features.learnAssociations(corpus, candidates, matches: confident) { !across[$0] }
        let scale = FeatureScale(features, partners.order)
        if confident.count > Self.trainingPairs {
            let stride = Double(confident.count) / Double(Self.trainingPairs)
            confident = (0..<Self.trainingPairs).map { confident[Int(Double($0) * stride)] }
        }
        var isTrained = [Bool](repeating: false, count: records)
        var isPositive = [Bool](repeating: false, count: candidates.count)
        for pair in confident {
            isPositive[Int(pair)] = true
            isTrained[Int(candidates.left[Int(pair)])] = true
            isTrained[Int(candidates.right[Int(pair)])] = true
        }
        let doubtful = sparing ? doubtfulFrom(confident) : .infinity
        let rank = ranks()
        var rows: [Float] = []
        var answers: [Bool] = []
        for pair in 0..<candidates.count where across[pair] {
            let (a, b) = (Int(candidates.left[pair]), Int(candidates.right[pair]))
            if !isPositive[pair], scores[pair] >= doubtful || partners.groups[a] == partners.groups[b] { continue }
            if !isPositive[pair], rank[pair] > Self.rivals { continue }
            if isPositive[pair] || isTrained[Int(candidates.left[pair])] || isTrained[Int(candidates.right[pair])] {
                scale.append(features, pair, to: &rows)
                answers.append(isPositive[pair])
            }
        }
        var model = LogisticModel(width: features.width, ridge: 10)
        model.fit(rows, isMatch: answers)
        scores = scale.scores(of: features, by: model, pairs: candidates.count)
        var labelled = 0.0
        for pair in confident { labelled += 1 / (1 + exp(-scores[Int(pair)])) }
        let share = labelled / Double(confident.count)
        evenOdds = log(share / 2 / (1 - share / 2))
        assign()
        return true
    }
}
