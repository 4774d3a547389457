import NIOCore

/// How long a client may keep a connection waiting (I10).
struct ConnectionBounds: Sendable {
    /// From the first byte of a request's head to its last.
    var head: TimeAmount
    /// Between two pieces of a body that the hub is ready to read.
    var bodyGap: TimeAmount
    /// For as long as the client takes nothing of what the hub has to write.
    var stalledWrite: TimeAmount
    /// After the last answer, for the client to take it and to close.
    var linger: TimeAmount

    init(
        head: TimeAmount = .seconds(10), bodyGap: TimeAmount = .seconds(10), stalledWrite: TimeAmount = .seconds(30), linger: TimeAmount = .seconds(1)
    ) {
        self.head = head
        self.bodyGap = bodyGap
        self.stalledWrite = stalledWrite
        self.linger = linger
    }
}

/// Where one HTTP/1.1 connection stands towards its bounds: struct in, action out; `ConnectionGuard` does what it says.
///
/// ```
/// idle --bytes--> head --head complete--> body --end--> idle
///                  | too long              | gap too long
///                  v                       v
///             refuseHead              refuseBody
/// ```
/// A tick is asked for when something begins that must end in time, and put off while it does; a connection that only ever
/// sees prompt requests pays for one timer in ten seconds.
struct ConnectionState {
    enum Action: Equatable {
        case none
        /// Call `tick` at this time.
        case tick(NIODeadline)
        /// Answer 408 for a head that did not come, and close.
        case refuseHead
        /// Make the body that is being read end in an error.
        case refuseBody
        case close
    }

    private enum Phase {
        case idle
        case head(since: NIODeadline)
        case body(lastProgress: NIODeadline)
    }

    let bounds: ConnectionBounds
    private var phase = Phase.idle
    /// The hub has asked for more bytes and none have come.
    private var isReading = false
    private var blockedSince: NIODeadline?
    private var lingersSince: NIODeadline?
    private var answersOpen = 0
    private var tickIsSet = false

    init(bounds: ConnectionBounds) {
        self.bounds = bounds
    }

    /// The connection only waits for the client to take the last answer.
    var isLingering: Bool { lingersSince != nil }

    mutating func bytesArrived(at now: NIODeadline) -> Action {
        isReading = false
        if case .idle = phase { phase = .head(since: now) }
        return setTick(now)
    }

    mutating func readRequested(at now: NIODeadline) {
        guard !isReading else { return }
        isReading = true
        if case .body = phase { phase = .body(lastProgress: now) }
    }

    mutating func requestHead(at now: NIODeadline) {
        phase = .body(lastProgress: now)
        answersOpen += 1
    }

    mutating func requestBody(at now: NIODeadline) {
        phase = .body(lastProgress: now)
    }

    mutating func requestEnd() {
        phase = .idle
    }

    mutating func answerEnd(isLast: Bool, at now: NIODeadline) -> Action {
        answersOpen -= 1
        guard isLast, lingersSince == nil else { return .none }
        lingersSince = now
        return .tick(now + bounds.linger)
    }

    mutating func writability(_ isWritable: Bool, at now: NIODeadline) -> Action {
        blockedSince = isWritable ? nil : blockedSince ?? now
        return isWritable ? .none : setTick(now)
    }

    mutating func tick(at now: NIODeadline) -> Action {
        tickIsSet = false
        if let lingersSince { return now >= lingersSince + bounds.linger ? .close : .tick(lingersSince + bounds.linger) }
        if let blockedSince, now >= blockedSince + bounds.stalledWrite { return .close }
        switch phase {
        case .head(let since) where now >= since + bounds.head && answersOpen == 0:
            return .refuseHead
        case .body(let lastProgress) where isReading && now >= lastProgress + bounds.bodyGap:
            // Said once; the answer to the broken body closes the connection.
            phase = .idle
            return .refuseBody
        default:
            return setTick(now)
        }
    }

    private mutating func setTick(_ now: NIODeadline) -> Action {
        guard !tickIsSet, lingersSince == nil else { return .none }
        var next: NIODeadline?
        switch phase {
        case .idle: break
        case .head(let since): next = max(since + bounds.head, now + .seconds(1))
        case .body(let lastProgress): next = isReading ? lastProgress + bounds.bodyGap : now + bounds.bodyGap
        }
        if let blockedSince { next = min(next ?? .distantFuture, blockedSince + bounds.stalledWrite) }
        guard let next else { return .none }
        tickIsSet = true
        return .tick(next)
    }
}
