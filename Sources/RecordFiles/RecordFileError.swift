/// Why a file cannot be read on.
package enum RecordFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The system's reason.
    case unreadable(path: String, reason: String)
    /// The file as a whole is not what it should be: its header, its encoding, its shape.
    case malformed(path: String, line: Int, message: String)

    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read `\(path)`: \(reason)"
        case .malformed(let path, let line, let message): "\(path):\(line): \(message)"
        }
    }
}
