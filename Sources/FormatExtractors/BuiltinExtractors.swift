public import Extraction

/// Every format that is read by code, in order of precedence.
///
/// A signature always wins over a suffix, so the order matters only among signatures and among
/// suffixes: the special stands before the general.
public enum BuiltinExtractors {
    public static let all: [any Extractor] = []

    /// Readers of text found inside files, in order of precedence: vendors' own payloads first,
    /// then the general forms.
    public static let payloadReaders: [any PayloadReader] = []
}
