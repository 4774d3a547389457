import HummingbirdCore

/// Bounds of the HTTP service (I10). Past each there is a problem that says so.
package struct ServerLimits: Sendable {
    /// Most bytes of one request's body, streams apart.
    package var bodyBytes = 1 << 20
    /// Most bytes of one line of a streamed body.
    package var lineBytes = 1 << 20
    /// Most bytes of a call that carries many items at once (`crosswalks:resolve`).
    package var bulkBytes = 10 << 20
    /// Most lines of a stream that are mastered in one batch.
    package var batchLines = 500
    /// Most bytes of a stream that are read ahead while a batch is being mastered.
    package var readAheadBytes = 4 << 20
    /// Levels of arrays and objects inside each other.
    package var jsonDepth = 32
    /// From the first byte of a body to its last, streams apart.
    package var bodyTime: Duration = .seconds(30)
    /// From the whole request to its answer.
    package var workTime: Duration = .seconds(30)
    /// Longest long poll of the change feed.
    package var waitTime: Duration = .seconds(30)
    /// Pause between the comments that keep a silent event stream alive.
    package var heartbeat: Duration = .seconds(15)
    /// Connections at one time; further ones wait to be accepted.
    package var connections = 2_048
    /// Event streams and long polls at one time.
    package var listeners = 512
    /// Without a request, a connection is closed after this time.
    package var idleTime: Duration = .seconds(75)
    /// Between two pieces of a body, and for the head of a request.
    package var gapTime: Duration = .seconds(10)
    /// For as long as a client takes nothing of its answer.
    package var stallTime: Duration = .seconds(30)
    /// Bytes of the header fields of a request, in all.
    package var headerBytes = 32 << 10

    package init() {}
}
