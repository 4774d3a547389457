import HubStore

/// Writes the feed as server-sent events (html.spec.whatwg.org, section 9.2): the `id` of each is its position, which the reader
/// brings back as `Last-Event-ID`.
package struct ServerSentEvents: Sendable {
    private let writer: CloudEventWriter

    package init(_ writer: CloudEventWriter) {
        self.writer = writer
    }

    /// Appends one frame for each entry.
    package func append(_ entries: [FeedEntry], to output: inout [UInt8]) {
        for entry in entries {
            output.append(contentsOf: "id: ".utf8)
            entry.position.append(to: &output)
            output.append(contentsOf: "\nevent: \(writer.type(of: entry))\ndata: ".utf8)
            writer.append(entry, to: &output)
            output.append(contentsOf: "\n\n".utf8)
        }
    }

    /// A comment that keeps the connection open where nothing happens.
    package static let heartbeat = Array(": nothing new\n\n".utf8)
}
