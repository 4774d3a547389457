internal import MasterData

/// `limits.yaml`: bounds that a company may set (see `Limits`).
enum LimitsPage {
    static func read(_ node: PolicyNode, findings: inout Findings) -> Limits {
        var limits = Limits()
        guard var block = BlockReader(node, subject: "the limits", isPage: true, findings: &findings) else { return limits }
        let bounds: [(key: String, path: WritableKeyPath<Limits, Int>, range: ClosedRange<Int>)] = [
            ("clusterSize", \.clusterSize, 2...100_000),
            ("matchKeySize", \.matchKeySize, 2...100_000),
            ("mergesPerHour", \.mergesPerHour, 0...1_000_000_000),
            ("recordBytes", \.recordBytes, 1_024...10_485_760),
            ("recordDepth", \.recordDepth, 4...64),
            ("listLength", \.listLength, 1...100_000),
            ("textLength", \.textLength, 16...1_048_576),
        ]
        for bound in bounds {
            if let value = block.take(bound.key, findings: &findings)?.integer(bound.key, in: bound.range, findings: &findings) {
                limits[keyPath: bound.path] = value
            }
        }
        _ = block.take("description", findings: &findings)?.text("description", findings: &findings)
        block.finish(findings: &findings)
        return limits
    }
}
