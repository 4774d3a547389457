/// Writes what one platform says of one customer.
struct CustomerRecord {
    let seed: UInt64
    let ids: NativeIds
    let family: Family
    let member: Int
    let platform: SamplePlatform
    let copy: Int

    private var party: Party { family.members[member] }
    private var shape: FamilyShape { family.shape }

    var nativeId: String { ids.customer(platform, shape.serial(member: member, copy: copy)) }

    func write(to line: inout JSONLine) {
        let serial = shape.serial(member: member, copy: copy)
        let place = SamplePlatform.allCases.firstIndex(of: platform) ?? 0
        var random = SeededRandom(seed: seed, stream: .customerRecord, index: serial * SamplePlatform.allCases.count + place)
        let habits = PlatformHabits.of(platform)
        let party = party
        let time = SampleTime.updated(&random)
        line.object { line in
            line.text("nativeId", nativeId)
            line.object("attributes") { line in
                writeNames(party, habits, &line, &random)
                writeRegistrations(party, habits, &line, &random)
                writeAddresses(party, habits, &line, &random)
                writeReach(party, habits, &line, &random)
                writeTerms(party, habits, &line, &random)
                writeContacts(party, habits, &line, &random)
                writeOtherIds(&line, &random)
            }
            line.text("updatedAt", time.text)
            if platform == .chargebee { line.text("version", String(time.milliseconds)) }
        }
        line.endLine()
    }

    private func writeNames(_ party: Party, _ habits: PlatformHabits, _ line: inout JSONLine, _ random: inout SeededRandom) {
        let serial = shape.serial(member: member, copy: copy)
        switch platform {
        case .salesforce: line.text("number", random.chance(500) ? "ACC-" + String(100_000 + serial) : nil)
        case .zuora: line.text("number", "A" + String(10_000_000 + serial))
        case .netsuite: line.text("number", "CUST" + String(10_000 + serial))
        case .dynamics: line.text("number", random.chance(600) ? "ACT-" + String(10_000 + serial) : nil)
        case .sap, .chargebee, .stripe, .finance: line.text("number", nativeId)
        }
        if platform == .sap || platform == .netsuite || platform == .finance || random.chance(300) {
            line.text("partyType", party.person == nil ? "organisation" : "person")
        }
        line.text("name", NameSpelling.display(party, habits, &random))
        if party.person == nil, random.chance(habits.legalName) {
            line.text("legalName", NameSpelling.cut(NameSpelling.legal(party), 160))
        }
    }

    private func writeRegistrations(_ party: Party, _ habits: PlatformHabits, _ line: inout JSONLine, _ random: inout SeededRandom) {
        if let number = party.taxNumber, random.chance(habits.taxIds) {
            let spelled = TaxNumberSpelling.spell(number, &random)
            line.array("taxIds") { line in
                line.object { line in
                    line.text("number", spelled)
                    line.text("country", party.country.code)
                }
            }
        }
        if let duns = party.duns, random.chance(habits.duns) {
            line.text("duns", random.chance(150) ? duns.prefix(2) + "-" + duns.dropFirst(2).prefix(3) + "-" + duns.suffix(4) : duns)
        }
        line.text("lei", random.chance(habits.lei) ? party.lei : nil)
        if let parent = party.parent, random.chance(habits.parent), shape.members[parent].isOn(platform) {
            line.text("parent", ids.customer(platform, shape.serial(member: parent, copy: 0)))
        }
    }

    private func writeAddresses(_ party: Party, _ habits: PlatformHabits, _ line: inout JSONLine, _ random: inout SeededRandom) {
        if random.chance(habits.billTo) {
            // A platform that has not heard of the move still bills to the old place.
            let place = random.chance(400) ? party.formerSite ?? party.site : party.site
            AddressSpelling.write("billTo", place, in: party.country, habits, to: &line, &random)
        }
        if random.chance(habits.shipTo) {
            AddressSpelling.write("shipTo", party.delivery ?? party.site, in: party.country, habits, to: &line, &random)
        }
    }

    private func writeReach(_ party: Party, _ habits: PlatformHabits, _ line: inout JSONLine, _ random: inout SeededRandom) {
        if random.chance(habits.email) {
            let email = random.chance(110) ? party.otherEmail : party.email
            line.text("email", random.chance(40) ? email.uppercased() : random.chance(8) ? email.replacingFirst("@", with: "&") : email)
        }
        if random.chance(habits.phone) {
            let number = random.chance(90) ? party.otherTelephone : party.telephone
            line.text(
                "phone", TelephoneSpelling.spell(random.chance(20) ? Typo.slip(inDigitsOf: number, &random) : number, in: party.country, &random))
        }
        if let domain = party.website, random.chance(habits.website) {
            line.text("website", random.pick(["https://www.", "http://www.", "www.", "https://", ""]) + domain + random.pick(["", "", "/"]))
        }
    }

    private func writeTerms(_ party: Party, _ habits: PlatformHabits, _ line: inout JSONLine, _ random: inout SeededRandom) {
        line.text("currency", random.chance(habits.currency) ? (random.chance(25) ? "USD" : party.country.currency) : nil)
        if random.chance(habits.paymentTerms) {
            let days = random.chance(80) ? random.pick([14, 30, 45]) : party.paymentDays
            line.text("paymentTerms", PaymentTermsSpelling.spell(days, on: platform))
        }
        line.text("industry", party.person == nil && random.chance(habits.industry) ? IndustrySpelling.spell(party.industry, on: platform) : nil)
        line.text("status", CustomerStatusSpelling.spell(isActive: random.chance(40) ? !party.isActive : party.isActive, on: platform))
        if platform == .sap || platform == .finance || platform == .dynamics { line.literal("hold", party.isOnHold ? "true" : "false") }
        if let limit = party.creditLimit, random.chance(habits.creditLimit) {
            line.object("creditLimit") { line in
                line.text("amount", String(limit) + ".00")
                line.text("currency", party.country.currency)
            }
        }
        line.text("language", random.chance(habits.language) ? party.country.words.language : nil)
        if platform == .sap || platform == .finance, random.chance(700) {
            line.array("scopes") { line in
                line.object { line in
                    line.text("company", platform == .sap ? random.pick(["1010", "1710", "2000"]) : random.pick(["USMF", "DEMF", "FRSI"]))
                    line.text("currency", party.country.currency)
                }
            }
        }
    }

    private func writeContacts(_ party: Party, _ habits: PlatformHabits, _ line: inout JSONLine, _ random: inout SeededRandom) {
        guard !party.contacts.isEmpty, random.chance(habits.contacts) else { return }
        line.array("contacts") { line in
            for contact in party.contacts where random.chance(800) {
                line.object { line in
                    line.text("name", contact.person.full)
                    line.text("email", contact.email)
                    line.text("role", contact.role)
                }
            }
        }
    }

    /// Ids that other platforms gave to this very party, where this platform keeps them.
    private func writeOtherIds(_ line: inout JSONLine, _ random: inout SeededRandom) {
        let other: SamplePlatform
        let share: Int
        switch platform {
        case .zuora: (other, share) = (.salesforce, 600)
        case .netsuite: (other, share) = (.salesforce, 250)
        case .salesforce: (other, share) = (.sap, 150)
        case .finance: (other, share) = (.dynamics, 500)
        case .stripe: (other, share) = (.chargebee, 300)
        case .sap, .chargebee, .dynamics: return
        }
        guard shape.members[member].isOn(other), random.chance(share) else { return }
        let id = ids.customer(other, shape.serial(member: member, copy: 0))
        line.array("platformIds") { line in
            line.object { line in
                line.text("platform", other.rawValue)
                line.text("nativeId", NativeIdSpelling.spell(id, of: other, &random))
            }
        }
    }
}
