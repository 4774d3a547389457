import MasterData
import Testing

@testable import PolicyFiles

@Suite("hostile files")
struct HostilePoliciesTests {
    /// SplitMix64: small, seeded, the same everywhere.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    static let page = """
        entity: customer
        attributes:
          name: { type: text, owner: crm, otherwise: [sap, "zuora"] }
          billTo:
            type: address
            owner:
              - { platform: netsuite, until: 2027-01-01 }
              - { platform: sap, from: 2027-01-01 }
            quality: &q { maximumLength: 40 }
          status: { type: list, of: group, fields: { a: text, b: { type: code, key: true } }, survive: union }
          text: { type: text, quality: *q }  # note

        """

    @Test(
        "any change of bytes is read or refused with a line in the file, in bounded time", .timeLimit(.minutes(2)),
        arguments: [20_261_123, 7, 99] as [UInt64])
    func mutations(seed: UInt64) {
        var random = Generator(state: seed)
        let surroundings = EntityPage.Surroundings(platforms: PlatformDirectoryTests.directory, lists: [:])
        let interesting = Array(" \t\n:-?*&!|>'\"%@`[]{},#~0aé".utf8) + [0x00, 0x7F, 0x80, 0xFF, 0x0D]
        for round in 0..<600 {
            var bytes = Array(Self.page.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = interesting[Int.random(in: 0..<interesting.count, using: &random)]
                case 1: bytes.insert(interesting[Int.random(in: 0..<interesting.count, using: &random)], at: index)
                case 2: bytes.remove(at: index)
                default:
                    let end = min(bytes.count, index + Int.random(in: 1...30, using: &random))
                    bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0..<bytes.count, using: &random))
                }
            }
            var findings = Findings(file: "customer.yaml")
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
            if let node = PolicyDocument.parse(bytes, findings: &findings) {
                _ = EntityPage.read(node, entity: .customer, in: surroundings, findings: &findings)
            } else {
                #expect(findings.hasErrors, "seed \(seed) round \(round): refused without a reason")
            }
            #expect(findings.diagnostics.allSatisfy { (1...lines).contains($0.line) && !$0.message.isEmpty }, "seed \(seed) round \(round)")
        }
    }
}
