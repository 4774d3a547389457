import Glibc

/// A file's bytes in memory, private to this process: they may be changed in place, the file is not. One line feed stands behind the last byte.
final class MappedFile: @unchecked Sendable {
    let base: UnsafeMutablePointer<UInt8>
    let count: Int
    private let mapped: Int

    /// - Parameter limit: a file with more bytes is refused.
    init(path: String, limit: Int) throws(MatchFileError) {
        func failure(_ message: String) -> MatchFileError { MatchFileError(file: path, line: 0, message: message) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot be read (\(String(cString: strerror(errno)))); check the path and its permissions") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw failure("is no regular file") }
        count = Int(status.st_size)
        guard count > 0 else { throw failure("is empty; the first line names the columns") }
        guard count <= limit else { throw failure("has \(count) bytes; the limit is \(limit). Split the file") }
        // room for one more byte: an anonymous page behind the file where it ends at a page's end
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        mapped = (count / page + 1) * page
        guard let reserved = mmap(nil, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), reserved != MAP_FAILED,
            let address = mmap(reserved, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, descriptor, 0), address != MAP_FAILED
        else { throw failure("cannot be mapped into memory (\(String(cString: strerror(errno))))") }
        base = address.assumingMemoryBound(to: UInt8.self)
        base[count] = 0x0A
    }

    deinit { munmap(base, mapped) }
}
