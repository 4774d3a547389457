import Testing

@testable import Matching

@Suite struct ComponentCutterTests {
    private func link(_ a: Int, _ b: Int, _ bits: Int32) -> Link { Link(a: a, b: b, score: PairScore(bits: bits, outcome: .match)) }
    private func decisions(_ count: Int) -> Decisions {
        Decisions((0..<count).map { Int64($0) }, Constraints())
    }

    @Test func theWeakestLinksAreCutFirst() {
        // two triangles joined by a weak link
        let links = [link(0, 1, 9), link(1, 2, 9), link(3, 4, 8), link(4, 5, 8), link(2, 3, 3)]
        let cutter = ComponentCutter(count: 6, links: links, decisions: decisions(6), limit: 4)
        #expect(cutter.parts == [[0, 1, 2], [3, 4, 5]])
        #expect(cutter.oversized == [[0, 1, 2, 3, 4, 5]])
        #expect(ComponentCutter(count: 6, links: links, decisions: decisions(6), limit: 6).parts == [[0, 1, 2, 3, 4, 5]])
        #expect(ComponentCutter(count: 6, links: links, decisions: decisions(6), limit: 6).oversized.isEmpty)
    }

    @Test func whatOneWeightMakesTooLargeStaysSingle() {
        let links = (1..<6).map { link(0, $0, 9) }
        let cutter = ComponentCutter(count: 6, links: links, decisions: decisions(6), limit: 4)
        #expect(cutter.parts == (0..<6).map { [$0] })
        #expect(cutter.oversized.count == 1)
    }

    @Test func aPartNextToACutOneStaysAsItIs() {
        // {0,1,2} grows too large with 3; 4 hangs on 3 by a weaker link that is cut as well
        let links = [link(0, 1, 9), link(1, 2, 9), link(2, 3, 7), link(3, 4, 5)]
        let cutter = ComponentCutter(count: 5, links: links, decisions: decisions(5), limit: 3)
        #expect(cutter.parts == [[0, 1, 2], [3], [4]])
    }
}
