/// The legal forms of organisations in the spellings records use, as groups of equal meaning.
///
/// `Incorporated` is `Inc.`; `GmbH` is not `Inc.`: a form is taken off the name and compared by itself, as weak evidence.
enum LegalForms {
    /// What `take` found: the group's number from 1, or 0 for none; `vague` forms (`Company`) contradict nothing.
    struct Form: Sendable, Hashable {
        var group: UInt16
        static let none = Form(group: 0)
        static let vague = Form(group: 1)

        /// Two definite forms of different groups.
        func contradicts(_ other: Form) -> Bool {
            group > 1 && other.group > 1 && group != other.group
        }
    }

    /// Takes the legal forms off both ends of a name; a name that consists of nothing else is left alone.
    static func take(from words: inout [ArraySlice<UInt8>]) -> Form {
        var form = Form.none
        var rest = words[...]
        while let (group, length) = known(at: rest, table: trailing, fromEnd: true), length < rest.count {
            rest = rest.dropLast(length)
            if form.group <= 1 { form = Form(group: group) }
        }
        while let (group, length) = known(at: rest, table: leading, fromEnd: false), length < rest.count {
            rest = rest.dropFirst(length)
            if form.group <= 1 { form = Form(group: group) }
        }
        words = Array(rest)
        return form
    }

    private static func known(
        at words: ArraySlice<ArraySlice<UInt8>>, table: [UInt64: UInt16], fromEnd: Bool
    ) -> (group: UInt16, length: Int)? {
        for length in stride(from: min(longest, words.count), through: 1, by: -1) {
            let part = fromEnd ? words.suffix(length) : words.prefix(length)
            if let group = table[hash(part)] { return (group, length) }
        }
        return nil
    }

    private static func hash(_ words: some Sequence<ArraySlice<UInt8>>) -> UInt64 {
        var hash = StableHash(seed: 0x1E6A1)
        for word in words { word.withUnsafeBufferPointer { hash.combine($0) } }
        return hash.value
    }

    /// Each line one group; the first is the vague one.
    static let groups: [[String]] = [
        [
            "co", "company", "cie", "compagnie", "comp", "cia", "und co", "and co", "and company", "et cie", "and sons", "group of companies", "e.V.",
            "eV", "eingetragener Verein", "(Pty)", "the",
        ],
        ["inc", "incorporated", "corp", "corporation", "i n c"],
        ["llc", "l l c", "limited liability company", "limited liability co"],
        [
            "ltd", "limited", "co ltd", "company limited", "private limited", "pvt ltd", "pte ltd", "pty ltd", "pty limited", "pte limited",
            "private ltd", "ltda", "limitada", "co limited", "l t d", "ltee", "limitee",
        ],
        ["plc", "p l c", "public limited company", "public company limited", "pcl"],
        ["llp", "l l p", "limited liability partnership", "pllc", "p l l c", "pc", "p c"],
        ["lp", "l p", "limited partnership"],
        ["gmbh", "g m b h", "gesellschaft mit beschränkter haftung", "gesellschaft m b h", "ges m b h", "gesmbh", "mbh", "gesellschaft mbh"],
        ["gmbh and co kg", "gmbh co kg", "gmbh und co kg", "gmbh and co", "gmbh and cokg", "gmbh u co kg", "gmbh and co ohg"],
        ["ag", "aktiengesellschaft", "ag and co kg", "ag and co kgaa", "kgaa"],
        ["kg", "kommanditgesellschaft", "co kg", "and co kg"],
        ["ug", "ug haftungsbeschränkt", "unternehmergesellschaft"],
        ["ohg", "offene handelsgesellschaft", "gbr"],
        ["ek", "e k", "eingetragener kaufmann", "e kfm", "ekfr"],
        ["se", "societas europaea"],
        ["sa", "s a", "société anonyme", "sociedad anónima", "sociedade anónima", "sa de cv", "s a de c v"],
        ["sarl", "s a r l", "société à responsabilité limitée", "eurl", "sàrl"],
        ["sas", "s a s", "sasu", "société par actions simplifiée"],
        ["sl", "s l", "sociedad limitada", "slu", "sociedad de responsabilidad limitada", "s de rl de cv", "s de r l de c v", "s de rl"],
        ["srl", "s r l", "società a responsabilità limitata", "srls"],
        ["spa", "s p a", "società per azioni"],
        ["bv", "b v", "besloten vennootschap", "bvba", "b v b a"],
        ["nv", "n v", "naamloze vennootschap"],
        ["vof", "v o f", "hb", "handelsbolag", "ans", "i s"],
        ["snc", "s n c", "società in nome collettivo", "société en nom collectif", "scs", "sca"],
        ["ab", "aktiebolag", "publ ab", "ab publ"],
        ["as", "a s", "aksjeselskap", "aktieselskab", "asa"],
        ["aps", "anpartsselskab"],
        ["oy", "oyj", "osakeyhtiö", "oy ab", "ab oy"],
        ["sp z oo", "sp z o o", "spółka z oo", "spolka z ograniczona odpowiedzialnoscia", "spzoo"],
        ["sro", "s r o", "spol sro", "spol s r o"],
        ["kft"], ["zrt", "nyrt", "rt"], ["doo", "d o o"], ["dd", "d d"], ["ood", "eood"], ["ooo", "ооо"],
        ["zao", "зао", "oao", "оао", "pao", "пао", "ао"], ["lda", "unipessoal lda"],
        ["kk", "kabushiki kaisha", "k k", "株式会社", "kabushiki gaisha"], ["gk", "godo kaisha", "合同会社"], ["有限公司", "有限责任公司", "股份有限公司"], ["주식회사"],
        ["sdn bhd", "bhd"], ["tbk", "pt"], ["as sirketi", "anonim sirketi"], ["ltd sti", "limited sirketi", "ltd sirketi"],
    ]
    static let leadingForms: Set<String> = [
        "ooo", "ооо", "zao", "зао", "oao", "оао", "pao", "пао", "ао", "pt", "株式会社", "有限公司", "合同会社", "주식회사", "the", "ab", "cia", "compagnie", "cie",
    ]

    private static let longest = 7
    private static let trailing = table { _ in true }
    private static let leading = table { leadingForms.contains($0) }

    private static func table(_ wanted: (String) -> Bool) -> [UInt64: UInt16] {
        var table: [UInt64: UInt16] = [:]
        for (index, spellings) in groups.enumerated() {
            for spelling in spellings where wanted(spelling) {
                table[hash(Words.split(TextFolding.fold(spelling)))] = UInt16(index + 1)
            }
        }
        return table
    }
}
