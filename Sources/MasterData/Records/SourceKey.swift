/// Names one record of one platform: what the crosswalk looks up.
package struct SourceKey: Sendable, Hashable, Comparable {
    package var entity: Entity
    package var platform: String
    /// Normalised: see `NativeId`.
    package var nativeId: String

    package init(entity: Entity, platform: String, nativeId: String) {
        self.entity = entity
        self.platform = platform
        self.nativeId = nativeId
    }

    /// Content order: by entity, platform, then native id, each by UTF-8 bytes.
    package static func < (left: SourceKey, right: SourceKey) -> Bool {
        if left.entity != right.entity { return left.entity < right.entity }
        if left.platform != right.platform { return left.platform.utf8.lexicographicallyPrecedes(right.platform.utf8) }
        return left.nativeId.utf8.lexicographicallyPrecedes(right.nativeId.utf8)
    }
}
