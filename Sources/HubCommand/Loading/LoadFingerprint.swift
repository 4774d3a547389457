import Glibc
import HubStore
import MasterData

/// Tells whether a file is the one of an interrupted load: by where it is, its size, its first and last 64 KB, and what it is loaded as.
enum LoadFingerprint {
    private static let sampleBytes = 65_536

    /// Nil for what is no plain file: such a load cannot be resumed.
    static func of(path: String, platform: String, entity: Entity, map: [UInt8]) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        let absolute = realpath(path, nil)
        defer { free(absolute) }
        let place = absolute.map { String(cString: $0) } ?? path
        return LoadProgress.fingerprint(of: [
            Array(place.utf8), Array(String(size).utf8), read(descriptor, at: 0), read(descriptor, at: max(0, size - sampleBytes)),
            Array(platform.utf8), Array(entity.rawValue.utf8), map,
        ])
    }

    private static func read(_ descriptor: Int32, at offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: sampleBytes) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, sampleBytes, off_t(offset)))
        }
    }
}
