import FoundationEssentials
import MasterData
import RecordFiles
import Yams

/// Reads a map file: YAML that says which native field feeds which attribute. The grammar is in `maps/README.md`.
package enum FieldMapReader {
    /// Bytes of a map file.
    static let mostBytes = 1 << 20

    package static func read(path: String) -> FieldMapReading {
        guard let data = FileManager.default.contents(atPath: path) else {
            return refusal(path, 1, "the file cannot be read", hint: "check the path and its permissions")
        }
        guard data.count <= mostBytes else { return refusal(path, 1, "the file has more than \(mostBytes) bytes") }
        guard let text = String(validating: data, as: UTF8.self) else { return refusal(path, 1, "the file is not UTF-8") }
        return read(text, file: path)
    }

    /// - Parameter file: for diagnostics.
    package static func read(_ text: String, file: String) -> FieldMapReading {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            let (line, message) = describe(error)
            return refusal(file, line, message)
        } catch {
            return refusal(file, 1, "the file is not YAML")
        }
        guard let node else { return refusal(file, 1, "the file is empty", hint: "say at least `nativeId` and `attributes`") }
        var page = FieldMapPage(file: file)
        return page.read(node)
    }

    private static func refusal(_ file: String, _ line: Int, _ message: String, hint: String? = nil) -> FieldMapReading {
        FieldMapReading(map: nil, platform: nil, entity: nil, diagnostics: [FieldMapDiagnostic(file: file, line: line, message: message, hint: hint)])
    }

    private static func describe(_ error: YamlError) -> (line: Int, message: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            (max(1, mark.line), "not YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            (max(1, context.mark.line), "a key occurs twice: \(duplicates.map { "`\($0)`" }.joined(separator: ", "))")
        default: (1, "the file is not YAML")
        }
    }
}
