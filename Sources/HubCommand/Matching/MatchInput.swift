import ArgumentParser
import MasterData
import MatchFiles
import Matching

/// The records that `mdm match` resolves, and what is known of their columns.
struct MatchInputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("CSV with a header; the first column is `id`, unique. A column `source` is never compared.", valueName: "file"))
    var records: String

    @Option(help: ArgumentHelp("Only records with different values in this column may be one.", valueName: "column"))
    var link: String?

    @Option(help: ArgumentHelp(
            "YAML: a model that --save-model wrote, or as little as what columns are (`fields: { surname: { kind: familyName } }`); the rest is learned.",
            valueName: "file"))
    var model: String?

    @Option(help: ArgumentHelp("Of the random samples that are drawn; the same seed gives the same clusters.", valueName: "number"))
    var seed: UInt64 = 1

    func read() throws -> MatchInput { try MatchInput(self) }
}

/// What was read, ready to resolve.
struct MatchInput {
    let table: RecordTable
    let sides: [UInt16]?
    /// The columns that are compared, and what each is.
    let comparedColumns: [(name: String, kind: FieldKind)]
    /// Given, or to be learned.
    private let way: Way

    private enum Way {
        case model(RecordModel)
        case learning(Resolver)
    }

    fileprivate init(_ options: MatchInputOptions) throws {
        let table = try RecordTable(path: options.records)
        let sides = try options.link.map { try table.sides(column: $0, file: options.records) }
        (self.table, self.sides) = (table, sides)
        let file = try options.model.map { try MatchModelFile(path: $0) }
        if let file, let model = file.model {
            try file.checkColumns(of: table)
            comparedColumns = model.fields.map { ($0.name, $0.kind) }
            way = .model(model)
            return
        }
        var kinds = try file?.kinds(of: table) ?? ColumnKinds.inferred(from: table.cells).kinds
        for (place, column) in table.cells.columns.enumerated() where column == options.link { kinds[place] = .ignore }
        if kinds.allSatisfy({ $0 == .ignore }) {
            throw CommandFailure("\(options.records): no column can be compared; say with --model what they are")
        }
        comparedColumns = zip(table.cells.columns, kinds).filter { $0.1 != .ignore }.map { ($0.0, $0.1) }
        let overrides = try file?.overrides(fields: RecordField.fields(of: table.cells, kinds: kinds)) ?? ModelOverrides()
        way = .learning(
            Resolver(cells: table.cells, kinds: kinds, sides: sides, seed: options.seed, date: Self.today, overrides: overrides))
    }

    private static var today: String { Timestamp.now.date }

    /// Resolves and shows on a terminal how far it has come.
    func resolve() -> Resolution {
        var progress = ProgressLine("records")
        func show(_ step: String, _ share: Double) { progress.show(Int(share * Double(table.count)), fraction: share, detail: step) }
        let resolution =
            switch way {
            case .model(let model): model.resolve(table.cells, sides: sides, progress: show)
            case .learning(let resolver): resolver.resolve(progress: show)
            }
        progress.clear()
        return resolution
    }

    /// Records that are known by their texts learn nothing that could be kept.
    var learnsModel: Bool {
        switch way {
        case .model: true
        case .learning(let resolver): !resolver.isKnownByText
        }
    }
}
