/// One NOTIFY.
package struct Notification: Sendable, Hashable {
    package let channel: String
    package let payload: String
    /// The server process of the session that sent it (`pg_backend_pid()`).
    package let process: Int32
}

/// The notifications on one channel, read one by one as they are asked for. Ends when the task is cancelled.
package struct Notifications: AsyncSequence, Sendable {
    package typealias Element = Notification
    let session: Session
    let channel: String

    package struct AsyncIterator: AsyncIteratorProtocol {
        let session: Session
        let channel: String

        package mutating func next() async throws(PostgresError) -> Notification? {
            while let notification = try await session.nextNotification() {
                if notification.channel == channel { return notification }
            }
            return nil
        }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(session: session, channel: channel) }
}
