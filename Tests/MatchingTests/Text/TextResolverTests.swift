import Testing

@testable import Matching

@Suite struct TextResolverTests {
    /// Words that look like a catalogue's, the same in every run.
    private struct Catalogue {
        var random = SeededRandom(seed: 11)
        let nouns = ["camera", "printer", "speaker", "monitor", "router", "kettle", "toaster", "blender", "headset", "keyboard"]
        let brands = ["arvo", "belmont", "cordia", "dalton", "elvex", "fenwick", "garnet", "halden"]
        let colours = ["black", "white", "silver", "red"]

        mutating func pick(_ words: [String]) -> String { words[random.below(words.count)] }

        mutating func code() -> String {
            var code = ""
            for _ in 0..<3 { code.unicodeScalars.append(UnicodeScalar(UInt8(97 + random.below(26)))) }
            return code + String(100 + random.below(900))
        }

        /// The same product as two shops list it.
        mutating func listing() -> (String, String) {
            let (brand, noun, colour, code) = (pick(brands), pick(nouns), pick(colours), code())
            return ("\(brand) \(colour) \(noun) \(code)", "\(brand) \(code) \(noun) with cable")
        }
    }

    private func rows(_ count: Int) -> (rows: [[String]], sides: [UInt32]) {
        var catalogue = Catalogue()
        let listings = (0..<count).map { _ in catalogue.listing() }
        let rows: [[String]] = listings.map { [$0.0] } + listings.map { [$0.1] }
        return (rows, (0..<(2 * count)).map { $0 < count ? 0 : 1 })
    }

    private func resolve(_ rows: [[String]], sides: [UInt32]?, kinds: [FieldKind] = [.title]) -> TextResolution {
        let columns = kinds.indices.map { "c\($0)" }
        return TextResolver(RecordCells(columns: columns, rows: rows), kinds: kinds, sides: sides).resolve { _, _ in }
    }

    @Test func twoCataloguesAreLinkedWithoutLabels() {
        let (rows, sides) = rows(300)
        let clusters = resolve(rows, sides: sides).clusters
        let right = (0..<300).count { clusters[$0] == clusters[$0 + 300] }
        #expect(right >= 290)
        #expect((0..<300).allSatisfy { clusters[$0] == Int32($0) })
    }

    @Test func anotherModelNumberIsAnotherProduct() {
        var (rows, sides) = rows(300)
        rows += [["orlan telescope qrt450 black"], ["orlan telescope qrt450"], ["orlan telescope qrt650"]]
        sides += [0, 1, 1]
        let clusters = resolve(rows, sides: sides).clusters
        #expect(clusters[600] == clusters[601])
        #expect(clusters[600] != clusters[602])
    }

    @Test func hyphensInAModelNumberDoNotMatter() {
        var (rows, sides) = rows(300)
        rows += [["orlan projector vkd32m4000"], ["orlan VKD-32M4000 with remote"]]
        sides += [0, 1]
        let clusters = resolve(rows, sides: sides).clusters
        #expect(clusters[600] == clusters[601])
    }

    @Test func whatIsOnOneSideOnlyStaysAlone() {
        var catalogue = Catalogue()
        let listings = (0..<400).map { _ in catalogue.listing() }
        var rows = listings[..<300].map { [$0.0] }
        rows += listings[..<200].map { [$0.1] }
        rows += listings[300...].map { [$0.1] }
        let sides: [UInt32] = (0..<600).map { $0 < 300 ? 0 : 1 }
        let clusters = resolve(rows, sides: sides).clusters
        #expect((0..<200).count { clusters[$0] == clusters[$0 + 300] } >= 190)
        #expect((500..<600).count { clusters[$0] < 300 } <= 10)
    }

    @Test func aSourceMayListThingsMoreThanOnce() {
        var catalogue = Catalogue()
        var rows: [[String]] = []
        var sides: [UInt32] = []
        for _ in 0..<200 {
            let (first, second) = catalogue.listing()
            rows += [[first], [second], [second + " new"]]
            sides += [0, 1, 1]
        }
        let clusters = resolve(rows, sides: sides).clusters
        let whole = (0..<200).count { clusters[3 * $0] == clusters[3 * $0 + 1] && clusters[3 * $0] == clusters[3 * $0 + 2] }
        #expect(whole >= 180)
    }

    @Test func duplicatesWithinOneFileAreFound() {
        let (rows, _) = rows(300)
        let clusters = resolve(rows, sides: nil).clusters
        #expect((0..<300).count { clusters[$0] == clusters[$0 + 300] } >= 280)
        #expect(Set(clusters).count >= 295)
    }

    @Test func theOrderOfRowsChangesNothing() {
        let (rows, sides) = rows(200)
        let clusters = resolve(rows, sides: sides).clusters
        var order = Array(rows.indices)
        var random = SeededRandom(seed: 5)
        order.shuffle(using: &random)
        let again = resolve(order.map { rows[$0] }, sides: order.map { sides[$0] }).clusters
        func partition(_ labels: [Int32], _ name: (Int) -> Int) -> Set<Set<Int>> {
            Set(Dictionary(grouping: labels.indices, by: { labels[$0] }).values.map { Set($0.map(name)) })
        }
        #expect(partition(clusters) { $0 } == partition(again) { order[$0] })
    }

    @Test func emptyAndMeaninglessTitlesMatchNothing() {
        var (rows, sides) = rows(100)
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
        var rows = (0..<10_000).map { _ in ["megamart " + catalogue.listing().0] }
        rows += [["megamart camera white"], ["megamart white camera"]]
        let resolution = resolve(rows, sides: nil)
        #expect(resolution.candidatePairs < 10_000 * 30)
        #expect(resolution.clusters[10_000] == resolution.clusters[10_001])
    }
}
