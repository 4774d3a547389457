import MasterData

/// Writes a JSON object member by member, with room for values that are JSON text already, as the database holds attributes.
struct ObjectText {
    private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]
    private var isEmpty = true

    init(capacity: Int = 1_024) {
        bytes.reserveCapacity(capacity)
    }

    private mutating func key(_ name: String) {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        JSONWriter.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A string; null where there is none.
    mutating func text(_ name: String, _ value: String?) {
        key(name)
        if let value { JSONWriter.append(value, to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
    }

    /// A string that needs no escapes: an id, a number of the hub's own, a time.
    mutating func plain(_ name: String, _ value: String) {
        key(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: value.utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func number(_ name: String, _ value: Int64) {
        key(name)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// JSON text as it is.
    mutating func json(_ name: String, _ text: String) {
        key(name)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func value(_ name: String, _ value: JSONValue) {
        key(name)
        value.append(to: &bytes)
    }

    /// An array whose elements write themselves.
    mutating func array<Element>(_ name: String, _ elements: some Sequence<Element>, _ write: (Element, inout [UInt8]) -> Void) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        var first = true
        for element in elements {
            if !first { bytes.append(UInt8(ascii: ",")) }
            first = false
            write(element, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    consuming func closed() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}
