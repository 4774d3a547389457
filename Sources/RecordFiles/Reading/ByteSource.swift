#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The bytes of a file from the record being read onwards, read in chunks as they are asked for.
///
/// Positions count from the start of the record being read, so they stay right when the bytes move.
final class ByteSource {
    private let path: String
    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private var storage: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    /// Of the record being read, in the file.
    private(set) var offset = 0
    private(set) var isAtEnd = false
    /// Nil for pipes and terminals.
    let totalBytes: Int?

    private static let chunkSize = 256 * 1_024

    /// Opens the file at `path`; `-` is standard input.
    init(path: String) throws(RecordFileError) {
        self.path = path
        if path == "-" {
            descriptor = STDIN_FILENO
            ownsDescriptor = false
        } else {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            ownsDescriptor = true
            guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.systemReason()) }
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { totalBytes = Int(status.st_size) } else { totalBytes = nil }
        storage = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize * 2, alignment: 16)
    }

    deinit {
        storage.deallocate()
        if ownsDescriptor { _ = close(descriptor) }
    }

    /// Bytes at hand.
    var available: Int { end - start }

    subscript(position: Int) -> UInt8 { storage[start + position] }

    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: storage[start + range.lowerBound..<start + range.upperBound])
    }

    /// Where `byte` stands at or behind `position` among the bytes at hand.
    func firstIndex(of byte: UInt8, from position: Int) -> Int? {
        guard position < available, let base = storage.baseAddress else { return nil }
        guard let found = memchr(base + start + position, Int32(byte), available - position) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base) - start
    }

    /// Lets go of the first `count` bytes.
    func consume(_ count: Int) {
        start += count
        offset += count
    }

    /// Reads more bytes behind those at hand; false at the end of the file.
    func fill() throws(RecordFileError) -> Bool {
        if isAtEnd { return false }
        makeRoom()
        while true {
            guard let base = storage.baseAddress else { return false }
            let count = read(descriptor, base + end, min(Self.chunkSize, storage.count - end))
            if count > 0 {
                end += count
                return true
            }
            if count == 0 {
                isAtEnd = true
                return false
            }
            if errno != EINTR { throw .unreadable(path: path, reason: Self.systemReason()) }
        }
    }

    private func makeRoom() {
        guard storage.count - end < Self.chunkSize else { return }
        let count = end - start
        if start > 0, storage.count - count >= Self.chunkSize {
            if let base = storage.baseAddress { memmove(base, base + start, count) }
        } else {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(storage.count * 2, count + Self.chunkSize), alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
            storage.deallocate()
            storage = larger
        }
        start = 0
        end = count
    }

    private static func systemReason() -> String {
        String(cString: strerror(errno))
    }
}
