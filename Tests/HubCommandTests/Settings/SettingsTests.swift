import ArgumentParser
import Testing

@testable import HubCommand

@Suite struct SettingsTests {
    private static func place(_ arguments: [String], _ environment: [String: String], _ file: String = "") throws -> DatabasePlace {
        Settings(environment: environment, file: try SettingsFile(text: file, name: "mdm.yaml")).database(try DatabaseOptions.parse(arguments))
    }

    /// Flag, then environment, then file, then default; a named database before a folder of the same source.
    @Test func databaseByPrecedence() throws {
        let all = ["MDM_DATABASE_URL": "env", "MDM_DATA": "envdata", "PGHOST": "h"]
        let file = "databaseUrl: file\ndata: filedata\n"
        #expect(try Self.place(["--database-url", "flag", "--data", "d"], all, file) == .url("flag"))
        #expect(try Self.place(["--data", "d"], all, file) == .embedded(folder: "d"))
        #expect(try Self.place([], all, file) == .url("env"))
        #expect(try Self.place([], ["MDM_DATA": "envdata", "PGHOST": "h"], file) == .embedded(folder: "envdata"))
        #expect(try Self.place([], ["PGHOST": "h"], file) == .url(""))
        #expect(try Self.place([], ["PGUSER": "u", "MDM_DATABASE_URL": ""], file) == .url("file"))
        #expect(try Self.place([], [:], "data: filedata\n") == .embedded(folder: "filedata"))
        #expect(try Self.place([], [:]) == .embedded(folder: ".mdm"))
    }

    @Test func policiesAndAddressByPrecedence() throws {
        let file = try SettingsFile(text: "policies: file\nlisten: 1.1.1.1:1\n", name: "mdm.yaml")
        let environment = ["MDM_POLICIES": "env", "MDM_LISTEN": "2.2.2.2:2"]
        #expect(try Settings(environment: environment, file: file).policies(PolicyOptions.parse(["--policies", "flag"])) == "flag")
        #expect(try Settings(environment: environment, file: file).policies(PolicyOptions.parse([])) == "env")
        #expect(try Settings(environment: [:], file: file).policies(PolicyOptions.parse([])) == "file")
        #expect(try Settings(environment: [:], file: SettingsFile()).policies(PolicyOptions.parse([])) == "policies")
        #expect(Settings(environment: environment, file: file).listen("3.3.3.3:3") == "3.3.3.3:3")
        #expect(Settings(environment: environment, file: file).listen(nil) == "2.2.2.2:2")
        #expect(Settings(environment: [:], file: file).listen(nil) == "1.1.1.1:1")
        #expect(Settings(environment: [:], file: SettingsFile()).listen(nil) == "127.0.0.1:8080")
    }

    @Test func aNameOfTheDatabaseHoldsNoPassword() {
        #expect(!DatabasePlace.url("postgresql://hub:secret@db/mdm").name.contains("secret"))
    }
}
