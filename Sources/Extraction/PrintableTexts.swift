/// Finds the texts that can be read in bytes of unknown structure.
public enum PrintableTexts {
    /// Runs of at least six printable ASCII characters, at most 32 runs and 1,000 characters.
    public static func found(in bytes: [UInt8]) -> [String] {
        var texts: [String] = []
        var total = 0
        var start = 0
        for place in 0...bytes.count {
            if place < bytes.count, (0x20...0x7E).contains(bytes[place]) { continue }
            if place - start >= 6, texts.count < 32, total < 1000 {
                let text = String(
                    decoding: bytes[start..<min(place, start + 1000 - total)], as: UTF8.self)
                texts.append(text)
                total += text.utf8.count
            }
            start = place + 1
        }
        return texts
    }
}
