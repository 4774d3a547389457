/// When two records meet, that is, are compared at all.
///
/// Most pairs that share a single key of the weaker kind (a rare word of a company's name and the town, a house number and the street) are
/// strangers, and the more records there are, the more of these pairs. Counted on 100,000 sample customers: of the pairs with one
/// shared key, nearly three quarters of all, 0.2 % were one party; of those with six, 98 %. So such a key counts one vote, any other
/// two, and two votes are needed; a record with so few keys that it could hardly share a second meets by one.
///
/// A function of the two records alone, so that the order of arrival does not matter.
extension MatchModel {
    /// A record with this many keys or fewer meets others by any one.
    package static let fewKeys = 6
    static let votesToMeet = 2

    /// What sharing the record's key at this index counts towards meeting.
    package func votes(of record: MatchRecord, keyAt index: Int) -> Int {
        recipes[Int(record.recipes[index])].tellsAlone ? Self.votesToMeet : 1
    }

    /// - Parameter keys: the number of keys of the one that has fewer.
    package static func meet(votes: Int, keys: Int) -> Bool {
        votes >= votesToMeet || (votes > 0 && keys <= fewKeys)
    }
}
