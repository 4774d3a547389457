import HubStore
import LocalPostgres
import Logging
import MasterData
import PostgresClient

/// How the database stands, as its owner sees it.
enum DatabaseChecks {
    private static let oldestVersion = 150_000

    static func run(_ place: DatabasePlace) async -> [Check] {
        let embedded: LocalPostgres?
        let url: String
        switch place {
        case .url(let given):
            embedded = nil
            url = given
        case .embedded(let folder):
            do {
                let server = try await LocalPostgres.start(data: folder, logger: .command)
                embedded = server
                url = server.url
            } catch {
                return [.fail("postgresql", "\(error)", nil)]
            }
        }
        let client = PostgresClient(PostgresConfiguration(url: url, poolSize: 1, applicationName: "mdm doctor"), logger: .command)
        var checks: [Check] = []
        do {
            let server = try await client.query(Queries.doctorServer).only
            checks += try self.server(server, place)
            checks += await schema(client, place)
        } catch {
            checks.append(.fail("postgresql", "\(place.name): \(error)", "check that it runs and that the connection string names it"))
        }
        await client.close()
        await embedded?.stop()
        return checks
    }

    private static func server(_ row: Row, _ place: DatabasePlace) throws -> [Check] {
        let version = try row.text("version")
        let size = try row.int8("database_bytes")
        var checks: [Check] = []
        if try row.int4("version_number") < oldestVersion {
            checks.append(.fail("postgresql", "version \(version)", "the hub needs PostgreSQL 15 or newer"))
        } else {
            checks.append(.ok("postgresql", "version \(version), \(place.name), \(size >> 20) MB"))
        }
        if try row.text("encoding") != "UTF8" {
            checks.append(.fail("encoding", "the database is encoded as \(try row.text("encoding"))", "make a database with ENCODING 'UTF8'"))
        }
        if try !row.bool("is_durable") {
            checks.append(.warn("durability", "fsync or full_page_writes is off: a crash can destroy the database", "turn both on in postgresql.conf"))
        } else if try row.text("synchronous_commit") == "off" {
            checks.append(.warn("durability", "synchronous_commit is off: a crash loses the last writes", "turn it on in postgresql.conf"))
        } else {
            checks.append(.ok("durability", "commits are on disk before they are acknowledged"))
        }
        let skew = try (row.timestamp("now").unixMicroseconds - Timestamp.now.microseconds).magnitude / 1_000
        checks.append(
            skew > 2_000
                ? .warn("clock", "the database's clock is \(skew) ms off this machine's", "synchronise both (chrony, systemd-timesyncd)")
                : .ok("clock", "this machine and the database agree (\(skew) ms)"))
        return checks
    }

    private static func schema(_ client: PostgresClient, _ place: DatabasePlace) async -> [Check] {
        do {
            let pending = try await Migrator(client).pending()
            guard pending.isEmpty else {
                let names = pending.map(\.name).joined(separator: ", ")
                if case .embedded = place { return [.ok("schema", "\(names) will be applied by the next command")] }
                return [.fail("schema", "\(pending.count) migrations are missing: \(names)", "run `mdm migrate` as the database's owner")]
            }
            var checks = [Check.ok("schema", "up to date")]
            if try await !client.query(Queries.doctorServer).only.bool("has_service_role") {
                checks.append(.fail("role", "this login may not become `mdm_service`", "GRANT mdm_service TO the login role, as its owner"))
            }
            let partitions = try await client.query(Queries.doctorPartitions).only
            let stray = try partitions.int8("stray_rows")
            if stray > 0 {
                checks.append(.warn("partitions", "\(stray) rows are in the default partitions", "run `mdm migrate`, then move them: they slow down expiry"))
            } else if try partitions.int8("missing_days") > 0 {
                checks.append(.warn("partitions", "the coming week's partitions are not all made", "run `mdm migrate`, or start the hub, which makes them daily"))
            } else {
                checks.append(.ok("partitions", "made for the coming week, none astray"))
            }
            return checks
        } catch {
            return [.fail("schema", "\(error)", nil)]
        }
    }
}
