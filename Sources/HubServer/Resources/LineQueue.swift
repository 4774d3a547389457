import Hummingbird
import NIOCore

/// One line of a streamed body.
struct StreamLine: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        case bytes([UInt8])
        case tooLong
    }

    /// From 1; empty lines count.
    var number: Int
    var content: Content
}

/// Cuts a stream of bytes into lines; a line beyond the bound is dropped as it comes, without ever being held whole.
struct LineCutter {
    let limit: Int
    private var number = 0
    private var partial: [UInt8] = []
    private var isTooLong = false

    init(limit: Int) {
        self.limit = limit
    }

    mutating func cut(_ bytes: some Collection<UInt8>) -> [StreamLine] {
        var lines: [StreamLine] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            append(rest[..<end])
            endLine(&lines)
            rest = rest[rest.index(after: end)...]
        }
        append(rest)
        return lines
    }

    /// The last line, where no line feed ended it.
    mutating func finish() -> [StreamLine] {
        var lines: [StreamLine] = []
        if !partial.isEmpty || isTooLong { endLine(&lines) }
        return lines
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        guard !isTooLong else { return }
        if partial.count + bytes.count > limit {
            isTooLong = true
            partial = []
        } else {
            partial.append(contentsOf: bytes)
        }
    }

    private mutating func endLine(_ lines: inout [StreamLine]) {
        number += 1
        if partial.last == UInt8(ascii: "\r") { partial.removeLast() }
        if isTooLong {
            lines.append(StreamLine(number: number, content: .tooLong))
        } else if partial.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
            lines.append(StreamLine(number: number, content: .bytes(partial)))
        }
        partial = []
        isTooLong = false
    }
}

/// Holds the lines that have come while a batch is being mastered, up to a bound of bytes; then the client has to wait.
actor LineQueue {
    /// How the stream ended; nil problem: as it should.
    struct End: Sendable {
        var problem: Problem?
    }

    private let byteLimit: Int
    private var lines: [StreamLine] = []
    private var bytes = 0
    private var end: End?
    private var isAbandoned = false
    private var consumer: CheckedContinuation<Void, Never>?
    private var producer: CheckedContinuation<Void, Never>?

    init(byteLimit: Int) {
        self.byteLimit = byteLimit
    }

    /// Waits for room first. False: nobody reads any more.
    func put(_ new: [StreamLine]) async -> Bool {
        while bytes >= byteLimit, !isAbandoned {
            await withCheckedContinuation { producer = $0 }
        }
        guard !isAbandoned else { return false }
        lines += new
        for line in new { if case .bytes(let content) = line.content { bytes += content.count } }
        wake(&consumer)
        return true
    }

    func finish(_ end: End) {
        self.end = end
        wake(&consumer)
    }

    /// Up to `limit` lines, as many as have come; empty: the stream has ended.
    func next(_ limit: Int) async -> [StreamLine] {
        while lines.isEmpty, end == nil {
            await withCheckedContinuation { consumer = $0 }
        }
        let taken = Array(lines.prefix(limit))
        lines.removeFirst(taken.count)
        for line in taken { if case .bytes(let content) = line.content { bytes -= content.count } }
        wake(&producer)
        return taken
    }

    var ending: End? { end }

    /// Nobody will ask for lines any more.
    func abandon() {
        isAbandoned = true
        wake(&producer)
    }

    private func wake(_ waiting: inout CheckedContinuation<Void, Never>?) {
        waiting?.resume()
        waiting = nil
    }
}
