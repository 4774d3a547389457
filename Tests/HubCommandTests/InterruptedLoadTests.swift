import Foundation
import MasterData
import Testing

/// Loads that are killed, refused in part, or stopped: nothing is lost and nothing comes twice.
@Suite(.serialized) struct InterruptedLoadTests {
    /// A load killed again and again ends in the same golden records as one that was left alone.
    @Test(.timeLimit(.minutes(15))) func aKilledLoadGoesOnWhereItStopped() async throws {
        let file = "sample/salesforce.customer.ndjson"
        let arguments = ["load", file, "--platform", "salesforce", "--entity", "customer", "--batch", "10", "--json"]
        let left = try await withHub { mdm, _ in
            _ = try await mdm.done("sample", "--records", "2000", "--seed", "3", "--out", "sample")
            let whole = try await mdm.start(arguments).end().object()
            return (whole, try await contents(mdm))
        }
        try await withHub { mdm, _ in
            _ = try await mdm.done("sample", "--records", "2000", "--seed", "3", "--out", "sample")
            var continued = 0
            var end: MDM.Run?
            for attempt in 1...40 where end == nil {
                let load = try mdm.start(arguments)
                // Longer each time, so that a slow machine gets to the first batch, and every machine to the last.
                try await Task.sleep(for: .milliseconds(250 * attempt))
                load.kill(SIGKILL)
                let run = try await load.end()
                if run.notes.contains("continuing after record") { continued += 1 }
                if run.status == 0 { end = run }
            }
            let counts = try #require(end, "the load ends within 40 attempts").object()
            #expect(continued > 0, "at least one attempt was killed in the middle")
            let (whole, expected) = left
            for key in ["read", "accepted", "rejected", "created", "linked", "merged", "unchanged", "review"] {
                #expect(counts.number(key) == whole.number(key), "\(key)")
            }
            #expect(counts.number("resumedAfter") > 0)
            let found = try await contents(mdm)
            #expect(Set(found).symmetricDifference(expected).isEmpty)
            #expect(found.count == expected.count)
            let (status, report) = try await mdm.verify()
            #expect(status == 0, "\(report.jsonText.prefix(2000))")
            // A finished load starts from the beginning, and says nothing new.
            let again = try await mdm.start(arguments).end().object()
            #expect(again.number("resumedAfter") == 0)
            #expect(again.number("unchanged") == again.number("read"))
        }
    }

    /// Golden records without what differs from database to database (ids, numbers, versions, times), and parents by their records.
    private func contents(_ mdm: MDM) async throws -> [String] {
        let records = try await mdm.done("export", "customer").output.split(separator: "\n").map { try JSONParser.parseObject(Array($0.utf8)) }
        var names: [String: JSONValue] = [:]
        for record in records { names[record["goldenId"]?.text ?? ""] = record["ids"] }
        return records.map { record in
            var attributes = record["attributes"]?.members ?? JSONObject()
            if let parent = attributes["parent"]?.text { attributes["parent"] = names[parent] ?? "unknown" }
            return JSONValue.object(["attributes": .object(attributes), "ids": record["ids"] ?? .null, "status": record["status"] ?? .null]).jsonText
        }.sorted()
    }

    @Test(.timeLimit(.minutes(5))) func refusedLinesGoToAFileWithTheirReasons() async throws {
        try await withHub { mdm, _ in
            let lines = [
                #"{"nativeId":"1","attributes":{"name":"Arno Werke GmbH","partyType":"organisation"}}"#, #"{"nativeId":"2","attributes":"#,
                #"{"nativeId":"","attributes":{"name":"Nobody"}}"#, #"{"nativeId":"4","attributes":{"nmae":"Typo AG"}}"#, "[]", "",
                #"{"nativeId":"7","attributes":{"name":"Belo Handel KG","partyType":"organisation"},"updatedAt":"/Date(1518393600000)/"}"#,
                #"{"nativeId":"8","attributes":{"name":"Ceto Bau AG","partyType":"organisation"},"updatedAt":"soon"}"#,
            ]
            let file = mdm.folder.appending(path: "mixed.ndjson")
            try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
            let counts = try await mdm.done("load", "mixed.ndjson", "--platform", "sap", "--entity", "customer", "--json").object()
            #expect(counts.number("read") == 7)
            #expect(counts.number("accepted") + counts.number("rejected") == 7)
            #expect(counts.number("created") == counts.number("accepted"))
            #expect(counts["rejectedFile"] == "mixed.ndjson.rejected.ndjson")
            let rejected = try String(contentsOf: mdm.folder.appending(path: "mixed.ndjson.rejected.ndjson"), encoding: .utf8)
                .split(separator: "\n").map { try JSONParser.parseObject(Array($0.utf8)) }
            #expect(rejected.count == counts.number("rejected"))
            let lineNumbers = rejected.map { $0.number("line") }
            #expect(lineNumbers.starts(with: [2, 3]) && lineNumbers.last == 8 && !lineNumbers.contains(7))
            #expect(rejected.allSatisfy { $0["code"]?.text?.isEmpty == false && $0["message"]?.text?.isEmpty == false })
            // A file without faults leaves no such file behind.
            try lines[0].write(to: file, atomically: true, encoding: .utf8)
            _ = try await mdm.done("load", "mixed.ndjson", "--platform", "sap", "--entity", "customer")
            #expect(!FileManager.default.fileExists(atPath: mdm.folder.appending(path: "mixed.ndjson.rejected.ndjson").path))
        }
    }
}
