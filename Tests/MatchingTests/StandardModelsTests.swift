import Testing

@testable import Matching

@Suite struct StandardModelsTests {
    @Test func identifiersDecide() {
        let model = MatchModel.customer
        var a = MatchValues(model: model)
        a.append("VAT:DE:123456789", to: 2)
        a.append("Müller Maschinenbau GmbH", to: 0)
        var b = MatchValues(model: model)
        b.append("VAT:DE:DE123456789", to: 2)
        b.append("Mueller Maschinenbau", to: 0)
        let records = [model.prepare(id: 1, order: 9, a), model.prepare(id: 2, order: 4, b)]
        #expect(model.compare(records[0], records[1]).outcome == .match)
        #expect(cluster(records, model: model).clusters == [[1, 2]])
    }
}
