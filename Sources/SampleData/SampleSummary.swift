package import MasterData

/// What a sample holds.
package struct SampleSummary: Sendable, Equatable, Codable {
    package struct File: Sendable, Equatable, Codable {
        /// Inside the sample's folder.
        package var name: String
        package var platform: SamplePlatform
        package var entity: Entity
        package var records: Int
        package var bytes: Int
    }

    /// In the order customers, products, contracts, each by platform.
    package internal(set) var files: [File] = []
    /// Real-world parties, products and contracts behind the records.
    package internal(set) var truths: [Entity: Int] = [:]

    package var records: Int { files.reduce(0) { $0 + $1.records } }
    package var bytes: Int { files.reduce(0) { $0 + $1.bytes } }

    package func records(of entity: Entity) -> Int {
        files.reduce(0) { $0 + ($1.entity == entity ? $1.records : 0) }
    }
}
