/// Shows how far a long work has come: a bar on a terminal, a line every ten seconds elsewhere. Writes to standard error only.
struct ProgressLine {
    /// What is counted: `records`, `golden records`.
    let unit: String
    private let isWatched: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant
    private var isDrawn = false

    init(_ unit: String) {
        self.unit = unit
        isWatched = Terminal.isWatched
        start = clock.now
        lastShown = clock.now
    }

    /// Seconds since the work began.
    var elapsed: Duration { start.duration(to: clock.now) }

    /// - Parameters:
    ///   - done: units in this run, for the rate.
    ///   - fraction: of the whole, 0 … 1; nil where the whole is not known.
    ///   - from: the fraction at which this run began, so that the time left is reckoned from this run's pace alone.
    mutating func show(_ done: Int, fraction: Double?, from: Double = 0, detail: String = "") {
        let now = clock.now
        guard lastShown.duration(to: now) >= (isWatched ? .milliseconds(100) : .seconds(10)) else { return }
        lastShown = now
        let seconds = max(0.001, start.duration(to: now).inSeconds)
        let rate = Int(Double(done) / seconds)
        var text = "\(done.grouped) \(unit), \(rate.grouped)/s"
        if let fraction {
            let share = min(1, max(0, fraction))
            text = "\(Int(share * 100)) %  " + text
            if share > from, share < 1 { text += ", \(Self.clockText(seconds * (1 - share) / (share - from))) left" }
        }
        if !detail.isEmpty { text += ", \(detail)" }
        guard isWatched else { return Terminal.note(text) }
        isDrawn = true
        Terminal.draw("\r\u{1B}[K" + Self.bar(fraction, width: max(0, min(30, Terminal.columns - text.count - 4))) + text)
    }

    /// Takes the bar away.
    mutating func clear() {
        if isDrawn { Terminal.draw("\r\u{1B}[K") }
        isDrawn = false
    }

    private static func bar(_ fraction: Double?, width: Int) -> String {
        guard let fraction, width >= 5 else { return "" }
        let filled = Int(min(1, max(0, fraction)) * Double(width))
        return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled) + " "
    }

    private static func clockText(_ seconds: Double) -> String {
        let total = Int(min(seconds, 359_999))
        let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
        return hours > 0 ? "\(hours) h \(minutes) min" : minutes > 0 ? "\(minutes) min \(rest) s" : "\(rest) s"
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    /// Seconds with three digits behind the point, as a JSON number.
    var secondsText: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        let fraction = String(milliseconds % 1000 + 1000).dropFirst()
        return "\(milliseconds / 1000).\(fraction)"
    }
}
