import CLibPQ

/// Owns one `PGresult`.
///
/// Unchecked because the pointer is opaque to the compiler. It is safe: libpq never changes a result after handing it
/// over, its readers are documented as thread-safe on one result, and only `deinit` frees it.
final class ResultHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }
}
