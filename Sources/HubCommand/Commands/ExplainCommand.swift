import ArgumentParser
import FoundationEssentials
import HubStore
import MasterData
import Mastering

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say why each value survived and why each record is in, or why two records are, or are not, the same.",
        discussion: """
            Examples:
              mdm explain 019ab2c4-7f00-7a31-8c55-0d1e2f3a4b5c
              mdm explain 019ab2c4-7f00-7a31-8c55-0d1e2f3a4b5c billTo
              mdm explain --pair sap:1000001 salesforce:0015g00000AbCdEAAV
            """)

    @Argument(help: "A golden id; `mdm lookup` shows it.")
    var goldenId: String?

    @Argument(help: "Only this attribute.")
    var attribute: String?

    @Option(name: .customLong("pair"), parsing: .upToNextOption, help: ArgumentHelp("Two records, each as PLATFORM:ID.", valueName: "platform:id"))
    var pair: [String] = []

    @Option(help: "What the pair's records are: customer, product or contract.")
    var entity: Entity = .customer

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if pair.isEmpty {
            guard let goldenId else { throw ValidationError("name a golden id, or two records with --pair PLATFORM:ID PLATFORM:ID") }
            guard UUID(uuidString: goldenId) != nil else { throw ValidationError("`\(goldenId.prefix(64))` is no golden id: `mdm lookup` shows golden ids") }
        } else {
            guard goldenId == nil else { throw ValidationError("name a golden id or a pair, not both") }
            guard pair.count == 2, pair.allSatisfy({ $0.contains(":") }) else {
                throw ValidationError("--pair takes two records, each as PLATFORM:ID, for example sap:1000001")
            }
        }
    }

    func run() async throws {
        let set = try readPolicies(policies)
        try await withDatabase(database) { store in
            let pipeline = MasteringPipeline(store: store, policies: set)
            if pair.isEmpty {
                try await explainGolden(pipeline, store, set)
            } else {
                try await explainPair(pipeline, set)
            }
        }
    }

    private func explainGolden(_ pipeline: MasteringPipeline, _ store: HubStore, _ set: PolicySet) async throws {
        guard let goldenId = goldenId.flatMap(UUID.init(uuidString:)), let golden = try await store.survivor(of: goldenId) else {
            throw CommandFailure("the hub never issued this golden id: `mdm lookup PLATFORM ID` shows golden ids")
        }
        if golden.goldenId != goldenId { Terminal.note("\(goldenId.text) was merged into \(golden.goldenId.text)") }
        if let attribute, let policy = set.entities[golden.entity], policy[attribute] == nil {
            let hint = NearestName.suggestion(for: attribute, among: policy.attributes.map(\.name)).map { "; did you mean `\($0)`?" } ?? ""
            throw CommandFailure("a \(golden.entity.rawValue) has no attribute `\(attribute.prefix(64))`\(hint)")
        }
        let reasons = try await pipeline.explain(golden.goldenId, entity: golden.entity, attribute: attribute)
        output.print(GoldenReasonsText.json(reasons, golden), text: GoldenReasonsText.text(reasons, golden, wantsMembers: attribute == nil))
    }

    private func explainPair(_ pipeline: MasteringPipeline, _ set: PolicySet) async throws {
        let keys = try pair.map { text in
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return try set.key(String(parts[0]), String(parts[1]), entity)
        }
        let found = try await pipeline.explainPair(keys[0], keys[1])
        guard let reasons = found.reasons else {
            let missing = zip(pair, [found.left, found.right]).filter { $0.1 == nil }.map { "`\($0.0)`" }.joined(separator: " and ")
            throw CommandFailure("the hub knows no \(entity.rawValue) \(missing): check with `mdm lookup`, or name another --entity")
        }
        output.print(reasons.object, text: PairReasonsText.text(reasons))
    }
}
