import FoundationEssentials
import HTTPTypes
import HubStore
import HummingbirdCore
import MasterData
import Mastering

extension GoldenRecordRoutes {
    func patch(_ call: Call, _ entity: Entity) async throws -> Reply {
        guard let platform = call.caller?.platform else {
            throw Problem(
                .noPlatform,
                "a change is made in the name of the platform that owns the attribute, and the access key belongs to none; use a key made with `mdm key create --role platform --platform NAME`"
            )
        }
        guard let id = UUID(text: call["goldenId"]) else { throw Problem(.notFound, "golden ids are UUIDs") }
        let body = try call.object()
        guard case .object(let attributes) = body["attributes"], body.members.count == 1 else {
            throw Problem(.malformed, "the body must be `{\"attributes\": {…}}` and nothing else")
        }
        guard !attributes.isEmpty else { throw Problem(.malformed, "`attributes` is empty; name at least one attribute to change") }
        let isLenient = try lenient(call)
        let request = PatchRequest(
            entity: entity, goldenId: id, platform: platform, attributes: attributes, ifMatch: try call.ifMatch(), isLenient: isLenient,
            origin: call.origin)
        let receipt = try await services.pipeline.patch(request).get()
        var fields: HTTPFields = [.eTag: RecordTag.of(goldenVersion: receipt.goldenVersion)]
        if isLenient { fields[.preferenceApplied] = "handling=lenient" }
        return Reply(
            .ok,
            [
                "goldenId": .string(receipt.goldenId.text), "goldenVersion": .number(String(receipt.goldenVersion)),
                "verdicts": .array(receipt.verdicts.map { .object($0.object(policyVersion: receipt.policyVersion, saysMessage: false)) }),
                "policyVersion": .string(receipt.policyVersion), "correlationId": .string(call.trace.correlationId),
            ], fields: fields)
    }

    /// `Prefer: handling=lenient` (RFC 7240); other preferences may be ignored, and are.
    private func lenient(_ call: Call) throws -> Bool {
        call.request.headers[values: .prefer].contains { value in
            value.split(separator: ",").contains { $0.filter { $0 != " " }.lowercased() == "handling=lenient" }
        }
    }
}
