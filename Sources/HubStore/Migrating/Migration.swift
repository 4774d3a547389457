import Crypto

/// One step of the schema, as `sql/migrations` has it. Applied scripts never change; a later one corrects an earlier one.
package struct Migration: Sendable, Hashable {
    /// Rising by one from 1. Zero is the ledger of applied migrations: idempotent and applied before each look at it.
    package let number: Int
    /// The file's name without its suffix, for example `0001_hub`.
    package let name: String
    package let script: String

    package init(number: Int, name: String, script: String) {
        self.number = number
        self.name = name
        self.script = script
    }

    /// SHA-256 of the script: tells whether what was applied is what the program carries.
    var checksum: [UInt8] { Array(SHA256.hash(data: Array(script.utf8))) }
}
