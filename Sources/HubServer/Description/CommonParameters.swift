import MasterData

extension ParameterDescription {
    static let platform = ParameterDescription(name: "platform", place: .path, summary: "The platform's name in the policies", isRequired: true)
    static let entity = ParameterDescription(
        name: "entity", place: .path, summary: "The entity, singular",
        schema: ["type": "string", "enum": .array(Entity.allCases.map { .string($0.rawValue) })],
        isRequired: true)
    static let nativeId = ParameterDescription(
        name: "nativeId", place: .path, summary: "The platform's own id, percent-encoded once (`/` as `%2F`)",
        schema: ["type": "string", "minLength": 1, "maxLength": 255], isRequired: true)
    static let goldenId = ParameterDescription(
        name: "goldenId", place: .path, summary: "The golden id", schema: ["type": "string", "format": "uuid"], isRequired: true)
    static let ifMatch = ParameterDescription(name: "If-Match", place: .header, summary: "The `ETag` that must still hold, or `*`; else 412")
    static let ifNoneMatch = ParameterDescription(
        name: "If-None-Match", place: .header, summary: "The `ETag` that the client has; 304 where it still holds")
    static let idempotencyKey = ParameterDescription(
        name: "Idempotency-Key", place: .header, summary: "Names the request, so that repeating it gives the first answer again; kept for 48 hours",
        schema: ["type": "string", "maxLength": 255])
    static let correlationId = ParameterDescription(
        name: "X-Correlation-Id", place: .header, summary: "Goes into the audit trail, every event that the request causes, and the answer",
        schema: ["type": "string", "maxLength": 128])
    static let traceparent = ParameterDescription(name: "traceparent", place: .header, summary: "W3C Trace Context, version 00")
}
