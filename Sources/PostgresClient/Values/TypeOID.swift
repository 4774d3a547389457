/// The object ids of the built-in types that parameters are sent as and results are read from.
///
/// They are fixed in PostgreSQL's catalogue: src/include/catalog/pg_type.dat.
struct TypeOID: RawRepresentable, Hashable, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }
    private init(_ rawValue: UInt32) { self.rawValue = rawValue }

    /// "Let the server infer the type": what an untyped null is prepared with.
    static let inferred = TypeOID(0)
    static let bool = TypeOID(16)
    static let bytea = TypeOID(17)
    static let char = TypeOID(18)
    static let name = TypeOID(19)
    static let int8 = TypeOID(20)
    static let int2 = TypeOID(21)
    static let int4 = TypeOID(23)
    static let text = TypeOID(25)
    static let oid = TypeOID(26)
    static let json = TypeOID(114)
    static let xml = TypeOID(142)
    static let jsonArray = TypeOID(199)
    static let float4 = TypeOID(700)
    static let float8 = TypeOID(701)
    static let unknown = TypeOID(705)
    static let boolArray = TypeOID(1000)
    static let byteaArray = TypeOID(1001)
    static let int4Array = TypeOID(1007)
    static let textArray = TypeOID(1009)
    static let int8Array = TypeOID(1016)
    static let float8Array = TypeOID(1022)
    static let bpchar = TypeOID(1042)
    static let varchar = TypeOID(1043)
    static let date = TypeOID(1082)
    static let timestamp = TypeOID(1114)
    static let timestamptz = TypeOID(1184)
    static let timestamptzArray = TypeOID(1185)
    static let numeric = TypeOID(1700)
    static let uuid = TypeOID(2950)
    static let uuidArray = TypeOID(2951)
    static let jsonb = TypeOID(3802)
    static let jsonbArray = TypeOID(3807)

    /// The first id that PostgreSQL gives to types which users make: enums, domains, extensions.
    static let firstUserDefined: UInt32 = 16_384

    /// Whether the binary form of the type is its text in UTF-8. An enum's is, and so is citext's.
    var isTextual: Bool {
        switch self {
        case .text, .varchar, .bpchar, .name, .json, .xml, .unknown, .char: true
        default: rawValue >= Self.firstUserDefined
        }
    }
}
