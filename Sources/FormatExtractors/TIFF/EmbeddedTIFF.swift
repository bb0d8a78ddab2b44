internal import Extraction
internal import MetadataModel

/// Reads a TIFF structure that stands within another file: the Exif of a JPEG segment, of a PNG or
/// WebP chunk, of a Photoshop resource or an ISO box.
///
/// Keys are those of a TIFF file, and loci are counted from the beginning of the file that holds
/// the structure.
enum EmbeddedTIFF {
    /// Structures within structures; each holds Photoshop resources that may hold the next.
    static let maximumNesting = 4

    /// Reads the structure that begins at a place of a block.
    ///
    /// - Returns: False where there is none; nothing has been collected then.
    @discardableResult
    static func read(
        _ block: BinaryBlock, from start: Int = 0, into collector: FactCollector
    ) -> Bool {
        guard start >= 0, start <= block.bytes.count else { return false }
        let bytes = Array(block.bytes[start...])
        guard let layout = TIFFLayout(header: bytes) else { return false }
        guard block.nesting < maximumNesting else {
            collector.report(
                Issue(
                    .limitExceeded, "more than \(maximumNesting) structures, one in the other",
                    at: block.locus))
            return false
        }
        let reader = ByteReader(bytes: bytes, baseOffset: block.offset + UInt64(start))
        let file = TIFFFile(reader: reader, layout: layout, nesting: block.nesting + 1)
        do throws(ExtractionError) {
            try file.state(into: collector)
        } catch {
            collector.report(error.issue)
        }
        return true
    }
}
