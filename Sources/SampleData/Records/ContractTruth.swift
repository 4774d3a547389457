/// A contract as it is in truth: its parties, its days and its lines.
struct ContractTruth: Sendable {
    struct Line: Sendable {
        var product: ProductLine
        var variant: Int
        var quantity: Int
        /// In cents, for one unit.
        var price: Int

        var amount: Int { quantity * price }
    }

    let index: Int
    let number: String
    let family: FamilyShape
    let member: Int
    /// Where it is kept; on all of these the customer is kept too.
    let platforms: [SamplePlatform]
    let title: String
    /// Days since 1970-01-01.
    let start: Int
    let months: Int
    let signed: Int
    let renews: Bool
    let status: Status
    let paymentDays: Int
    let isMonthly: Bool
    let lines: [Line]

    enum Status: Sendable {
        case draft, active, expired, cancelled
    }

    init(seed: UInt64, index: Int, customers: CustomerExtracts.Written, products: ProductExtracts.Written) {
        var random = SeededRandom(seed: seed, stream: .contract, index: index)
        self.index = index
        // A few customers have many contracts: the smallest of three draws leans to the first families.
        let bound = max(1, customers.families)
        let family = FamilyShape(seed: seed, index: min(random.below(bound), random.below(bound), random.below(bound)))
        self.family = family
        member = customers.families == 0 ? 0 : random.below(family.members.count)
        let known = family.members[member].copies.map(\.platform)
        var kept = customers.families == 0 ? [known[0]] : known.filter { random.chance($0.contractShare) }
        if kept.isEmpty { kept = [random.pick(known)] }
        platforms = kept
        let year = random.within(2021...2026)
        number = "CT-" + String(year) + "-" + String(100_000 + index)
        months = random.pick([12, 12, 12, 24, 36, 36, 60])
        let start = (year - 1970) * 36_525 / 100 + random.below(365)
        self.start = start
        signed = start - random.within(0...60)
        renews = random.chance(550)
        let today = 20_758
        if random.chance(60) {
            status = .cancelled
        } else if start > today {
            status = random.chance(500) ? .draft : .active
        } else {
            status = start + months * 30 < today && !renews ? .expired : .active
        }
        paymentDays = random.pick([0, 14, 30, 30, 60])
        isMonthly = random.chance(450)
        var lines: [Line] = []
        if products.lines > 0 {
            for _ in 0..<random.within(1...4) {
                // Again a lean to the first: best-sellers.
                let line = ProductLine(
                    seed: seed, shape: ProductShape(seed: seed, index: min(random.below(products.lines), random.below(products.lines))))
                let variant = random.below(line.variants.count)
                lines.append(
                    Line(product: line, variant: variant, quantity: random.pick([1, 1, 2, 3, 5, 10, 25, 100]), price: line.variants[variant].price))
            }
        }
        self.lines = lines
        title =
            (lines.first.map { $0.product.words.noun + " " } ?? "")
            + random.pick(["agreement", "subscription", "framework contract", "supply contract"])
    }

    var truthId: String { "contract-\(index)" }
    /// In cents.
    var value: Int { lines.reduce(0) { $0 + $1.amount } }
}
