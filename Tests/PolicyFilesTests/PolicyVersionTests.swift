import Testing

@testable import PolicyFiles

@Suite struct PolicyVersionTests {
    private func file(_ path: String, _ text: String) -> PolicyFolder.File {
        PolicyFolder.File(path: path, kind: .limits, bytes: Array(text.utf8))
    }

    /// Reference value from `printf 'a.yaml\0001\000x' | sha256sum`.
    @Test("is the beginning of SHA-256") func reference() {
        #expect(PolicyVersion.of([file("a.yaml", "x")]) == "123b02ec5cf3a133")
        #expect(PolicyVersion.of([]) == "e3b0c44298fc1c14")
    }

    @Test("tells a byte, a path and a cut apart") func different() {
        let versions = [
            PolicyVersion.of([file("a", "b"), file("c", "d")]), PolicyVersion.of([file("a", "bc"), file("", "d")]),
            PolicyVersion.of([file("ab", ""), file("c", "d")]),
            PolicyVersion.of([file("a", "b")]), PolicyVersion.of([file("a", "c")]),
        ]
        #expect(Set(versions).count == versions.count)
    }

    @Test("follows the policies, not the cases beside them") func cases() throws {
        let version = try PolicyFolderFixture.read().version
        let beside = try PolicyFolderFixture.read(["cases/a.yaml": "x", "schema/a.schema.json": "{}", "README.md": "x", "notes.txt": "x"])
        #expect(beside.version == version)
        let changed = try PolicyFolderFixture.read(["limits.yaml": "clusterSize: 500\n"])
        #expect(changed.version != version)
    }
}
