internal import CExpat
internal import Extraction
internal import MetadataModel

/// Why a parser stopped.
struct ExpatFailure {
    var error: ExtractionError
    /// The encoding under which the same bytes may be readable.
    var encodingToTryInstead: XMLEncoding?
}

/// One run of expat over one document; with its callbacks the only part that speaks to the
/// library.
///
/// expat calls back on the thread that calls ``parse(_:isLast:)`` and only during that call, so
/// the callbacks may use this object through an unretained pointer.
final class ExpatParser {
    private let parser: OpaquePointer
    private let handler: any XMLHandler
    private let limits: ExtractionLimits
    private let unitShape: UnitShape
    /// Where the parser's byte 0 stands in the file.
    private let origin: UInt64
    /// Events that an earlier reading has handed on.
    private let eventsDone: Int
    /// Tags, texts, comments and instructions met so far.
    private(set) var eventCount = 0
    private var depth = 0
    private var fedByteCount = 0
    private var pending: PendingText
    private var failure: ExtractionError?

    init(
        handler: any XMLHandler, limits: ExtractionLimits, encoding: XMLEncoding?,
        unitShape: UnitShape, origin: UInt64, eventsDone: Int
    ) throws(ExtractionError) {
        guard let parser = XML_ParserCreate(encoding?.rawValue) else {
            throw ExtractionError(.limitExceeded, "no memory for an XML parser")
        }
        self.parser = parser
        self.handler = handler
        self.limits = limits
        self.unitShape = unitShape
        self.origin = origin
        self.eventsDone = eventsDone
        pending = PendingText(limit: limits.maximumTextByteCount + 1)
        setCallbacks()
    }

    deinit {
        XML_ParserFree(parser)
    }

    var isSatisfied: Bool { handler.isSatisfied }

    /// Reads the next bytes of the document; returns why it cannot go on, if it cannot.
    func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> ExpatFailure? {
        fedByteCount += bytes.count
        let status = XML_Parse(
            parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count),
            isLast ? 1 : 0)
        if let failure { return ExpatFailure(error: failure) }
        if status == XML_STATUS_ERROR {
            return failure(of: XML_GetErrorCode(parser), isLast: isLast)
        }
        let position = max(0, Int(XML_GetCurrentByteIndex(parser)))
        if !isLast, fedByteCount - position > XMLStream.maximumMarkupByteCount {
            return ExpatFailure(
                error: limitError("\(XMLStream.maximumMarkupByteCount) bytes of one tag"))
        }
        return nil
    }

    // MARK: What expat calls

    fileprivate func start(
        _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
    ) {
        flushText()
        depth += 1
        let attributeCount = Int(XML_GetSpecifiedAttributeCount(parser)) / 2
        if depth > limits.maximumDepth {
            stop(limitError("\(limits.maximumDepth) levels of elements"))
        } else if attributeCount > XMLStream.maximumAttributeCount {
            stop(limitError("\(XMLStream.maximumAttributeCount) attributes of one element"))
        } else if isTooLong(name) {
            stop(limitError("\(XMLStream.maximumNameByteCount) bytes of one name"))
        }
        guard failure == nil, isNewEvent() else { return }
        var tag = XMLTag(name: String(cString: name), attributes: [])
        tag.attributes.reserveCapacity(attributeCount)
        let whole = place
        withRawTag(whole) { raw in
            for number in 0..<attributeCount {
                guard let name = attributes[number * 2], let value = attributes[number * 2 + 1]
                else { break }
                guard !isTooLong(name) else {
                    stop(limitError("\(XMLStream.maximumNameByteCount) bytes of one name"))
                    break
                }
                let range = raw?.nextValueRange()
                let place = range.map {
                    XMLPlace(
                        offset: whole.offset + UInt64($0.lowerBound), length: UInt64($0.count))
                }
                tag.attributes.append(
                    XMLAttribute(
                        name: String(cString: name), value: String(cString: value),
                        place: place ?? whole))
            }
        }
        if failure == nil { handler.start(tag) }
    }

    fileprivate func end() {
        flushText()
        depth -= 1
        if isNewEvent() { handler.end() }
    }

    fileprivate func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        pending.append(bytes, at: place, stride: unitShape.stride)
    }

    fileprivate func comment(_ text: UnsafePointer<CChar>) {
        flushText()
        guard isNewEvent() else { return }
        var comment = markupText(text)
        // `<!--` before it and `-->` behind it.
        let markup = UInt64(7 * unitShape.stride)
        if comment.place.length >= markup {
            comment.place.offset += UInt64(4 * unitShape.stride)
            comment.place.length -= markup
        }
        handler.comment(comment)
    }

    fileprivate func instruction(_ target: UnsafePointer<CChar>, _ text: UnsafePointer<CChar>) {
        flushText()
        guard !isTooLong(target) else {
            return stop(limitError("\(XMLStream.maximumNameByteCount) bytes of one name"))
        }
        if isNewEvent() {
            handler.instruction(target: String(cString: target), markupText(text))
        }
    }

    fileprivate func doctype(hasDeclarations: Bool) {
        guard hasDeclarations else { return }
        stop(
            ExtractionError(
                .unsupported, "a document type with declarations of its own",
                offset: place.offset))
    }

    fileprivate func skippedEntity(_ name: UnsafePointer<CChar>) {
        Array("&\(String(cString: name));".utf8).withUnsafeBufferPointer { characters($0) }
    }

    fileprivate func unknownEncoding(
        _ name: UnsafePointer<CChar>, _ encoding: UnsafeMutablePointer<XML_Encoding>
    ) {
        encoding.pointee.becomeWindows1252()
        let name = String(cString: name)
        if !["windows-1252", "cp1252"].contains(name.lowercased()) {
            handler.report(Issue(.unsupported, "encoding \(name), read as Windows-1252"))
        }
    }

    // MARK: Parts

    private func flushText() {
        guard let text = pending.take() else { return }
        if isNewEvent() { handler.text(text) }
    }

    /// Counts an event; false where an earlier reading has handed it on or reading has stopped.
    private func isNewEvent() -> Bool {
        guard failure == nil else { return false }
        eventCount += 1
        return eventCount > eventsDone
    }

    private func stop(_ error: ExtractionError) {
        guard failure == nil else { return }
        failure = error
        XML_StopParser(parser, 0)
    }

    /// The bytes of the current event.
    private var place: XMLPlace {
        XMLPlace(
            offset: origin + UInt64(max(0, XML_GetCurrentByteIndex(parser))),
            length: UInt64(max(0, XML_GetCurrentByteCount(parser))))
    }

    private func markupText(_ text: UnsafePointer<CChar>) -> XMLText {
        let string = String(cString: text)
        return XMLText(string: string, byteCount: string.utf8.count, place: place)
    }

    /// Calls `body` with the bytes of the tag as they stand in the file, where expat still has
    /// them.
    private func withRawTag(_ place: XMLPlace, _ body: (inout RawTag?) -> Void) {
        var offset: Int32 = 0
        var size: Int32 = 0
        var raw: RawTag?
        if let context = XML_GetInputContext(parser, &offset, &size),
            Int(offset) >= 0, UInt64(max(0, size - offset)) >= place.length
        {
            raw = RawTag(
                bytes: UnsafeRawBufferPointer(
                    start: context + Int(offset), count: Int(place.length)),
                shape: unitShape)
        }
        body(&raw)
    }

    private func isTooLong(_ name: UnsafePointer<CChar>) -> Bool {
        var length = 0
        while length <= XMLStream.maximumNameByteCount, name[length] != 0 { length += 1 }
        return length > XMLStream.maximumNameByteCount
    }

    private func limitError(_ what: String) -> ExtractionError {
        ExtractionError(.limitExceeded, "more than \(what)", offset: place.offset)
    }

    private func failure(of code: XML_Error, isLast: Bool) -> ExpatFailure {
        let offset = origin + UInt64(max(0, XML_GetCurrentByteIndex(parser)))
        let detail = XML_ErrorString(code).map { String(cString: $0) } ?? "XML error"
        let isCut =
            isLast
            && [
                XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
                XML_ERROR_UNCLOSED_CDATA_SECTION,
            ].contains(code)
        var failure = ExpatFailure(
            error: ExtractionError(isCut ? .truncated : .malformed, detail, offset: offset))
        if unitShape.stride == 1 {
            switch code {
            case XML_ERROR_INCORRECT_ENCODING: failure.encodingToTryInstead = .utf8
            case XML_ERROR_INVALID_TOKEN, XML_ERROR_PARTIAL_CHAR:
                if isByteAboveASCII() { failure.encodingToTryInstead = .windows1252 }
            default: break
            }
        }
        return failure
    }

    /// Whether the byte at which expat stopped is the cause: not ASCII.
    private func isByteAboveASCII() -> Bool {
        var offset: Int32 = 0
        var size: Int32 = 0
        guard let context = XML_GetInputContext(parser, &offset, &size), offset >= 0,
            offset < size
        else { return false }
        return UInt8(bitPattern: context[Int(offset)]) >= 0x80
    }

    private func setCallbacks() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let name, let attributes else { return }
                ExpatParser.of(user)?.start(name, attributes)
            },
            { user, _ in ExpatParser.of(user)?.end() })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            guard let text, count > 0 else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
                ExpatParser.of(user)?.characters(
                    UnsafeBufferPointer(start: bytes, count: Int(count)))
            }
        }
        XML_SetCommentHandler(parser) { user, text in
            if let text { ExpatParser.of(user)?.comment(text) }
        }
        XML_SetProcessingInstructionHandler(parser) { user, target, text in
            if let target, let text { ExpatParser.of(user)?.instruction(target, text) }
        }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, hasDeclarations in
            ExpatParser.of(user)?.doctype(hasDeclarations: hasDeclarations != 0)
        }
        XML_SetSkippedEntityHandler(parser) { user, name, _ in
            if let name { ExpatParser.of(user)?.skippedEntity(name) }
        }
        XML_SetUnknownEncodingHandler(
            parser,
            { user, name, encoding in
                guard let name, let encoding, let parser = ExpatParser.of(user) else { return 0 }
                parser.unknownEncoding(name, encoding)
                return 1
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> ExpatParser? {
        user.map { Unmanaged<ExpatParser>.fromOpaque($0).takeUnretainedValue() }
    }
}
