import CLibPQ
import Glibc

/// One connection to the server: the only place that talks to libpq.
///
/// libpq runs non-blocking. A command is written from the caller's own thread, then its task sleeps until the poller
/// reports the socket; compared with a thread for each connection this saves one thread switch per round trip.
/// The connection stays in pipeline mode, in which one round trip carries any number of statements; scripts and COPY
/// leave it for their time.
actor Session {
    enum Occupation: Equatable {
        case free
        case command
        case copyIn
        case copyOut
    }

    /// How the server sees the session's transaction.
    enum TransactionState: Sendable {
        case none, open, failed, unknown
    }

    let handle: ConnectionHandle
    let canceller: QueryCanceller
    nonisolated let readiness: Readiness
    let resultBytesLimit: Int
    let writer = ByteWriter()
    var prepared = PreparedStatements()
    var occupation = Occupation.free
    /// Set once, when the connection is lost; every later command fails with it.
    var failure: PostgresError?
    /// Whether LISTEN ran here, so that giving the connection back ends it.
    var isListening = false
    private var incoming = IncomingBytes()

    init(_ handle: ConnectionHandle, resultBytesLimit: Int) {
        self.handle = handle
        self.resultBytesLimit = resultBytesLimit
        canceller = QueryCanceller(handle)
        readiness = Poller.shared.watch(handle.descriptor)
    }

    deinit {
        // Before the handle closes the socket.
        Poller.shared.forget(readiness)
    }

    var connection: OpaquePointer { handle.connection }

    var transactionState: TransactionState {
        if failure != nil { return .unknown }
        return switch PQtransactionStatus(connection) {
        case PQTRANS_IDLE: .none
        case PQTRANS_INTRANS: .open
        case PQTRANS_INERROR: .failed
        default: .unknown
        }
    }

    /// Whether the socket is still connected as far as the kernel knows: one system call, no round trip.
    nonisolated var isConnected: Bool {
        // The same bit in poll and epoll; Swift's Glibc module leaves POLLRDHUP out.
        let peerClosed = Int32(truncatingIfNeeded: EPOLLRDHUP.rawValue)
        var probe = pollfd(fd: readiness.descriptor, events: Int16(POLLIN | peerClosed), revents: 0)
        guard poll(&probe, 1, 0) > 0 else { return true }
        return probe.revents & Int16(peerClosed | POLLHUP | POLLERR | POLLNVAL) == 0
    }

    // MARK: The one user at a time

    func occupy(_ next: Occupation) throws(PostgresError) {
        if let failure { throw failure }
        guard occupation == .free else {
            throw PostgresError(
                .misuse, "two tasks use one connection at the same time; give each its own, or await one before the other")
        }
        occupation = next
    }

    func lose(_ error: PostgresError) -> PostgresError {
        if failure == nil { failure = error }
        return error
    }

    func connectionLost(_ statement: String?) -> PostgresError {
        lose(PostgresError(.connectionLost, "the connection to the database broke", statement: statement, isTransient: true))
    }

    // MARK: Waiting for the server

    /// The next result, or nil at the end of a command's results.
    func nextResult(_ statement: String?) async throws(PostgresError) -> OpaquePointer? {
        while PQisBusy(connection) == 1 {
            let unsent = PQflush(connection)
            guard unsent >= 0 else { throw connectionLost(statement) }
            await waitForServer(unsent == 1 ? [.read, .write] : .read)
            try receive(statement)
        }
        return PQgetResult(connection)
    }

    /// Sends what libpq has buffered, reading meanwhile, so that neither side waits for the other.
    func flush(_ statement: String?) async throws(PostgresError) {
        while true {
            switch PQflush(connection) {
            case 0: return
            case 1:
                await waitForServer([.read, .write])
                try receive(statement)
            default: throw connectionLost(statement)
            }
        }
    }

    func waitForServer(_ interest: Readiness.Interest) async {
        if interest.contains(.read), TLSBuffer.hasBytes(connection) { return }
        await readiness.wait(for: interest)
    }

    /// Takes in what the socket holds.
    func receive(_ statement: String?) throws(PostgresError) {
        incoming.willRead(readiness.descriptor)
        guard PQconsumeInput(connection) == 1 else { throw connectionLost(statement) }
        incoming.didRead(readiness.descriptor)
        if incoming.count > resultBytesLimit {
            throw tooLarge(statement)
        }
    }

    func startCounting() { incoming = IncomingBytes() }

    /// The rest of the result would have to be read before the connection could go on; closing it is cheaper.
    func tooLarge(_ statement: String?) -> PostgresError {
        canceller.request()
        return lose(PostgresError(
            .resultTooLarge,
            "the result is larger than \(resultBytesLimit) bytes; read it in parts (LIMIT, a cursor, COPY) or raise the bound",
            statement: statement))
    }
}
