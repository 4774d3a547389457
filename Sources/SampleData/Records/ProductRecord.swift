/// Writes what one platform says of one product.
struct ProductRecord {
    let seed: UInt64
    let ids: NativeIds
    let line: ProductLine
    let variant: Int
    let platform: SamplePlatform
    let copy: Int

    var nativeId: String { Self.nativeId(ids, line, variant: variant, platform: platform, copy: copy) }

    /// The id of the `copy`-th record of a variant on a platform.
    static func nativeId(_ ids: NativeIds, _ line: ProductLine, variant: Int, platform: SamplePlatform, copy: Int) -> String {
        let sku = line.variants[variant].sku
        return ids.product(platform, line.shape.serial(variant: variant, copy: copy), sku: copy == 0 ? sku : sku + "-\(copy)")
    }

    func write(to json: inout JSONLine) {
        let place = SamplePlatform.allCases.firstIndex(of: platform) ?? 0
        var random = SeededRandom(
            seed: seed, stream: .productRecord, index: line.shape.serial(variant: variant, copy: copy) * SamplePlatform.allCases.count + place)
        let product = line.variants[variant]
        let time = SampleTime.updated(&random)
        json.object { json in
            json.text("nativeId", nativeId)
            json.object("attributes") { json in
                json.text("sku", sku(product, &random))
                if let gtin = product.gtin, random.chance(gtinShare) {
                    json.text("gtin", random.chance(15) ? Typo.slip(inDigitsOf: gtin, &random) : gtin)
                }
                json.text("name", name(product, &random))
                if random.chance(350) {
                    json.text(
                        "description",
                        line.words.noun + " " + product.label + (line.model.isEmpty ? "" : ", model " + line.model) + " by " + line.brand)
                }
                if random.chance(700) { json.text("type", line.shape.kind.rawValue) }
                if random.chance(750) { json.text("family", line.words.family) }
                if random.chance(650) { json.text("unit", line.words.unit) }
                json.text("status", (random.chance(25) ? !product.isActive : product.isActive) ? "active" : "inactive")
                if random.chance(400) { json.text("taxClass", line.shape.kind == .good ? "standard" : "services") }
                if random.chance(priceShare) { writePrice(product, &json, &random) }
            }
            json.text("updatedAt", time.text)
        }
        json.endLine()
    }

    private var gtinShare: Int {
        switch platform {
        case .sap: 850
        case .netsuite, .finance: 500
        case .salesforce, .dynamics: 250
        case .zuora, .chargebee, .stripe: 0
        }
    }

    private var priceShare: Int {
        switch platform {
        case .zuora, .chargebee, .stripe: 900
        case .salesforce, .netsuite: 600
        case .sap, .dynamics, .finance: 350
        }
    }

    private func sku(_ product: ProductLine.Variant, _ random: inout SeededRandom) -> String? {
        switch random.below(100) {
        case ..<76: product.sku
        case ..<84: String(product.sku.filter { $0 != "-" })
        case ..<89: product.sku.lowercased()
        case ..<91: Typo.slip(inDigitsOf: product.sku, &random)
        default: nil
        }
    }

    private func name(_ product: ProductLine.Variant, _ random: inout SeededRandom) -> String {
        let noun = random.chance(250) ? line.words.synonym : line.words.noun
        let brand = random.chance(750) ? line.brand + " " : ""
        let model = line.model.isEmpty || random.chance(150) ? "" : line.model + " "
        var label = product.label
        if random.chance(250) { label = String(label.filter { $0 != " " }) }
        let name = random.chance(750) ? brand + model + noun + (random.chance(700) ? " " : ", ") + label : noun + " " + brand + model + label
        let typed = random.chance(50) ? Typo.slip(name, &random) : name
        return random.chance(40) ? typed.uppercased() : platform == .sap ? NameSpelling.cut(typed, 40) : typed
    }

    private func writePrice(_ product: ProductLine.Variant, _ json: inout JSONLine, _ random: inout SeededRandom) {
        let cents = random.chance(120) ? product.price * 105 / 100 : product.price
        json.array("prices") { json in
            json.object { json in
                json.text("amount", Money.text(cents))
                json.text("currency", random.chance(700) ? "EUR" : "USD")
                if line.shape.kind == .software { json.text("interval", "month") }
            }
        }
    }
}

/// Amounts of money in hundredths.
enum Money {
    static func text(_ cents: Int) -> String {
        let rest = cents % 100
        return String(cents / 100) + (rest < 10 ? ".0" : ".") + String(rest)
    }
}
