internal import CExpat
public import Extraction
internal import MetadataModel

/// Reads an XML document of any size piece by piece.
///
/// | Danger                     | Answer                                                    |
/// |:---------------------------|:----------------------------------------------------------|
/// | entity bombs               | a document type with declarations of its own ends reading |
/// | external entities and DTDs | never fetched; a reference to one stays as written        |
/// | deep nesting               | `ExtractionLimits.maximumDepth`                           |
/// | many attributes            | ``maximumAttributeCount``                                 |
/// | a tag or comment of any size | ``maximumMarkupByteCount``                              |
/// | long names                 | ``maximumNameByteCount``                                  |
/// | long text                  | arrives cut at `ExtractionLimits.maximumTextByteCount`    |
///
/// Namespaces are not resolved, since instruments write prefixes that they never declare.
/// Bytes that contradict the encoding are read as Windows-1252, which is what those who write
/// them mean; a declared encoding other than UTF-8, UTF-16, ISO-8859-1, US-ASCII and
/// Windows-1252 is read as Windows-1252 too. Both are reported.
///
/// Source: <https://www.w3.org/TR/xml/>
public struct XMLStream {
    public static let maximumAttributeCount = 4096
    public static let maximumMarkupByteCount = 8 << 20
    public static let maximumNameByteCount = 1024

    /// Bytes given to the parser at once.
    static let chunkByteCount = 65536

    let reader: ByteReader
    let limits: ExtractionLimits

    public init(reader: ByteReader, limits: ExtractionLimits = ExtractionLimits()) {
        self.reader = reader
        self.limits = limits
    }

    /// Reads the document from beginning to end.
    ///
    /// - Parameter encoding: Wins over what the document declares.
    /// - Throws: ``ExtractionError`` at the first byte that ends the reading; everything before
    ///   it has been handed to `handler`.
    public func send(
        to handler: any XMLHandler, encoding: XMLEncoding? = nil
    ) throws(ExtractionError) {
        let start = try firstMarkup()
        var encoding = encoding
        var eventsDone = 0
        while true {
            let parser = try ExpatParser(
                handler: handler, limits: limits, encoding: encoding,
                unitShape: try unitShape(at: start), origin: reader.baseOffset + start,
                eventsDone: eventsDone)
            let failure = try feed(parser, from: start)
            guard let failure else { return }
            guard encoding == nil, let other = failure.encodingToTryInstead else {
                throw failure.error
            }
            // The same bytes give the same events up to the failure: the second reading leaves
            // out as many as the first has handed on.
            if other == .windows1252 {
                handler.report(
                    Issue(
                        .malformed, "bytes that are no UTF-8, read as Windows-1252",
                        at: failure.error.issue.locus))
            }
            encoding = other
            eventsDone = parser.eventCount
        }
    }

    private func feed(
        _ parser: ExpatParser, from start: UInt64
    ) throws(ExtractionError) -> ExpatFailure? {
        var offset = start
        while true {
            let count = Int(min(UInt64(Self.chunkByteCount), reader.count - offset))
            let isLast = offset + UInt64(count) == reader.count
            let failure = try reader.withBytes(at: offset, count: count) {
                bytes throws(ExtractionError) in
                parser.parse(bytes, isLast: isLast)
            }
            if let failure { return failure }
            offset += UInt64(count)
            if isLast || parser.isSatisfied { return nil }
        }
    }

    /// Where the document begins behind leading white space, which XML forbids before the
    /// declaration and instruments write all the same.
    private func firstMarkup() throws(ExtractionError) -> UInt64 {
        let head = try reader.prefix(maximum: 4096)
        let place = head.firstIndex { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        return UInt64(place ?? 0)
    }

    /// How wide a character of markup is: from the byte order mark, or from the `<`.
    private func unitShape(at start: UInt64) throws(ExtractionError) -> UnitShape {
        let head = try reader.prefix(from: start, maximum: 2)
        switch head {
        case [0xFF, 0xFE], [0x3C, 0x00]: return UnitShape(stride: 2, lowByte: 0)
        case [0xFE, 0xFF], [0x00, 0x3C]: return UnitShape(stride: 2, lowByte: 1)
        default: return UnitShape(stride: 1, lowByte: 0)
        }
    }
}
