/// Web addresses.
package enum WebAddress {
    /// Scheme and host in lower case, `https` where none is given, no default port, no slash at the end of a bare host or path.
    /// Path and query stay as they are: servers tell case apart there. User names and passwords are refused: master data keeps no credentials.
    package static func standardise(_ raw: String) throws(ValueRefusal) -> String {
        let refusal = ValueRefusal("url", "not a web address; send one such as https://www.example.com")
        var bytes = Array(raw.utf8)[...]
        var scheme = "https"
        if let colon = find("://", in: bytes) {
            scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            guard scheme == "http" || scheme == "https" else { throw refusal }
            bytes = bytes[(colon + 3)...]
        } else if bytes.starts(with: "//".utf8) {
            bytes = bytes.dropFirst(2)
        }
        let authorityEnd = bytes.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.endIndex
        let authority = bytes[..<authorityEnd]
        var rest = bytes[authorityEnd...]
        guard !authority.contains(UInt8(ascii: "@")) else {
            throw ValueRefusal("url", "a web address must not hold a user name; e-mail addresses belong into another attribute")
        }
        var host = String(decoding: authority, as: UTF8.self).lowercased()
        var port = ""
        if let colon = host.utf8.lastIndex(of: UInt8(ascii: ":")) {
            port = String(host[host.utf8.index(after: colon)...])
            host = String(host[..<colon])
            guard let number = UInt16(port), number > 0 else { throw refusal }
            port = (scheme == "https" && number == 443) || (scheme == "http" && number == 80) ? "" : ":\(number)"
        }
        if host.utf8.last == UInt8(ascii: ".") { host.removeLast() }
        guard HostName.isHostName(Array(host.utf8)[...]), !rest.contains(where: { $0 <= 0x20 }) else { throw refusal }
        if !rest.contains(UInt8(ascii: "?")), !rest.contains(UInt8(ascii: "#")) {
            while rest.last == UInt8(ascii: "/") { rest.removeLast() }
        } else if rest.first == UInt8(ascii: "/"), rest.count == 1 {
            rest.removeFirst()
        }
        return "\(scheme)://\(host)\(port)" + String(decoding: rest, as: UTF8.self)
    }

    private static func find(_ pattern: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(pattern.utf8)
        guard bytes.count >= wanted.count else { return nil }
        for start in bytes.startIndex...(bytes.endIndex - wanted.count) where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            return start
        }
        return nil
    }
}
