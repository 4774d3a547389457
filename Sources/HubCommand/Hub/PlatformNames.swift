import MasterData

extension PolicySet {
    /// The crosswalk key of a platform's id as somebody wrote it.
    func key(_ platform: String, _ nativeId: String, _ entity: Entity) throws(CommandFailure) -> SourceKey {
        guard let known = platforms[platform] else { throw unknown(platform) }
        do {
            return SourceKey(entity: entity, platform: platform, nativeId: try NativeId.standardise(nativeId, entity: entity, kind: known.kind))
        } catch {
            throw CommandFailure("`\(nativeId.prefix(80))` is no id of \(platform): \(error.message)")
        }
    }

    /// The refusal of a platform that the policies do not have.
    func unknown(_ platform: String) -> CommandFailure {
        let hint = NearestName.suggestion(for: platform, among: platforms.keys).map { "did you mean `\($0)`?" }
        return CommandFailure(
            "no platform `\(platform.prefix(64))` in the policies; \(hint ?? "there are " + platforms.keys.sorted().joined(separator: ", "))")
    }
}
