import MasterData
import Testing

@testable import PolicyFiles

@Suite struct EntityShapeTests {
    static let shape = EntityShape(types: [
        "status": .code(reference: nil), "billTo": .address, "creditLimit": .money, "mistaken": nil,
        "contacts": .list(of: .group([.init(name: "name", type: .text)])),
        "terms": .group([.init(name: "days", type: .integer), .init(name: "tags", type: .list(of: .text))]),
    ])

    @Test(
        arguments: [
            ("status", .type(.code(reference: nil))), ("billTo", .type(.address)), ("billTo.country", .type(.country)),
            ("creditLimit.amount", .type(.decimal)),
            ("terms.days", .type(.integer)), ("terms.tags", .list), ("contacts", .list), ("contacts.name", .list), ("mistaken", .unreadable),
            ("mistaken.x", .unreadable),
            ("terms.x", .unknown("x", known: ["days", "tags"])), ("status.x", .unknown("x", known: [])),
            ("billTo.", .unknown("", known: ["street", "houseNumber", "street2", "city", "region", "postcode", "country"])),
        ] as [(String, EntityShape.Lookup)])
    func lookup(path: String, result: EntityShape.Lookup) {
        #expect(Self.shape.lookup(path) == result)
    }

    @Test(arguments: ["", "nothing", ".status"]) func unknown(path: String) {
        guard case .unknown = Self.shape.lookup(path) else {
            Issue.record("found")
            return
        }
    }
}
