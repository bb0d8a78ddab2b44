internal import Extraction
internal import MetadataModel

/// Decodes texts by the terms of (0008,0005), code extensions included.
///
/// All single-byte sets, UTF-8 and the kana of JIS are known. Of Han characters and Hangul in other
/// encodings than UTF-8 each stands as U+FFFD, and the text is kept with an issue.
///
/// Source: DICOM PS3.3, C.12.1.1.2
/// <https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.12.html>.
struct DICOMText {
    struct Decoded {
        var text: String
        /// `nil` where all bytes decoded.
        var problem: Issue.Kind?
        var detail = ""
    }

    /// What the bytes from 0x80 on mean.
    private enum Upper {
        case single([Unicode.Scalar])
        case katakana
        case utf8
        /// Characters of two bytes, none of which is known.
        case pairs(String)
        case unstated
    }

    private let upper: Upper

    /// - Parameter terms: The values of the element, in order; the first may be empty.
    init(terms: [String]) {
        upper = Self.upper(of: terms.first ?? "")
    }

    private static func upper(of term: String) -> Upper {
        let number = String(term.split(separator: " ").last ?? "")
        switch term {
        case "ISO_IR 192": return .utf8
        case "GB18030", "GBK": return .pairs(term)
        default: break
        }
        if number == "13" { return .katakana }
        if let half = DICOMCharacterSets.upperHalves[number] { return .single(half) }
        return .unstated
    }

    /// Sets of G1 by the byte that ends their escape sequence `ESC - …`.
    private static let setsByEscape: [UInt8: String] = [
        0x41: "100", 0x42: "101", 0x43: "109", 0x44: "110", 0x4C: "144", 0x47: "127", 0x46: "126",
        0x48: "138", 0x4D: "148", 0x54: "166", 0x62: "203",
    ]

    func decode(_ bytes: ArraySlice<UInt8>) -> Decoded {
        let isPlain = !bytes.contains { $0 >= 0x80 || $0 == 0x1B }
        if isPlain { return Decoded(text: String(decoding: bytes, as: UTF8.self)) }
        switch upper {
        case .utf8:
            if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: text) }
            return Decoded(
                text: TextDecoding.text(of: bytes).text, problem: .malformed,
                detail: "expected text in UTF-8")
        case .unstated where !bytes.contains(0x1B):
            // Nothing is stated: what is not ASCII is taken as everywhere else.
            return Decoded(text: TextDecoding.text(of: bytes).text)
        case .single, .katakana, .pairs, .unstated:
            return decodeBySets(bytes)
        }
    }

    private func decodeBySets(_ bytes: ArraySlice<UInt8>) -> Decoded {
        var scalars = String.UnicodeScalarView()
        var current = upper
        var doubleByteSet: String?
        var unknown: String?
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            if byte == 0x1B {
                place += escape(bytes[place...], &current, &doubleByteSet)
                continue
            }
            place += 1
            // Behind what divides values and their parts, the first set is in force again.
            if byte < 0x20 || doubleByteSet == nil && (byte == 0x5C || byte == 0x5E || byte == 0x3D)
            {
                (current, doubleByteSet) = (upper, nil)
                scalars.append(Unicode.Scalar(byte))
                continue
            }
            if let set = doubleByteSet, byte < 0x80, place < bytes.endIndex, byte > 0x20 {
                let scalar = set == "87" ? Self.kana(byte, bytes[place]) : nil
                if scalar == nil { unknown = "ISO 2022 IR \(set)" }
                scalars.append(scalar ?? "\u{FFFD}")
                place += 1
            } else if byte < 0x80 {
                scalars.append(Unicode.Scalar(byte))
            } else {
                scalars.append(upperScalar(byte, bytes, &place, current, &unknown))
            }
        }
        return Decoded(
            text: String(scalars), problem: unknown == nil ? nil : .unsupported,
            detail: unknown.map { "characters of \($0) are not known" } ?? "")
    }

    private func upperScalar(
        _ byte: UInt8, _ bytes: ArraySlice<UInt8>, _ place: inout Int, _ current: Upper,
        _ unknown: inout String?
    ) -> Unicode.Scalar {
        switch current {
        case .single(let half):
            return byte >= 0xA0 ? half[Int(byte) - 0xA0] : Unicode.Scalar(byte)
        case .katakana:
            guard (0xA1...0xDF).contains(byte) else { return "\u{FFFD}" }
            return Unicode.Scalar(UInt32(byte) - 0xA1 + 0xFF61) ?? "\u{FFFD}"
        case .pairs(let set):
            unknown = set
            if place < bytes.endIndex { place += 1 }
            return "\u{FFFD}"
        case .utf8, .unstated:
            unknown = "an unnamed set"
            return "\u{FFFD}"
        }
    }

    /// Takes an escape sequence; returns how many bytes it has.
    private func escape(
        _ bytes: ArraySlice<UInt8>, _ current: inout Upper, _ doubleByteSet: inout String?
    ) -> Int {
        let sequence = Array(bytes.dropFirst().prefix(3))
        guard let first = sequence.first, sequence.count > 1 else { return bytes.count }
        switch (first, sequence[1]) {
        case (0x28, _): doubleByteSet = nil
        case (0x29, 0x49): current = .katakana
        case (0x2D, let end):
            if let half = Self.setsByEscape[end].flatMap({ DICOMCharacterSets.upperHalves[$0] }) {
                current = .single(half)
            }
        case (0x24, 0x42): doubleByteSet = "87"
        case (0x24, 0x28):
            doubleByteSet = "159"
            return min(4, bytes.count)
        case (0x24, 0x29):
            current = .pairs(sequence.last == 0x43 ? "ISO 2022 IR 149" : "ISO 2022 IR 58")
            return min(4, bytes.count)
        default: break
        }
        return 3
    }

    /// A character of the rows of JIS X 0208 that follow Unicode's order.
    private static func kana(_ row: UInt8, _ cell: UInt8) -> Unicode.Scalar? {
        guard (0x21...0x7E).contains(cell) else { return nil }
        let place = UInt32(cell) - 0x21
        switch row {
        case 0x21 where cell == 0x21: return "\u{3000}"
        case 0x23: return Unicode.Scalar(0xFF01 + place)
        case 0x24: return Unicode.Scalar(0x3041 + place)
        case 0x25: return Unicode.Scalar(0x30A1 + place)
        default: return nil
        }
    }
}
