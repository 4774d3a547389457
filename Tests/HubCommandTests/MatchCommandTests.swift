import Foundation
import MasterData
import Testing

@Suite struct MatchCommandTests {
    private static let people = """
        id,first_name,last_name,birth_date,city,postcode,phone
        1,Anna,Zimmermann,1980-02-03,Bonn,53111,0228 5550147
        2,Ana,Zimmermann,1980-02-03,Bonn,53111,0228 5550147
        3,Karl,Ober,1955-07-09,Kiel,24103,0431 5550111
        4,Karl,Ober,1955-07-09,Kiel,24103,
        5,Mia,Wendt,1999-12-01,Jena,07743,03641 555019
        6,Tom,Yilmaz,1971-05-30,Ulm,89073,0731 5550188

        """

    @Test func runsAndEvaluatesWithoutADatabase() async throws {
        try await withFolder { folder in
            let records = folder.appending(path: "people.csv")
            let truth = folder.appending(path: "pairs.csv")
            try Self.people.write(to: records, atomically: true, encoding: .utf8)
            try "id_a,id_b\n1,2\n3,4\n".write(to: truth, atomically: true, encoding: .utf8)
            let mdm = MDM(folder: folder)
            let score = try await mdm.done("match", "evaluate", "--records", records.path, "--truth", truth.path, "--json").object()
            for key in ["records", "pairsTrue", "pairsPredicted", "truePositives", "precision", "recall", "f1", "seconds", "candidatePairs", "peakMemoryBytes"] {
                #expect(score[key] != nil, "\(key) is missing")
            }
            #expect(score["records"] == .number("6"))
            #expect(score["f1"] == .number("1.0000"))
            let out = folder.appending(path: "clusters.csv")
            _ = try await mdm.done("match", "run", "--records", records.path, "--out", out.path)
            #expect(try String(contentsOf: out, encoding: .utf8) == "id,cluster\n1,1\n2,1\n3,3\n4,3\n5,5\n6,6\n")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "data").path), "no database is made")
        }
    }

    @Test func aSavedModelGivesTheSameClusters() async throws {
        try await withFolder { folder in
            let records = folder.appending(path: "people.csv")
            try Self.people.write(to: records, atomically: true, encoding: .utf8)
            let model = folder.appending(path: "people.yaml")
            let mdm = MDM(folder: folder)
            var clusters: [String] = []
            for option in ["--save-model", "--model"] {
                let out = folder.appending(path: "clusters.csv")
                _ = try await mdm.done("match", "run", "--records", records.path, "--out", out.path, option, model.path)
                clusters.append(try String(contentsOf: out, encoding: .utf8))
            }
            #expect(clusters[0] == clusters[1])
            #expect(try String(contentsOf: model, encoding: .utf8).contains("last_name: { kind: familyName }"))
        }
    }

    @Test(arguments: [
        ("id,name\n1,a\n1,b\n", [], "must be unique"), ("id,name\n1,a,b\n", [], "people.csv:2"), ("id,name\n1,a\n", ["--link", "origin"], "no column `origin`"),
        ("id,source\n1,a\n2,b\n", [], "no column can be compared"), ("", [], "is empty"),
    ])
    func refusesWhatItCannotRead(text: String, options: [String], words: String) async throws {
        try await withFolder { folder in
            let records = folder.appending(path: "people.csv")
            try text.write(to: records, atomically: true, encoding: .utf8)
            let out = folder.appending(path: "clusters.csv")
            let run = try await MDM(folder: folder).start(["match", "run", "--records", records.path, "--out", out.path] + options).end()
            #expect(run.status == 1)
            #expect(run.notes.contains(words))
            #expect(!FileManager.default.fileExists(atPath: out.path))
        }
    }
}
