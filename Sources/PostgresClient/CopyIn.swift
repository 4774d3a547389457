/// Feeds a `COPY … FROM STDIN`; whatever fails, the session is out of COPY afterwards.
struct CopyIn {
    let session: Session

    init(_ session: Session) { self.session = session }

    func run<Chunks: Sequence>(_ sql: String, _ chunks: Chunks) async throws(PostgresError) -> Int where Chunks.Element == [UInt8] {
        try await session.beginCopyIn(sql)
        do throws(PostgresError) {
            for chunk in chunks { try await session.putCopy(chunk) }
        } catch {
            _ = try? await session.endCopyIn(aborting: true)
            throw error
        }
        return try await session.endCopyIn(aborting: false)
    }

    func run<Chunks: AsyncSequence>(_ sql: String, _ chunks: Chunks) async throws -> Int where Chunks.Element == [UInt8] {
        try await session.beginCopyIn(sql)
        do {
            for try await chunk in chunks { try await session.putCopy(chunk) }
        } catch {
            _ = try? await session.endCopyIn(aborting: true)
            throw error
        }
        return try await session.endCopyIn(aborting: false)
    }
}
