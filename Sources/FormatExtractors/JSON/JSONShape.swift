internal import Extraction
internal import JSONReading

/// Tells JSON from text that only begins like it: `[Section]` of an INI file, `{a GUID}`.
enum JSONShape {
    /// What the text opens with, `object` or `array`; `nil` where it is no JSON. Text that ends
    /// early is JSON as far as it goes.
    static func opening(of bytes: [UInt8], isWhole: Bool) -> String? {
        let tokens = tokens(of: bytes, isLast: false)
        guard let tokens, let first = tokens.first, tokens.count > 1 || !isWhole else { return nil }
        switch first {
        case .beginObject: return "object"
        case .beginArray: return "array"
        default: return nil
        }
    }

    /// Whether the text is JSON from beginning to end.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        tokens(of: bytes, isLast: true) != nil
    }

    /// The first tokens; `nil` where the bytes are malformed, anywhere.
    private static func tokens(of bytes: [UInt8], isLast: Bool) -> [JSONToken]? {
        var scanner = JSONScanner()
        var tokens: [JSONToken] = []
        return bytes.withUnsafeBufferPointer { bytes in
            do throws(ExtractionError) {
                while true {
                    let token = try scanner.next(in: bytes, isLast: isLast)
                    if token == .end || token == .needsMore { return tokens }
                    if tokens.count < 2 { tokens.append(token) }
                }
            } catch {
                return nil
            }
        }
    }
}
