#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that is written once, from start to end, in large pieces.
final class OutputFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private(set) var bytesWritten = 0
    private var isOpen = true

    private static let pieceSize = 256 * 1_024

    /// Makes or empties the file at `path`.
    init(path: String) throws(SampleError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: Self.systemReason()) }
        buffer.reserveCapacity(Self.pieceSize + 8_192)
    }

    deinit {
        if isOpen { _ = close(descriptor) }
    }

    func append(_ bytes: [UInt8]) throws(SampleError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// Writes what is left and closes the file; a full disk may show only here.
    func finish() throws(SampleError) {
        try flush()
        isOpen = false
        guard close(descriptor) == 0 else { throw .unwritable(path: path, reason: Self.systemReason()) }
    }

    private func flush() throws(SampleError) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .unwritable(path: path, reason: Self.systemReason())
            }
            written += count
        }
        bytesWritten += written
        buffer.removeAll(keepingCapacity: true)
    }

    private static func systemReason() -> String {
        String(cString: strerror(errno))
    }
}
