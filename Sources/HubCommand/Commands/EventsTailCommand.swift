import ArgumentParser
import FoundationEssentials
import HubStore
import MasterData
import Notifications

struct EventsTail: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Print the changes of golden records, in the feed's order.",
        discussion: """
            Prints a line for each event from the start, or behind --after, to the end; with --follow it waits for more. --ndjson prints whole
            CloudEvents, one a line; --json one object {events, next} with at most --limit events (default 1000), as GET /v1/events does.

            Examples:
              mdm events tail --follow
              mdm events tail --ndjson > events.ndjson
            """)

    @Option(help: ArgumentHelp("Print what comes behind this position: an event's `sequence`, or `next`.", valueName: "position"))
    var after: String?

    @Option(help: ArgumentHelp("Stop after so many events.", valueName: "number"))
    var limit: Int?

    @Flag(name: [.short, .long], help: "Wait for further events until Ctrl-C.")
    var follow = false

    @Flag(help: "Print whole events as CloudEvents in JSON, one a line.")
    var ndjson = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
        if let after, (try? EventFeed.position(after)) == nil {
            throw ValidationError("--after takes a position exactly as the feed gave it: an event's `sequence`, or `next`")
        }
        if output.json, follow || ndjson { throw ValidationError("--json prints one object: it does not go with --follow or --ndjson") }
    }

    func run() async throws {
        let start = try after.map { try EventFeed.position($0) }
        try await withDatabase(database) { store in
            let feed = EventFeed(store: store, ticked: FeedSignal())
            if output.json {
                try await Sequencer.cutOnce(store: store, logger: .command)
                try await printPage(feed, after: start)
            } else {
                try await tail(feed, store, after: start)
            }
        }
    }

    private func printPage(_ feed: EventFeed, after start: FeedPosition?) async throws {
        let writer = CloudEventWriter()
        let wanted = limit ?? EventFeed.pageLimit
        var position = start
        var count = 0
        var bytes = Array("{\"events\":[".utf8)
        while count < wanted {
            let page = try await feed.read(after: position, limit: wanted - count)
            position = page.next
            if page.entries.isEmpty { break }
            for entry in page.entries {
                if count > 0 { bytes.append(UInt8(ascii: ",")) }
                writer.append(entry, to: &bytes)
                count += 1
            }
        }
        bytes.append(contentsOf: "],\"next\":\"\((position ?? .start).text)\"}\n".utf8)
        try Terminal.writePart(bytes)
    }

    private func tail(_ feed: EventFeed, _ store: HubStore, after start: FeedPosition?) async throws {
        let writer = CloudEventWriter()
        let interruption = follow ? Interruption() : nil
        var position = start
        var left = limit ?? .max
        while left > 0, interruption?.isRequested != true {
            // Where no hub runs, nobody else puts what was loaded into the feed's order.
            try await Sequencer.cutOnce(store: store, logger: .command)
            while left > 0 {
                let page = try await feed.read(after: position, limit: min(left, EventFeed.pageLimit))
                position = page.next
                if page.entries.isEmpty { break }
                var bytes: [UInt8] = []
                for entry in page.entries {
                    if ndjson { writer.append(entry, to: &bytes) } else { bytes.append(contentsOf: EventLine.text(entry).utf8) }
                    bytes.append(0x0A)
                }
                left -= page.entries.count
                try Terminal.writePart(bytes)
            }
            if !follow { return }
            if left > 0 { try await Task.sleep(for: .milliseconds(500)) }
        }
    }
}

/// An event in one line, without values.
enum EventLine {
    static func text(_ entry: FeedEntry) -> String {
        switch entry {
        case .gap(let gap): return "\(gap.resumesAfter)  changes before here have expired"
        case .change(let event):
            var text = "\(event.position)  \(String(event.recordedAt.text.prefix(19)))  \(event.entity.rawValue).\(event.kind.rawValue)  "
                + "\(event.goldenId.text) v\(event.goldenVersion)  from \(event.origin ?? "the hub")"
            if let survivor = event.mergedInto { text += "  into \(survivor.text)" }
            if !event.changed.isEmpty { text += "  " + event.changed.joined(separator: " ") }
            return text
        }
    }
}
