import Testing

@testable import MasterData

@Suite struct UTF8ScanTests {
    /// Every sequence of two bytes, and every border of longer ones: valid here exactly when the standard library takes it.
    @Test func agreesWithTheStandardLibrary() {
        let borders: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                var sequences: [[UInt8]] = [[first], [first, second]]
                if first >= 0xE0, borders.contains(second) {
                    sequences += borders.map { [first, second, $0] }
                    sequences += borders.flatMap { third in borders.map { [first, second, third, $0] } }
                }
                for bytes in sequences {
                    let isValid = String(validating: bytes, as: UTF8.self) != nil
                    let end = bytes.withUnsafeBytes { UTF8Scan.firstInvalid(in: $0) }
                    if (end == bytes.count) != isValid {
                        Issue.record("\(bytes)")
                        return
                    }
                }
            }
        }
    }

    @Test(arguments: [([0x61, 0x80], 1), ([0x61, 0xE2, 0x82, 0xAC, 0xE2, 0x82], 4), ([], 0), ([0xC3, 0xA9], 2)] as [([UInt8], Int)])
    func saysWhere(bytes: [UInt8], offset: Int) {
        #expect(bytes.withUnsafeBytes { UTF8Scan.firstInvalid(in: $0) } == offset)
    }
}
