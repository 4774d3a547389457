import FoundationEssentials
import HubStore
import MasterData

/// Writes entries of the feed as CloudEvents 1.0 in JSON, structured mode (github.com/cloudevents/spec, v1.0.2).
///
/// Types are `<entity>.<kind>.v1`; an incompatible change of `data` gets a new version beside the old one, a compatible one a new
/// revision in `dataschema`.
package struct CloudEventWriter: Sendable {
    /// The `source` attribute: which hub speaks.
    package let source: String

    package init(source: String = "/mdm-hub") {
        self.source = source
    }

    package func json(_ entry: FeedEntry) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(1_024)
        append(entry, to: &output)
        return output
    }

    package func append(_ entry: FeedEntry, to output: inout [UInt8]) {
        switch entry {
        case .change(let event): append(event, to: &output)
        case .gap(let gap): append(gap, at: .now, to: &output)
        }
    }

    /// The `type` of an entry.
    package func type(of entry: FeedEntry) -> String {
        switch entry {
        case .change(let event): "\(event.entity.rawValue).\(event.kind.rawValue).v1"
        case .gap: "feed.gap.v1"
        }
    }

    private func append(_ event: ChangeEvent, to output: inout [UInt8]) {
        let name = "\(event.entity.rawValue).\(event.kind.rawValue)"
        output.append(contentsOf: #"{"specversion":"1.0","id":""#.utf8)
        event.eventId.append(to: &output)
        output.append(contentsOf: #"","source":"#.utf8)
        JSONWriter.append(source, to: &output)
        // Entities and kinds are words of ours that need no escape.
        output.append(contentsOf: #","type":"\#(name).v1","subject":""#.utf8)
        event.goldenId.append(to: &output)
        output.append(contentsOf: #"","time":"\#(event.recordedAt.text)","datacontenttype":"application/json""#.utf8)
        output.append(contentsOf: #","dataschema":"urn:mdm-hub:schema:\#(name):1.0","sequence":""#.utf8)
        event.position.append(to: &output)
        output.append(contentsOf: #"","correlationid":"#.utf8)
        JSONWriter.append(event.correlationId, to: &output)
        append(#","causationid":"#, ifPresent: event.causationId, to: &output)
        append(#","traceparent":"#, ifPresent: event.traceparent, to: &output)
        output.append(contentsOf: #","data":"#.utf8)
        appendData(of: event, to: &output)
        output.append(UInt8(ascii: "}"))
    }

    /// The change itself: `before` and `after` are all attributes of the two versions, `changed` names those that differ.
    private func appendData(of event: ChangeEvent, to output: inout [UInt8]) {
        output.append(contentsOf: #"{"entity":"\#(event.entity.rawValue)","goldenId":""#.utf8)
        event.goldenId.append(to: &output)
        output.append(contentsOf: #"","goldenVersion":\#(event.goldenVersion),"status":"\#(event.status.rawValue)","changed":["#.utf8)
        for (index, attribute) in event.changed.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            JSONWriter.append(attribute, to: &output)
        }
        output.append(contentsOf: #"],"before":"#.utf8)
        appendOneLine(event.beforeJSON ?? "null", to: &output)
        output.append(contentsOf: #","after":"#.utf8)
        appendOneLine(event.afterJSON ?? "null", to: &output)
        output.append(contentsOf: #","origin":"#.utf8)
        if let origin = event.origin { JSONWriter.append(origin, to: &output) } else { output.append(contentsOf: "null".utf8) }
        appendIds(#","linked":"#, event.linkedJSON, to: &output)
        appendIds(#","unlinked":"#, event.unlinkedJSON, to: &output)
        if let survivor = event.mergedInto {
            output.append(contentsOf: #","mergedInto":""#.utf8)
            survivor.append(to: &output)
            output.append(UInt8(ascii: "\""))
        }
        output.append(UInt8(ascii: "}"))
    }

    private func append(_ gap: FeedGap, at moment: Timestamp, to output: inout [UInt8]) {
        output.append(contentsOf: #"{"specversion":"1.0","id":"gap-\#(gap.resumesAfter.text)","source":"#.utf8)
        JSONWriter.append(source, to: &output)
        output.append(contentsOf: #","type":"feed.gap.v1","time":"\#(moment.text)","datacontenttype":"application/json""#.utf8)
        output.append(contentsOf: #","dataschema":"urn:mdm-hub:schema:feed.gap:1.0","sequence":"\#(gap.resumesAfter.text)","data":{"#.utf8)
        output.append(contentsOf: #""after":"\#(gap.after.text)","resumesAfter":"\#(gap.resumesAfter.text)","message":"#.utf8)
        JSONWriter.append("changes behind `after` have expired; compare your records with the hub's, then read on", to: &output)
        output.append(contentsOf: "}}".utf8)
    }

    private func append(_ name: String, ifPresent text: String?, to output: inout [UInt8]) {
        guard let text else { return }
        output.append(contentsOf: name.utf8)
        JSONWriter.append(text, to: &output)
    }

    /// `[[platform, native id] …]` as history keeps it becomes `[{platform, nativeId} …]`; left out where there is none.
    private func appendIds(_ name: String, _ json: String?, to output: inout [UInt8]) {
        guard let json, case .array(let pairs)? = try? JSONParser.parse(json), !pairs.isEmpty else { return }
        let ids = pairs.map { pair -> JSONValue in
            guard case .array(let parts) = pair, parts.count == 2 else { return pair }
            return .object(["platform": parts[0], "nativeId": parts[1]])
        }
        output.append(contentsOf: name.utf8)
        JSONValue.array(ids).append(to: &output)
    }

    /// Stored JSON as it is, but on one line, which server-sent events and NDJSON need: a raw line break in JSON is white space.
    private func appendOneLine(_ json: String, to output: inout [UInt8]) {
        for byte in json.utf8 {
            output.append(byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") ? UInt8(ascii: " ") : byte)
        }
    }
}
