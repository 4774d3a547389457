import MasterData

/// The fields of a record that is JSON.
struct JSONFields: NativeFields {
    let record: JSONValue

    func value(at path: SourcePath) -> JSONValue? {
        Self.value(in: record, path.steps[...])
    }

    private static func value(in value: JSONValue, _ steps: ArraySlice<SourcePath.Step>) -> JSONValue? {
        var value = value
        var rest = steps
        while let step = rest.popFirst() {
            switch step {
            case .member(let name):
                guard let member = value.members?[name] else { return nil }
                value = member
            case .element(let index):
                guard let elements = value.elements, index < elements.count else { return nil }
                value = elements[index]
            case .everyElement:
                guard let elements = value.elements else { return nil }
                return .array(elements.compactMap { self.value(in: $0, rest) })
            }
        }
        return value
    }

    /// The records that `steps` lead to from here: one, or one for each element on the way.
    static func records(in value: JSONValue, _ steps: ArraySlice<SourcePath.Step>) -> [JSONValue] {
        guard !steps.isEmpty else { return [value] }
        guard let found = self.value(in: value, steps) else { return [] }
        return steps.contains(.everyElement) ? found.elements ?? [] : [found]
    }
}
