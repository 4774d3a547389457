import FoundationEssentials
import MatchFiles

/// `id,cluster` for each record, in the order of the records. A cluster's name is the id of its first record.
enum ClusterFile {
    static func write(_ clusters: [Int32], of table: RecordTable, to path: String) throws {
        var text: [UInt8] = Array("id,cluster\n".utf8)
        text.reserveCapacity(clusters.count * 20)
        for (record, cluster) in clusters.enumerated() {
            append(table.id(record), to: &text)
            text.append(0x2C)
            append(table.id(Int(cluster)), to: &text)
            text.append(0x0A)
        }
        do {
            try Data(text).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure("\(path) cannot be written; check the folder and its permissions")
        }
    }

    private static func append(_ id: String, to text: inout [UInt8]) {
        if id.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) {
            text.append(contentsOf: "\"\(id.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"".utf8)
        } else {
            text.append(contentsOf: id.utf8)
        }
    }
}
