import Testing

@testable import SampleData

@Suite struct SeededRandomTests {
    /// The first numbers of the reference implementation (Sebastiano Vigna, splitmix64.c) for the seed 1234567.
    @Test func `the stream is SplitMix64`() {
        var random = SeededRandom(seed: 1_234_567)
        #expect([random.next(), random.next(), random.next()] == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test func `streams of one seed differ`() {
        var first = SeededRandom(seed: 1, stream: .customerRecord, index: 5)
        var second = SeededRandom(seed: 1, stream: .customerRecord, index: 6)
        var third = SeededRandom(seed: 1, stream: .productRecord, index: 5)
        #expect(Set([first.next(), second.next(), third.next()]).count == 3)
    }
}
