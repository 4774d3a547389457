import Glibc

/// The settings of the embedded cluster: made for bulk loads and short transactions on a small machine, and durable.
/// Written to `mdm.conf` beside `postgresql.conf` at every start.
struct ClusterSettings: Sendable {
    let text: String

    /// - Parameter version: the server's major version.
    init(socket: String, version: Int, overrides: [String: String]) {
        let memory = Self.memoryBytes
        var settings: [(String, String)] = [
            ("listen_addresses", "''"),
            ("port", "5432"),
            ("unix_socket_directories", Self.quoted(socket)),
            ("unix_socket_permissions", "0700"),
            ("max_connections", "100"),
            ("shared_buffers", "'\(max(64, min(512, (memory / 4) >> 20)))MB'"),
            ("effective_cache_size", "'\(max(128, (memory / 2) >> 20))MB'"),
            ("work_mem", "'16MB'"),
            ("maintenance_work_mem", "'128MB'"),
            // Fewer, larger checkpoints: each one makes every page's next change log the whole page.
            ("max_wal_size", "'4GB'"),
            ("min_wal_size", "'256MB'"),
            ("checkpoint_timeout", "'15min'"),
            ("checkpoint_completion_target", "0.9"),
            // `on` is pglz, which takes longer over a page than all else about a random insert: measured with 33 writers, five times.
            ("wal_compression", version >= 15 ? "lz4" : "on"),
            ("fsync", "on"),
            ("synchronous_commit", "on"),
            // The hub's statements are short and prepared; compiling them costs more than it gains.
            ("jit", "off"),
            ("random_page_cost", "1.1"),
            ("autovacuum_naptime", "'15s'"),
            ("autovacuum_vacuum_scale_factor", "0.05"),
            ("autovacuum_analyze_scale_factor", "0.05"),
            ("autovacuum_vacuum_insert_scale_factor", "0.1"),
            ("autovacuum_vacuum_cost_limit", "1000"),
            // Attribute values must not reach a log: neither failed statements nor the errors that quote values.
            ("log_min_messages", "log"),
            ("log_min_error_statement", "panic"),
            ("log_error_verbosity", "terse"),
            ("log_parameter_max_length", "0"),
            ("log_parameter_max_length_on_error", "0"),
            ("timezone", "'UTC'"),
        ]
        // Containers often have a tiny /dev/shm, on which parallel queries fail.
        if Self.sharedMemoryBytes < 512 << 20 { settings.append(("dynamic_shared_memory_type", "mmap")) }
        for (name, value) in overrides.sorted(by: { $0.key < $1.key }) {
            settings.removeAll { $0.0 == name }
            settings.append((name, Self.quoted(value)))
        }
        text = "# Written by the hub at every start; changes here are lost. Put your own into postgresql.conf, after the include.\n"
            + settings.map { "\($0.0) = \($0.1)\n" }.joined()
    }

    /// A value in a configuration file: quotes doubled, no line breaks.
    static func quoted(_ value: String) -> String {
        "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "''").filter { !$0.isNewline } + "'"
    }

    private static var memoryBytes: Int { sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) }

    private static var sharedMemoryBytes: Int {
        var status = statvfs()
        return statvfs("/dev/shm", &status) == 0 ? Int(status.f_bavail) * Int(status.f_frsize) : 0
    }
}
