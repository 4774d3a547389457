package import MasterData
package import PostgresClient

// Values as the tables hold them. CHECK constraints keep other texts out, so the fallbacks are never reached on an intact database.

extension RecordStatus {
    init(stored text: String) { self = text == "active" ? .active : .retired }
}

extension GoldenStatus {
    init(stored text: String) { self = GoldenStatus(rawValue: text) ?? .retired }
}

extension LinkMethod {
    init(stored text: String) { self = LinkMethod(rawValue: text) ?? .created }
}

extension Entity {
    package init(stored text: String) { self = Entity(rawValue: text) ?? .customer }
}

extension Timestamp {
    package init(_ moment: PostgresTimestamp) { self.init(microseconds: moment.unixMicroseconds) }
}
