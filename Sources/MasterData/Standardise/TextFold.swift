internal import Foundation

/// Brings text into one form: outer white space away, inner white space (line breaks too) folded to single spaces, control and invisible
/// formatting characters dropped, NFC. Letters and their case stay.
package enum TextFold {
    /// The folded text; nil when nothing is left.
    package static func fold(_ raw: String) -> String? {
        var raw = raw
        let shape = raw.withUTF8(shape)
        switch shape {
        case .clean: return raw
        case .empty: return nil
        case .ascii: return raw.withUTF8(foldASCII)
        case .beyond: return foldUnicode(raw)
        }
    }

    private enum Shape { case clean, empty, ascii, beyond }

    /// One pass that finds the usual case, text that is as it should be already.
    private static func shape(_ bytes: UnsafeBufferPointer<UInt8>) -> Shape {
        guard !bytes.isEmpty else { return .empty }
        var clean = bytes[0] != 0x20 && bytes[bytes.count - 1] != 0x20
        var previous: UInt8 = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x80 {
                // U+00C0 ... U+02FF, Latin letters with accents composed into them: in NFC, no white space, nothing invisible.
                guard byte >= 0xC3, byte <= 0xCB else { return .beyond }
                index += 1
            } else if byte < 0x20 || byte == 0x7F || (byte == 0x20 && previous == 0x20) {
                clean = false
            }
            previous = byte
            index += 1
        }
        if clean { return .clean }
        return .ascii
    }

    /// For bytes where white space and control characters are ASCII; other bytes pass.
    private static func foldASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let text = String(unsafeUninitializedCapacity: bytes.count) { output in
            var length = 0
            var space = false
            for byte in bytes {
                if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                    space = length > 0
                } else if byte >= 0x20, byte != 0x7F {
                    if space {
                        output[length] = 0x20
                        length += 1
                        space = false
                    }
                    output[length] = byte
                    length += 1
                }
            }
            return length
        }
        return text.isEmpty ? nil : text
    }

    private static func foldUnicode(_ raw: String) -> String? {
        var scalars = String.UnicodeScalarView()
        var space = false
        var composed = true
        for scalar in raw.unicodeScalars {
            if isWhiteSpace(scalar) {
                space = !scalars.isEmpty
            } else if !isInvisible(scalar) {
                if space {
                    scalars.append(" ")
                    space = false
                }
                composed = composed && isSurelyComposed(scalar)
                scalars.append(scalar)
            }
        }
        guard !scalars.isEmpty else { return nil }
        let text = String(scalars)
        return composed ? text : text.precomposedStringWithCanonicalMapping
    }

    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Control characters and invisible formatting. The zero-width joiner and non-joiner stay: Persian and Indic spelling needs them.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        default: false
        }
    }

    /// True for characters that NFC leaves alone next to any other such character: letters of the large scripts and common punctuation.
    /// Anything else goes through the full normalisation.
    private static func isSurelyComposed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x388...0x3FF, 0x400...0x482, 0x48A...0x52F, 0x531...0x556, 0x561...0x587, 0x5D0...0x5EA, 0x621...0x64A, 0x660...0x669: true
        case 0xE01...0xE30, 0x10D0...0x10FF, 0x1E00...0x1E99, 0x1EA0...0x1EF9, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0: true
        case 0x3041...0x3096, 0x30A1...0x30FE, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x1F300...0x1F64F: true
        default: false
        }
    }
}
