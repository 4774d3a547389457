import Glibc

/// The system user that PostgreSQL runs as. It refuses to run as root, so root hands it to an unprivileged user.
struct ServerAccount: Sendable, Equatable {
    let name: String
    let user: uid_t
    let group: gid_t
    /// Whether the server runs as another user than this process, so that folders must be handed over to it.
    let isDropped: Bool

    /// Debian's server package makes `postgres`; `nobody` is everywhere.
    static func choose() throws(LocalPostgresError) -> ServerAccount {
        let me = geteuid()
        guard me == 0 else { return ServerAccount(name: "uid \(me)", user: me, group: getegid(), isDropped: false) }
        for name in ["postgres", "nobody"] {
            if let entry = getpwnam(name)?.pointee, entry.pw_uid != 0 {
                return ServerAccount(name: name, user: entry.pw_uid, group: entry.pw_gid, isDropped: true)
            }
        }
        throw LocalPostgresError(
            .accountMissing,
            "PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody`; "
                + "add one (useradd --system postgres) or start the hub as another user")
    }

    /// The first folder on the way to `path` that the account may not enter, or nil.
    func firstClosedFolder(onTheWayTo path: String) -> String? {
        var folder = ""
        for part in [""] + path.split(separator: "/").map(String.init) {
            folder = part.isEmpty ? "/" : (folder == "/" ? "/" : folder + "/") + part
            var status = stat()
            guard stat(folder, &status) == 0 else { return nil }
            if !mayEnter(status) { return folder }
        }
        return nil
    }

    private func mayEnter(_ status: stat) -> Bool {
        let bit: mode_t = status.st_uid == user ? S_IXUSR : status.st_gid == group ? S_IXGRP : S_IXOTH
        return status.st_mode & bit != 0
    }

    /// Gives a file or folder to the account.
    func own(_ path: String) {
        if isDropped { _ = chown(path, user, group) }
    }
}
