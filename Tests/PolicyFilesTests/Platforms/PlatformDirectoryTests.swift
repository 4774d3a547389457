import MasterData
import Testing

@testable import PolicyFiles

@Suite struct PlatformDirectoryTests {
    static let directory = PlatformDirectory([
        PlatformPolicy(name: "dynamics", kind: .dataverse, roles: ["crm"], order: 2),
        PlatformPolicy(name: "salesforce", kind: .salesforce, roles: ["crm"]),
        PlatformPolicy(name: "b", kind: .other, roles: ["shop"]), PlatformPolicy(name: "a", kind: .other, roles: ["shop"]),
        PlatformPolicy(name: "erp", kind: .sap),
    ])

    @Test(
        "names, roles by order then name, roles of nobody",
        arguments: [
            ("salesforce", .platforms(["salesforce"])), ("crm", .platforms(["salesforce", "dynamics"])), ("shop", .platforms(["a", "b"])),
            ("billing", .nobody),
            ("hub", .platforms(["hub"])), ("sap", .unknown), ("erp", .platforms(["erp"])), ("", .unknown),
        ] as [(String, PlatformDirectory.Resolution)])
    func resolve(name: String, resolution: PlatformDirectory.Resolution) {
        #expect(Self.directory.resolve(name) == resolution)
    }

    @Test("an unknown name says what to do") func unknown() {
        var findings = Findings(file: "a.yaml")
        #expect(Self.directory.expand("salesfroce", line: 3, findings: &findings) == nil)
        #expect(Self.directory.expand("oracle", line: 4, findings: &findings) == nil)
        #expect(
            findings.diagnostics.map(PolicyFolderFixture.text) == [
                "3: unknown platform `salesfroce`; did you mean `salesforce`?", "4: unknown platform `oracle`; declare it in platforms/oracle.yaml",
            ])
    }

    @Test("the hub is always there, and may be declared") func hub() {
        #expect(PlatformDirectory([]).platforms["hub"]?.roles == ["hub"])
        #expect(
            PlatformDirectory([PlatformPolicy(name: "hub", kind: .other, defaultCountry: "DE", roles: ["hub"])]).platforms["hub"]?.defaultCountry
                == "DE")
    }
}
