import MasterData

/// One line of `mdm doctor`: what was looked at, how it stands, and what to do where it does not stand well.
struct Check: Equatable {
    enum Status: String {
        /// As it should be.
        case ok
        /// The hub works, but somebody should look.
        case warn
        /// The hub cannot work like this.
        case fail
    }

    var name: String
    var status: Status
    var message: String
    /// What to do.
    var hint: String?

    static func ok(_ name: String, _ message: String) -> Check { Check(name: name, status: .ok, message: message) }
    static func warn(_ name: String, _ message: String, _ hint: String) -> Check { Check(name: name, status: .warn, message: message, hint: hint) }
    static func fail(_ name: String, _ message: String, _ hint: String?) -> Check { Check(name: name, status: .fail, message: message, hint: hint) }

    var json: JSONObject {
        ["check": .string(name), "status": .string(status.rawValue), "message": .string(message), "hint": JSONValue(hint)]
    }

    var text: String {
        let mark = status.rawValue.padded(to: 5)
        return "\(mark) \(name.padded(to: 11)) \(message)\n" + (hint.map { String(repeating: " ", count: 18) + "→ \($0)\n" } ?? "")
    }
}

extension String {
    /// With blanks behind, up to `width` characters.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
