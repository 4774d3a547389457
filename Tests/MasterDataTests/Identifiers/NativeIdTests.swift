import Testing

@testable import MasterData

@Suite struct NativeIdTests {
    @Test(arguments: [
        ("0001000140", .sap, "1000140"), ("1000140", .sap, "1000140"), ("000000000000000042", .sap, "42"), ("TG11", .sap, "TG11"), ("00TG11", .sap, "00TG11"),
        ("{475B158C-541C-E511-80D3-3863BB347BA8}", .dataverse, "475b158c-541c-e511-80d3-3863bb347ba8"), ("475b158c541ce51180d33863bb347ba8", .dataverse, "475b158c-541c-e511-80d3-3863bb347ba8"),
        ("ACC-01", .dataverse, "ACC-01"), (" RFI-TEST-001", .finance, "RFI-TEST-001"), ("2C92C0F84B7C", .zuora, "2C92C0F84B7C"),
        ("2C92C0F84B7C2C92C0F84B7C2C92C0F8", .zuora, "2c92c0f84b7c2c92c0f84b7c2c92c0f8"), ("A00000001", .zuora, "A00000001"), ("cus_Nx", .stripe, "cus_Nx"),
        ("\t42\r\n", .netsuite, "42"), ("a/b%20 c😀'; DROP TABLE x;--", .other, "a/b%20 c😀'; DROP TABLE x;--"), ("../../etc/passwd", .other, "../../etc/passwd"),
        ("a  b", .other, "a  b"), ("0", .netsuite, "0"), ("007", .netsuite, "007"),
    ] as [(String, PlatformKind, String)])
    func normalises(raw: String, kind: PlatformKind, id: String) {
        for entity in Entity.allCases {
            #expect(NativeId.normalise(raw, entity: entity, kind: kind) == id)
            #expect(NativeId.normalise(id, entity: entity, kind: kind) == id)
        }
    }

    @Test(arguments: ["", " ", "\n", "a\u{0}b", "a\nb", "a\u{7F}", "a\u{85}b", String(repeating: "x", count: 256), String(repeating: "é", count: 128)])
    func refuses(raw: String) {
        for kind in PlatformKind.allCases { #expect(NativeId.normalise(raw, entity: .customer, kind: kind) == nil) }
    }

    @Test func zerosAreSapsEmptyId() {
        #expect(NativeId.normalise("0000000000", entity: .customer, kind: .sap) == nil)
    }

    @Test func theBoundIsInBytes() {
        #expect(NativeId.normalise(String(repeating: "x", count: 255), entity: .product, kind: .other) != nil)
        #expect(NativeId.normalise(" " + String(repeating: "x", count: 255), entity: .product, kind: .other) != nil)
    }

    @Test(arguments: PlatformKind.allCases)
    func aSecondPassChangesNothing(kind: PlatformKind) {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed: seed)
        for _ in 0..<3_000 {
            let raw = String.randomId(using: &random)
            guard let id = NativeId.normalise(raw, entity: .customer, kind: kind) else { continue }
            #expect(NativeId.normalise(id, entity: .customer, kind: kind) == id, "seed \(seed)")
        }
    }
}

extension String {
    fileprivate static func randomId(using random: inout SplitMix) -> String {
        let alphabet = Array("0000aAfFzZ19-{} ")
        let length = [1, 5, 10, 15, 18, 32, 36, 38].randomElement(using: &random) ?? 1
        return String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "0" })
    }
}
