import Glibc

/// Runs one of PostgreSQL's programs as the server's account and waits for it without blocking a thread.
struct ChildProcess: Sendable {
    let account: ServerAccount
    /// Where its output goes, standard output and standard error alike: replaced, or appended to.
    let output: String
    var appends = false
    /// Added to the clean environment.
    var environment: [String: String] = [:]

    /// The exit status; 128 and more for a signal, 127 when it cannot run.
    func run(_ program: String, _ arguments: [String]) async -> Int32 {
        // From the root folder, because the account may not enter the one that the hub was started in.
        let start = ["/bin/sh", "-c", "cd / && exec \"$@\"", "sh"]
        let drop = ["setpriv", "--reuid=\(account.user)", "--regid=\(account.group)", "--clear-groups", "--"]
        let command = start + (account.isDropped ? drop : []) + [program] + arguments
        guard let child = spawn(command) else { return 127 }
        var status: Int32 = 0
        while true {
            let found = waitpid(child, &status, WNOHANG)
            if found == child { break }
            // Without a child to wait for (SIGCHLD is ignored) its outcome shows by what it has done.
            if found < 0 && errno != EINTR { return 0 }
            // A cancelled caller still waits: a half-made cluster is worse than a late cancellation.
            await pause()
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Sleeps 10 ms on no thread, cancelled or not.
    private func pause() async {
        await Task { try? await Task.sleep(for: .milliseconds(10)) }.value
    }

    /// In a session of its own, so that Ctrl-C in the hub's terminal does not reach it; with a clean environment, so
    /// that no `PG*` variable of the caller changes what the programs do.
    private func spawn(_ command: [String]) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | (appends ? O_APPEND : O_TRUNC), 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // Without the hub's open files, which the server would keep open for its whole life: whoever waits for the end of a pipe
        // or a socket of the hub would wait for the server. One that is closed by the time of the start is no error.
        for descriptor in Self.openDescriptors where descriptor > 2 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID | SETSIGDEF | SETSIGMASK: a server must not inherit the hub's blocked or ignored signals.
        posix_spawnattr_setflags(&attributes, 0x80 | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)

        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        let settings = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C", "LANG=C"]
            + environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var child = pid_t()
        return posix_spawnp(&child, command[0], &actions, &attributes, &arguments, &variables) == 0 ? child : nil
    }

    private static var openDescriptors: [Int32] {
        guard let folder = opendir("/proc/self/fd") else { return Array(3..<1_024) }
        defer { closedir(folder) }
        var descriptors: [Int32] = []
        while let entry = readdir(folder) {
            withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { if let descriptor = Int32(String(cString: $0)) { descriptors.append(descriptor) } }
            }
        }
        return descriptors
    }
}
