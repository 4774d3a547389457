import Dispatch

/// Work on many records spread over the processors. It blocks its caller: for command-line work, never for the server.
enum Parallel {
    /// Calls `body` for consecutive ranges that together are `0..<count`, and for each range's number.
    static func ranges(_ count: Int, pieces: Int, _ body: (Range<Int>, Int) -> Void) {
        let pieces = max(1, min(pieces, count))
        if pieces == 1 { return body(0..<count, 0) }
        // the closure is called on other threads, but this call outlives all of them
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            body(count * piece / pieces..<count * (piece + 1) / pieces, piece)
        }
    }

    /// Calls `body` for each of the numbers below `count`.
    static func each(_ count: Int, _ body: (Int) -> Void) {
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: count) { body($0) }
    }
}
