import Glibc

/// Runs calls that block in the operating system, such as libpq's connect (name resolution) and cancel request, on a
/// thread of their own, so that Swift's cooperative pool never waits for them.
///
/// Only rare calls go this way, at most two per connection at a time, so no pool of threads is kept.
enum OwnThread {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withUnsafeContinuation { continuation in
            start { continuation.resume(returning: work()) }
        }
    }

    /// Starts `work` and returns at once. Without a thread to spare, the work runs here and now.
    static func start(_ work: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Work(run: work))
        var thread = pthread_t()
        let failure = pthread_create(&thread, nil, { argument in
            if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
            return nil
        }, box.toOpaque())
        guard failure == 0 else {
            box.takeRetainedValue().run()
            return
        }
        pthread_detach(thread)
    }

    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
