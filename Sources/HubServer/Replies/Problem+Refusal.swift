import HTTPTypes
import MasterData
import Mastering

extension Problem {
    /// A refusal of the pipeline as HTTP says it.
    init(_ refusal: Refusal) {
        var members = JSONObject()
        if !refusal.violations.isEmpty {
            members["violations"] = .array(refusal.violations.map { .object($0.object(policyVersion: refusal.policyVersion, saysMessage: true)) })
        }
        if let version = refusal.policyVersion { members["policyVersion"] = .string(version) }
        if let goldenId = refusal.goldenId { members["goldenId"] = .string(goldenId.text) }
        var fields = HTTPFields()
        if refusal.code == .busy { fields[.retryAfter] = "1" }
        self.init(Code(refusal.code), refusal.message, members: members, fields: fields)
    }
}

extension Problem.Code {
    init(_ code: Refusal.Code) {
        self =
            switch code {
            case .malformed: .malformed
            case .invalidRecord: .invalidRecord
            case .unknownPlatform: .unknownPlatform
            case .unknownEntity: .unknownEntity
            case .invalidId: .invalidId
            case .notOwner: .notOwner
            case .forbidden: .forbidden
            case .notFound: .notFound
            case .stale: .stale
            case .mergedAway: .mergedAway
            case .noPlatformRecord: .noPlatformRecord
            case .contradictingDecision: .contradictingDecision
            case .alreadyRevoked: .alreadyRevoked
            case .clusterTooLarge: .clusterTooLarge
            case .busy: .busy
            }
    }
}

extension AttributeVerdict {
    /// The verdict as JSON; `owner` is null where nobody owns the attribute.
    func object(policyVersion: String?, saysMessage: Bool) -> JSONObject {
        var object: JSONObject = [
            "attribute": .string(attribute), "verdict": .string(verdict.rawValue), "owner": owner.map { .string($0) } ?? .null,
            "rule": .string(rule), "policyVersion": policyVersion.map { .string($0) } ?? .null,
        ]
        if let message {
            object["message"] = .string(message)
        } else if saysMessage {
            object["message"] = .string(
                "`\(attribute)` is \(verdict.rawValue) by the rule `\(rule)`" + (owner.map { "; its owner is `\($0)`" } ?? ""))
        }
        return object
    }
}
