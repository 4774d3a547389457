import CLibPQ

/// LISTEN and NOTIFY.
extension Session {
    /// The next notification on any channel this session listens to; nil when the task is cancelled.
    ///
    /// Notifications are read when asked for, so at most one read of the socket is ever held here; what comes faster
    /// waits on the server.
    func nextNotification() async throws(PostgresError) -> Notification? {
        try occupy(.command)
        defer { occupation = .free }
        while true {
            if let found = PQnotifies(connection) {
                defer { PQfreemem(found) }
                return Notification(
                    channel: String(cString: found.pointee.relname), payload: String(cString: found.pointee.extra),
                    process: found.pointee.be_pid)
            }
            if Task.isCancelled { return nil }
            await withTaskCancellationHandler {
                await waitForServer(.read)
            } onCancel: {
                readiness.wake()
            }
            if Task.isCancelled { return nil }
            startCounting()
            try receive(nil)
        }
    }

    func listen(on channel: String) async throws(PostgresError) {
        isListening = true
        try await execute(script: "LISTEN \(Identifier.quoted(channel))")
    }

    // MARK: Giving the connection back

    /// Makes the session as good as new, or says that it is to be closed.
    func reset() async -> Bool {
        if occupation == .copyOut { await abandonCopyOut() }
        guard failure == nil, occupation == .free else { return false }
        do throws(PostgresError) {
            if transactionState != .none { try await execute(script: "ROLLBACK", shielded: true) }
            if isListening {
                try await execute(script: "UNLISTEN *", shielded: true)
                while let old = PQnotifies(connection) { PQfreemem(old) }
                isListening = false
            }
        } catch {
            return false
        }
        return failure == nil && transactionState == .none
    }
}
