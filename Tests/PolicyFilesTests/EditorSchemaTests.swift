import Foundation
import MasterData
import Testing

@testable import PolicyFiles

/// The schemas that editors complete and check policies with must say what the reader takes.
@Suite("schemas for editors")
struct EditorSchemaTests {
    static let shipped = URL(filePath: ShippedPoliciesTests.folder)

    static func schema(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: shipped.appending(path: "schema/\(name).schema.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("the shipped files fit their schemas", arguments: shippedFiles()) func fit(path: String) throws {
        let name =
            switch PolicyFileKind(path: path) {
            case .entity: "entity"
            case .platform: "platform"
            case .reference: "reference"
            case .limits: "limits"
            default: ""
            }
        guard !name.isEmpty else { return }
        let bytes = try Array(Data(contentsOf: Self.shipped.appending(path: path)))
        var findings = Findings(file: path)
        let node = try #require(PolicyDocument.parse(bytes, findings: &findings))
        let root = try Self.schema(name)
        #expect(SchemaCheck(root: root).mistakes(node, against: root) == [])
        let first = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        #expect(first == "# yaml-language-server: $schema=\(path.contains("/") ? "../" : "")schema/\(name).schema.json")
    }

    @Test(
        "the check itself finds mistakes",
        arguments: [
            "entity: customers\nattributes: {}", "entity: customer", "entity: customer\nattributes: { A: { type: text } }",
            "entity: customer\nattributes: { a: { typ: text } }",
            "entity: customer\nattributes: { a: { type: text, owner: { platform: sap, form: x } } }",
            "entity: customer\nattributes: { a: { type: text, survive: newest } }",
            "entity: customer\nattributes: { a: { type: text, required: maybe } }", "- a",
        ])
    func check(text: String) throws {
        var findings = Findings(file: "a")
        let node = try #require(PolicyDocument.parse(Array(text.utf8), findings: &findings))
        let root = try Self.schema("entity")
        #expect(SchemaCheck(root: root).mistakes(node, against: root).count == 1)
    }

    /// The reader names the keys it knows when it meets one that resembles none.
    @Test(
        "schema and reader know the same keys",
        arguments: [
            ("entity", "", "customer.yaml", "zzzzzzzz: 1\nentity: customer\nattributes: {}\n"),
            (
                "entity", "$defs/attribute", "customer.yaml",
                "entity: customer\nattributes:\n  a: { type: list, of: group, fields: { a: text }, zzzzzzzz: 1 }\n"
            ),
            (
                "entity", "$defs/statement", "customer.yaml",
                "entity: customer\nattributes:\n  a: { type: text, owner: { platform: sap, zzzzzzzz: 1 } }\n"
            ),
            (
                "entity", "$defs/trust", "customer.yaml",
                "entity: customer\nattributes:\n  a: { type: text, survive: { strategy: trust, trust: { sap: { score: 1, zzzzzzzz: 1 } } } }\n"
            ),
            ("entity", "$defs/quality", "customer.yaml", "entity: customer\nattributes:\n  a: { type: text, quality: { zzzzzzzz: 1 } }\n"),
            ("platform", "", "platforms/sap.yaml", "platform: sap\nkind: sap\nzzzzzzzz: 1\n"),
            ("reference", "", "reference/payment-terms.yaml", "list: payment-terms\ncodes: { A: a }\nzzzzzzzz: 1\n"),
            ("limits", "", "limits.yaml", "zzzzzzzz: 1\n"),
        ])
    func sameKeys(name: String, place: String, path: String, text: String) throws {
        var schema = try Self.schema(name)
        for part in place.split(separator: "/") { schema = try #require(schema[String(part)] as? [String: Any]) }
        let properties = Set(try #require(schema["properties"] as? [String: Any]).keys)
        let hint = try #require(try PolicyFolderFixture.read([path: text]).diagnostics.first { $0.message.contains("zzzzzzzz") }?.hint)
        let known = Set(hint.split(separator: "`").map(String.init).filter { Names.isAttribute($0) && $0 != "known" })
        // Keys that only another type has are asked for with that type.
        #expect(known.subtracting(properties) == [])
        #expect(properties.subtracting(known).subtracting(place == "$defs/attribute" ? ["of", "fields", "reference", "to"] : []) == [])
    }

    @Test("schema and reader know the same words") func sameWords() throws {
        let definitions = try #require(try Self.schema("entity")["$defs"] as? [String: [String: Any]])
        let properties = try #require(definitions["attribute"]?["properties"] as? [String: [String: Any]])
        func words(_ schema: [String: Any]?) -> Set<String> { Set(schema?["enum"] as? [String] ?? []) }
        #expect(words(definitions["type"]) == Set(TypePage.names))
        #expect(words(definitions["strategy"]) == Set(SurvivePage.strategies))
        #expect(words(properties["sensitivity"]) == Set(Sensitivity.allCases.map(\.rawValue)))
        #expect(words(properties["onConflict"]) == Set(ConflictRule.allCases.map(\.rawValue)))
        #expect(words(properties["to"]) == Set(Entity.allCases.map(\.rawValue)))
        let platform = try #require(try Self.schema("platform")["properties"] as? [String: [String: Any]])
        #expect(words(platform["kind"]) == Set(PlatformKind.allCases.map(\.rawValue)))
    }

    static func shippedFiles() -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: shipped.path).filter { $0.hasSuffix(".yaml") }.sorted()) ?? []
    }
}
