/// A growing byte buffer for PostgreSQL's binary formats, reused from call to call by its connection.
///
/// Integers go in network byte order. `reserve` grows; the `put`s after it only store, so a caller reserves the exact
/// size of a value once.
final class ByteWriter {
    private(set) var count = 0
    private var storage: UnsafeMutableRawBufferPointer

    /// A buffer that one large batch has grown beyond this goes back to the system afterwards.
    private static let keptCapacity = 1 << 20

    init() {
        storage = .allocate(byteCount: 4_096, alignment: 16)
    }

    deinit {
        storage.deallocate()
    }

    /// The bytes so far; valid until the next `reserve` or `removeAll`.
    var start: UnsafePointer<CChar>? {
        UnsafeRawPointer(storage.baseAddress)?.assumingMemoryBound(to: CChar.self)
    }

    func removeAll() {
        count = 0
        guard storage.count > Self.keptCapacity else { return }
        storage.deallocate()
        storage = .allocate(byteCount: 4_096, alignment: 16)
    }

    func reserve(_ additional: Int) {
        guard count + additional > storage.count else { return }
        let grown = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count + additional, storage.count * 2), alignment: 16)
        grown.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
        storage.deallocate()
        storage = grown
    }

    func put<Value: FixedWidthInteger>(_ value: Value) {
        storage.storeBytes(of: value.bigEndian, toByteOffset: count, as: Value.self)
        count += MemoryLayout<Value>.size
    }

    func put(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        UnsafeMutableRawBufferPointer(rebasing: storage[count..<(count + bytes.count)]).copyMemory(from: bytes)
        count += bytes.count
    }

    /// Replaces the four bytes at `offset`, for a length that is known only after its content.
    func patch(_ value: Int32, at offset: Int) {
        storage.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Int32.self)
    }
}
