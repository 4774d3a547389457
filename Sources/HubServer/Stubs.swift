// Stand-ins with the announced signatures until HubStore and Notifications have the real ones. To be deleted.
import HTTPTypes
package import HubStore

package enum AccessRole: String, Sendable, CaseIterable { case admin, steward, reader, platform, subscriber }
package struct AccessKey: Sendable { package var id: String; package var role: AccessRole; package var platform: String? }
package struct AccessKeyCache: Sendable {
    package var verify: @Sendable (String) async throws -> AccessKey?
    package init(verify: @escaping @Sendable (String) async throws -> AccessKey?) { self.verify = verify }
}
package struct IdempotentAnswer: Sendable { package var requestHash: [UInt8]; package var status: Int; package var headers: String; package var body: [UInt8] }
extension HubStore {
    package func idempotentRequest(keyId: String, idempotencyKey: String) async throws -> IdempotentAnswer? { nil }
    package func storeIdempotentRequest(_ answer: IdempotentAnswer, keyId: String, idempotencyKey: String) async throws {}
    package func ping() async throws {}
}
package struct EventFeed: Sendable { package init() {} }
