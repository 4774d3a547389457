import Foundation
import MasterData
import Testing

/// A sample through everything that the command line does, beside a running hub, as users do it.
@Suite(.serialized) struct EndToEndTests {
    @Test(.timeLimit(.minutes(15))) func aSampleLoadsResolvesExplainsAndVerifies() async throws {
        try await withHub { mdm, url in
            let sample = try await mdm.done("sample", "--records", "3000", "--seed", "7", "--out", "sample", "--json").object()
            #expect(sample.number("records") == 3000)

            let first = try await mdm.loadAll("sample")
            #expect(first["read"] == 3000)
            #expect(first["accepted"] == 3000)
            #expect(first["rejected"] == 0)
            #expect(first["created"] ?? 0 > 1000)
            #expect(first["linked"] ?? 0 > 500)
            #expect(first["unchanged"] == 0)
            try await expectVerified(mdm)

            // What was said already changes nothing, and makes no event.
            let events = try await eventCount(mdm)
            let second = try await mdm.loadAll("sample")
            #expect(second["unchanged"] == 3000)
            #expect(second["created"] == 0)
            try await expectVerified(mdm)
            #expect(try await eventCount(mdm) == events)

            try await lookUp(mdm)
            try await explain(mdm)
            try await export(mdm)
            try await callHub(mdm, url)
        }
    }

    private func expectVerified(_ mdm: MDM) async throws {
        let (status, report) = try await mdm.verify()
        #expect(status == 0, "\(report.jsonText.prefix(2000))")
        #expect(report.number("sourceRecords") == 3000)
        #expect(report.number("goldenRecords") > 1000)
        for key in ["mismatches", "feedMismatches", "auditBreaks"] { #expect(report.number(key) == 0, "\(key)") }
    }

    private func eventCount(_ mdm: MDM) async throws -> Int {
        let run = try await mdm.done("events", "tail", "--ndjson")
        let lines = run.output.split(separator: "\n")
        for line in lines.prefix(50) { #expect(try JSONParser.parseObject(Array(line.utf8))["specversion"] == "1.0") }
        let page = try await mdm.done("events", "tail", "--json", "--limit", "5").object()
        #expect(page["events"]?.elements?.count == 5)
        let next = try #require(page["next"]?.text)
        let rest = try await mdm.done("events", "tail", "--after", next).output.split(separator: "\n")
        #expect(rest.count == lines.count - 5)
        return lines.count
    }

    /// Every tenth customer of SAP: found by its id with leading zeros, with that id among the ids of its golden record.
    private func lookUp(_ mdm: MDM) async throws {
        let text = try String(contentsOf: mdm.folder.appending(path: "sample/sap.customer.ndjson"), encoding: .utf8)
        let ids = try text.split(separator: "\n").compactMap { try JSONParser.parseObject(Array($0.utf8))["nativeId"]?.text }
        for (index, id) in ids.enumerated() where index % 50 == 0 {
            let found = try await mdm.done("lookup", "sap", "00" + id, "--entity", "customer", "--json").object()
            #expect(found["entity"] == "customer")
            #expect(found["ids"]?.elements?.contains { $0.members?["platform"] == "sap" && $0.members?["nativeId"]?.text == id } == true)
        }
        let table = try await mdm.done("lookup", "sap", ids[0]).output
        #expect(table.contains("golden id ") && table.contains(ids[0]))
        let unknown = try await mdm.run("lookup", "sap", ids[0] + "9", "--entity", "customer")
        #expect(unknown.status == 1)
        #expect(unknown.notes.contains("near: "))
        let foreign = try await mdm.run("lookup", "netsuite", ids[0], "--entity", "customer", "--json")
        #expect(foreign.status == 1)
        #expect(try foreign.object()["nearest"]?.elements?.first?.members?["nativeId"]?.text == ids[0])
    }

    /// Of a golden record with records on several platforms: each value has one record behind it at least, and two of its records compare.
    private func explain(_ mdm: MDM) async throws {
        let records = try await mdm.done("export", "customer").output.split(separator: "\n").map { try JSONParser.parseObject(Array($0.utf8)) }
        let several = try #require(records.first { ($0["ids"]?.elements?.count ?? 0) >= 3 })
        let goldenId = try #require(several["goldenId"]?.text)
        let reasons = try await mdm.done("explain", goldenId, "--json").object()
        for attribute in reasons["attributes"]?.elements ?? [] where attribute.members?["value"] != .null {
            #expect(attribute.members?["words"]?.elements?.contains { $0.members?["survives"] == true } == true)
        }
        #expect(reasons["members"]?.elements?.count == several["ids"]?.elements?.count)
        let text = try await mdm.done("explain", goldenId, "name").output
        #expect(text.contains("name: ") && text.contains("✓"))
        let wrong = try await mdm.run("explain", goldenId, "nmae")
        #expect(wrong.status == 1)
        #expect(wrong.notes.contains("did you mean `name`?"))

        let ids = (several["ids"]?.elements ?? []).compactMap { id in
            id.members.map { "\($0["platform"]?.text ?? ""):\($0["nativeId"]?.text ?? "")" }
        }
        let pair = try await mdm.done("explain", "--pair", ids[0], ids[1], "--json").object()
        #expect(pair["together"] == true)
        #expect(pair["comparisons"]?.elements?.isEmpty == false)
        let apart = try #require(records.last { $0["goldenId"] != several["goldenId"] }?["ids"]?.elements?.first?.members)
        let other = "\(apart["platform"]?.text ?? ""):\(apart["nativeId"]?.text ?? "")"
        let different = try await mdm.done("explain", "--pair", ids[0], other, "--json").object()
        #expect(different["together"] == false)
        #expect(try await mdm.done("explain", "--pair", ids[0], other).output.contains("in two golden records"))
    }

    private func export(_ mdm: MDM) async throws {
        for entity in ["customer", "product", "contract"] {
            let lines = try await mdm.done("export", entity).output.split(separator: "\n")
            let object = try await mdm.done("export", entity, "--json").object()
            #expect(object["records"]?.elements?.count == lines.count)
            #expect(object.number("count") == lines.count)
            let header = try await mdm.done("export", entity, "--format", "csv").output.prefix { $0 != "\r\n" }
            #expect(header.hasPrefix("goldenId,number,version,status,"))
        }
        #expect(try await mdm.done("export", "customer", "--as-of", "2020-01-01T00:00:00Z").output.isEmpty)
    }

    /// A key made on the command line opens the hub, until it is revoked.
    private func callHub(_ mdm: MDM, _ url: String) async throws {
        let key = try await mdm.done("key", "create", "--role", "platform", "--platform", "sap", "--label", "test", "--json").object()
        #expect(key["role"] == "platform")
        #expect(key["platform"] == "sap")
        let text = try #require(key["key"]?.text)
        let id = try #require(key["id"]?.text)
        #expect(try await status(url + "/v1/customers?limit=1", key: text) == 200)
        #expect(try await status(url + "/v1/customers?limit=1", key: text + "x") == 401)
        let list = try await mdm.done("key", "list").output
        #expect(list.contains(id) && !list.contains(text))
        _ = try await mdm.done("key", "revoke", id)
        #expect(try await mdm.run("key", "revoke", id).status == 1)
        try await Task.sleep(for: .seconds(2.5))
        #expect(try await status(url + "/v1/customers?limit=1", key: text) == 401)
        let doctor = try await mdm.run("doctor", "--json")
        #expect(doctor.status == 0, "\(doctor.output)")
        #expect(try doctor.object()["ok"] == true)
    }

    private func status(_ url: String, key: String) async throws -> Int {
        let curl = Process()
        let pipe = Pipe()
        curl.executableURL = URL(filePath: "/usr/bin/env")
        curl.arguments = ["curl", "-s", "-m", "20", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Authorization: Bearer \(key)", url]
        curl.standardOutput = pipe
        try curl.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        return Int(String(decoding: data, as: UTF8.self)) ?? -1
    }
}
