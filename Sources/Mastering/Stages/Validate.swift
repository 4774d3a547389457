import FoundationEssentials
package import MasterData
import Matching

/// A report whose form is right: its id normalised, its attributes standardised.
package struct ValidReport: Sendable {
    var report: SourceReport
    package var key: SourceKey
    var rawId: String
    var updatedAt: Timestamp?
    /// Canonical JSON of the attributes as received.
    var received: String
    var standardised: JSONObject
    /// Values that were kept out, and why.
    var issues: [ValueIssue]
    /// What matching compares, under no record id yet; nil for a retirement, and where it depends on other records.
    var match: MatchRecord?
}

extension PolicySet {
    /// The first stage: says no to what is malformed, before anything is read or locked. A pure function.
    func validate(_ report: SourceReport) -> Result<ValidReport, Refusal> {
        guard let entity = entities[report.entity] else {
            return .failure(Refusal(.unknownEntity, "no policy for entity `\(report.entity.rawValue)`: add policies/\(report.entity.rawValue).yaml"))
        }
        guard let platform = platforms[report.platform] else {
            let hint = NearestName.suggestion(for: report.platform, among: platforms.keys).map { "; did you mean `\($0)`?" } ?? ""
            return .failure(Refusal(.unknownPlatform, "platform `\(report.platform.prefix(64))` is not in policies/platforms\(hint)"))
        }
        let nativeId: String
        do {
            nativeId = try NativeId.standardise(report.nativeId, entity: report.entity, kind: platform.kind)
        } catch {
            return .failure(Refusal(.invalidId, "the native id cannot be used: \(error.message)"))
        }
        let key = SourceKey(entity: report.entity, platform: report.platform, nativeId: nativeId)
        var updatedAt: Timestamp?
        if let text = report.updatedAt {
            // Exports spell moments in ways of their own: `/Date(1518393600000)/`, `2017-05-09 6:07:35`.
            guard let time = Timestamp(text) ?? Moment.milliseconds(text).map({ Timestamp(microseconds: $0 * 1_000) }) else {
                return .failure(Refusal(.invalidRecord, "`updatedAt` is no time: write RFC 3339, for example 2026-11-23T10:00:00Z"))
            }
            updatedAt = time
        }
        if let version = report.version, version.utf8.count > 255 {
            return .failure(Refusal(.invalidRecord, "`version` is longer than 255 bytes"))
        }
        if report.retires {
            return .success(ValidReport(
                report: report, key: key, rawId: report.nativeId, updatedAt: updatedAt, received: "{}", standardised: JSONObject(), issues: []))
        }
        let received = JSONValue.object(report.attributes).jsonText
        guard received.utf8.count <= limits.recordBytes else {
            return .failure(Refusal(.invalidRecord, "the attributes take \(received.utf8.count) bytes; the limit is \(limits.recordBytes)"))
        }
        let result = entity.standardise(report.attributes, platform: platform, platforms: platforms, reference: reference, limits: limits)
        let errors = result.issues.filter { $0.severity == .error }
        if let first = errors.first {
            let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
            return .failure(Refusal(
                .invalidRecord, "attribute `\(first.attribute)`: \(first.message)\(more)",
                violations: errors.map { issue in
                    AttributeVerdict(attribute: issue.attribute, verdict: .rejected, owner: nil, rule: issue.code, message: issue.message)
                },
                policyVersion: version))
        }
        return .success(ValidReport(
            report: report, key: key, rawId: report.nativeId, updatedAt: updatedAt, received: received, standardised: result.attributes, issues: result.issues))
    }
}
