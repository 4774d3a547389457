import CLibPQ
import Glibc

/// Bytes that OpenSSL has decrypted but libpq has not fetched.
///
/// One TLS record can hold more than libpq reads at a time. The rest then waits inside OpenSSL, where the kernel's
/// readiness does not show it; waiting for the socket would last for ever. libpq 15 leaves this to its callers, and it
/// matters with servers and proxies that write records of more than 8 KiB (PostgreSQL up to 16 does not). The function is looked up at run time in the OpenSSL that libpq has loaded, so nothing more is linked.
enum TLSBuffer {
    private typealias Pending = @convention(c) (UnsafeMutableRawPointer?) -> Int32

    private static let pending: Pending? = dlsym(nil, "SSL_pending").map { unsafeBitCast($0, to: Pending.self) }

    /// Whether there is something to read without waiting. Without TLS there never is.
    static func hasBytes(_ connection: OpaquePointer) -> Bool {
        guard PQsslInUse(connection) == 1, let pending, let tls = PQsslStruct(connection, "OpenSSL") else { return false }
        return pending(tls) > 0
    }
}
