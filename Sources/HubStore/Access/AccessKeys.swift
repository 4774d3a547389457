package import PostgresClient

extension HubStore {
    /// Issues a key. Its text is in the answer and nowhere else.
    ///
    /// - Parameter platform: set exactly where the role is `platform`; the database refuses anything else.
    package func createKey(role: AccessRole, platform: String?, label: String = "") async throws(PostgresError) -> IssuedKey {
        let text = KeyText.make()
        let row = try await client.query(
            Queries.insertAccessKey, .text(text.id), .text(role.rawValue), .text(ifPresent: platform), .bytes(text.hash), .text(label)).only
        let key = AccessKey(
            id: text.id, role: role, platform: platform, label: label, createdAt: .init(try row.timestamp(0)), revokedAt: nil)
        return IssuedKey(key: key, text: text.text)
    }

    /// All keys ever issued, the oldest first.
    package func listKeys() async throws(PostgresError) -> [AccessKey] {
        var keys: [AccessKey] = []
        for row in try await client.query(Queries.listAccessKeys) {
            if let key = try AccessKey(row) { keys.append(key) }
        }
        return keys
    }

    /// Ends a key; running hubs refuse it within `AccessKeyCache.maximumAge`.
    /// - Returns: false where there is no such key or it was revoked before.
    package func revokeKey(id: String) async throws(PostgresError) -> Bool {
        try await !client.query(Queries.revokeAccessKey, .text(id)).isEmpty
    }

    /// The keys that are not revoked, with their hashes.
    func liveKeys() async throws(PostgresError) -> [String: (key: AccessKey, hash: [UInt8])] {
        var keys: [String: (key: AccessKey, hash: [UInt8])] = [:]
        for row in try await client.query(Queries.readLiveAccessKeys) {
            if let key = try AccessKey(row) { keys[key.id] = (key, try row.bytes(6)) }
        }
        return keys
    }
}
