/// Why a sample could not be written.
package enum SampleError: Error, Equatable, CustomStringConvertible {
    /// The number of records asked for is not in 1 ... `SampleGenerator.mostRecords`.
    case recordsOutOfRange(Int)
    /// `path` could not be opened or written to; `reason` is the system's.
    case unwritable(path: String, reason: String)

    package var description: String {
        switch self {
        case .recordsOutOfRange(let records):
            "cannot make a sample of `\(records)` records: ask for 1 to \(SampleGenerator.mostRecords)"
        case .unwritable(let path, let reason):
            "cannot write `\(path)`: \(reason); choose another folder with --out, or free some space"
        }
    }
}
