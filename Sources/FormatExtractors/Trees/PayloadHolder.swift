internal import Extraction
internal import MetadataModel

/// What holds a document: a file, or a text within one.
struct PayloadHolder {
    /// The address of the text within its file; empty for a file.
    let address: String
    /// Whether the document's bytes stand in the file as they are, so that offsets can be told.
    let hasExactOffsets: Bool

    static let file = PayloadHolder(address: "", hasExactOffsets: true)

    private init(address: String, hasExactOffsets: Bool) {
        self.address = address
        self.hasExactOffsets = hasExactOffsets
    }

    /// The holder of a payload. Its bytes were decoded from the file's; where that changed their
    /// number, places within them are not those of the file.
    init(_ payload: Payload) {
        address = payload.locus.address
        hasExactOffsets =
            payload.locus.offset != nil && payload.locus.length == UInt64(payload.bytes.count)
    }

    /// An address within the document, as seen from the file.
    func address(of inner: String) -> String {
        address.isEmpty ? inner : address + ": " + inner
    }
}

extension Payload {
    /// A reader of the payload's bytes that counts from their place in the file.
    var reader: ByteReader {
        ByteReader(bytes: bytes, baseOffset: locus.offset ?? 0)
    }
}
