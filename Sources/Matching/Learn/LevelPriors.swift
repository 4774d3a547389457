extension RecordComparison {
    /// How often pairs of one party show each level, before anything was learned: what is known of typing errors, moves and nicknames in general.
    ///
    /// They count as a few dozen pairs and one hundredth of all; they keep a small file from learning nonsense. One for each rule and role,
    /// never for a file.
    var matchPrior: [Double] {
        let prior: [Double] =
            switch rule {
            case .given: [0, 0.73, 0.06, 0.08, 0.04, 0.03, 0.02, 0.02, 0.01, 0.01]
            case .family: [0, 0.79, 0.02, 0.12, 0.03, 0.04]
            case .initials: [0, 0.55, 0.42, 0.03]
            case .date: [0, 0.86, 0.06, 0.04, 0.01, 0.03]
            case .address: [0, 0.45, 0.25, 0.05, 0.05, 0.05, 0.05, 0.10]
            case .locality: [0, 0.80, 0.10, 0.10]
            case .postcode: [0, 0.75, 0.08, 0.05, 0.12]
            case .email: [0, 0.70, 0.08, 0.07, 0.15]
            case .code:
                switch role {
                case .identifier: [0, 0.88, 0.08, 0.04]
                case .site: [0, 0.85, 0.07, 0.08]
                default: [0, 0.78, 0.05, 0.17]
                }
            case .category: [0, 0.75, 0.25]
            case .organisation:
                role == .organisation ? [0, 0.50, 0.14, 0.14, 0.12, 0.05, 0.03, 0.02] : [0, 0.40, 0.12, 0.10, 0.10, 0.06, 0.07, 0.15]
            case .text: [0, 0.35, 0.20, 0.15, 0.12, 0.18]
            case .number: [0, 0.75, 0.10, 0.15]
            case .identity: [0, 0.95, 0.04, 0.01]
            }
        let total = prior.reduce(0, +)
        return prior.map { $0 / total }
    }
}
