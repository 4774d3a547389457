import HubServer

extension HubApplication.Address {
    /// Reads `host:port`, `[::1]:8080` or a port alone, which listens on this machine only. Nil where the text is none of them.
    init?(_ text: String) {
        let host: Substring
        let port: Substring
        if let colon = text.lastIndex(of: ":") {
            host = text[..<colon]
            port = text[text.index(after: colon)...]
        } else {
            host = "127.0.0.1"
            port = text[...]
        }
        var name = String(host)
        if name.hasPrefix("[") {
            guard name.hasSuffix("]") else { return nil }
            name = String(name.dropFirst().dropLast())
        } else if name.contains(":") {
            return nil
        }
        guard !name.isEmpty, !name.contains("/"), let number = UInt16(port), port.allSatisfy(\.isNumber) else { return nil }
        self.init(host: name, port: Int(number))
    }

    /// As a client writes it.
    var url: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
