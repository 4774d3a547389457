import Testing

@testable import SampleData

@Suite struct SkewedListTests {
    @Test func `early elements come more often, late ones come at all`() {
        let list = SkewedList(Array(0..<100))
        var random = SeededRandom(seed: 3)
        var counts = [Int](repeating: 0, count: 100)
        for _ in 0..<100_000 { counts[list.pick(&random)] += 1 }
        #expect(counts[0] > counts[99] * 10)
        #expect(counts[99] > 50)
    }

    @Test func `an underscore stands for a blank`() {
        #expect(SkewedList(words: "a_b c\nd").elements == ["a b", "c", "d"])
    }
}
