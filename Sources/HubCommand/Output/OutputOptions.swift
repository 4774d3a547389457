import ArgumentParser
import MasterData

/// What every command takes.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object on standard output; everything else goes to standard error.")
    var json = false

    /// Prints the result in the form that was asked for.
    func print(_ object: @autoclosure () -> JSONObject, text: @autoclosure () -> String) {
        Terminal.write(json ? object().jsonText + "\n" : text())
    }
}

extension JSONValue {
    init(_ number: some BinaryInteger) { self = .number(String(number)) }
    init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
}
