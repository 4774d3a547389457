import ArgumentParser
import Glibc
import MasterData

/// A command could not do what it was asked to. Says what, where and what to do; holds no attribute values.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// How the program ends.
enum Exit {
    static let failure: Int32 = 1
    static let usage: Int32 = 2

    /// Says on standard error what went wrong (with `--json` also as `{"error": …}` on standard output) and ends the process.
    static func end(after error: any Error, wantsJSON: Bool) -> Never {
        // A command that has already reported its result asks for nothing but an exit code.
        if let code = error as? ExitCode { exit(code.rawValue) }
        // Whoever read the output has seen enough.
        if error is NobodyReads { exit(0) }
        switch MDM.exitCode(for: error) {
        case .success:
            // Help and version come as errors too.
            Terminal.write(MDM.fullMessage(for: error) + "\n")
            exit(0)
        case .validationFailure:
            report(MDM.fullMessage(for: error), short: MDM.message(for: error), wantsJSON: wantsJSON)
            exit(usage)
        default:
            report("mdm: \(error)", short: "\(error)", wantsJSON: wantsJSON)
            exit(failure)
        }
    }

    private static func report(_ text: String, short: String, wantsJSON: Bool) {
        if wantsJSON { Terminal.write(JSONValue.object(["error": .string(short)]).jsonText + "\n") }
        Terminal.note(text)
    }
}
