import MasterData
import Mastering
import Matching
import HubStore
import PolicyFiles

/// Reads the policies that a command works by.
func readPolicies(_ options: PolicyOptions) throws -> PolicySet {
    let folder = try Settings.current().policies(options)
    let reading = PolicyReader.read(folder: folder)
    if let policies = reading.policies { return policies }
    let errors = reading.diagnostics.filter { $0.severity == .error }
    for diagnostic in errors { Terminal.note("\(folder)/\(diagnostic)") }
    throw CommandFailure(
        "the policies in `\(folder)` have \(errors.count == 1 ? "a mistake" : "\(errors.count) mistakes"); correct \(errors.count == 1 ? "it" : "them"), "
            + "or name another folder with --policies (`mdm policy check` lists everything)")
}

extension MasteringPipeline {
    /// The pipeline as the hub and the command line run it.
    init(store: HubStore, policies: PolicySet, committed: @escaping @Sendable () -> Void = {}) {
        self.init(
            store: store, policies: policies, models: [.customer: .customer, .product: .product, .contract: .contract], committed: committed)
    }
}
