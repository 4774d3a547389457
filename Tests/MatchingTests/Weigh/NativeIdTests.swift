import Matching
import Testing

/// Ids that platforms gave decide alone, so every byte of them counts.
@Suite struct NativeIdTests {
    @Test(arguments: [("crm:a/b", "crm:a+b"), ("salesforce:0015f00002J9YYE", "salesforce:0015F00002J9YYE"), ("stripe:cus_A", "stripe:cusA"), ("sap:1", "zuora:1")])
    func differentIdsAreDifferent(left: String, right: String) {
        #expect(!Self.share(left, right))
        #expect(Self.share(left, left))
    }

    private static func share(_ left: String, _ right: String) -> Bool {
        let model = MatchModel.customer
        func record(_ id: Int64, _ value: String) -> MatchRecord {
            var values = MatchValues(model: model)
            if let field = model.field("platformId") { values.append(value, to: field) }
            return model.prepare(id: id, order: UInt64(id), values)
        }
        let (a, b) = (record(1, left), record(2, right))
        return !Set(a.keys).isDisjoint(with: b.keys) || model.compare(a, b).identifier != nil
    }
}
