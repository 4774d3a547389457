/// What is wrong with a file given to `mdm match`: where, what, and what to do. Holds no values.
package struct MatchFileError: Error, Sendable, Hashable, CustomStringConvertible {
    package var file: String
    /// From 1; 0 where it is the whole file.
    package var line: Int
    package var message: String

    package var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
