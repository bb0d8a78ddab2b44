public import MetadataModel

/// Receives what ``XMLStream`` reads, in the order of the document.
///
/// Text arrives once for each run between two tags, comments or instructions, without the white
/// space around it; runs of white space alone do not arrive. A CDATA section is text like any
/// other.
public protocol XMLHandler: AnyObject {
    /// True where nothing more is wanted; the reading then ends without an error.
    var isSatisfied: Bool { get }

    func start(_ tag: XMLTag)
    func end()
    func text(_ text: XMLText)
    func comment(_ text: XMLText)
    /// A processing instruction other than the XML declaration.
    func instruction(target: String, _ text: XMLText)
    /// A fault of the document that does not end the reading.
    func report(_ issue: Issue)
}

/// A start tag.
public struct XMLTag: Sendable {
    /// The name as written, prefix included.
    public var name: String
    /// In the order of the document.
    public var attributes: [XMLAttribute]
}

/// An attribute of a start tag.
public struct XMLAttribute: Sendable {
    /// The name as written, prefix included.
    public var name: String
    /// The value with its references resolved.
    public var value: String
    public var place: XMLPlace
}

/// A run of text, a comment, or what an instruction says.
public struct XMLText: Sendable {
    /// The text, at most one byte longer than the limit of one text value.
    public var string: String
    /// The bytes of the whole text in UTF-8, of which ``string`` may be the beginning.
    public var byteCount: Int
    public var place: XMLPlace
}

/// Where something stands in the document, quotes and markup left out.
public struct XMLPlace: Sendable, Hashable {
    public var offset: UInt64
    public var length: UInt64

    public init(offset: UInt64, length: UInt64) {
        self.offset = offset
        self.length = length
    }
}
