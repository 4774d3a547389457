import MasterData
import Testing

@testable import PolicyFiles

@Suite struct PolicyReaderTests {
    @Test("a right folder gives policies and nothing to say") func right() throws {
        let reading = try PolicyFolderFixture.read()
        #expect(reading.diagnostics == [])
        let policies = try #require(reading.policies)
        #expect(policies.version == reading.version)
        #expect(policies.platforms.keys.sorted() == ["dynamics", "hub", "netsuite", "salesforce", "sap", "zuora"])
        #expect(policies.reference.keys.sorted() == ["customer-status", "payment-terms"])
        #expect(policies.limits == Limits())
        #expect(policies.entities[.customer]?.attributes.map(\.name) == ["name", "status"])
    }

    @Test("any error keeps the policies back; a warning does not") func errors() throws {
        #expect(try PolicyFolderFixture.read(["limits.yaml": "clusterSize: -1\n"]).policies == nil)
        #expect(try PolicyFolderFixture.read(["notes.txt": "x"]).policies != nil)
    }

    @Test("mistakes of all files come in one run, by file and line") func allFiles() throws {
        let reading = try PolicyFolderFixture.read([
            "customer.yaml": "entity: client\nattributes: {}\n", "limits.yaml": "clusterSize: few\n",
            "platforms/sap.yaml": "platform: sap\nkind: spa\n",
            "reference/payment-terms.yaml": "list: terms\ncodes: { NET30: x }\n", "product.yaml": "entity: [\n",
        ])
        #expect(
            reading.diagnostics.map { "\($0.file):\($0.line)" } == [
                "customer.yaml:1", "limits.yaml:1", "platforms/sap.yaml:2", "product.yaml:1", "reference/payment-terms.yaml:1",
            ])
    }

    @Test("files read elsewhere are handed on with their lines, and are part of the version") func documents() throws {
        let files = ["access.yaml": "roles:\n  reader: []\n", "subscribers/crm.yaml": "name: crm\n", "matching/customer.yaml": "x: [\n"]
        let reading = try PolicyFolderFixture.read(files, readsDocuments: true)
        #expect(reading.documents.keys.sorted() == ["access.yaml", "subscribers/crm.yaml"])
        #expect(reading.diagnostics.map(\.file) == ["matching/customer.yaml"])
        guard case .mapping(let entries) = reading.documents["access.yaml"]?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.key) == ["roles"])
        #expect(entries.first?.value.line == 2)
    }

    @Test("a file that nobody reads is a warning") func unread() throws {
        let reading = try PolicyFolderFixture.read(["access.yaml": "roles: {}\n"])
        #expect(
            reading.diagnostics.map(\.description) == ["access.yaml:1: warning: `access.yaml` has no effect yet; nothing reads it in this version"])
        #expect(reading.policies != nil)
    }

    @Test("a platform declared twice under two names of file") func declaredTwice() throws {
        let reading = try PolicyFolderFixture.read(["platforms/sap2.yaml": "platform: sap\nkind: sap\n"])
        #expect(
            reading.diagnostics.map { "\($0.file):" + PolicyFolderFixture.text($0) } == [
                "platforms/sap2.yaml:1: the file of `sap` is named `sap2.yaml`; rename the file or the platform: both have one name",
                "platforms/sap2.yaml:1: the platform `sap` is declared twice; one file a platform",
            ])
    }
}
