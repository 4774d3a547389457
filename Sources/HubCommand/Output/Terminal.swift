import Glibc

/// Standard output for results, standard error for everything that is said on the way.
enum Terminal {
    /// Whether somebody watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Width of the terminal in characters; 100 where there is none.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 100 }
        return Int(size.ws_col)
    }

    /// Writes a result to standard output, unbuffered.
    static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

    /// Writes part of a long result.
    ///
    /// - Throws: `NobodyReads`, so that the command stops and closes what it has open (`mdm export … | head`).
    static func writePart(_ bytes: [UInt8]) throws(NobodyReads) {
        if !write(bytes, to: STDOUT_FILENO) { throw NobodyReads() }
    }

    /// Writes a line to standard error.
    static func note(_ line: String) { write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Writes to standard error without ending the line.
    static func draw(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// - Returns: false where nobody takes it any more.
    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }
}

/// Standard output was closed by whoever read it.
struct NobodyReads: Error {}
