/// The ids that platforms give their records, in each platform's own shape; a record's serial number decides its id.
///
/// Zuora's subscription ids change with every version, so a Zuora contract goes by its subscription number.
struct NativeIds: Sendable {
    private let seed: UInt64
    /// Serial numbers stay below ten to this power times nine.
    private let digits: Int

    /// - Parameter largestSerial: serial numbers above it might share a number.
    init(seed: UInt64, largestSerial: Int) {
        self.seed = seed
        var digits = 6
        var room = 9_000_000
        while room <= largestSerial {
            digits += 1
            room *= 10
        }
        self.digits = digits
    }

    func customer(_ platform: SamplePlatform, _ serial: Int) -> String {
        switch platform {
        case .salesforce: SalesforceId.id(prefix: "0015g0000", serial: serial)
        case .zuora: hex("8ad0", serial, 1)
        case .sap: number(serial, factor: 7_368_787)
        case .netsuite: number(serial, factor: 3_267_001)
        case .chargebee: "16B" + letters(serial, 2)
        case .stripe: "cus_Q8x" + letters(serial, 3)
        case .dynamics: guid(serial, 4)
        case .finance: "C-" + number(serial, factor: 5_915_587)
        }
    }

    func product(_ platform: SamplePlatform, _ serial: Int, sku: String) -> String {
        switch platform {
        case .salesforce: SalesforceId.id(prefix: "01t5g0000", serial: serial)
        case .zuora: hex("2c92", serial, 5)
        // Every third material goes by a number, which SAP stores with leading zeros; the others by their own code.
        case .sap: serial % 3 == 0 ? String(repeating: "0", count: 18 - digits - 1) + number(serial, factor: 4_256_249) : sku
        case .netsuite: number(serial, factor: 2_860_487)
        case .chargebee: "item-" + letters(serial, 6).lowercased() + String(serial)
        case .stripe: "prod_R2" + letters(serial, 7)
        case .dynamics: guid(serial, 8)
        case .finance: sku
        }
    }

    func contract(_ platform: SamplePlatform, _ serial: Int) -> String {
        switch platform {
        case .salesforce: SalesforceId.id(prefix: "8005g0000", serial: serial)
        case .zuora: "A-S" + number(serial, factor: 8_120_503)
        case .sap: "4" + number(serial, factor: 6_972_593)
        case .netsuite: number(serial, factor: 4_000_037)
        case .chargebee: "AzqJ" + letters(serial, 9)
        case .stripe: "sub_1P" + letters(serial, 10)
        case .dynamics: guid(serial, 11)
        case .finance: "SA-" + number(serial, factor: 3_039_541)
        }
    }

    /// A number of seven digits or more, never with a leading zero; `factor` shares no divisor with ten or nine.
    private func number(_ serial: Int, factor: Int) -> String {
        var base = 1
        for _ in 0..<digits { base *= 10 }
        return String(base + serial &* factor % (9 * base))
    }

    private func hex(_ prefix: String, _ serial: Int, _ salt: UInt64) -> String {
        let high = SeededRandom.scramble(seed ^ salt &* 0x9E37_79B9 ^ UInt64(serial) << 1)
        let low = SeededRandom.scramble(UInt64(serial) &+ salt << 56)
        return prefix + Self.padded(high & 0xFFFF_FFFF_FFFF, 12) + Self.padded(low, 16)
    }

    private func guid(_ serial: Int, _ salt: UInt64) -> String {
        let high = SeededRandom.scramble(UInt64(serial) &+ salt << 56)
        let low = SeededRandom.scramble(seed ^ salt &* 0x9E37_79B9 ^ UInt64(serial) << 1)
        let first = Self.padded(high, 16)
        let second = Self.padded(low & 0x0FFF_FFFF_FFFF_FFFF, 15)
        return first.prefix(8) + "-" + first.dropFirst(8).prefix(4) + "-" + first.suffix(4) + "-b" + second.prefix(3) + "-" + second.suffix(12)
    }

    /// Eleven letters and digits that no other serial has under the same salt.
    private func letters(_ serial: Int, _ salt: UInt64) -> String {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
        var rest = SeededRandom.scramble(UInt64(serial) &+ salt << 56)
        return String(
            decoding: (0..<11).map { _ in
                let byte = alphabet[Int(rest % 62)]
                rest /= 62
                return byte
            }, as: UTF8.self)
    }

    private static func padded(_ value: UInt64, _ width: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
