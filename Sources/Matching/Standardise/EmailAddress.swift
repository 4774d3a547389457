/// An e-mail address as it is compared.
struct EmailAddress: Sendable, Hashable {
    /// The mailbox without what follows a plus sign.
    var mailbox: [UInt8]
    var mailboxHash: UInt64
    /// Of the registrable domain.
    var domain: UInt64
    var domainBytes: [UInt8]
    var whole: UInt64
    /// The provider's domain says nothing about who the owner works for.
    var isFreeMail: Bool
    /// A mailbox that many share (`info@`).
    var isShared: Bool
    var text: String { String(decoding: mailbox, as: UTF8.self) + "@" + String(decoding: domainBytes, as: UTF8.self) }

    /// nil when the text is no address, or one that nobody reads.
    init?(_ text: String) {
        let bytes = Array(text.utf8).filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
        guard let at = bytes.lastIndex(of: 0x40), at > 0, at < bytes.count - 1 else { return nil }
        let local = bytes[..<at]
        mailbox = Array(local.prefix { $0 != 0x2B })
        if mailbox.isEmpty { mailbox = Array(local) }
        mailboxHash = StableHash.of(mailbox)
        let registrable = WebSite.registrable(bytes[(at + 1)...])
        guard !registrable.isEmpty else { return nil }
        domain = StableHash.of(registrable)
        domainBytes = registrable
        if Self.nobody.contains(mailboxHash) || Self.exampleDomains.contains(domain) { return nil }
        isFreeMail = Self.providers.contains(domain)
        isShared = !isFreeMail && Self.roles.contains(mailboxHash)
        var hash = StableHash(seed: domain)
        mailbox.withUnsafeBufferPointer { hash.combine($0) }
        whole = hash.value
    }

    private static func set(_ words: String) -> Set<UInt64> { Set(words.split(separator: " ").map { StableHash.of(Array($0.utf8)) }) }

    private static let nobody = set("noreply no-reply donotreply do-not-reply none nomail noemail unknown na null")
    private static let exampleDomains = set("example.com example.org example.net test.com invalid localhost none.com noemail.com")
    private static let roles = set(
        "info sales contact office admin billing accounts accounting invoice invoices ap ar support hello service mail finance buchhaltung rechnung rechnungen compta comptabilite kontakt verkauf vertrieb einkauf purchasing orders order hr jobs marketing press team post kundenservice enquiries inquiries help helpdesk webmaster postmaster reception ventas facturacion contabilidad amministrazione administratie administration commercial contacto secretariat zentrale bestellung it legal accountspayable accounts-payable payables receivables procurement customerservice general"
    )
    private static let providers = set(
        "gmail.com googlemail.com yahoo.com yahoo.de yahoo.fr yahoo.co.uk yahoo.co.jp ymail.com hotmail.com hotmail.de hotmail.fr hotmail.co.uk outlook.com outlook.de live.com live.de msn.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it bluewin.ch telefonica.net terra.es mail.com mail.ru yandex.ru yandex.com bk.ru inbox.ru proton.me protonmail.com qq.com 163.com 126.com sina.com naver.com daum.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net btinternet.com sky.com virginmedia.com ntlworld.com telenet.be skynet.be planet.nl ziggo.nl kpnmail.nl hetnet.nl wp.pl onet.pl o2.pl interia.pl seznam.cz centrum.cz rediffmail.com zoho.com fastmail.com hey.com uol.com.br bol.com.br terra.com.br shaw.ca rogers.com bigpond.com optusnet.com.au"
    )
}
