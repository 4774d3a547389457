import Glibc

/// An advisory lock on a file, held by this process until `release` or its end, however it ends.
final class FolderLock: Sendable {
    enum Mode: Sendable {
        case shared, exclusive
        var flag: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
    }

    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Takes the lock at once, or returns nil when another process has it in the way.
    static func take(_ path: String, _ mode: Mode) -> FolderLock? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, mode.flag | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        return FolderLock(descriptor: descriptor)
    }

    /// Waits for the lock without blocking a thread.
    static func wait(_ path: String, _ mode: Mode, limit: Duration) async throws(LocalPostgresError) -> FolderLock {
        let deadline = ContinuousClock.now.advanced(by: limit)
        while true {
            if let lock = take(path, mode) { return lock }
            if access(path, F_OK) == 0 && access(path, R_OK | W_OK) != 0 {
                throw LocalPostgresError(.folderTaken, "`\(path)` belongs to another user; use a data folder of your own")
            }
            guard ContinuousClock.now < deadline, !Task.isCancelled else {
                throw LocalPostgresError(
                    .locked, "another process holds `\(path)` for longer than \(limit); see who: fuser \(path)")
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Gives the lock up early.
    func release() { flock(descriptor, LOCK_UN) }

    /// Changes the mode if nobody is in the way.
    func change(to mode: Mode) -> Bool { flock(descriptor, mode.flag | LOCK_NB) == 0 }
}
