import FoundationEssentials
import MasterData
import Matching

extension MatchModel {
    /// Whether features depend on golden records of others: a contract's on its party's.
    var resolvesReferences: Bool { field("party") != nil }
}

/// Turns a record's standardised attributes into what the matcher compares.
struct MatchInput: Sendable {
    let policies: PolicySet
    let policy: EntityPolicy
    let model: MatchModel

    /// Every record that these refer to.
    func references(of records: some Sequence<MasteredRecord>) -> [SourceKey] {
        Set(records.flatMap { policy.references(in: $0.standardised, platform: $0.key.platform).map(\.target) }).sorted()
    }

    /// Features and match keys of an active record; nil for a retired one, which takes no part in matching.
    func features(of record: MasteredRecord, _ golden: [SourceKey: UUID]) -> MatchRecord? {
        guard record.status == .active else { return nil }
        return features(recordId: record.recordId, key: record.key, standardised: record.standardised, golden)
    }

    func features(recordId: Int64, key: SourceKey, standardised: JSONObject, _ golden: [SourceKey: UUID]) -> MatchRecord {
        model.withKeys(comparable(recordId: recordId, key: key, standardised: standardised, golden))
    }

    /// Features alone, without match keys.
    func comparable(recordId: Int64, key: SourceKey, standardised: JSONObject, _ golden: [SourceKey: UUID]) -> MatchRecord {
        var values = MatchValues(model: model)
        for (index, field) in model.fields.enumerated() {
            for text in texts(of: field.name, key: key, in: standardised, golden) { values.append(text, to: index) }
        }
        // Ties between clusters are broken by what the record is called, never by when it came.
        let order = StableHash.of(key.platform, key.nativeId)
        return model.prepareForComparison(id: recordId, order: order, values)
    }

    /// The values of a model's field: an attribute of that name, or one of the fields that are put together from several attributes.
    private func texts(of field: String, key: SourceKey, in attributes: JSONObject, _ golden: [SourceKey: UUID]) -> [String] {
        switch field {
        case "name":
            return ["legalName", "name"].filter { attributes["partyType"]?.text != "person" || $0 == "legalName" }.compactMap { attributes[$0]?.text }
        case "person":
            return attributes["partyType"]?.text == "person" ? [attributes["name"]?.text].compactMap { $0 } : []
        case "title":
            return [attributes["name"]?.text].compactMap { $0 }
        case "taxId":
            return (attributes["taxIds"]?.elements ?? []).compactMap { element in
                guard let members = element.members, let number = members["number"]?.text else { return nil }
                return "\(members["type"]?.text ?? ""):\(members["country"]?.text ?? ""):\(number)"
            }
        case "platformId":
            let own = "\(idSpace(key.platform)):\(key.nativeId)"
            return [own] + (attributes["platformIds"]?.elements ?? []).compactMap { element in
                guard let platform = element.members?["platform"]?.text, let nativeId = element.members?["nativeId"]?.text else { return nil }
                return "\(idSpace(platform)):\(nativeId)"
            }
        case "address":
            return ["billTo", "shipTo"].compactMap { attributes[$0]?.members }.map { address in
                MatchAddress(
                    street: [address["street"]?.text, address["street2"]?.text].compactMap { $0 }.joined(separator: " "),
                    houseNumber: address["houseNumber"]?.text ?? "", postcode: address["postcode"]?.text ?? "",
                    locality: address["city"]?.text ?? "", region: address["region"]?.text ?? "", country: address["country"]?.text ?? ""
                ).text
            }
        case "party":
            return policy.references(in: attributes, platform: key.platform).filter { $0.attribute == "customer" }.compactMap { golden[$0.target]?.text }
        default:
            guard let value = attributes[field] else { return [] }
            return Self.texts(value)
        }
    }

    private func idSpace(_ platform: String) -> String { policies.platforms[platform]?.idSpace ?? platform }

    private static func texts(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let text), .number(let text): [text]
        case .array(let elements): elements.flatMap(texts)
        case .null, .bool, .object: []
        }
    }
}
