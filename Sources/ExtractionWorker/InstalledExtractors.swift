internal import DeclarativeExtractors
public import Extraction
internal import FormatExtractors

/// All extractors that an installation has: those written in Swift, then those described by files.
public enum InstalledExtractors {
    /// The extractors in order of precedence.
    ///
    /// - Parameter folder: Where the descriptions are; `nil` for none.
    /// - Throws: All faults of the descriptions at once.
    public static func all(descriptionsIn folder: String?) throws -> [any Extractor] {
        guard let folder else { return BuiltinExtractors.all }
        return BuiltinExtractors.all(and: try DeclarativeExtractors.load(directory: folder))
    }

    /// How files are read with these extractors.
    public static func extraction(descriptionsIn folder: String?) throws -> FileExtraction {
        FileExtraction(
            detector: FormatDetector(extractors: try all(descriptionsIn: folder)),
            payloadReaders: BuiltinExtractors.payloadReaders)
    }
}
