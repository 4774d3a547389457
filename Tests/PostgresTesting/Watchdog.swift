import FoundationEssentials
import Glibc

/// Stops a test server and removes its folder once the test process is gone: a small shell in a session of its own,
/// because a killed process cannot clean up after itself.
enum Watchdog {
    static func watch(_ process: pid_t, folder: String) {
        spawn("while kill -0 \(process) 2>/dev/null; do sleep 0.5; done; \(removal(folder))")
    }

    static func remove(_ folder: String) {
        spawn(removal(folder))
    }

    /// SIGQUIT is PostgreSQL's immediate shutdown.
    private static func removal(_ folder: String) -> String {
        "p=$(head -n 1 '\(folder)/postgres/postmaster.pid' 2>/dev/null) && kill -QUIT \"$p\" 2>/dev/null; sleep 1; rm -rf '\(folder)'"
    }

    private static func spawn(_ script: String) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in Int32(0)...2 { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID
        // Whoever reads the test process's pipes must not wait for the watchdog.
        let closing = "exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; "
        let command = ["sh", "-c", closing + script]
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        _ = posix_spawn(&child, "/bin/sh", &actions, &attributes, &arguments, environ)
    }
}
