/// Reads the tables of this folder: lines of fields with single spaces between them, the last field to the end of the line.
enum TableLines {
    static func read(_ lines: String, fields: Int, _ row: ([Substring]) -> Void) {
        for line in lines.split(separator: "\n") {
            row(line.split(separator: " ", maxSplits: fields - 1))
        }
    }
}
