import ArgumentParser
import MatchFiles
import Matching

/// The records that `mdm match` resolves, and what is known of their columns.
struct MatchInputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("CSV with a header; the first column is `id`, unique. A column `source` is never compared.", valueName: "file"))
    var records: String

    @Option(help: ArgumentHelp("Only records with different values in this column may be one.", valueName: "column"))
    var link: String?

    @Option(help: ArgumentHelp("YAML that says what columns are (`fields: { surname: { kind: familyName } }`); without it names and values tell.", valueName: "file"))
    var model: String?

    @Option(help: ArgumentHelp("Of the random samples that are drawn; the same seed gives the same clusters.", valueName: "number"))
    var seed: UInt64 = 1

    func read() throws -> MatchInput { try MatchInput(self) }
}

/// What was read, ready to resolve.
struct MatchInput {
    let table: RecordTable
    let sides: [UInt16]?
    let resolver: Resolver

    fileprivate init(_ options: MatchInputOptions) throws {
        let table = try RecordTable(path: options.records)
        let sides = try options.link.map { try table.sides(column: $0, file: options.records) }
        var kinds: [FieldKind]
        if let model = options.model {
            kinds = try MatchModelFile(path: model).kinds(of: table, file: model)
        } else {
            kinds = ColumnKinds.inferred(from: table.cells).kinds
        }
        for (place, column) in table.cells.columns.enumerated() where column == options.link { kinds[place] = .ignore }
        if kinds.allSatisfy({ $0 == .ignore }) {
            throw CommandFailure("\(options.records): no column can be compared; say with --model what they are")
        }
        (self.table, self.sides) = (table, sides)
        resolver = Resolver(cells: table.cells, kinds: kinds, sides: sides, seed: options.seed)
    }

    /// Resolves and shows on a terminal how far it has come.
    func resolve() -> Resolution {
        var progress = ProgressLine("records")
        let resolution = resolver.resolve { step, share in
            progress.show(Int(share * Double(table.count)), fraction: share, detail: step)
        }
        progress.clear()
        return resolution
    }

    /// The columns that are compared, and what each is.
    var comparedColumns: [(name: String, kind: FieldKind)] {
        zip(table.cells.columns, resolver.kinds).filter { $0.1 != .ignore }.map { ($0.0, $0.1) }
    }
}
