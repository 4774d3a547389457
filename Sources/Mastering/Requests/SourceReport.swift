package import MasterData

/// A platform's report of one record, as it came in over HTTP, from a file, or from a simulator.
package struct SourceReport: Sendable {
    package var entity: Entity
    package var platform: String
    /// As the platform writes it; normalised by the pipeline.
    package var nativeId: String
    package var attributes: JSONObject
    /// The platform's own time of change, as it writes it.
    package var updatedAt: String?
    /// The platform's own version token.
    package var version: String?
    /// Nil for a report; set for a retirement (`DELETE`).
    package var retires: Bool
    /// The entity tag that the stored record must still have, from `If-Match`; `*`: it must exist.
    package var ifMatch: String?
    package var origin: Origin

    package init(
        entity: Entity, platform: String, nativeId: String, attributes: JSONObject, updatedAt: String? = nil, version: String? = nil,
        retires: Bool = false, ifMatch: String? = nil, origin: Origin
    ) {
        self.entity = entity
        self.platform = platform
        self.nativeId = nativeId
        self.attributes = attributes
        self.updatedAt = updatedAt
        self.version = version
        self.retires = retires
        self.ifMatch = ifMatch
        self.origin = origin
    }
}

/// Who caused a write and how it is traced; goes to the audit trail and to every event it causes.
package struct Origin: Sendable, Hashable {
    /// The access key's id, or `command` for the command line.
    package var actor: String
    package var correlationId: String
    package var causationId: String?
    package var traceparent: String?

    package init(actor: String, correlationId: String, causationId: String? = nil, traceparent: String? = nil) {
        self.actor = actor
        self.correlationId = correlationId
        self.causationId = causationId
        self.traceparent = traceparent
    }
}
