package import MasterData

/// An HTTP/1.1 answer as it came over the wire.
package struct HTTPAnswer: Sendable, CustomStringConvertible {
    package var status: Int
    /// Names in lower case; the last of several counts.
    package var fields: [String: String]
    package var body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }
    package var description: String { "\(status) \(fields) \(text.prefix(600))" }

    /// The body as a JSON object; empty where it is none.
    package var json: JSONObject { (try? JSONParser.parseObject(body)) ?? JSONObject() }
    package var code: String? { json["code"]?.text }

    package subscript(member: String) -> JSONValue? { json[member] }

    /// The first answer in `bytes` and its length; nil where it is not complete. Informational answers are skipped.
    package static func parse(_ bytes: [UInt8], isHead: Bool) throws -> (HTTPAnswer, Int)? {
        guard let headEnd = find([13, 10, 13, 10], in: bytes, from: 0) else { return nil }
        let lines = String(decoding: bytes[..<headEnd], as: UTF8.self).split(separator: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
            throw RawConnection.Failure(description: "no HTTP answer: \(lines[0])")
        }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[parts[0].lowercased()] = String((parts.count > 1 ? parts[1] : "").drop { $0 == " " })
        }
        let start = headEnd + 4
        if (100..<200).contains(status) {
            guard let (next, length) = try parse(Array(bytes[start...]), isHead: isHead) else { return nil }
            return (next, start + length)
        }
        if isHead || status == 304 || status == 204 { return (HTTPAnswer(status: status, fields: fields, body: []), start) }
        if fields["transfer-encoding"] == "chunked" {
            guard let (body, end) = unchunk(bytes, from: start) else { return nil }
            return (HTTPAnswer(status: status, fields: fields, body: body), end)
        }
        let length = Int(fields["content-length"] ?? "0") ?? 0
        guard bytes.count >= start + length else { return nil }
        return (HTTPAnswer(status: status, fields: fields, body: Array(bytes[start..<(start + length)])), start + length)
    }

    private static func unchunk(_ bytes: [UInt8], from start: Int) -> ([UInt8], Int)? {
        var body: [UInt8] = []
        var place = start
        while let end = find([13, 10], in: bytes, from: place) {
            guard let size = Int(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16) else { return nil }
            let next = end + 2 + size + 2
            guard bytes.count >= next else { return nil }
            if size == 0 { return (body, next) }
            body += bytes[(end + 2)..<(end + 2 + size)]
            place = next
        }
        return nil
    }

    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= start + pattern.count else { return nil }
        for index in start...(bytes.count - pattern.count) where bytes[index] == pattern[0] {
            if bytes[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
        }
        return nil
    }
}

/// Writes requests.
package enum HTTPText {
    package static func request(_ method: String, _ target: String, key: String? = nil, fields: [String: String] = [:], body: String? = nil) -> String {
        var text = "\(method) \(target) HTTP/1.1\r\nHost: hub\r\n"
        if let key { text += "Authorization: Bearer \(key)\r\n" }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
        if let body { text += "Content-Length: \(body.utf8.count)\r\n" }
        return text + "\r\n" + (body ?? "")
    }
}
