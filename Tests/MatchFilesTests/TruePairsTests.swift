import Foundation
import Matching
import Testing

@testable import MatchFiles

@Suite struct TruePairsTests {
    private func file(_ text: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test func countsEachPairOnce() throws {
        let table = try RecordTable(path: file("id,source,name\na,x,1\nb,y,2\nc,y,3\n"))
        let truth = try file("id_a,id_b\na,b\nb,a\nb,c\na,a\n")
        #expect(try TruePairs(path: truth, of: table, sides: nil).pairs.count == 2)
        // b and c are of one source
        #expect(try TruePairs(path: truth, of: table, sides: table.sides(column: "source", file: "")).pairs.count == 1)
    }

    @Test func refusesAnUnknownId() throws {
        let table = try RecordTable(path: file("id,name\na,1\nb,2\n"))
        let truth = try file("id_a,id_b\na,b\na,zz\n")
        #expect {
            _ = try TruePairs(path: truth, of: table, sides: nil)
        } throws: { ($0 as? MatchFileError)?.line == 3 }
    }

    @Test func aModelFileOverridesWhatNamesAndValuesSuggest() throws {
        let table = try RecordTable(path: file("id,name,city\n1,Ann Lee,York\n2,Bob Ray,Leeds\n"))
        let model = try MatchModelFile(text: "fields:\n  name: { kind: title }\n", file: "m.yaml")
        #expect(try model.kinds(of: table) == [.ignore, .title, .locality])
        let other = try MatchModelFile(text: "fields:\n  nane: { kind: title }\n", file: "m.yaml")
        #expect(throws: MatchFileError.self) { try other.kinds(of: table) }
    }
}
