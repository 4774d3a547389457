/// Levels of two e-mail addresses (`ComparisonKind.email.levels`).
enum EmailLevel {
    static let same: UInt8 = 1, sameShared: UInt8 = 2, close: UInt8 = 3, sameDomain: UInt8 = 4, sameMailbox: UInt8 = 5, different: UInt8 = 6

    static func of(_ a: EmailAddress, _ b: EmailAddress) -> UInt8 {
        if a.whole == b.whole { return a.isShared ? sameShared : same }
        if a.domain == b.domain {
            let bothShared = a.isShared || b.isShared
            if !bothShared, min(a.mailbox.count, b.mailbox.count) >= 5, EditDistance.osa(a.mailbox, b.mailbox, limit: 1) <= 1 { return close }
            return a.isFreeMail ? different : sameDomain
        }
        // a slip of the keyboard in the domain, the mailbox as good as equal
        if !a.isShared, !b.isShared, a.mailbox.count >= 3, min(a.domainBytes.count, b.domainBytes.count) >= 6,
            EditDistance.osa(a.mailbox, b.mailbox, limit: 1) <= (a.mailbox.count >= 5 ? 1 : 0),
            EditDistance.osa(a.domainBytes, b.domainBytes, limit: 1) <= 1
        {
            return close
        }
        // a person's mailbox with another provider
        let telling = a.mailbox.count >= 8 && a.mailboxHash == b.mailboxHash && !a.isShared && !b.isShared
        return telling ? sameMailbox : different
    }
}
