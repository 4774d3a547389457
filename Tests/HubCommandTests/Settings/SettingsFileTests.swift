import Testing

@testable import HubCommand

@Suite struct SettingsFileTests {
    @Test(arguments: [
        ("", [:]), ("# nothing\n\n---\n", [:]), ("listen: 127.0.0.1:9000\n", ["listen": "127.0.0.1:9000"]),
        ("data: \"/srv/a b\"   # quoted\r\npolicies: 'p'\n", ["data": "/srv/a b", "policies": "p"]),
        ("databaseUrl: postgresql://hub@db/mdm?sslmode=require # ours\n", ["databaseUrl": "postgresql://hub@db/mdm?sslmode=require"]),
        ("  data:   x#y  \n", ["data": "x#y"]),
    ])
    func readsFlatSettings(text: String, values: [String: String]) throws {
        #expect(try SettingsFile(text: text, name: "mdm.yaml").values == values)
    }

    @Test(arguments: [
        ("listen\n", "mdm.yaml:1: "), ("\nports: 1\n", "mdm.yaml:2: unknown key `ports`"), ("data: a\ndata: b\n", "mdm.yaml:2: `data` is set twice"),
        ("data:\n", "mdm.yaml:1: `data` needs a plain value"), ("data: [a]\n", "mdm.yaml:1: `data` needs a plain value"),
        ("data: 'a\n", "mdm.yaml:1: the quotes"), ("data: 'a' b\n", "mdm.yaml:1: the quotes"), ("Data: a\n", "did you mean `data`?"),
    ])
    func refusesWithTheLine(text: String, start: String) {
        let error = #expect(throws: SettingsError.self) { try SettingsFile(text: text, name: "mdm.yaml") }
        #expect(error?.description.contains(start) == true, "\(error?.description ?? "")")
    }
}
