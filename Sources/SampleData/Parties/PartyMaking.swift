extension Party {
    /// Sections of ISIC, the frequent first.
    static let industries = SkewedList<String>(["C", "G", "F", "M", "J", "H", "Q", "I", "D", "L", "P", "A", "K"])

    private static let freeMail = SkewedList<String>(
        ["gmail.com", "outlook.com", "yahoo.com", "gmx.de", "web.de", "hotmail.com", "icloud.com", "orange.fr", "libero.it", "t-online.de"],
        flatness: 2)

    /// Bookkeepers whose one mailbox serves hundreds of customers that have nothing else in common.
    private static let bureaux = SkewedList<String>(
        [
            "invoices@ledgerhouse-bureau.com", "rechnung@buchhaltung-nordwest.de", "accounts@fairway-bookkeeping.co.uk", "facturen@cijferwerk.nl",
            "compta@cabinet-lemoine.fr",
            "billing@tallyworks.com",
        ], flatness: 1)

    /// An organisation of `country`, its name made up or given; its domain and mailbox follow its name.
    static func organisation(in country: Country, named given: String? = nil, random: inout SeededRandom) -> Party {
        let site = Place(in: country, random: &random)
        let core = given ?? OrganisationName.make(words: country.words, city: site.city, random: &random)
        let domain = domain(for: core, in: country, city: site.city, random: &random)
        let contacts = (0..<random.below(4)).map { _ in contact(country, domain, &random) }
        var party = Party(
            country: country, person: nil, core: core, legalForm: country.legalForms.pick(&random), siteLabel: nil, site: site, delivery: nil,
            formerSite: nil,
            telephone: telephone(country, site.area, &random), otherTelephone: telephone(country, site.area, &random),
            email: mailbox(domain, contacts, country, core, &random), otherEmail: contacts.first?.email ?? "office@" + domain,
            website: random.chance(800) ? domain : nil, taxNumber: nil, duns: nil, lei: nil, industry: industries.pick(&random),
            paymentDays: random.pick([0, 14, 30, 30, 30, 45, 60]), isActive: random.chance(950), isOnHold: random.chance(30),
            creditLimit: random.chance(700) ? random.within(1...200) * 2_500 : nil, contacts: contacts, parent: nil)
        party.register(&random)
        party.settle(&random)
        return party
    }

    /// A private customer of `country`.
    static func person(in country: Country, surname: String? = nil, random: inout SeededRandom) -> Party {
        let person = Person(given: country.words.givenNames.pick(&random), family: surname ?? country.words.surnames.pick(&random))
        let site = Place(in: country, random: &random)
        let email =
            Slug.make(person.given) + random.pick([".", "", "_"]) + Slug.make(person.family)
            + (random.chance(600) ? String(random.within(1...99)) : "")
        var party = Party(
            country: country, person: person, core: person.full, legalForm: nil, siteLabel: nil, site: site, delivery: nil, formerSite: nil,
            telephone: telephone(country, site.area, &random), otherTelephone: telephone(country, site.area, &random),
            email: email + "@" + freeMail.pick(&random),
            otherEmail: Slug.make(person.family) + String(random.within(100...9_999)) + "@" + freeMail.pick(&random), website: nil, taxNumber: nil,
            duns: nil, lei: nil,
            industry: "", paymentDays: random.pick([0, 14, 30]), isActive: random.chance(960), isOnHold: random.chance(15), creditLimit: nil,
            contacts: [], parent: nil)
        party.settle(&random)
        return party
    }

    /// Gives an organisation its numbers in registers.
    mutating func register(_ random: inout SeededRandom) {
        duns = random.chance(650) ? RegisterNumbers.duns(&random) : nil
        lei = random.chance(200) ? RegisterNumbers.lei(&random) : nil
        taxNumber = nil
        for _ in 0..<8 where taxNumber == nil {
            taxNumber = TaxNumbers.number(country: country.code, stem: RegisterNumbers.digits(9, &random))
        }
    }

    /// Gives a party the other places it has or had.
    mutating func settle(_ random: inout SeededRandom) {
        delivery = random.chance(250) ? Place(in: country, random: &random) : nil
        formerSite = random.chance(80) ? Place(in: country, random: &random) : nil
    }

    static func telephone(_ country: Country, _ area: String, _ random: inout SeededRandom) -> String {
        area + String(random.within(2...9))
            + String(decoding: (0..<(country.phoneLength - area.count - 1)).map { _ in UInt8(48 + random.below(10)) }, as: UTF8.self)
    }

    private static func contact(_ country: Country, _ domain: String, _ random: inout SeededRandom) -> Contact {
        let person = Person(given: country.words.givenNames.pick(&random), family: country.words.surnames.pick(&random))
        return Contact(
            person: person, email: Slug.make(person.given) + "." + Slug.make(person.family) + "@" + domain,
            role: random.pick(["billing", "purchasing", "technical", "management"]))
    }

    private static func mailbox(_ domain: String, _ contacts: [Contact], _ country: Country, _ core: String, _ random: inout SeededRandom) -> String {
        switch random.below(100) {
        case ..<58: "info@" + domain
        case ..<73: (country.words.language == "de" ? "kontakt@" : "contact@") + domain
        case ..<91: contacts.first?.email ?? "office@" + domain
        case ..<97: String(Slug.make(core).prefix(20)) + String(random.within(1...99)) + "@" + freeMail.pick(&random)
        default: bureaux.pick(&random)
        }
    }

    /// A domain that hardly anybody else has: the name, often with the town or a number.
    private static func domain(for core: String, in country: Country, city: String, random: inout SeededRandom) -> String {
        var name = Slug.make(core, hyphens: random.chance(600))
        switch random.below(10) {
        case ..<4: name += "-" + Slug.make(city)
        case ..<7: name += String(random.within(2...999))
        default: break
        }
        return String(name.prefix(40)) + "." + (random.chance(120) ? "com" : country.topLevelDomain)
    }
}
