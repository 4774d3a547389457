internal import Crypto

/// The name of a set of policies: equal for equal files, whatever the folder, the machine or the order of listing.
enum PolicyVersion {
    /// The first 16 hexadecimal digits of SHA-256 over each file's path, its length in bytes as decimal text, and its bytes, with a NUL after path
    /// and length, so that no two sets of files read as the same bytes. `files` must be sorted by path.
    static func of(_ files: [PolicyFolder.File]) -> String {
        var hash = SHA256()
        for file in files {
            hash.update(data: Array(file.path.utf8) + [0])
            hash.update(data: Array(String(file.bytes.count).utf8) + [0])
            hash.update(data: file.bytes)
        }
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: hash.finalize().prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
