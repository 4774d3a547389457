import Dispatch
import Glibc
import Synchronization

/// A blocking TCP connection to the loopback, for tests that must decide on every byte. Runs off the cooperative pool.
package final class RawConnection: Sendable {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let descriptor: Int32
    // Two, so that a read that waits does not hold up what it waits for.
    private let sending = DispatchQueue(label: "raw-connection.sending")
    private let receiving = DispatchQueue(label: "raw-connection.receiving")

    /// - Parameter patience: Seconds after which a read gives up.
    package init(port: Int, patience: Int = 20) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard result == 0 else {
            _ = Glibc.close(descriptor)
            throw Failure(description: "cannot connect to port \(port): errno \(errno)")
        }
        var timeout = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        self.descriptor = descriptor
    }

    deinit { _ = Glibc.close(descriptor) }

    /// False: the server closed or reset the connection before everything was sent.
    @discardableResult
    package func send(_ bytes: [UInt8]) async -> Bool {
        await on(sending) { descriptor in
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    /// What has come, at most 64 KiB; empty: closed, reset, or out of patience.
    package func receive() async -> [UInt8] {
        await on(receiving) { descriptor in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            return count > 0 ? Array(buffer.prefix(count)) : []
        }
    }

    /// Says that nothing more will be sent.
    package func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads until the server closes, or patience ends.
    package func receiveAll() async -> [UInt8] {
        var all: [UInt8] = []
        while case let bytes = await receive(), !bytes.isEmpty { all += bytes }
        return all
    }

    /// Reads one answer; what follows it stays for the next.
    package func answer(isHead: Bool = false) async throws -> HTTPAnswer {
        var bytes = rest.withLock { rest in
            defer { rest = [] }
            return rest
        }
        while true {
            if let (answer, length) = try HTTPAnswer.parse(bytes, isHead: isHead) {
                rest.withLock { $0 = Array(bytes.dropFirst(length)) }
                return answer
            }
            let more = await receive()
            guard !more.isEmpty else {
                throw Failure(
                    description: "the connection ended after \(bytes.count) bytes of an answer: \(String(decoding: bytes.prefix(300), as: UTF8.self))"
                )
            }
            bytes += more
        }
    }

    /// Bytes behind the last answer.
    private let rest = Mutex<[UInt8]>([])

    private func on<Value: Sendable>(_ queue: DispatchQueue, _ work: @escaping @Sendable (Int32) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { [self] in continuation.resume(returning: work(descriptor)) }
        }
    }

    /// Sends everything at once and reads so many answers.
    package static func exchange(port: Int, _ bytes: [UInt8], answers: Int, isHead: Bool = false) async throws -> [HTTPAnswer] {
        let connection = try RawConnection(port: port)
        async let sending = connection.send(bytes)
        _ = await sending
        var all: [HTTPAnswer] = []
        for _ in 0..<answers { all.append(try await connection.answer(isHead: isHead)) }
        return all
    }
}
