internal import Extraction
internal import MetadataModel

/// A text of times in hexadecimal, divided by white space, as Leica lists the times of frames.
struct FileTimeList {
    /// Makes the fact of a list; `nil` where a word is no time.
    ///
    /// The words stay as written, of a long list the first; the label says from when to when.
    static func fact(
        of text: String, _ key: FactKey, element: ElementPath, limits: ExtractionLimits,
        locus: Locus
    ) -> Fact? {
        let words = text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
        var times: [WindowsFileTime] = []
        times.reserveCapacity(words.count)
        for word in words {
            guard let steps = UInt64(Substring(word), radix: 16),
                let time = WindowsFileTime(steps)
            else { return nil }
            times.append(time)
        }
        guard let first = times.first, let last = times.last else { return nil }
        let isLong = words.count > limits.maximumListCount
        var written = words.prefix(isLong ? limits.abridgedListCount : words.count)
            .map { String(Substring($0)) }
        if isLong { written.append("… (\(words.count) values)") }
        return Fact(
            key: key, element: element, value: written.joined(separator: " "),
            label: words.count == 1 ? first.text : "\(first.text) to \(last.text)",
            date: first.span, isAbridged: isLong, locus: locus)
    }
}
