import FoundationEssentials
import MasterData

/// `mdm.yaml` in the working folder: flat `key: value` lines, nothing else.
struct SettingsFile: Equatable {
    static let name = "mdm.yaml"
    static let knownKeys = ["listen", "policies", "data", "databaseUrl"]
    private static let maximumBytes = 65_536

    private(set) var values: [String: String] = [:]

    init() {}

    /// Reads the file; a missing one says nothing.
    init(path: String) throws(SettingsError) {
        guard FileManager.default.fileExists(atPath: path) else {
            self.init()
            return
        }
        guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= Self.maximumBytes else {
            throw SettingsError("\(path):1: cannot be read, or is larger than \(Self.maximumBytes) bytes")
        }
        try self.init(text: String(decoding: bytes, as: UTF8.self), name: path)
    }

    init(text: String, name: String) throws(SettingsError) {
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let place = "\(name):\(index + 1)"
            let content = Self.trimmed(line)
            if content.isEmpty || content.hasPrefix("#") || content == "---" { continue }
            guard let colon = content.firstIndex(of: ":") else {
                throw SettingsError("\(place): expected `key: value`, as in `listen: 127.0.0.1:8080`")
            }
            let key = String(content[..<colon])
            guard Self.knownKeys.contains(key) else {
                let near = NearestName.suggestion(for: key, among: Self.knownKeys).map { "did you mean `\($0)`?" }
                throw SettingsError("\(place): unknown key `\(key.prefix(64))`; \(near ?? "known keys: " + Self.knownKeys.joined(separator: ", "))")
            }
            guard values[key] == nil else { throw SettingsError("\(place): `\(key)` is set twice; remove one of the lines") }
            values[key] = try Self.value(Self.trimmed(content[content.index(after: colon)...]), place: place, key: key)
        }
    }

    private static func value(_ text: Substring, place: String, key: String) throws(SettingsError) -> String {
        if let quote = text.first, quote == "\"" || quote == "'" {
            guard let end = text.dropFirst().firstIndex(of: quote), trimmed(text[text.index(after: end)...]).first.map({ $0 == "#" }) ?? true else {
                throw SettingsError("\(place): the quotes of `\(key)` do not close at the end of the line")
            }
            return String(text.dropFirst()[..<end])
        }
        // A comment begins with a blank and a hash, as in all of YAML.
        var value = text
        if let comment = text.firstRange(of: " #") { value = trimmed(text[..<comment.lowerBound]) }
        guard let first = value.first, !"[{&*|>!%@`".contains(first), !value.hasPrefix("#") else {
            throw SettingsError("\(place): `\(key)` needs a plain value on the same line, or the line removed")
        }
        return String(value)
    }

    private static func trimmed(_ text: some StringProtocol) -> Substring {
        var text = Substring(text)
        while let first = text.first, first == " " || first == "\t" || first == "\r" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" || last == "\r" || last == "\r\n" { text.removeLast() }
        return text
    }
}

/// A setting that cannot be used: where it stands and what to write instead.
struct SettingsError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
