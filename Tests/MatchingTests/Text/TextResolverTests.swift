import Testing

@testable import Matching

@Suite struct TextResolverTests {
    private func resolve(_ rows: [[String]], sides: [UInt32]?, kinds: [FieldKind] = [.title]) -> TextResolution {
        let columns = kinds.indices.map { "c\($0)" }
        return TextResolver(RecordCells(columns: columns, rows: rows), kinds: kinds, sides: sides).resolve { _, _ in }
    }

    @Test func twoCataloguesAreLinkedWithoutLabels() {
        let (rows, sides) = Catalogue.twoShops(300)
        let clusters = resolve(rows, sides: sides).clusters
        let right = (0..<300).count { clusters[$0] == clusters[$0 + 300] }
        #expect(right >= 290)
        #expect((0..<300).allSatisfy { clusters[$0] == Int32($0) })
    }

    @Test func anotherModelNumberIsAnotherProduct() {
        var (rows, sides) = Catalogue.twoShops(300)
        rows += [["orlan telescope qrt450 black"], ["orlan telescope qrt450"], ["orlan telescope qrt650"]]
        sides += [0, 1, 1]
        let clusters = resolve(rows, sides: sides).clusters
        #expect(clusters[600] == clusters[601])
        #expect(clusters[600] != clusters[602])
    }

    @Test func hyphensInAModelNumberDoNotMatter() {
        var (rows, sides) = Catalogue.twoShops(300)
        rows += [["arvo black camera vkd32m4000"], ["arvo VKD-32M4000 camera with cable"]]
        sides += [0, 1]
        let clusters = resolve(rows, sides: sides).clusters
        #expect(clusters[600] == clusters[601])
    }

    @Test func whatIsOnOneSideOnlyStaysAlone() {
        let (all, _) = Catalogue.twoShops(400)
        let rows: [[String]] = Array(all[0..<300]) + Array(all[400..<600]) + Array(all[700..<800])
        let sides = [UInt32](repeating: 0, count: 300) + [UInt32](repeating: 1, count: 300)
        let clusters = resolve(rows, sides: sides).clusters
        #expect((0..<200).count { clusters[$0] == clusters[$0 + 300] } >= 190)
        #expect((500..<600).count { clusters[$0] < 300 } <= 10)
    }

    @Test func aSourceMayListThingsMoreThanOnce() {
        var catalogue = Catalogue()
        var rows: [[String]] = []
        var sides: [UInt32] = []
        for _ in 0..<200 {
            let listing = catalogue.listing()
            rows += [[listing[0]], [listing[1]], [listing[1] + " new"]]
            sides += [0, 1, 1]
        }
        let clusters = resolve(rows, sides: sides).clusters
        let whole = (0..<200).count { Set(clusters[(3 * $0)..<(3 * $0 + 3)]).count == 1 }
        #expect(whole >= 180)
    }

    @Test func duplicatesWithinOneFileAreFound() {
        let (rows, _) = Catalogue.twoShops(300)
        let clusters = resolve(rows, sides: nil).clusters
        #expect((0..<300).count { clusters[$0] == clusters[$0 + 300] } >= 280)
        #expect(Set(clusters).count >= 295)
    }

    @Test func theOrderOfRowsChangesNothing() {
        let (rows, sides) = Catalogue.twoShops(200)
        let clusters = resolve(rows, sides: sides).clusters
        var order = Array(rows.indices)
        var random = SeededRandom(seed: 5)
        order.shuffle(using: &random)
        let again = resolve(order.map { rows[$0] }, sides: order.map { sides[$0] }).clusters
        var back = [Int](repeating: 0, count: order.count)
        for (place, row) in order.enumerated() { back[row] = place }
        for x in rows.indices {
            // the record its cluster is named by is in the same cluster after the shuffle, and nothing else joined
            #expect(again[back[x]] == again[back[Int(clusters[x])]])
        }
        #expect(Set(clusters).count == Set(again).count)
    }

    @Test func emptyAndMeaninglessTitlesMatchNothing() {
        var (rows, sides) = Catalogue.twoShops(100)
        rows += [[""], [""], ["N/A"], ["n/a"], ["!!!"], ["???"]]
        sides += [0, 1, 0, 1, 0, 1]
        let clusters = resolve(rows, sides: sides).clusters
        #expect((200..<206).allSatisfy { clusters[$0] == Int32($0) })
    }

    @Test func nothingAndOneRecordAreResolved() {
        #expect(resolve([], sides: nil).clusters == [])
        #expect(resolve([["one"]], sides: nil).clusters == [0])
        #expect(resolve([["one"], ["one"]], sides: [0, 0]).clusters == [0, 1])
    }

    /// A word that everybody has neither floods the candidates nor hides records that have nothing else.
    @Test func aWordOnEveryRecordDoesNotExplode() {
        var catalogue = Catalogue()
        var rows: [[String]] = []
        for _ in 0..<10_000 { rows.append(["megamart " + catalogue.listing()[0]]) }
        rows += [["megamart camera white"], ["megamart white camera"]]
        let cells = RecordCells(columns: ["title"], rows: rows)
        let corpus = TextCorpus(cells, roles: TextRoles([.title]), order: (0..<Int32(rows.count)).map { $0 })
        let candidates = TextCandidates(corpus, SoftTokens(corpus), sides: nil)
        #expect(candidates.count < rows.count * (TextCandidates.keptAcross + TextCandidates.keptWithin))
        #expect(candidates.index(10_000, 10_001) != nil)
    }
}
