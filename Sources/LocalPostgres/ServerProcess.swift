import FoundationEssentials
import Glibc

/// What runs in a cluster's folder, as the operating system sees it.
struct ServerProcess: Sendable {
    let cluster: String

    /// The postmaster's process id, if its pid file names a live PostgreSQL process that works in this very folder.
    /// A stale pid file, whose number now belongs to another program, names none.
    var postmaster: pid_t? {
        guard let text = try? String(contentsOfFile: cluster + "/postmaster.pid", encoding: .utf8),
            let first = text.split(separator: "\n").first, let process = pid_t(first)
        else { return nil }
        return worksHere(process) ? process : nil
    }

    /// Any process of a server that works in this folder, such as the children of a postmaster that was killed; they
    /// leave by themselves within moments.
    var anyProcess: pid_t? {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return entries.lazy.compactMap { pid_t($0) }.first { worksHere($0) }
    }

    /// PostgreSQL's processes have the cluster as their working folder.
    private func worksHere(_ process: pid_t) -> Bool {
        let folder = link("/proc/\(process)/cwd")
        return folder != nil && folder == real(cluster) && !isZombie(process)
    }

    private func isZombie(_ process: pid_t) -> Bool {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
        // `pid (name) state …`, where the name may hold spaces and brackets.
        guard let close = text.lastIndex(of: ")") else { return true }
        return text[close...].dropFirst(2).first == "Z"
    }

    private func link(_ path: String) -> String? { try? FileManager.default.destinationOfSymbolicLink(atPath: path) }

    private func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
