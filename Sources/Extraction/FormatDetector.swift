/// Decides which extractor reads a file: the first whose signature fits, else the first whose
/// suffix does, else the first that the file looks like.
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
        var bySuffix: (extractor: any Extractor, because: Recognition)?
        var byAppearance: (extractor: any Extractor, because: Recognition)?
        for extractor in extractors {
            switch extractor.recognizes(header) {
            case .signature(let what): return (extractor, .signature(what))
            case .suffix(let what): bySuffix = bySuffix ?? (extractor, .suffix(what))
            case .appearance(let what):
                byAppearance = byAppearance ?? (extractor, .appearance(what))
            case nil: continue
            }
        }
        return bySuffix ?? byAppearance
    }
}
