import MasterData

/// Turns names in requests into what policy knows under them, or says which known name comes nearest.
struct PolicyNames: Sendable {
    let policies: PolicySet

    func entity(_ name: String) throws(Problem) -> Entity {
        if let entity = Entity(rawValue: name) { return entity }
        throw unknown(.unknownEntity, "entity", name, known: Entity.allCases.map(\.rawValue))
    }

    func platform(_ name: String) throws(Problem) -> PlatformPolicy {
        if let platform = policies.platforms[name] { return platform }
        throw unknown(.unknownPlatform, "platform", name, known: policies.platforms.keys.sorted())
    }

    /// A record's key with its native id as the crosswalk compares it.
    func key(platform: String, entity: String, nativeId: String) throws(Problem) -> SourceKey {
        let platform = try self.platform(platform)
        let entity = try self.entity(entity)
        do {
            return SourceKey(
                entity: entity, platform: platform.name, nativeId: try NativeId.standardise(nativeId, entity: entity, kind: platform.kind))
        } catch {
            throw Problem(.invalidId, error.message)
        }
    }

    /// What was sent is not repeated: it may be anything.
    private func unknown(_ code: Problem.Code, _ kind: String, _ name: String, known: [String]) -> Problem {
        let nearest = NearestName.suggestion(for: name, among: known)
        let hint = nearest.map { "did you mean `\($0)`?" } ?? "known are: \(known.map { "`\($0)`" }.joined(separator: ", "))"
        return Problem(
            code, "the hub has no such \(kind); \(hint)", members: ["nearest": .array((nearest.map { [$0] } ?? known).prefix(3).map { .string($0) })])
    }
}
