import Testing

@testable import PolicyFiles

@Suite("a policy with twenty different mistakes")
struct TwentyMistakesTests {
    @Test("yields twenty diagnostics in one run, each with its line")
    func oneRun() throws {
        let page = """
            entity: customer
            attributes:
              name:
                type: txet
                owner: crm
              legalName:
                type: organisationName
                ownr: sap
              phone:
                type: phone
                owner: sapp
              taxIds:
                type: list
                owner: sap
              contacts:
                type: list
                of: group
                survive: union
              paymentTerms:
                type: code
                reference: payment-term
                owner: sap
                otherwise: [sap]
              billTo:
                type: address
                owner:
                  - { platform: netsuite, until: 2027-01-01 }
                  - { platform: sap, from: 2026-06-01 }
              shipTo:
                type: address
                owner:
                  - { platform: netsuite, until: 2026-01-01 }
                  - { platform: sap, from: 2027-01-01 }
              currency:
                type: currency
                owner: { platform: sap, from: 2027-01-01, until: 2026-01-01 }
              email:
                type: email
                owner: { when: { state: active }, platform: sap, else: zuora }
                sensitivity: private
              website:
                type: url
                type: text
                survive: newest
              industry:
                type: code
                survive: { strategy: trust, trust: { sap: { score: 90, halfLifeDays: -1 } } }
              number:
                type: text
                quality: { maximumLength: -5 }
                required: yes
              duns:
                owner: sap
              parent:
                type: reference
              hold:
            \ttype: boolean
            """
        let reading = try PolicyFolderFixture.read(["customer.yaml": page])
        #expect(
            reading.diagnostics.map { "\($0.line) \($0.message)" } == [
                "4 unknown type `txet` of `name`",
                "8 unknown key `ownr` in `legalName`",
                "11 unknown platform `sapp`",
                "13 `taxIds` is a `list` without `of`",
                "17 `contacts` is a `group` without `fields`",
                "21 no code list `payment-term`",
                "23 `sap` is the owner of `paymentTerms`",
                "28 two owners of `billTo` at once: `netsuite` (until 2027-01-01) and `sap` (from 2026-06-01)",
                "33 nobody owns `shipTo` from `2026-01-01` until `2027-01-01`",
                "36 the period of `currency` ends on `2026-01-01`, before it begins",
                "39 the condition names `state`, which is no attribute here",
                "40 `sensitivity` is `private`",
                "43 `type` is there twice",
                "44 unknown strategy `newest`",
                "47 `halfLifeDays` is `-1`",
                "50 `maximumLength` is `-5`",
                "51 `required` is `yes`",
                "53 `duns` has no `type`",
                "55 `parent` is a `reference` without `to`",
                "57 the line is indented with a tab",
            ])
        #expect(reading.diagnostics.allSatisfy { $0.file == "customer.yaml" && $0.severity == .error && $0.hint != nil })
        #expect(reading.policies == nil)
        #expect(reading.version.count == 16)
    }

    @Test("the same, and it is found again in every run in the same order")
    func repeatable() throws {
        let page = "entity: product\nattributes:\n  a: { typ: text }\n  b: { type: text, own: x, other: y }\n"
        let first = try PolicyFolderFixture.read(["customer.yaml": page]).diagnostics
        #expect(first.count == 5)
        for _ in 0..<10 { #expect(try PolicyFolderFixture.read(["customer.yaml": page]).diagnostics == first) }
    }
}
