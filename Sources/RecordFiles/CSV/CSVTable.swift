import MasterData

/// A CSV file's header, understood: with a map, its columns feed the map's attributes; without, they are attribute paths themselves.
struct CSVTable {
    let decoder: RecordDecoder
    /// Columns that the map names and the file lacks.
    let notices: [String]

    /// Reads the header as the first record that `scanner` finds.
    init(_ file: RecordFile, scanner: inout CSVScanner, source: ByteSource) throws(RecordFileError) {
        let splitter = CSVFields(delimiter: scanner.delimiter, limits: file.limits)
        let header = try Self.header(file, &scanner, source, splitter)
        let map: FieldMap
        if let given = file.map { map = given } else { map = try Self.ownMap(header, file) }
        var columns: [String: Int] = [:]
        var missing: [String] = []
        for path in Self.paths(map) where columns[path.text] == nil {
            if let place = header.place(of: path.text) {
                columns[path.text] = place
            } else if !missing.contains(path.text) {
                missing.append(path.text)
            }
        }
        guard map.nativeId.paths.contains(where: { columns[$0.text] != nil }) else {
            let wanted = map.nativeId.paths.map { "`\($0.text)`" }.joined(separator: ", ")
            throw Self.refusal(
                file, "no column \(wanted) for the native id; the columns are \(Self.list(header.names)). Check the map and the delimiter")
        }
        notices = missing.isEmpty ? [] : ["columns that the map names and the file lacks: \(Self.list(missing))"]
        decoder = RecordDecoder(
            shape: .csv(try OpenRecordFile.plan(map, file), splitter, columns: columns, count: header.names.count), limits: file.limits)
    }

    private static func header(
        _ file: RecordFile, _ scanner: inout CSVScanner, _ source: ByteSource, _ splitter: CSVFields
    ) throws(RecordFileError) -> CSVHeader {
        guard let first = try scanner.next(in: source) else {
            throw refusal(file, "the file is empty; a CSV file starts with a line of column names")
        }
        switch first.content {
        case .failure(let error): throw refusal(file, error.message)
        case .success(let bytes):
            let names: [String]
            do { names = try splitter.split(bytes) } catch { throw refusal(file, error.message) }
            do { return try CSVHeader(names: names) } catch { throw refusal(file, error.message) }
        }
    }

    /// The map of a file in the hub's own shape: `nativeId`, perhaps `updatedAt` and `version`, and attribute paths.
    private static func ownMap(_ header: CSVHeader, _ file: RecordFile) throws(RecordFileError) -> FieldMap {
        guard header.names.contains("nativeId") else {
            throw refusal(
                file, "no column `nativeId`; name the column of ids so, or map the file's columns with --map. The columns are \(list(header.names))")
        }
        func column(_ name: String) -> FieldSource { .path(SourcePath(text: name, steps: [.member(name)])) }
        var attributes: [FieldMap.Attribute] = []
        for name in header.names where !["nativeId", "updatedAt", "version"].contains(name) {
            do {
                attributes.append(FieldMap.Attribute(target: try AttributePath(name), source: column(name)))
            } catch {
                throw refusal(file, "column `\(name.prefix(64))` is no attribute path: \(error.message)")
            }
        }
        guard !attributes.isEmpty else {
            throw refusal(file, "no column is an attribute; besides `nativeId`, name columns for what is known of the record")
        }
        return FieldMap(
            nativeId: column("nativeId"), updatedAt: header.names.contains("updatedAt") ? column("updatedAt") : nil,
            version: header.names.contains("version") ? column("version") : nil, attributes: attributes)
    }

    private static func paths(_ map: FieldMap) -> [SourcePath] {
        map.nativeId.paths + (map.updatedAt?.paths ?? []) + (map.version?.paths ?? []) + map.attributes.flatMap(\.source.paths)
            + map.conditions.flatMap(\.source.paths)
    }

    /// Names for a message, the first twenty.
    private static func list(_ names: [String]) -> String {
        names.prefix(20).map { "`\($0.prefix(64))`" }.joined(separator: ", ") + (names.count > 20 ? " and \(names.count - 20) more" : "")
    }

    private static func refusal(_ file: RecordFile, _ message: String) -> RecordFileError {
        .malformed(path: file.path, line: 1, message: message)
    }
}
