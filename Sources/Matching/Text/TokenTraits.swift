/// What a word's spelling says about its use, and how much seeing it tells.
enum TokenClass: UInt8 {
    /// Letters only.
    case word
    /// A count, a size, a version: short digits, perhaps with a short unit (`60gb`, `1080p`, `2.5`).
    case number
    /// Letters and digits mixed, or many digits: the kind of token that names a model.
    case code

    init(_ spelling: ArraySlice<UInt8>) {
        var digits = 0
        var letters = 0
        var point = false
        var firstLetter = -1
        for (place, byte) in spelling.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x2E: point = true
            default:
                letters += 1
                if firstLetter < 0 { firstLetter = place }
            }
        }
        if digits == 0 {
            self = .word
        } else if letters == 0 {
            self = digits >= 5 && !point ? .code : .number
        } else {
            // digits and then a short unit
            let isMeasure = firstLetter == digits + (point ? 1 : 0) && letters <= 3 && digits <= 4
            self = isMeasure || digits + letters < 4 ? .number : .code
        }
    }
}
