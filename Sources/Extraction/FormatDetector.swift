/// Decides which extractor reads a file: the first whose signature fits, else the first whose
/// suffix does.
public struct FormatDetector: Sendable {
    public let extractors: [any Extractor]

    /// - Parameter extractors: In order of precedence; see `BuiltinExtractors`.
    public init(extractors: [any Extractor]) {
        self.extractors = extractors
    }

    /// The extractor for a file, with the reason; `nil` where no extractor knows it.
    ///
    /// - Complexity: O(extractors).
    public func extractor(for header: FileHeader) -> (
        extractor: any Extractor, because: Recognition
    )? {
        var fallback: (extractor: any Extractor, because: Recognition)?
        for extractor in extractors {
            switch extractor.recognizes(header) {
            case .signature(let what): return (extractor, .signature(what))
            case .suffix(let what): fallback = fallback ?? (extractor, .suffix(what))
            case nil: continue
            }
        }
        return fallback
    }
}
