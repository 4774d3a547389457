import Foundation
import Testing

@testable import PolicyFiles

@Suite struct DiagnosticTests {
    @Test("sorts by file, line, message, in a total order") func order() {
        let sorted = [
            Diagnostic(file: "a.yaml", line: 2, severity: .error, message: "a"),
            Diagnostic(file: "a.yaml", line: 10, severity: .error, message: "a"),
            Diagnostic(file: "a.yaml", line: 10, severity: .error, message: "b"),
            Diagnostic(file: "a.yaml", line: 10, severity: .warning, message: "b"),
            Diagnostic(file: "a.yaml", line: 10, severity: .warning, message: "b", hint: "c"),
            Diagnostic(file: "b.yaml", line: 1, severity: .error, message: "a"),
        ]
        for _ in 0..<20 { #expect(sorted.shuffled().sorted() == sorted) }
    }

    @Test("is JSON with the names that tools rely on") func json() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = try String(
            decoding: encoder.encode(Diagnostic(file: "platforms/sap.yaml", line: 3, severity: .warning, message: "m", hint: "h")), as: UTF8.self)
        #expect(text == #"{"file":"platforms/sap.yaml","hint":"h","line":3,"message":"m","severity":"warning"}"#)
    }

    @Test("prints as compilers do") func description() {
        #expect(Diagnostic(file: "a.yaml", line: 3, severity: .error, message: "m", hint: "h").description == "a.yaml:3: error: m; h")
    }
}
