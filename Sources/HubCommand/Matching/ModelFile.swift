import FoundationEssentials
import MatchFiles
import Matching

/// The model that was learned, as a file.
enum ModelFile {
    static func write(_ model: RecordModel, to path: String) throws {
        do {
            try Data(MatchModelFile.text(model).utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure("\(path) cannot be written; check the folder and its permissions")
        }
    }
}
