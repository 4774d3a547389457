import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and SIGTERM as a flag, so that a command can stop at a good place. The second one ends the process at once.
final class Interruption: Sendable {
    private let flag = Atomic<Bool>(false)
    private let sources: [any DispatchSourceSignal]

    init(saying message: String) {
        var sources: [any DispatchSourceSignal] = []
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            sources.append(DispatchSource.makeSignalSource(signal: number, queue: .global()))
        }
        self.sources = sources
        for source in sources {
            source.setEventHandler { [weak self] in
                guard let self else { return }
                if self.flag.exchange(true, ordering: .relaxed) { _exit(130) }
                Terminal.note("\n" + message)
            }
            source.resume()
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    var isRequested: Bool { flag.load(ordering: .relaxed) }
}
