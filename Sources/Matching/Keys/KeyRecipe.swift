/// One way to bring candidates together: parts of one or more comparisons that two records must share all of.
package struct KeyRecipe: Sendable, Hashable {
    package var name: String
    package var parts: [KeyPart]

    package init(name: String, parts: [KeyPart]) {
        self.name = name
        self.parts = parts
    }

    /// `name` is the parts' own: `name.rarest + address.postcode`.
    package init(_ parts: KeyPart...) {
        self.init(name: parts.map { "\($0.comparison).\($0.facet.rawValue)" }.joined(separator: " + "), parts: parts)
    }
}

/// What of one comparison's values goes into a key.
package struct KeyPart: Sendable, Hashable {
    package var comparison: String
    package var facet: KeyFacet

    package init(_ comparison: String, _ facet: KeyFacet) {
        self.comparison = comparison
        self.facet = facet
    }
}

/// A part of a value that survives some errors in the rest.
package enum KeyFacet: String, CaseIterable, Sendable, Hashable {
    /// The whole value: an identifier, an e-mail address, a web site's owner, a name written together.
    case whole
    /// The most telling word.
    case rarest
    /// The second most telling word.
    case second
    /// The two most telling words together.
    case pair
    /// The first five letters of the name written together.
    case prefix
    /// The company's own domain of an e-mail address.
    case domain
    /// The last eight digits of a phone number.
    case tail
    case postcode, locality
    /// House number and street.
    case door
    /// House number, street and town; without the town where the address has none.
    case doorInTown
    /// House number and postcode.
    case building
    case familyName
    /// First letter of the given name and the family name.
    case initialAndFamily
}

extension KeyRecipe {
    /// The keys that follow from what is compared, the most telling first.
    static func standard(for comparisons: [Comparison]) -> [KeyRecipe] {
        var recipes: [KeyRecipe] = []
        func names(_ kind: ComparisonKind) -> [String] { comparisons.filter { $0.kind == kind }.map(\.name) }
        let joint = comparisons.filter { $0.identifier == .joint }
        for comparison in comparisons where comparison.kind == .identifier && comparison.identifier != .joint {
            recipes.append(KeyRecipe(KeyPart(comparison.name, .whole)))
        }
        if !joint.isEmpty {
            recipes.append(KeyRecipe(name: joint.map(\.name).joined(separator: " + "), parts: joint.map { KeyPart($0.name, .whole) }))
        }
        for name in names(.code) { recipes.append(KeyRecipe(KeyPart(name, .whole))) }
        for name in names(.email) { recipes.append(KeyRecipe(KeyPart(name, .whole))) }
        for name in names(.phone) { recipes.append(KeyRecipe(KeyPart(name, .tail))) }
        let addresses = names(.address)
        for person in names(.personName) {
            for address in addresses {
                recipes.append(KeyRecipe(KeyPart(person, .initialAndFamily), KeyPart(address, .postcode)))
                recipes.append(KeyRecipe(KeyPart(person, .initialAndFamily), KeyPart(address, .locality)))
                recipes.append(KeyRecipe(KeyPart(person, .familyName), KeyPart(address, .building)))
            }
            for date in names(.date) { recipes.append(KeyRecipe(KeyPart(person, .initialAndFamily), KeyPart(date, .whole))) }
            for locality in names(.locality) { recipes.append(KeyRecipe(KeyPart(person, .initialAndFamily), KeyPart(locality, .whole))) }
            recipes.append(KeyRecipe(KeyPart(person, .whole)))
        }
        for name in names(.organisationName) {
            for address in addresses {
                recipes.append(KeyRecipe(KeyPart(name, .rarest), KeyPart(address, .postcode)))
                recipes.append(KeyRecipe(KeyPart(name, .rarest), KeyPart(address, .locality)))
                recipes.append(KeyRecipe(KeyPart(name, .prefix), KeyPart(address, .postcode)))
            }
            for locality in names(.locality) {
                recipes.append(KeyRecipe(KeyPart(name, .rarest), KeyPart(locality, .whole)))
                recipes.append(KeyRecipe(KeyPart(name, .prefix), KeyPart(locality, .whole)))
            }
            recipes.append(KeyRecipe(KeyPart(name, .pair)))
            recipes.append(KeyRecipe(KeyPart(name, .whole)))
        }
        for address in addresses {
            recipes.append(KeyRecipe(KeyPart(address, .door), KeyPart(address, .postcode)))
            recipes.append(KeyRecipe(KeyPart(address, .doorInTown)))
        }
        for name in names(.url) { recipes.append(KeyRecipe(KeyPart(name, .whole))) }
        if names(.url).isEmpty { for name in names(.email) { recipes.append(KeyRecipe(KeyPart(name, .domain))) } }
        for name in names(.title) {
            recipes.append(KeyRecipe(KeyPart(name, .whole)))
            recipes.append(KeyRecipe(KeyPart(name, .pair)))
        }
        return recipes
    }

    /// The recipes themselves when every part exists and has the facet.
    static func checked(_ recipes: [KeyRecipe], _ comparisons: [Comparison]) throws(ModelError) -> [KeyRecipe] {
        guard recipes.count <= 64 else { throw ModelError(message: "\(recipes.count) key recipes: give at most 64") }
        for recipe in recipes {
            guard !recipe.parts.isEmpty else { throw ModelError(message: "key `\(recipe.name)` has no parts: name at least one") }
            for part in recipe.parts where !comparisons.contains(where: { $0.name == part.comparison }) {
                throw ModelError(message: "key `\(recipe.name)`: no comparison `\(part.comparison)`; there are \(comparisons.map(\.name))")
            }
        }
        return recipes
    }
}
