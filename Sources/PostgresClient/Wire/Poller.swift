import CLibPQ
import Glibc
import Synchronization

/// One thread that waits with epoll for the sockets of all connections and wakes the task that waits for one.
///
/// A socket is armed for one event at a time (`EPOLLONESHOT`), level-triggered: what arrived before arming is reported
/// too, so nothing is missed however much libpq read. The thread only wakes tasks; it never touches libpq.
final class Poller: Sendable {
    static let shared = Poller()

    private let epoll: Int32
    private let watched = Mutex(Watched())

    private struct Watched {
        var lastKey: UInt64 = 0
        var sockets: [UInt64: Readiness] = [:]
    }

    private init() {
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        OwnThread.start { [self] in self.loop() }
    }

    /// Starts to watch a socket; nothing is reported until it is armed.
    func watch(_ descriptor: Int32) -> Readiness {
        watched.withLock { watched in
            watched.lastKey += 1
            let readiness = Readiness(descriptor: descriptor, key: watched.lastKey)
            watched.sockets[readiness.key] = readiness
            var event = epoll_event()
            event.events = EPOLLONESHOT.rawValue
            event.data.u64 = readiness.key
            _ = epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event)
            return readiness
        }
    }

    /// Reports the next event on the socket once. False when the kernel refuses, for example because it is closed.
    func arm(_ readiness: Readiness, for interest: Readiness.Interest) -> Bool {
        var event = epoll_event()
        event.events = EPOLLONESHOT.rawValue | EPOLLRDHUP.rawValue
        if interest.contains(.read) { event.events |= EPOLLIN.rawValue }
        if interest.contains(.write) { event.events |= EPOLLOUT.rawValue }
        event.data.u64 = readiness.key
        return epoll_ctl(epoll, EPOLL_CTL_MOD, readiness.descriptor, &event) == 0
    }

    /// Ends watching; to be called before the socket is closed.
    func forget(_ readiness: Readiness) {
        watched.withLock { _ = $0.sockets.removeValue(forKey: readiness.key) }
        _ = epoll_ctl(epoll, EPOLL_CTL_DEL, readiness.descriptor, nil)
    }

    private func loop() {
        var events = [epoll_event](repeating: epoll_event(), count: 64)
        while true {
            let count = epoll_wait(epoll, &events, Int32(events.count), -1)
            guard count > 0 else {
                if count < 0 && errno != EINTR { return }
                continue
            }
            for event in events[..<Int(count)] {
                watched.withLock { $0.sockets[event.data.u64] }?.wake()
            }
        }
    }
}
