/// A decimal number as a whole number of ten-thousandths; digits beyond the fourth are cut off.
struct DecimalValue: Sendable, Hashable {
    var tenThousandths: Int64

    /// Takes an optional sign, digits, and a point with digits. Signs of currency and grouping are not known here.
    /// nil when the text is no such number or too large.
    init?(_ text: String) {
        var value: Int64 = 0
        var fraction = -1
        var negative = false
        var sawDigit = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x2D where index == 0: negative = true
            case 0x2B where index == 0: continue
            case 0x2E where fraction < 0: fraction = 0
            case 0x30...0x39:
                sawDigit = true
                if fraction >= 4 { continue }
                let (product, over) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(Int64(byte - 0x30))
                if over || carry { return nil }
                value = sum
                if fraction >= 0 { fraction += 1 }
            default: return nil
            }
        }
        if !sawDigit { return nil }
        for _ in max(fraction, 0)..<4 {
            let (product, over) = value.multipliedReportingOverflow(by: 10)
            if over { return nil }
            value = product
        }
        tenThousandths = negative ? -value : value
    }
}
