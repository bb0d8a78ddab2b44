internal import Extraction
internal import MetadataModel

/// What a cell holds, as far as the layout of a table depends on it.
enum CellForm: Hashable {
    case number(Number)
    /// A date or a time of day.
    case time
    /// `NaN`, `N/A`, `-`: a place kept empty.
    case vacant
    case text

    init(_ text: String, hasDecimalComma: Bool) {
        if hasDecimalComma, let number = Self.decimalCommaNumber(text) {
            self = .number(number)
            return
        }
        var copy = text
        switch copy.withUTF8({ ValueScanner(bytes: $0).form() }) {
        case .number(let number):
            self = .number(number)
        case .list, .truth:
            self = .text
        case .quantity, .text:
            self = Self.isVacant(text) ? .vacant : Self.isTime(text) ? .time : .text
        }
    }

    /// The number that `12,5` is.
    static func decimalCommaNumber(_ text: String) -> Number? {
        guard text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1,
            text.utf8.allSatisfy({
                $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "+") || $0 | 0x20 == UInt8(ascii: "e")
            }),
            let value = Double(String(text.map { $0 == "," ? "." : $0 })), value.isFinite
        else { return nil }
        return .real(value)
    }

    private static func isVacant(_ text: String) -> Bool {
        ["nan", "na", "n/a", "-", "--", "inf", "-inf", "null", "none"].contains(text.lowercased())
    }

    /// Digits in groups divided by `:`, `-`, `/` or `.`, with two groups at least.
    private static func isTime(_ text: String) -> Bool {
        guard text.utf8.first?.isDigit == true, text.utf8.count <= 32 else { return false }
        let isOfDigits = text.utf8.allSatisfy {
            $0.isDigit || [0x3A, 0x2D, 0x2F, 0x2E, 0x20, 0x54, 0x5A, 0x2B].contains($0)
        }
        return isOfDigits && text.utf8.contains { $0 == 0x3A || $0 == 0x2D || $0 == 0x2F }
    }
}
