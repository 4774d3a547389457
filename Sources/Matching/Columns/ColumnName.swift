/// What a column's name says about its values, in the words of several languages.
enum ColumnName {
    /// The kind, or nil when the name says nothing or only that it is a name.
    static func kind(of column: String) -> FieldKind? {
        let words = words(of: column)
        let joined = words.joined()
        if let kind = whole[joined] { return kind }
        for (parts, kind) in phrases where parts.allSatisfy(words.contains) { return kind }
        // the last word is the noun: `billing_city`, `contact phone`
        for word in words.reversed() {
            if let kind = single[word] { return kind }
        }
        return nil
    }

    /// `name` alone, or with a word before it that leaves open whose.
    static func isName(_ column: String) -> Bool {
        words(of: column).contains { ["name", "nom", "nombre", "naam", "label"].contains($0) }
    }

    /// A person in a role beside the record's own (`director`, `contact`).
    static func isRole(_ column: String) -> Bool {
        words(of: column).contains { roles.contains($0) }
    }

    /// Lower-case words; `dateOfBirth`, `date_of_birth` and `Date of Birth` are the same. Digits at the end are left out.
    static func words(of column: String) -> [String] {
        var words: [String] = []
        var word = ""
        var before: Character = " "
        for character in column {
            if !character.isLetter || (character.isUppercase && before.isLowercase) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if character.isLetter { word += character.lowercased() }
            before = character
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let roles: Set<String> = ["director", "contact", "manager", "ceo", "owner", "coauthor", "coauthors", "agent", "principal"]

    private static func table(_ lines: [(FieldKind, String)]) -> [String: FieldKind] {
        var table: [String: FieldKind] = [:]
        for (kind, names) in lines { for name in names.split(separator: " ") { table[String(name)] = kind } }
        return table
    }

    private static let whole = table([
        (.givenName, "firstname fname forename givenname given vorname prenom prénom middlename mname middleinitial middle mi"),
        (.familyName, "lastname lname surname familyname family nachname familienname apellido apellidos cognome sname"),
        (.personName, "fullname personname contactname author director inventor owner applicantname"),
        (.houseNumber, "streetnumber housenumber streetno houseno hausnummer housenr number"),
        (.identifier, "socsecid ssn nino taxid vatid vatnumber duns ein isbn issn ean upc gtin sku mpn modelno modelnumber model"),
        (.title, "productname producttitle itemname booktitle songtitle papertitle"),
        (.organisationName, "companyname company organisation organization orgname organisationname organizationname"),
        (.number, "lat lng lon long latitude longitude"),
    ])

    private static let phrases: [([String], FieldKind)] = [
        (["first", "name"], .givenName), (["given", "name"], .givenName), (["middle", "name"], .givenName), (["last", "name"], .familyName),
        (["family", "name"], .familyName), (["full", "name"], .personName), (["first", "surname"], .personName),
        (["date", "birth"], .date), (["birth", "place"], .locality), (["birth", "year"], .year),
        (["birth", "city"], .locality), (["place", "birth"], .locality),
        (["street", "number"], .houseNumber), (["house", "number"], .houseNumber), (["house", "no"], .houseNumber),
        (["company", "name"], .organisationName), (["business", "name"], .organisationName), (["product", "name"], .title),
        (["postal", "code"], .postcode), (["zip", "code"], .postcode), (["post", "code"], .postcode), (["country", "code"], .country),
        (["state", "code"], .region), (["registration", "no"], .identifier), (["registration", "number"], .identifier),
        (["model", "no"], .identifier), (["model", "number"], .identifier), (["email"], .email), (["e", "mail"], .email),
    ]

    private static let single = table([
        (.familyName, "surname lastname"), (.givenName, "firstname forename vorname"),
        (.personName, "author director inventor person contact ceo coauthor"),
        (.organisationName, "company organisation organization agency business employer firm supplier vendor assignee applicant institution firma empresa entreprise hospital hotel"),
        (.email, "email mail"), (.phone, "phone tel telephone telefon mobile cell fax handy telefono"),
        (.date, "date dob birthdate birthday born geburtsdatum"), (.year, "year yr jahr"),
        (.money, "price amount cost prix preis precio"), (.number, "latitude longitude quantity weight pages"),
        (.street, "street address addr strasse straße rue calle adresse direccion line"),
        (.locality, "city town suburb locality place municipality ort stadt ville ciudad village birthplace"),
        (.postcode, "postcode zip postal plz zipcode postalcode cp"), (.region, "state province region county bundesland"),
        (.country, "country nation land pays"), (.url, "url website web homepage site domain www link"),
        (.identifier, "id identifier ssn vat tax registration regno passport licence license isin lei"),
        (.category, "sex gender type category class status kind genre cuisine occupation brand manufacturer venue journal conference"),
        (.title, "title product item song album book publication"),
        (.text, "description abstract summary notes note text comment details authors coauthors keywords"),
        (.ignore, "cluster file filename rowid recordid recid"),
    ])
}
