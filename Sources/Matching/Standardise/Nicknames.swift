/// Given names and the short forms people go by. Two names are related when they stand in one line.
enum Nicknames {
    static func related(_ left: UInt64, _ right: UInt64) -> Bool {
        guard let a = groups[left], let b = groups[right] else { return false }
        return !a.isDisjoint(with: b)
    }

    /// Whether the folded word is one of the given names below.
    static func isKnown(_ name: [UInt8]) -> Bool { groups[StableHash.of(name)] != nil }

    private static let groups: [UInt64: Set<Int>] = {
        var groups: [UInt64: Set<Int>] = [:]
        for (index, line) in lines.enumerated() {
            for name in line.split(separator: " ") { groups[StableHash.of(TextFolding.fold(String(name))), default: []].insert(index) }
        }
        return groups
    }()

    private static let lines = [
        "alexander alex sandy xander sascha alejandro", "alexandra alex sandra sasha alexa", "alfred alf fred", "andrew andy drew andreas andré",
        "anthony tony anton antonio toni", "antonia toni",
        "abigail abby gail", "albert al bert", "amanda mandy", "anna ann anne annie anja hannah", "barbara barb babs", "benjamin ben benny benni",
        "bernard bernie bernhard bernd", "catherine kate katie cathy kathy katherine kathryn cate kat katharina katrin",
        "charles charlie chuck chas karl carl", "charlotte charlie lottie", "christine chris tina christina chrissie",
        "christopher chris kit christoph kris", "christian chris", "cynthia cindy", "daniel dan danny", "david dave davy",
        "deborah debbie deb debra", "dennis denny", "donald don donny", "dorothy dot dottie", "douglas doug", "edward ed eddie ted ned eduard",
        "eleanor ellie nell nora", "elizabeth liz beth betty lizzie eliza lisa elisabeth bess libby",
        "emily em", "eugene gene", "frances fran francesca", "francis frank frankie franz francisco", "franklin frank",
        "frederick fred freddy rick friedrich fritz", "gabriel gabe", "gerald gerry jerry gerhard", "gregory greg", "harold harry hal harald",
        "heinrich heiner heinz henry", "henry hank harry", "isabella bella izzy isabel", "jacob jake jakob", "jacqueline jackie",
        "james jim jimmy jamie", "janet jan", "jeffrey jeff geoffrey geoff", "jennifer jen jenny", "jessica jess jessie",
        "johannes hans johann jo jan",
        "john jack johnny jon jonathan", "joseph joe joey josef sepp jose pepe", "joshua josh", "judith judy", "julia julie jules",
        "kenneth ken kenny", "kimberly kim", "laurence larry lawrence lars", "leonard len lenny leo", "louis lou louie lewis ludwig", "louise lou",
        "margaret maggie meg peggy margie marge greta margarete", "maria mary marie mia", "martha marty", "martin marty", "matthew matt matthias mat",
        "maximilian max", "maxwell max", "michael mike mick mickey mikey michel miguel", "michelle shelly", "nancy nan",
        "natalie nat", "nathaniel nate nathan nat", "nicholas nick nicky niklas nicolas klaus", "nicole nicky", "oliver ollie", "pamela pam",
        "patricia pat patty trish tricia", "patrick pat paddy", "paul pauli", "peter pete pit", "philip phil philipp phillip", "rebecca becky becca",
        "raymond ray", "richard rick dick rich ricky richie", "robert bob rob bobby robbie bert roberto", "roderick rod", "ronald ron ronnie",
        "rudolf rudi rolf", "russell russ", "samantha sam", "samuel sam sammy", "sarah sally sara sadie", "stephanie steph steffi stefanie",
        "stephen steve steven stefan stevie",
        "susan sue susie suzanne susanne", "theodore ted teddy theo", "theresa terry tess teresa", "terence terry", "thomas tom tommy",
        "timothy tim timmy", "valerie val", "veronica ronnie vera", "victor vic", "victoria vicky tori", "vincent vince vinny", "virginia ginny",
        "walter walt wally", "wilhelm willi william",
        "william bill will billy willie liam", "wolfgang wolf", "zachary zach zack",
    ]
}
