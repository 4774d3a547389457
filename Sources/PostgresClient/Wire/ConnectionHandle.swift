import CLibPQ
import Glibc

/// Owns one `PGconn` and its cancel handle.
///
/// Unchecked because the pointers are opaque to the compiler. It is safe: the thread that connected hands the object
/// over once, to the session actor, which alone uses `connection` from then on; `cancel` may be used from any thread,
/// as libpq documents for `PQcancel`.
final class ConnectionHandle: @unchecked Sendable {
    let connection: OpaquePointer
    private let cancel: OpaquePointer?

    init(_ connection: OpaquePointer) {
        self.connection = connection
        cancel = PQgetCancel(connection)
    }

    deinit {
        if let cancel { PQfreeCancel(cancel) }
        PQfinish(connection)
    }

    var descriptor: Int32 { PQsocket(connection) }

    /// Asks the server to cancel what runs on this connection. Blocks for a round trip on a connection of its own.
    func requestCancel() {
        guard let cancel else { return }
        var reason = [CChar](repeating: 0, count: 256)
        _ = PQcancel(cancel, &reason, Int32(reason.count))
    }

    /// Makes every read and write on the socket end, from any thread, for a server that no longer answers.
    static func interrupt(_ descriptor: Int32) {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }
}
