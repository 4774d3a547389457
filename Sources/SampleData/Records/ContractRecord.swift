/// Writes what one platform says of one contract.
struct ContractRecord {
    let seed: UInt64
    let contractIds: NativeIds
    let customers: CustomerExtracts.Written
    let products: ProductExtracts.Written
    let truth: ContractTruth
    let platform: SamplePlatform

    var nativeId: String { contractIds.contract(platform, truth.index) }

    func write(to json: inout JSONLine) {
        let place = SamplePlatform.allCases.firstIndex(of: platform) ?? 0
        var random = SeededRandom(seed: seed, stream: .contractRecord, index: truth.index * SamplePlatform.allCases.count + place)
        let time = SampleTime.updated(&random)
        json.object { json in
            json.text("nativeId", nativeId)
            json.object("attributes") { json in
                writeHeader(&json, &random)
                writeDays(&json, &random)
                writeValue(&json, &random)
                writeLines(&json, &random)
                writeOtherIds(&json, &random)
            }
            json.text("updatedAt", time.text)
        }
        json.endLine()
    }

    private func writeHeader(_ json: inout JSONLine, _ random: inout SeededRandom) {
        switch random.below(100) {
        case ..<78: json.text("number", truth.number)
        case ..<84: json.text("number", truth.number.lowercased())
        case ..<90: json.text("number", String(truth.number.filter { $0 != "-" }))
        default: break
        }
        json.text("customer", customer(&random))
        if random.chance(600) { json.text("title", truth.title) }
        json.text("status", status)
        if random.chance(150) { json.text("sourceRef", "OPP-" + String(10_000 + truth.index % 50_000)) }
    }

    /// The customer's id on this platform, sometimes that of its second entry, sometimes as an old interface spells it.
    private func customer(_ random: inout SeededRandom) -> String {
        let copies = truth.family.members[truth.member].copies.first { $0.platform == platform }?.count ?? 1
        let copy = customers.families > 0 && copies > 1 && random.chance(300) ? random.below(copies) : 0
        let id = customers.ids.customer(platform, truth.family.serial(member: truth.member, copy: copy))
        return NativeIdSpelling.spell(id, of: platform, &random)
    }

    private var status: String {
        switch (platform, truth.status) {
        case (.salesforce, .draft): "Draft"
        case (.salesforce, .active): "Activated"
        case (.salesforce, .expired): "Expired"
        case (.salesforce, .cancelled): "Terminated"
        case (.zuora, .cancelled): "Cancelled"
        case (.zuora, .expired): "Expired"
        case (.zuora, .draft): "Draft"
        case (.zuora, .active): "Active"
        case (_, .draft): "draft"
        case (_, .active): "active"
        case (_, .expired): "expired"
        case (_, .cancelled): "cancelled"
        }
    }

    private func writeDays(_ json: inout JSONLine, _ random: inout SeededRandom) {
        let start = random.chance(25) ? truth.start + 1 : truth.start
        json.text("startDate", SampleTime.day(start))
        if random.chance(850) { json.text("endDate", SampleTime.day(truth.start + truth.months * 3_652_425 / 120_000 - 1)) }
        if platform == .salesforce, random.chance(700) { json.text("signedDate", SampleTime.day(truth.signed)) }
        if random.chance(600) { json.literal("term", String(truth.months)) }
        if random.chance(600) { json.literal("renewal", truth.renews ? "true" : "false") }
    }

    private func writeValue(_ json: inout JSONLine, _ random: inout SeededRandom) {
        json.text("currency", "EUR")
        if truth.value > 0, random.chance(800) {
            let cents = random.chance(60) ? truth.value * 110 / 100 : truth.value
            json.object("value") { json in
                json.text("amount", Money.text(cents))
                json.text("currency", "EUR")
            }
        }
        if random.chance(500) { json.text("billingFrequency", truth.isMonthly ? "monthly" : "annual") }
        if platform != .salesforce, random.chance(500) { json.text("paymentTerms", PaymentTermsSpelling.spell(truth.paymentDays, on: platform)) }
    }

    /// Lines whose product this platform knows; a platform that knows none says nothing of lines.
    private func writeLines(_ json: inout JSONLine, _ random: inout SeededRandom) {
        let known = truth.lines.filter { $0.product.shape.variants[$0.variant].isOn(platform) }
        guard !known.isEmpty, random.chance(850) else { return }
        json.array("lines") { json in
            for (place, line) in known.enumerated() {
                json.object { json in
                    json.text("line", String(10 * (place + 1)))
                    json.text("product", ProductRecord.nativeId(products.ids, line.product, variant: line.variant, platform: platform, copy: 0))
                    json.literal("quantity", String(line.quantity))
                    json.text("unitPrice", Money.text(line.price))
                    json.text("amount", Money.text(line.amount))
                }
            }
        }
    }

    private func writeOtherIds(_ json: inout JSONLine, _ random: inout SeededRandom) {
        let other: SamplePlatform
        switch platform {
        case .zuora, .sap, .netsuite: other = .salesforce
        case .stripe: other = .chargebee
        case .finance: other = .dynamics
        case .salesforce, .chargebee, .dynamics: return
        }
        guard truth.platforms.contains(other), random.chance(350) else { return }
        json.array("platformIds") { json in
            json.object { json in
                json.text("platform", other.rawValue)
                json.text("nativeId", contractIds.contract(other, truth.index))
            }
        }
    }
}
