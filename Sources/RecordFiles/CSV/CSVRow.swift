import MasterData

/// The fields of a record that is a row of a CSV file. An empty field is no value.
struct CSVRow: NativeFields {
    let fields: [String]
    /// By the text of a path, the column.
    let columns: [String: Int]

    func value(at path: SourcePath) -> JSONValue? {
        guard let column = columns[path.text] else { return nil }
        let text = fields[column]
        return text.isEmpty ? nil : .string(text)
    }
}
