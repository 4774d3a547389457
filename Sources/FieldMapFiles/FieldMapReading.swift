package import MasterData
package import RecordFiles

/// What a map file says, or what is wrong with it.
package struct FieldMapReading: Sendable {
    /// Nil when there is any diagnostic.
    package var map: FieldMap?
    /// The platform whose export the map is for, where it says so.
    package var platform: String?
    package var entity: Entity?
    /// All mistakes, by line.
    package var diagnostics: [FieldMapDiagnostic]
}

/// One mistake in a map file.
package struct FieldMapDiagnostic: Sendable, Hashable, Codable, CustomStringConvertible {
    package var file: String
    /// From 1.
    package var line: Int
    package var message: String
    package var hint: String?

    package var description: String {
        "\(file):\(line): error: \(message)" + (hint.map { "; \($0)" } ?? "")
    }
}
