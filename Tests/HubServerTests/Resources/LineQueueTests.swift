import Testing

@testable import HubServer

@Suite struct LineCutterTests {
    private static func cut(_ text: String, pieces: [Int], limit: Int = 20) -> [StreamLine] {
        var cutter = LineCutter(limit: limit)
        var lines: [StreamLine] = []
        var rest = Array(text.utf8)[...]
        for size in pieces {
            lines += cutter.cut(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return lines + cutter.cut(rest) + cutter.finish()
    }

    @Test(arguments: [
        ("", []), ("a", ["1:a"]), ("a\n", ["1:a"]), ("a\nb", ["1:a", "2:b"]), ("a\r\n\r\nb\n", ["1:a", "3:b"]), ("\n\n \t\nx", ["4:x"]),
        ("01234567890123456789\n", ["1:01234567890123456789"]), ("012345678901234567890\nb", ["1:too long", "2:b"]),
        ("012345678901234567890", ["1:too long"]),
    ])
    func cutsLines(text: String, expected: [String]) {
        #expect(Self.cut(text, pieces: []).map(Self.readable) == expected)
    }

    @Test func thePiecesDoNotMatter() {
        let seed = UInt64.random(in: 1...UInt64(UInt32.max))
        print("LineCutterTests: seed \(seed)")
        var random = SplitMix64(state: seed)
        for _ in 0..<2_000 {
            let text = String((0..<Int(random.next() % 120)).map { _ in random.next() % 4 == 0 ? "\n" : "x" })
            let pieces = (0..<10).map { _ in Int(random.next() % 30) }
            #expect(Self.cut(text, pieces: pieces) == Self.cut(text, pieces: []), "seed \(seed), \(text.debugDescription), \(pieces)")
        }
    }

    private static func readable(_ line: StreamLine) -> String {
        switch line.content {
        case .tooLong: "\(line.number):too long"
        case .bytes(let bytes): "\(line.number):\(String(decoding: bytes, as: UTF8.self))"
        }
    }
}

@Suite struct LineQueueTests {
    private func line(_ number: Int) -> StreamLine { StreamLine(number: number, content: .bytes([1, 2, 3, 4])) }

    @Test func givesWhatHasComeInOrder() async {
        let queue = LineQueue(byteLimit: 100)
        _ = await queue.put([line(1), line(2), line(3)])
        await queue.finish(LineQueue.End())
        #expect(await queue.next(2).map(\.number) == [1, 2])
        #expect(await queue.next(2).map(\.number) == [3])
        #expect(await queue.next(2).isEmpty)
    }

    @Test func makesAFastProducerWait() async {
        let queue = LineQueue(byteLimit: 8)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...200 { _ = await queue.put([line(number)]) }
                await queue.finish(LineQueue.End())
            }
            var taken: [Int] = []
            while case let lines = await queue.next(500), !lines.isEmpty {
                // Two lines reach the bound, which one more may pass.
                #expect(lines.count <= 3)
                taken += lines.map(\.number)
            }
            #expect(taken == Array(1...200))
        }
    }

    @Test func releasesAProducerThatNobodyReadsFrom() async {
        let queue = LineQueue(byteLimit: 4)
        #expect(await queue.put([line(1)]))
        async let waiting = queue.put([line(2)])
        await queue.abandon()
        #expect(await !waiting)
    }
}
