/// What a `COPY … TO STDOUT` sends, in chunks of about 64 KiB that end where a row ends. To be read once, to its end;
/// when the reader stops early, the connection cancels the rest as it is given back.
package struct CopyOut: AsyncSequence, Sendable {
    package typealias Element = [UInt8]
    let session: Session

    package struct AsyncIterator: AsyncIteratorProtocol {
        let session: Session

        package mutating func next() async throws(PostgresError) -> [UInt8]? {
            try await session.nextCopyChunk()
        }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(session: session) }
}
