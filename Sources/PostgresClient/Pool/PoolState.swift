/// The pool's decisions, without I/O, clocks or locks: every event goes in, what to do comes out.
///
///     acquire ──► idle one? ──yes──► lend
///                   │no
///                   ▼
///               wait in line (bounded, first come first served) ──► open one more, if there is room
///     opened / given back ──► first in line, or idle
///     opening failed ──► transient: again after a growing delay while somebody waits; else: the whole line is refused
///     deadline ──► that waiter is refused, with the reason why the last opening failed
///
/// INVARIANT: idle + lent + opening ≤ limit; nobody waits while a connection is idle.
struct PoolState<Member: Sendable>: Sendable {
    typealias WaiterID = UInt64
    typealias Instant = ContinuousClock.Instant

    struct Waiter: Sendable {
        let id: WaiterID
        let deadline: Instant
    }

    struct Idle: Sendable {
        let member: Member
        let since: Instant
    }

    enum Acquisition {
        case lend(Member)
        /// Stand in line under this id; when `open`, start opening a connection as well.
        case wait(WaiterID, open: Bool)
        case refuse(PostgresError)
    }

    enum Placement {
        case handOver(WaiterID, Member)
        case keepIdle
        case close(Member)
    }

    enum Retry: Equatable {
        case after(Duration)
        /// Nobody waits any more.
        case stop
        case refuse([WaiterID])
    }

    let limit: Int
    let waitingLimit: Int
    private(set) var idle: [Idle] = []
    private(set) var lent = 0
    private(set) var opening = 0
    private(set) var isClosed = false
    /// Failures to open since the last success.
    private(set) var failures = 0
    private(set) var lastFailure: PostgresError?
    private var line: [Waiter] = []
    private var lineStart = 0
    private var lastID: WaiterID = 0

    init(limit: Int, waitingLimit: Int) {
        self.limit = limit
        self.waitingLimit = waitingLimit
    }

    var waiting: Int { line.count - lineStart }

    /// When the first in line is to be refused; all wait equally long, so the line is in the order of deadlines.
    var nextDeadline: Instant? { line.dropFirst(lineStart).first?.deadline }

    static var closedError: PostgresError { PostgresError(.closed, "the database client is closed") }

    // MARK: Events

    mutating func acquire(deadline: Instant) -> Acquisition {
        if isClosed { return .refuse(Self.closedError) }
        // The one used last is the likeliest to be alive and to have its statements prepared.
        if let last = idle.popLast() {
            lent += 1
            return .lend(last.member)
        }
        guard waiting < waitingLimit else {
            return .refuse(PostgresError(
                .poolExhausted,
                "\(waiting) callers already wait for one of \(limit) database connections; send less at a time, or raise the pool size",
                isTransient: true))
        }
        lastID += 1
        line.append(Waiter(id: lastID, deadline: deadline))
        let open = mayOpen
        if open { opening += 1 }
        return .wait(lastID, open: open)
    }

    /// A lent connection comes back in good order.
    mutating func giveBack(_ member: Member, now: Instant) -> Placement {
        lent -= 1
        return place(member, now: now)
    }

    /// A lent connection is gone. True when another one is to be opened for the line.
    mutating func loseLent() -> Bool {
        lent -= 1
        return openForLine()
    }

    mutating func opened(_ member: Member, now: Instant) -> Placement {
        opening -= 1
        failures = 0
        lastFailure = nil
        return place(member, now: now)
    }

    mutating func openingFailed(_ error: PostgresError) -> Retry {
        failures += 1
        lastFailure = error
        if isClosed || waiting == 0 {
            opening -= 1
            return .stop
        }
        guard error.isTransient else {
            opening -= 1
            return .refuse(removeLine())
        }
        return .after(Self.delay(failures: failures))
    }

    /// Before another attempt to open: false when nobody waits for it any more.
    mutating func continuesOpening() -> Bool {
        guard !isClosed, waiting > 0 else {
            opening -= 1
            return false
        }
        return true
    }

    /// Removes everybody whose deadline has come and says why they got nothing.
    mutating func expire(now: Instant) -> (ids: [WaiterID], error: PostgresError) {
        var ids: [WaiterID] = []
        while let first = line.dropFirst(lineStart).first, first.deadline <= now {
            ids.append(first.id)
            advance()
        }
        let error = if let lastFailure {
            PostgresError(
                .connectionFailed, "no database connection in time after \(failures) attempts; \(lastFailure.message)",
                sqlState: lastFailure.sqlState, isTransient: true)
        } else if lent == 0 {
            PostgresError(.connectionFailed, "the database did not accept a connection in time; see whether its host is up or overloaded", isTransient: true)
        } else {
            PostgresError(
                .poolExhausted,
                "all \(limit) database connections stayed busy; look for slow statements or transactions held open, or raise the pool size",
                isTransient: true)
        }
        return (ids, error)
    }

    /// A waiter leaves the line by itself. False when it is no longer in it.
    mutating func leave(_ id: WaiterID) -> Bool {
        guard let index = line.indices.dropFirst(lineStart).first(where: { line[$0].id == id }) else { return false }
        line.remove(at: index)
        return true
    }

    /// Takes the connections out that were idle since before `instant`, except the last `keeping`.
    mutating func removeIdle(since instant: Instant, keeping: Int) -> [Member] {
        var removed: [Member] = []
        // The longest idle are first, because the last is lent first.
        while idle.count > keeping, let first = idle.first, first.since <= instant {
            removed.append(first.member)
            idle.removeFirst()
        }
        return removed
    }

    /// Nobody gets a connection after this. Returns what to close and whom to refuse.
    mutating func close() -> (members: [Member], ids: [WaiterID]) {
        isClosed = true
        let members = idle.map(\.member)
        idle = []
        return (members, removeLine())
    }

    /// Whether everything that was lent or being opened has come back.
    var isDrained: Bool { lent == 0 && opening == 0 }

    /// A connection is wanted although nobody waits: the first one of the client. True when it is to be opened.
    mutating func warmUp() -> Bool {
        guard !isClosed, idle.count + lent + opening == 0 else { return false }
        opening += 1
        return true
    }

    // MARK: How

    /// 50 ms, doubled by every failure, at most 2 s.
    static func delay(failures: Int) -> Duration { .milliseconds(min(2_000, 50 << min(max(failures - 1, 0), 6))) }

    private var mayOpen: Bool { idle.count + lent + opening < limit && opening < waiting }

    private mutating func openForLine() -> Bool {
        guard !isClosed, mayOpen else { return false }
        opening += 1
        return true
    }

    private mutating func place(_ member: Member, now: Instant) -> Placement {
        if isClosed { return .close(member) }
        guard let first = line.dropFirst(lineStart).first else {
            idle.append(Idle(member: member, since: now))
            return .keepIdle
        }
        advance()
        lent += 1
        return .handOver(first.id, member)
    }

    private mutating func advance() {
        lineStart += 1
        if lineStart == line.count || lineStart > 1_024 {
            line.removeFirst(lineStart)
            lineStart = 0
        }
    }

    private mutating func removeLine() -> [WaiterID] {
        let ids = line.dropFirst(lineStart).map(\.id)
        line = []
        lineStart = 0
        return ids
    }
}
