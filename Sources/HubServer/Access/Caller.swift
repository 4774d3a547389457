import HTTPTypes
import HubStore

/// Who calls: the access key's id and what it allows.
struct Caller: Sendable, Hashable {
    var keyId: String
    var role: AccessRole
    /// Set for the role `platform` only.
    var platform: String?

    /// - Throws: `Problem` (403) where the role is not one of those the route is for.
    func require(_ access: RouteAccess) throws(Problem) {
        guard case .roles(let roles) = access, !roles.contains(role) else { return }
        let names = roles.map(\.rawValue).sorted().joined(separator: ", ")
        throw Problem(.forbidden, "a key with the role `\(role.rawValue)` may not do this; it takes one of: \(names)")
    }

    /// - Throws: `Problem` (403) where the caller is a platform other than `platform`.
    func requireOwn(_ platform: String) throws(Problem) {
        guard role == .platform, self.platform != platform else { return }
        throw Problem(.wrongPlatform, "the access key speaks for `\(self.platform ?? "")`, not for `\(platform)`; use that platform's own key")
    }
}

/// Tells callers from their `Authorization` field.
struct Authentication: Sendable {
    let keys: AccessKeyCache

    /// - Throws: `Problem` (401) without a valid key.
    func caller(of fields: HTTPFields) async throws -> Caller {
        guard let authorization = fields[.authorization] else {
            throw Self.refusal("send the header field `Authorization: Bearer` with an access key; `mdm key create` makes one")
        }
        guard let bearer = Self.bearer(authorization) else {
            throw Self.refusal("the header field `Authorization` must be `Bearer` followed by one access key")
        }
        guard let key = try await keys.verify(bearer) else {
            throw Self.refusal("the access key is unknown or was revoked; `mdm key create` makes a new one")
        }
        return Caller(keyId: key.id, role: key.role, platform: key.platform)
    }

    /// The token of a `Bearer` authorization; the scheme's case does not matter (RFC 9110, 11.1).
    static func bearer(_ authorization: String) -> String? {
        let bytes = authorization.utf8
        guard bytes.count > 7, bytes.count <= 512, authorization.prefix(6).lowercased() == "bearer" else { return nil }
        let token = bytes.dropFirst(6).drop { $0 == UInt8(ascii: " ") }
        guard token.count < bytes.count - 6, !token.isEmpty, token.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        return String(Substring(token))
    }

    private static func refusal(_ detail: String) -> Problem {
        Problem(.unauthenticated, detail, fields: [.wwwAuthenticate: "Bearer realm=\"mdm\""])
    }
}
