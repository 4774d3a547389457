import MasterData

/// A map made ready for one file: turns the fields of a native record into ours.
struct RecordPlan: Sendable {
    enum Outcome {
        case record(RawRecord)
        /// A condition does not hold.
        case skipped
    }

    struct Refusal: Error {
        var code: LineError.Code
        var message: String
    }

    private let map: FieldMap
    private let tree: AttributeTree

    init(_ map: FieldMap) throws(AttributeTree.Refusal) {
        self.map = map
        tree = try AttributeTree(map.attributes.map(\.target))
    }

    func outcome(_ fields: some NativeFields) throws(Refusal) -> Outcome {
        for condition in map.conditions where try !holds(condition, fields) { return .skipped }
        guard let nativeId = try value(map.nativeId, for: "nativeId", fields)?.plainText, !nativeId.isEmpty else {
            throw Refusal(code: .missingNativeId, message: "the record has no native id")
        }
        var values: [JSONValue?] = []
        values.reserveCapacity(map.attributes.count)
        for attribute in map.attributes { values.append(try value(attribute.source, for: attribute.target.text, fields)) }
        return .record(
            RawRecord(
                nativeId: nativeId, attributes: tree.attributes(values),
                updatedAt: try map.updatedAt.flatMap { (source) throws(Refusal) in try value(source, for: "updatedAt", fields)?.plainText },
                version: try map.version.flatMap { (source) throws(Refusal) in try value(source, for: "version", fields)?.plainText }))
    }

    private func holds(_ condition: FieldMap.Condition, _ fields: some NativeFields) throws(Refusal) -> Bool {
        let text = try value(condition.source, for: "where", fields)?.plainText?.lowercased() ?? ""
        return condition.values.contains { $0.lowercased() == text } != condition.isNegated
    }

    private func value(_ source: FieldSource, for target: String, _ fields: some NativeFields) throws(Refusal) -> JSONValue? {
        do {
            return try source.value(in: fields)
        } catch {
            throw Refusal(code: .unmappableValue, message: "`\(target)`: \(error.message)")
        }
    }
}
