import Glibc

/// How many connections the process has file descriptors for.
///
/// More must never be accepted than there are descriptors: when `accept` fails for want of one, NIO hands the error to the
/// listening channel's reader, and the hub would stop serving.
enum OpenFiles {
    /// Kept for the database's connections, files and the runtime.
    static let reserve = 256

    /// Raises the process's own bound to what the system lets it have.
    /// - Returns: the bound that holds now.
    static func raiseBound() -> Int {
        var bound = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &bound) == 0 else { return 1_024 }
        if bound.rlim_cur < bound.rlim_max {
            var raised = bound
            raised.rlim_cur = bound.rlim_max
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { bound = raised }
        }
        return Int(clamping: bound.rlim_cur)
    }

    /// At most `wanted`, and no more than descriptors are left for.
    static func connections(wanted: Int, bound: Int) -> Int { min(wanted, max(16, bound - reserve)) }
}
