/// Which statements one connection has prepared, and under which server name.
///
/// A prepared statement fixes the types of its parameters. An untyped null leaves its type to the server, so a
/// statement that first ran with a null may need a second variant once a value comes; types known from other variants
/// are reused, so that the number of variants stays small.
struct PreparedStatements {
    struct Variant {
        let serverName: String
        let types: [TypeOID]
    }

    private struct Entry {
        let sql: String
        var variants: [Variant]
    }

    private var entries: [String: Entry] = [:]
    private var lastNumber = 0

    /// The variant that fits the parameters, or nil when one must be prepared (`add`).
    func find(_ bound: BoundStatement) throws(PostgresError) -> Variant? {
        guard let entry = entries[bound.statement.name] else { return nil }
        guard entry.sql == bound.statement.sql else {
            throw PostgresError(
                .misuse, "two different statements have one name; rename one of them", statement: bound.statement.name)
        }
        return entry.variants.first { Self.fits($0.types, bound.parameters) }
    }

    /// Notes a variant that is about to be prepared, so that the same pipeline can use it at once.
    mutating func add(_ bound: BoundStatement) -> Variant {
        let known = entries[bound.statement.name]?.variants ?? []
        let types = bound.parameters.indices.map { index in
            let type = bound.parameters[index].type
            guard type == .inferred else { return type }
            return known.lazy.compactMap { index < $0.types.count && $0.types[index] != .inferred ? $0.types[index] : nil }.first ?? type
        }
        lastNumber += 1
        // Server names are numbers because PostgreSQL silently cuts names after 63 bytes.
        let variant = Variant(serverName: "s\(lastNumber)", types: types)
        entries[bound.statement.name, default: Entry(sql: bound.statement.sql, variants: [])].variants.append(variant)
        return variant
    }

    /// Forgets a variant whose preparation failed or never ran.
    mutating func remove(_ statement: Statement, _ serverName: String) {
        guard var entry = entries[statement.name] else { return }
        entry.variants.removeAll { $0.serverName == serverName }
        entries[statement.name] = entry.variants.isEmpty ? nil : entry
    }

    /// Forgets a statement that the server knows no longer, or no longer under the same result types.
    mutating func removeAll(_ statement: Statement) {
        entries[statement.name] = nil
    }

    private static func fits(_ types: [TypeOID], _ parameters: [PostgresValue]) -> Bool {
        guard types.count == parameters.count else { return false }
        for (type, parameter) in zip(types, parameters) {
            let wanted = parameter.type
            if wanted != .inferred && wanted != type { return false }
        }
        return true
    }
}
