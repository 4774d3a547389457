import MasterData
import Testing

@testable import RecordFiles

@Suite struct FieldSourceTests {
    private static let record = """
        {"a":"x","empty":"","none":null,"n":12.50,"flag":false,"list":[{"v":"1"},{"v":"2"},{}],"deep":{"er":[["p","q"]]},"cents":1999,"cur":"eur","yen":"JPY","t":1517505747,
         "ms":1517505747123,"url":"/services/Contact/003ak","@odata.etag":"W/1"}
        """

    private func value(_ source: FieldSource) throws -> JSONValue? {
        try source.value(in: JSONFields(record: try JSONParser.parse(Self.record)))
    }

    @Test(arguments: [
        ("a", #""x""#), ("$.a", #""x""#), ("empty", nil), ("none", nil), ("missing", nil), ("n", "12.50"), ("flag", "false"), ("list[1].v", #""2""#),
        ("list[9].v", nil),
        ("list[*].v", #"["1","2"]"#), ("a.b", nil), ("deep.er[0][1]", #""q""#), ("['@odata.etag']", #""W/1""#), ("list[*].w", nil),
    ])
    func `paths`(path: String, expected: String?) throws {
        #expect(try value(.at(path))?.jsonText == expected)
    }

    @Test func `first, join, list and constants`() throws {
        #expect(try value(.first([.at("empty"), .at("none"), .at("a"), .at("n")])) == "x")
        #expect(try value(.first([.at("empty")])) == nil)
        #expect(try value(.join([.at("a"), .at("empty"), .at("n"), .at("flag")], separator: "-")) == "x-12.50-false")
        #expect(try value(.join([.at("empty")], separator: "-")) == nil)
        #expect(try value(.list([.at("a"), .at("none"), .at("list[*].v")])) == ["x", "1", "2"])
        #expect(try value(.list([.at("none")])) == nil)
        #expect(try value(.constant("k")) == "k")
    }

    @Test func `structures without values of their own are none`() throws {
        let structure: (String) throws -> FieldSource = { path in
            .object([.init(name: "platform", source: .constant("salesforce")), .init(name: "nativeId", source: try .at(path))])
        }
        #expect(try value(structure("a"))?.jsonText == #"{"nativeId":"x","platform":"salesforce"}"#)
        #expect(try value(structure("none")) == nil)
    }

    @Test func `each element is mapped from where it stands`() throws {
        let each = FieldSource.each(try SourcePath("list"), .object([.init(name: "product", source: try .at("v"))]))
        #expect(try value(each)?.jsonText == #"[{"product":"1"},{"product":"2"}]"#)
        #expect(try value(.each(try SourcePath("missing"), .at("v"))) == nil)
    }

    @Test func `transforms`() throws {
        #expect(try value(.transformed(.at("cur"), .upper)) == "EUR")
        #expect(try value(.transformed(.at("yen"), .lower)) == "jpy")
        #expect(try value(.transformed(.at("t"), .epochSeconds)) == "2018-02-01T17:22:27.000Z")
        #expect(try value(.transformed(.at("ms"), .epochMillis)) == "2018-02-01T17:22:27.123Z")
        #expect(try value(.transformed(.at("a"), .epochSeconds)) == "x")
        #expect(try value(.transformed(.at("url"), .lastPathPart)) == "003ak")
        #expect(try value(.transformed(.at("flag"), .not)) == true)
        #expect(try value(.transformed(.at("cents"), .minorUnits(currency: .at("cur")))) == "19.99")
        #expect(try value(.transformed(.at("cents"), .minorUnits(currency: .at("yen")))) == "1999")
        #expect(try value(.transformed(.at("none"), .minorUnits(currency: .at("cur")))) == nil)
    }

    /// An amount in cents that were taken for whole units would be a hundred times too large.
    @Test func `amounts that cannot be converted are refused`() throws {
        #expect(throws: Transform.Refusal.self) { try value(.transformed(.at("n"), .minorUnits(currency: .at("cur")))) }
        #expect(throws: Transform.Refusal.self) { try value(.transformed(.at("cents"), .minorUnits(currency: .at("none")))) }
        #expect(throws: Transform.Refusal.self) { try value(.transformed(.at("cents"), .minorUnits(currency: .at("a")))) }
    }
}
