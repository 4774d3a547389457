import Foundation
import Testing

@testable import PolicyFiles

@Suite struct PolicyFolderTests {
    private func found(_ changes: [String: String?]) throws -> [String] {
        try PolicyFolderFixture.read(changes).diagnostics.map { "\($0.file):" + PolicyFolderFixture.text($0) }
    }

    @Test("a missing folder says how to name one") func missing() {
        let reading = PolicyReader.read(folder: "/nowhere/policies")
        #expect(reading.diagnostics.map(\.description) == [".:1: error: no policy folder `/nowhere/policies`; name it with `--policies DIR`"])
        #expect(reading.policies == nil)
    }

    @Test("a missing page is an error") func missingPage() throws {
        #expect(
            try found(["product.yaml": nil]) == [
                "product.yaml:1: the page of `product` is missing; write `product.yaml`; with `attributes: {}` when the hub shall master no products"
            ])
    }

    @Test(
        "unknown files and folders are warnings",
        arguments: [
            ("custommer.yaml", "unknown file `custommer.yaml`: it is not read; did you mean `customer.yaml`?"),
            ("customer.yml", "unknown file `customer.yml`: it is not read; name it `customer.yaml`"),
            (
                "notes.txt",
                "unknown file `notes.txt`: it is not read; pages are `customer.yaml`, `product.yaml`, `contract.yaml`; the rest goes into folders"
            ),
        ])
    func unknown(path: String, message: String) throws {
        let reading = try PolicyFolderFixture.read([path: "a: b\n"])
        #expect(reading.diagnostics.map { "\($0.file): \($0.severity): \($0.message); \($0.hint ?? "")" } == ["\(path): warning: \(message)"])
        #expect(reading.policies != nil)
    }

    @Test("an unknown folder is one warning, with the nearest name") func unknownFolder() throws {
        #expect(
            try found(["platform/a.yaml": "x", "platform/b.yaml": "x"]) == [
                "platform:1: warning: unknown folder `platform`: nothing in it is read; did you mean `platforms`?"
            ])
    }

    @Test("files with a dot first, cases and schemas are no policies") func noPolicies() throws {
        #expect(try found([".git/config": "x", "cases/a.yaml": ": :", "schema/entity.schema.json": "{"]) == [])
    }

    @Test("a link is read, a dead link is an error") func links() throws {
        try PolicyFolderFixture.inFolder { folder in
            for (path, text) in PolicyFolderFixture.files { try PolicyFolderFixture.write(Array(text.utf8), to: path, in: folder) }
            let page = folder.appending(path: "customer.yaml")
            try PolicyFolderFixture.write(Array("entity: customer\nattributes: {}\n".utf8), to: "..data/customer.yaml", in: folder)
            try FileManager.default.removeItem(at: page)
            try FileManager.default.createSymbolicLink(atPath: page.path, withDestinationPath: "..data/customer.yaml")
            #expect(PolicyReader.read(folder: folder.path).diagnostics == [])
            try FileManager.default.removeItem(at: folder.appending(path: "..data/customer.yaml"))
            #expect(PolicyReader.read(folder: folder.path).diagnostics.first?.message == "a link that leads nowhere")
        }
    }

    @Test("a file over the bound is not read") func large() throws {
        let text = "entity: customer\nattributes: {}\n#" + String(repeating: "x", count: PolicyText.maximumBytes)
        #expect(
            try found(["customer.yaml": text]).first
                == "customer.yaml:1: the file has 1048609 bytes, more than the 1048576 allowed; split it, or move data out of the policies")
    }

    @Test("too many files are refused") func many() throws {
        var changes: [String: String?] = [:]
        for number in 0...PolicyFolder.maximumFiles { changes["cases/\(number).yaml"] = "" }
        #expect(try found(changes).contains(".:1: more than 2000 files in the policy folder; keep policies alone in their folder"))
    }
}
