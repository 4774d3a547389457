import MasterData
import Testing

@testable import PolicyFiles

@Suite struct PolicyFileKindTests {
    @Test(
        "known by its place",
        arguments: [
            ("customer.yaml", PolicyFileKind.entity(.customer)), ("limits.yaml", .limits), ("access.yaml", .access),
            ("platforms/sap.yaml", .platform("sap")),
            ("reference/units.yaml", .reference("units")), ("matching/product.yaml", .matching(.product)),
            ("subscribers/crm.yaml", .subscriber("crm")),
            ("cases/a/b.yaml", .policyCase), ("cases/a.txt", .policyCase), ("schema/entity.schema.json", .editorSchema), ("README.md", .readMe),
        ])
    func known(path: String, kind: PolicyFileKind) {
        #expect(PolicyFileKind(path: path) == kind)
    }

    @Test(
        "nothing else is",
        arguments: [
            "", "customers.yaml", "customer.yml", "platforms/a/b.yaml", "matching/order.yaml", "NOTES.md", "platforms/README.md", "schema/x.json",
            "cases", "a/customer.yaml",
        ])
    func unknown(path: String) {
        #expect(PolicyFileKind(path: path) == nil)
    }
}
