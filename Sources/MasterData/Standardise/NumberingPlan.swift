/// How long the telephone numbers of a country are and what is dialled before them.
struct NumberingPlan {
    let callingCode: String
    /// Dialled before a national number inside the country and not part of it abroad; empty where there is none (Italy's zero is part of it).
    let trunk: [UInt8]
    /// Digits of any number, after the calling code.
    let lengths: ClosedRange<Int>
    /// Digits of a geographic or mobile number.
    let subscriberLengths: ClosedRange<Int>

    /// E.164 of digits dialled inside the country, when it is certain that they are a whole national number.
    func national(_ digits: ArraySlice<UInt8>) -> String? {
        var number = digits
        if !trunk.isEmpty, digits.starts(with: trunk), trunk.first == 0x30 || digits.count > subscriberLengths.upperBound {
            number = digits.dropFirst(trunk.count)
        } else if trunk.first == 0x30, subscriberLengths.count > 1 {
            // Without the trunk prefix it may lack the area code, and lengths do not tell.
            return nil
        }
        guard subscriberLengths.contains(number.count) else { return nil }
        return Self.e164(callingCode, number)
    }

    /// E.164 of digits that start with a calling code.
    static func international(_ digits: ArraySlice<UInt8>) -> String? {
        for length in 1...3 where digits.count > length {
            let code = String(decoding: digits.prefix(length), as: UTF8.self)
            guard let plan = byCallingCode[code] else { continue }
            var number = digits.dropFirst(length)
            // `+49 (0)30 …`: the trunk zero is not part of the number.
            if number.first == 0x30, plan.trunk == [0x30] || !plan.lengths.contains(number.count) { number = number.dropFirst() }
            guard plan.lengths.contains(number.count) else { return nil }
            return e164(code, number)
        }
        return nil
    }

    private static func e164(_ code: String, _ number: ArraySlice<UInt8>) -> String? {
        guard code.utf8.count + number.count <= 15, number.contains(where: { $0 != 0x30 }) else { return nil }
        // North American numbers: neither area code nor exchange starts with 0 or 1.
        if code == "1" {
            guard number.count == 10, number[number.startIndex] >= 0x32, number[number.startIndex + 3] >= 0x32 else { return nil }
        }
        return "+" + code + String(decoding: number, as: UTF8.self)
    }

    static let byCountry: [String: NumberingPlan] = {
        var plans: [String: NumberingPlan] = [:]
        TableLines.read(NumberingPlanTable.lines, fields: 7) { row in
            if row[0] != "ZZ", let plan = NumberingPlan(row) { plans[String(row[0])] = plan }
        }
        return plans
    }()

    /// Countries that share a calling code share the widest lengths; the trunk prefix is that of the first country that has one.
    private static let byCallingCode: [String: NumberingPlan] = {
        var plans: [String: NumberingPlan] = [:]
        TableLines.read(NumberingPlanTable.lines, fields: 7) { row in
            guard let plan = NumberingPlan(row) else { return }
            plans[plan.callingCode] = plans[plan.callingCode].map { $0.widened(by: plan) } ?? plan
        }
        return plans
    }()

    private init?(_ row: [Substring]) {
        guard row.count == 7, let least = Int(row[3]), let most = Int(row[4]), let leastSubscriber = Int(row[5]), let mostSubscriber = Int(row[6])
        else { return nil }
        callingCode = String(row[1])
        trunk = row[2] == "-" ? [] : Array(row[2].utf8)
        lengths = least...most
        subscriberLengths = leastSubscriber...mostSubscriber
    }

    private init(callingCode: String, trunk: [UInt8], lengths: ClosedRange<Int>, subscriberLengths: ClosedRange<Int>) {
        self.callingCode = callingCode
        self.trunk = trunk
        self.lengths = lengths
        self.subscriberLengths = subscriberLengths
    }

    private func widened(by other: NumberingPlan) -> NumberingPlan {
        NumberingPlan(
            callingCode: callingCode, trunk: trunk.isEmpty ? other.trunk : trunk,
            lengths: min(lengths.lowerBound, other.lengths.lowerBound)...max(lengths.upperBound, other.lengths.upperBound),
            subscriberLengths: subscriberLengths)
    }
}
