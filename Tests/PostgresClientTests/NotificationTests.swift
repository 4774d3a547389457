import PostgresClient
import PostgresTesting
import Testing

@Suite(.database) struct NotificationTests {
    @Test(.timeLimit(.minutes(3))) func notificationsArriveInOrder() async throws {
        let client = try TestDatabase.client(poolSize: 2)
        let (ready, signal) = AsyncStream<Void>.makeStream()
        let listener = Task {
            try await client.withConnection { connection in
                let notifications = try await connection.notifications(on: "odd \"name\"")
                signal.yield()
                var payloads: [String] = []
                for try await notification in notifications {
                    payloads.append(notification.payload)
                    if payloads.count == 100 { break }
                }
                return payloads
            }
        }
        for await _ in ready { break }
        let notify = Statement(name: "notify", sql: "SELECT pg_notify($1, $2)")
        for number in 0..<100 {
            _ = try await client.query(notify, .text("another"), .text("no"))
            _ = try await client.query(notify, .text("odd \"name\""), .text("\(number) ü"))
        }
        #expect(try await listener.value == (0..<100).map { "\($0) ü" })
        await client.close()
    }

    @Test(.timeLimit(.minutes(3))) func cancellingTheListenerEndsTheSequence() async throws {
        let client = try TestDatabase.client(poolSize: 1)
        let listener = Task {
            try await client.withConnection { connection in
                var count = 0
                for try await _ in try await connection.notifications(on: "quiet") { count += 1 }
                return count
            }
        }
        try await Task.sleep(for: .milliseconds(100))
        listener.cancel()
        #expect((try? await listener.value) ?? 0 == 0)
        // The connection is back, and listens no more.
        let listening = Statement(name: "listening", sql: "SELECT count(*) FROM pg_listening_channels()")
        #expect(try await client.query(listening).only.int8(0) == 0)
        await client.close()
    }
}
