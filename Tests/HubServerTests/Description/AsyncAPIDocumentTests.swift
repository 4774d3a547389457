import MasterData
import Testing

@testable import HubServer

@Suite struct AsyncAPIDocumentTests {
    @Test func everyKindOfEventOfEveryEntityIsDescribed() throws {
        let bytes = AsyncAPIDocument(policies: .test).bytes
        let document = try JSONParser.parseObject(bytes)
        #expect(document["asyncapi"]?.text == "3.0.0")
        let messages = try #require(document["components"]?.members?["messages"]?.members)
        for entity in Entity.allCases {
            for kind in ["created", "changed", "merged", "split", "retired", "restored", "erased", "crosswalk.linked", "crosswalk.unlinked"] {
                #expect(messages["\(entity.rawValue).\(kind).v1"] != nil, "\(entity) \(kind)")
            }
        }
        let schemas = try #require(document["components"]?.members?["schemas"]?.members)
        for reference in String(decoding: bytes, as: UTF8.self).matches(of: /"\$ref":"#\/components\/schemas\/([A-Za-z]+)"/) {
            #expect(schemas[String(reference.1)] != nil, "\(reference.1)")
        }
    }
}
