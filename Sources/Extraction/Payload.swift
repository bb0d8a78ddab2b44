public import MetadataModel

/// Text found inside a file that may be metadata in a format of its own: the XML of a TIFF tag,
/// the INI of a vendor block, the JSON of an attribute.
public struct Payload: Sendable {
    /// The text's bytes, in UTF-8.
    public var bytes: [UInt8]
    /// The key that held it.
    public var key: FactKey
    public var element: ElementPath
    /// Where the text stands in the file; loci within it are counted from its `offset`.
    public var locus: Locus

    public init(bytes: [UInt8], key: FactKey, element: ElementPath, locus: Locus) {
        self.bytes = bytes
        self.key = key
        self.element = element
        self.locus = locus
    }
}

/// Turns a payload into facts.
///
/// A well-known payload has a namespace of its own (`ome.`, `fei.`, `zeiss.`, `imagej.`); what
/// is merely XML, JSON or `key = value` lines becomes facts under the key that held it.
public protocol PayloadReader: Sendable {
    /// What the payloads have that it claims.
    var signs: PayloadSigns { get }
    /// Whether this reader can read the payload: cheap, by key and first bytes.
    func claims(_ payload: Payload) -> Bool
    /// Reads the payload.
    ///
    /// - Returns: False where a closer look shows that it is plain text after all; nothing has
    ///   been collected then.
    /// - Throws: ``ExtractionError``; facts so far are kept, and the text itself is kept whole.
    func read(_ payload: Payload, into collector: FactCollector) throws(ExtractionError) -> Bool
}
