import Testing

@testable import Matching

@Suite struct SparseLinkageTests {
    @Test func aChainOfWeakLinksDoesNotFuseWhatOtherwiseDiffers() {
        // two groups of five, one link between them
        var linkage = SparseLinkage(count: 10)
        for base in [0, 5] { for x in base..<base + 5 { for y in x + 1..<base + 5 { linkage.add(x, y, weight: 8) } } }
        linkage.add(4, 5, weight: 3)
        #expect(linkage.groups { _, _ in -10 } == [0, 0, 0, 0, 0, 5, 5, 5, 5, 5])
    }

    @Test func whatMayNotJoinDoesNot() {
        var linkage = SparseLinkage(count: 6)
        for x in 0..<5 { linkage.add(x, x + 1, weight: 9) }
        let groups = linkage.groups { _, _ in 5 } mayJoin: { some, others in
            !((some.contains(0) && others.contains(5)) || (some.contains(5) && others.contains(0)))
        }
        #expect(groups[0] != groups[5] && Set(groups).count == 2)
    }

    @Test func aCrowdThatAgreesIsOne() {
        var linkage = SparseLinkage(count: 1_000)
        for x in 1..<1_000 { linkage.add(x - 1, x, weight: 9) }
        #expect(Set(linkage.groups { _, _ in 3 }) == [0])
    }
}
