/// The owner of a web address: the registrable domain, or the page on a platform where everybody has pages.
struct WebSite: Sendable, Hashable {
    var owner: UInt64
    var bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A domain as `registrable` gives it.
    init(registrable: [UInt8]) {
        owner = StableHash.of(registrable)
        bytes = registrable
    }

    /// nil when there is no host with a dot in the text.
    init?(_ text: String) {
        var bytes = Array(text.utf8).filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }[...]
        if let scheme = Self.range(of: Array("://".utf8), in: bytes) { bytes = bytes[(scheme + 3)...] }
        let host = bytes.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 && $0 != 0x3A }
        guard host.contains(0x2E), !host.contains(0x40) else { return nil }
        var registrable = Self.registrable(host)
        if registrable.isEmpty { return nil }
        if Self.everybodys.contains(StableHash.of(registrable)) {
            let page = bytes.dropFirst(host.count).prefix { $0 != 0x3F && $0 != 0x23 }
            registrable += Array(page)
            while registrable.last == 0x2F { registrable.removeLast() }
        }
        self.init(registrable: registrable)
    }

    /// The part of a host that is registered: the last two labels, or three under a registry such as `co.uk`.
    static func registrable(_ host: ArraySlice<UInt8>) -> [UInt8] {
        let labels = host.split(separator: 0x2E)
        guard labels.count >= 2, let top = labels.last else { return labels.first.map(Array.init) ?? [] }
        let second = labels[labels.count - 2]
        let isRegistry = top.count == 2 && labels.count >= 3 && registries.contains(StableHash.of(Array(second)))
        return Array(labels.suffix(isRegistry ? 3 : 2).joined(separator: [0x2E]))
    }

    private static func range(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.first { bytes[$0...].starts(with: needle) }
    }

    private static let registries = Set(
        "co com org net ac gov edu ne or go gob gouv asso ltd plc".split(separator: " ").map { StableHash.of(Array($0.utf8)) })
    private static let everybodys = Set(
        "facebook.com linkedin.com instagram.com twitter.com x.com youtube.com google.com wordpress.com blogspot.com wixsite.com github.io shopify.com etsy.com business.site tripadvisor.com yelp.com"
            .split(separator: " ").map { StableHash.of(Array($0.utf8)) })
}
