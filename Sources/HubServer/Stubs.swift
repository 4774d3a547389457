// Stand-ins with the announced signatures until HubStore, Notifications and Mastering have the real ones. To be deleted.
package import FoundationEssentials
package import MasterData
package import Mastering

package enum AccessRole: String, Sendable, CaseIterable { case admin, steward, reader, platform, subscriber }
package struct AccessKey: Sendable { package var id: String; package var role: AccessRole; package var platform: String? }
package struct AccessKeyCache: Sendable {
    package var verify: @Sendable (String) async throws -> AccessKey?
    package init(verify: @escaping @Sendable (String) async throws -> AccessKey?) { self.verify = verify }
}
package struct IdempotentAnswer: Sendable { package var requestHash: [UInt8]; package var status: Int; package var headers: String; package var body: [UInt8] }
package struct CrosswalkId: Sendable { package var platform, nativeId, status: String; package var since: Timestamp; package var method: String }
package struct CrosswalkEntry: Sendable { package var goldenId: UUID; package var entity: Entity; package var goldenStatus: String?; package var ids: [CrosswalkId] }
package struct GoldenRecordRow: Sendable {
    package var goldenId: UUID; package var entity: Entity; package var number: String; package var version: Int64; package var status: String
    package var mergedInto: UUID?; package var policyVersion: String; package var recordedAt: Timestamp; package var attributesJSON: String
}
package struct SourceRecordRow: Sendable {
    package var key: SourceKey; package var rawId: String; package var goldenId: UUID; package var status: String; package var method: String
    package var linkedAt: Timestamp; package var receivedAt: Timestamp; package var updatedAt: Timestamp?; package var version: String?
    package var attributesJSON: String
}
package struct NearestId: Sendable { package var platform: String; package var nativeId: String }
package struct ReviewRow: Sendable { package var entity: Entity; package var json: String }
package struct HubStore: Sendable {
    package func idempotentRequest(keyId: String, idempotencyKey: String) async throws -> IdempotentAnswer? { nil }
    package func storeIdempotentRequest(_ answer: IdempotentAnswer, keyId: String, idempotencyKey: String) async throws {}
    package func crosswalks(_ keys: [SourceKey], targets: [String]?) async throws -> [CrosswalkEntry?] { keys.map { _ in nil } }
    package func goldenRecord(_ id: UUID) async throws -> GoldenRecordRow? { nil }
    package func survivor(of id: UUID) async throws -> UUID? { nil }
    package func sourceRecord(_ key: SourceKey) async throws -> SourceRecordRow? { nil }
    package func members(of goldenId: UUID) async throws -> [SourceRecordRow] { [] }
    package func lineage(goldenId: UUID, version: Int64) async throws -> String? { nil }
    package func history(goldenId: UUID, limit: Int) async throws -> [String] { [] }
    package func nearestNativeIds(_ key: SourceKey, limit: Int) async throws -> [NearestId] { [] }
    package func goldenRecords(entity: Entity, after: UUID?, limit: Int) async throws -> [GoldenRecordRow] { [] }
    package func ping() async throws {}
    package init() {}
}
package struct CrosswalkCoalescer: Sendable {
    package func lookup(_ key: SourceKey, targets: [String]?) async throws -> CrosswalkEntry? { nil }
    package init() {}
}
package struct EventFeed: Sendable { package init() {} }
package struct PatchRequest: Sendable {
    package var entity: Entity; package var goldenId: UUID; package var platform: String; package var attributes: JSONObject
    package var ifMatch: String?; package var lenient: Bool; package var origin: Origin
}
package struct PatchReceipt: Sendable {
    package var goldenId: UUID; package var goldenVersion: Int64; package var verdicts: [AttributeVerdict]; package var policyVersion: String; package var changed: Bool
}
package struct MasteringPipeline: Sendable {
    package var receive: @Sendable ([SourceReport]) async throws -> [Reception]
    package var patch: @Sendable (PatchRequest) async throws -> Result<PatchReceipt, Refusal>
}
package struct WriteQueue: Sendable { package var submit: @Sendable (SourceReport) async throws -> Reception }
