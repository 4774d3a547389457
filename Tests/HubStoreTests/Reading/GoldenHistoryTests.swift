import HubStore
import HubStoreTesting
import MasterData
import Testing

@Suite struct GoldenHistoryTests {
    @Test func versionsNewestFirstInPages() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let id = TimeOrderedId.make()
            for version in 1...5 { try await writer.write([id], attributes: #"{"n":\#(version)}"#, linked: version == 2 ? #"[["sap","1"]]"# : nil) }
            let newest = try await store.history(id, limit: 2)
            #expect(newest.map(\.version) == [5, 4])
            #expect(newest.map(\.attributesJSON) == [#"{"n":5}"#, #"{"n":4}"#])
            let rest = try await store.history(id, before: 4, limit: 10)
            #expect(rest.map(\.version) == [3, 2, 1])
            #expect(rest.map(\.linkedJSON) == [nil, #"[["sap","1"]]"#, nil])
            #expect(rest[0].changed == ["legalName"])
        }
    }

    @Test func lineageOfAVersionOrTheNewest() async throws {
        try await withStore { store in
            let writer = GoldenWriter(store)
            let id = TimeOrderedId.make()
            try await writer.write([id])
            try await writer.write([id])
            try await writer.link("sap", "7", to: id, record: 1)
            let newest = try #require(try await store.lineage(id))
            #expect((newest.version, newest.lineageJSON) == (2, #"{"legalName":["owner",1]}"#))
            #expect(try await store.lineage(id, version: 1)?.version == 1)
            #expect(try await store.lineage(id, version: 3) == nil)
            let names = try await store.names(ofRecords: [1, 2])
            #expect(names.count == 1)
            #expect(names[1]?.platform == "sap")
            #expect(names[1]?.nativeId == "raw 7")
        }
    }
}
