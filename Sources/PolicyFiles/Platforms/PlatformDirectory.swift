internal import MasterData

/// The platforms of a company and the roles they play, for resolving the names that pages use.
struct PlatformDirectory {
    /// Roles that pages may name although no platform has them.
    static let standardRoles = ["billing", "crm", "erp", "hub"]

    /// By name.
    private(set) var platforms: [String: PlatformPolicy]
    /// Role to platforms, the first speaker first.
    private let byRole: [String: [String]]

    /// The hub itself is always a platform, with the role `hub`: stewards and enrichment write in its name.
    init(_ declared: [PlatformPolicy]) {
        var platforms: [String: PlatformPolicy] = [:]
        for platform in declared { platforms[platform.name] = platform }
        if platforms["hub"] == nil { platforms["hub"] = PlatformPolicy(name: "hub", kind: .other, roles: ["hub"]) }
        var byRole: [String: [PlatformPolicy]] = [:]
        for platform in platforms.values {
            for role in platform.roles { byRole[role, default: []].append(platform) }
        }
        self.platforms = platforms
        self.byRole = byRole.mapValues { platforms in
            platforms.sorted { ($0.order, $0.name) < ($1.order, $1.name) }.map(\.name)
        }
    }

    enum Resolution: Equatable {
        /// A platform, or the platforms of a role, the first speaker first.
        case platforms([String])
        /// A role that no platform has.
        case nobody
        case unknown
    }

    /// What a name in a page stands for; the name of a platform comes before an equal name of a role.
    func resolve(_ name: String) -> Resolution {
        if platforms[name] != nil { return .platforms([name]) }
        if let members = byRole[name] { return .platforms(members) }
        return Self.standardRoles.contains(name) ? .nobody : .unknown
    }

    /// The platforms that a name stands for; a finding when it stands for nothing.
    func expand(_ name: String, line: Int, findings: inout Findings) -> [String]? {
        switch resolve(name) {
        case .platforms(let names): return names
        case .nobody: return []
        case .unknown:
            findings.error(
                "unknown platform `\(name)`", line: line,
                hint: Spelling.hint(for: name, among: names, else: "declare it in platforms/\(name).yaml"))
            return nil
        }
    }

    /// The platforms of a kind, by name. Spellings of codes follow the kind.
    func names(of kind: PlatformKind) -> [String] {
        platforms.values.filter { $0.kind == kind }.map(\.name).sorted()
    }

    /// Platforms and roles, for hints.
    private var names: [String] { Array(Set(platforms.keys).union(byRole.keys).union(Self.standardRoles)) }
}
