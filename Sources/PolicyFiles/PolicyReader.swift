package import MasterData

/// What reading a policy folder gives.
package struct PolicyReading: Sendable {
    /// Nil when there is any error.
    package var policies: PolicySet?
    /// The policy version; of mistaken policies too, so that a refusal can name what was refused.
    package var version: String
    /// By file and line.
    package var diagnostics: [Diagnostic]
    /// Files that are part of the policies and are read elsewhere (match models, access, subscribers), by path.
    package var documents: [String: PolicyNode]

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads a policy folder: files → YAML → platforms, code lists, limits, pages. Reports every mistake of every file in one run.
package enum PolicyReader {
    ///
    /// `readsDocuments` is said by a caller that reads `PolicyReading.documents`; to any other each of them is a warning, as nothing would come of it.
    package static func read(folder path: String, readsDocuments: Bool = false) -> PolicyReading {
        let folder = PolicyFolder(path: path)
        var reading = PolicyReading(policies: nil, version: PolicyVersion.of(folder.files), diagnostics: folder.diagnostics, documents: [:])
        var pages = folder.files.map(ParsedFile.init)
        guard !pages.isEmpty || !reading.hasErrors else { return reading }

        if !readsDocuments {
            for index in pages.indices where pages[index].kind.isDocument {
                pages[index].findings.warning("`\(pages[index].path)` has no effect yet", line: 1, hint: "nothing reads it in this version")
            }
        }
        let platforms = readPlatforms(&pages)
        let lists = readReferences(&pages, platforms: platforms)
        let limits = readLimits(&pages)
        let entities = readEntities(&pages, in: EntityPage.Surroundings(platforms: platforms, lists: lists))

        reading.diagnostics += pages.flatMap(\.findings.diagnostics) + missingPages(pages)
        reading.diagnostics.sort()
        for page in pages where page.kind.isDocument { reading.documents[page.path] = page.node }
        if !reading.hasErrors {
            reading.policies = PolicySet(
                version: reading.version, entities: entities, platforms: platforms.platforms, reference: lists.compactMapValues { $0 }, limits: limits
            )
        }
        return reading
    }

    /// A file, its tree, and what was found so far.
    private struct ParsedFile {
        var path: String
        var kind: PolicyFileKind
        var node: PolicyNode?
        var findings: Findings

        init(_ file: PolicyFolder.File) {
            path = file.path
            kind = file.kind
            findings = Findings(file: file.path)
            node = PolicyDocument.parse(file.bytes, findings: &findings)
        }
    }

    private static func readPlatforms(_ pages: inout [ParsedFile]) -> PlatformDirectory {
        var platforms: [PlatformPolicy] = []
        for index in pages.indices {
            guard case .platform(let stem) = pages[index].kind else { continue }
            let platform = pages[index].node.flatMap { PlatformPage.read($0, stem: stem, findings: &pages[index].findings) }
            if let platform, platforms.contains(where: { $0.name == platform.name }) {
                pages[index].findings.error("the platform `\(platform.name)` is declared twice", line: 1, hint: "one file a platform")
            }
            // A platform whose file is mistaken stays known by the file's name, so that its mistake is not reported at each use.
            platforms.append(platform ?? PlatformPolicy(name: stem, kind: .other))
            if let platform, platform.name != stem { platforms.append(PlatformPolicy(name: stem, kind: .other)) }
        }
        return PlatformDirectory(platforms)
    }

    private static func readReferences(_ pages: inout [ParsedFile], platforms: PlatformDirectory) -> [String: ReferenceList?] {
        var lists: [String: ReferenceList?] = [:]
        for index in pages.indices {
            guard case .reference(let stem) = pages[index].kind else { continue }
            let list = pages[index].node.flatMap { ReferencePage.read($0, stem: stem, platforms: platforms, findings: &pages[index].findings) }
            // Values are not checked against a list with mistakes: what they miss may be what could not be read.
            lists.updateValue(pages[index].findings.hasErrors ? nil : list, forKey: stem)
        }
        return lists
    }

    private static func readLimits(_ pages: inout [ParsedFile]) -> Limits {
        guard let index = pages.firstIndex(where: { $0.kind == .limits }), let node = pages[index].node else { return Limits() }
        return LimitsPage.read(node, findings: &pages[index].findings)
    }

    private static func readEntities(_ pages: inout [ParsedFile], in surroundings: EntityPage.Surroundings) -> [Entity: EntityPolicy] {
        var entities: [Entity: EntityPolicy] = [:]
        for index in pages.indices {
            guard case .entity(let entity) = pages[index].kind, let node = pages[index].node else { continue }
            entities[entity] = EntityPage.read(node, entity: entity, in: surroundings, findings: &pages[index].findings)
        }
        return entities
    }

    private static func missingPages(_ pages: [ParsedFile]) -> [Diagnostic] {
        Entity.allCases.filter { entity in !pages.contains { $0.kind == .entity(entity) } }.map { entity in
            Diagnostic(
                file: "\(entity.rawValue).yaml", line: 1, severity: .error, message: "the page of `\(entity.rawValue)` is missing",
                hint: "write `\(entity.rawValue).yaml`; with `attributes: {}` when the hub shall master no \(entity.plural)")
        }
    }
}
