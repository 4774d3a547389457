import MasterData
import Mastering

/// What came of a file's records so far.
struct LoadCounts: Equatable, Sendable {
    var read = 0
    var rejected = 0
    var outcomes: [Outcome: Int] = [:]
    /// Size of the file of rejected records, so that a resumed load can cut off what an unfinished batch left there.
    var rejectedBytes = 0

    var accepted: Int { outcomes.values.reduce(0, +) }

    mutating func add(_ receptions: [Reception]) {
        for reception in receptions {
            read += 1
            switch reception {
            case .success(let receipt): outcomes[receipt.outcome, default: 0] += 1
            case .failure: rejected += 1
            }
        }
    }

    /// As `mdm load --json` prints them.
    var members: [JSONObject.Member] {
        let own: [(String, Int)] = [("read", read), ("accepted", accepted), ("rejected", rejected)]
        return (own + Outcome.allCases.map { ($0.rawValue, outcomes[$0] ?? 0) }).map { JSONObject.Member(key: $0.0, value: JSONValue($0.1)) }
    }

    /// As the progress in the database keeps them.
    var text: String { JSONObject(members + [JSONObject.Member(key: "rejectedBytes", value: JSONValue(rejectedBytes))]).jsonText }

    init() {}

    init?(text: String) {
        guard let members = try? JSONParser.parse(text).members else { return nil }
        func number(_ key: String) -> Int { if case .number(let digits)? = members[key] { Int(digits) ?? 0 } else { 0 } }
        read = number("read")
        rejected = number("rejected")
        rejectedBytes = number("rejectedBytes")
        for outcome in Outcome.allCases { outcomes[outcome] = number(outcome.rawValue) }
    }

    static func == (left: LoadCounts, right: LoadCounts) -> Bool { left.text == right.text }
}
