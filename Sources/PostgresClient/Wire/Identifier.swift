/// Quoting of names that become part of a statement: roles and channels.
enum Identifier {
    /// `"name"`, with quotes inside doubled. A zero byte cannot occur in a name and is dropped.
    static func quoted(_ name: String) -> String {
        var quoted = "\""
        for scalar in name.unicodeScalars where scalar.value != 0 {
            quoted.unicodeScalars.append(scalar)
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }
}
