import MasterData

/// How a platform's native records become the hub's: which of their fields feeds which attribute.
package struct FieldMap: Sendable, Hashable {
    /// Nil: told from the file.
    package var format: RecordFormat?
    /// Between the fields of a CSV file; nil: told from its first line.
    package var delimiter: UInt8?
    /// Where the records stand in a JSON document or line (`$.value`, `list[*].customer`); nil: the document's list, or each line.
    package var records: SourcePath?
    package var nativeId: FieldSource
    package var updatedAt: FieldSource?
    package var version: FieldSource?
    package var attributes: [Attribute]
    /// All must hold, or the record is passed over.
    package var conditions: [Condition]

    package struct Attribute: Sendable, Hashable {
        package var target: AttributePath
        package var source: FieldSource

        package init(target: AttributePath, source: FieldSource) {
            self.target = target
            self.source = source
        }
    }

    /// A field has one of some values; an absent field and null count as "". Upper and lower case are one.
    package struct Condition: Sendable, Hashable {
        package var source: FieldSource
        package var values: [String]
        /// The record is taken when the field has none of `values`.
        package var isNegated: Bool

        package init(source: FieldSource, values: [String], isNegated: Bool = false) {
            self.source = source
            self.values = values
            self.isNegated = isNegated
        }
    }

    package init(
        format: RecordFormat? = nil, delimiter: UInt8? = nil, records: SourcePath? = nil, nativeId: FieldSource, updatedAt: FieldSource? = nil,
        version: FieldSource? = nil, attributes: [Attribute], conditions: [Condition] = []
    ) {
        self.format = format
        self.delimiter = delimiter
        self.records = records
        self.nativeId = nativeId
        self.updatedAt = updatedAt
        self.version = version
        self.attributes = attributes
        self.conditions = conditions
    }
}
