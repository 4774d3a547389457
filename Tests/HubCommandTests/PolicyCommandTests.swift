import Foundation
import MasterData
import Testing

@Suite struct PolicyCommandTests {
    @Test func theShippedPoliciesHaveNoMistakes() async throws {
        try await withFolder { folder in
            let object = try await MDM(folder: folder).done("policy", "check", "--json").object()
            #expect(object["diagnostics"]?.elements?.contains { $0.members?["severity"]?.text == "error" } == false)
            #expect(object["policyVersion"]?.text?.utf8.count == 16)
        }
    }

    @Test func aMistakeIsReportedAsCompilersDo() async throws {
        try await withFolder { folder in
            let own = folder.appending(path: "policies")
            try FileManager.default.copyItem(atPath: MDM.policies, toPath: own.path)
            let page = own.appending(path: "product.yaml")
            let text = try String(contentsOf: page, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
            try (text + "\nattributs: {}\n").write(to: page, atomically: true, encoding: .utf8)
            let run = try await MDM(folder: folder).run("policy", "check", "--policies", "policies")
            #expect(run.status == 1)
            #expect(run.output.contains("policies/product.yaml:\(lines + 1): error: "))
            #expect(run.output.contains("`attributs`"))
            let refused = try await MDM(folder: folder).run("policy", "show", "--policies", "policies")
            #expect(refused.status == 1)
            #expect(refused.notes.contains("policies/product.yaml:\(lines + 1): error: "))
        }
    }

    @Test func showPrintsWhoOwnsWhat() async throws {
        try await withFolder { folder in
            let mdm = MDM(folder: folder)
            let object = try await mdm.done("policy", "show", "customer", "--json").object()
            let rows = try #require(object["ownership"]?.elements)
            #expect(rows.allSatisfy { $0.members?["entity"]?.text == "customer" })
            #expect(rows.contains { $0.members?["attribute"]?.text == "legalName" && $0.members?["owner"]?.text == "sap" })
            let text = try await mdm.done("policy", "show", "customer").output
            #expect(text.contains("legalName"))
        }
    }
}
