/// A platform's record as survivorship sees it: who says what, as of when.
package struct SourceRecord: Sendable {
    package var recordId: Int64
    package var key: SourceKey
    package var status: RecordStatus
    /// The platform's own time of change; nil counts as older than any.
    package var updatedAt: Timestamp?
    /// Standardised attributes, references resolved to golden ids.
    package var attributes: JSONObject

    package init(recordId: Int64, key: SourceKey, status: RecordStatus, updatedAt: Timestamp?, attributes: JSONObject) {
        self.recordId = recordId
        self.key = key
        self.status = status
        self.updatedAt = updatedAt
        self.attributes = attributes
    }
}

/// Whether a platform still has the record.
package enum RecordStatus: String, Sendable, Hashable {
    case active, retired
}
