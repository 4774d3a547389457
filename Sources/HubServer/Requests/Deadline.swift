/// Gives `work` at most `time`, then cancels it and throws `DeadlinePassed`.
///
/// Cancelling reaches the database: the running statement is cancelled there.
func withDeadline<Value: Sendable>(_ time: Duration, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: time)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw DeadlinePassed() }
        return value
    }
}

/// The time for a piece of work is over; whether it took effect is not known.
struct DeadlinePassed: Error {}
