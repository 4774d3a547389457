import HubStore
import MasterData

/// Golden records as CSV (RFC 4180): a column for each attribute of the policy, those of groups by path, lists and crosswalk as JSON.
struct ExportedTable {
    private static let ownColumns = ["goldenId", "number", "version", "status", "recordedAt", "policyVersion"]
    private let paths: [[String]]

    init(_ policy: EntityPolicy) {
        paths = policy.attributes.flatMap { Self.paths($0.type, under: [$0.name]) }
    }

    private static func paths(_ type: AttributeType, under path: [String]) -> [[String]] {
        switch type {
        case .address: ["street", "houseNumber", "street2", "city", "region", "postcode", "country"].map { path + [$0] }
        case .money: [path + ["amount"], path + ["currency"]]
        case .quantity: [path + ["value"], path + ["unit"]]
        case .taxId: ["type", "number", "country"].map { path + [$0] }
        case .platformId: [path + ["platform"], path + ["nativeId"]]
        case .group(let fields): fields.flatMap { paths($0.type, under: path + [$0.name]) }
        default: [path]
        }
    }

    func appendHeader(to output: inout [UInt8]) {
        append(Self.ownColumns + paths.map { $0.joined(separator: ".") } + ["crosswalk"], to: &output)
    }

    func append(_ record: ExportedRecord, to output: inout [UInt8]) throws {
        let golden = record.golden
        let attributes = JSONValue.object(try JSONParser.parseObject(Array(golden.attributesJSON.utf8)))
        let crosswalk = JSONValue.array(record.ids.map { .object(["platform": .string($0.platform), "nativeId": .string($0.nativeId)]) }).jsonText
        append(
            [golden.goldenId.text, golden.number, String(golden.version), golden.status.rawValue, golden.recordedAt.text, golden.policyVersion]
                + paths.map { Self.cell(attributes, $0) } + [crosswalk],
            to: &output)
    }

    private static func cell(_ value: JSONValue, _ path: [String]) -> String {
        var value = value
        for step in path {
            guard let next = value.members?[step] else { return "" }
            value = next
        }
        switch value {
        case .string(let text), .number(let text): return text
        case .null: return ""
        case .bool, .array, .object: return value.jsonText
        }
    }

    private func append(_ cells: [String], to output: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            let needsQuotes = cell.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
            guard needsQuotes else {
                output.append(contentsOf: cell.utf8)
                continue
            }
            output.append(UInt8(ascii: "\""))
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { output.append(byte) }
                output.append(byte)
            }
            output.append(UInt8(ascii: "\""))
        }
        output.append(contentsOf: [0x0D, 0x0A])
    }
}
