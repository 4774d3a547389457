/// The parties of a family, in the order of its shape's members.
struct Family: Sendable {
    let shape: FamilyShape
    let members: [Party]

    init(seed: UInt64, shape: FamilyShape) {
        var random = SeededRandom(seed: seed, stream: .familyContents, index: shape.index)
        let country = Country.all.pick(&random)
        let count = shape.members.count
        self.shape = shape
        switch shape.kind {
        case .organisation: members = [Party.organisation(in: country, random: &random)]
        case .person: members = [Party.person(in: country, random: &random)]
        case .household: members = Self.household(country, count, &random)
        case .group: members = Self.group(country, count, &random)
        case .branches: members = Self.branches(country, count, &random)
        case .namesakes: members = Self.namesakes(country, count, &random)
        }
    }

    private static func household(_ country: Country, _ count: Int, _ random: inout SeededRandom) -> [Party] {
        let first = Party.person(in: country, random: &random)
        return [first]
            + (1..<count).map { _ in
                var other = Party.person(in: country, surname: first.person?.family, random: &random)
                if other.person?.given == first.person?.given {
                    other.person?.given += "-" + country.words.givenNames.pick(&random)
                    other.core = other.person?.full ?? other.core
                }
                other.site = first.site
                other.telephone = first.telephone
                return other
            }
    }

    private static func group(_ country: Country, _ count: Int, _ random: inout SeededRandom) -> [Party] {
        let words = country.words
        let root =
            random.chance(400) ? OrganisationName.coined(&random) : random.chance(500) ? words.surnames.pick(&random) : words.brands.pick(&random)
        let parent = Party.organisation(in: country, named: root + " " + random.pick(words.groupWords), random: &random)
        return [parent]
            + (1..<count).map { number in
                // Most subsidiaries are at home, some carry the group's name abroad.
                let home = random.chance(700) ? country : Country.all.pick(&random)
                let activities = home.words.activities.elements
                // Sisters differ in what they do.
                let activity = activities[(random.below(activities.count / 4) + number * (activities.count / 4)) % activities.count]
                var child = Party.organisation(in: home, named: root + " " + activity, random: &random)
                if home.code == country.code {
                    if random.chance(350) { child.site = parent.site }
                    if random.chance(350) { child.telephone = parent.telephone }
                    if random.chance(450) { child.email = parent.email }
                }
                if random.chance(600) { child.website = parent.website }
                child.parent = 0
                return child
            }
    }

    private static func branches(_ country: Country, _ count: Int, _ random: inout SeededRandom) -> [Party] {
        let head = Party.organisation(in: country, random: &random)
        var cities = [head.site.city]
        return [head]
            + (1..<count).map { _ in
                var branch = head
                repeat { branch.site = Place(in: country, random: &random) } while cities.contains(branch.site.city)
                cities.append(branch.site.city)
                branch.settle(&random)
                branch.register(&random)
                branch.lei = nil
                // A branch is no legal entity: it trades under the company's tax number, if it states one at all.
                branch.taxNumber = random.chance(80) ? head.taxNumber : nil
                branch.telephone = Party.telephone(country, branch.site.area, &random)
                branch.otherTelephone = Party.telephone(country, branch.site.area, &random)
                branch.contacts = []
                branch.siteLabel = random.chance(600) ? country.words.branchWord + " " + branch.site.city : nil
                branch.parent = random.chance(500) ? 0 : nil
                return branch
            }
    }

    private static func namesakes(_ country: Country, _ count: Int, _ random: inout SeededRandom) -> [Party] {
        let first = Party.organisation(in: country, random: &random)
        return [first]
            + (1..<count).map { _ in
                var other: Party
                // No two strangers have one domain.
                repeat {
                    other = Party.organisation(in: country, named: first.core, random: &random)
                } while other.website == first.website && first.website != nil || other.email == first.email
                while other.site.city == first.site.city { other.site = Place(in: country, random: &random) }
                if random.chance(500) { other.legalForm = first.legalForm }
                return other
            }
    }
}
