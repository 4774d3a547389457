/// The variants of a product line as they are in truth.
struct ProductLine: Sendable {
    struct Variant: Sendable {
        /// Differs from its siblings' in the last part only.
        var sku: String
        var gtin: String?
        var label: String
        /// In cents.
        var price: Int
        var isActive: Bool
    }

    let shape: ProductShape
    let brand: String
    /// A model number (`AX-310`), empty for services.
    let model: String
    let words: ProductWords.Line
    let variants: [Variant]

    init(seed: UInt64, shape: ProductShape) {
        var random = SeededRandom(seed: seed, stream: .productContents, index: shape.index)
        self.shape = shape
        let words: ProductWords.Line
        switch shape.kind {
        case .good: words = ProductWords.goods.pick(&random)
        case .service: words = ProductWords.services.pick(&random)
        case .software: words = ProductWords.software.pick(&random)
        }
        self.words = words
        brand = OrganisationName.coined(&random)
        let letters = String(brand.prefix(2)).uppercased()
        model = shape.kind == .good ? letters + random.pick(["-", "", " "]) + String(random.within(10...99) * 10) : ""
        let offset = random.below(words.variants.count)
        variants = shape.variants.indices.map { place in
            let which = (offset + place) % words.variants.count
            let price = words.price * (10 + which * 4 + random.below(3)) / 10
            return Variant(
                sku: letters + String(10_000 + shape.index) + "-" + String(10 * (which + 1)),
                gtin: shape.kind == .good && random.chance(850) ? RegisterNumbers.gtin(&random) : nil, label: words.variants[which], price: price,
                isActive: random.chance(920))
        }
    }

}
