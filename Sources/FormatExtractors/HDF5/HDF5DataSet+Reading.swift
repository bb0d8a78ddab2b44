internal import Extraction
internal import MetadataModel

extension HDF5DataSet {
    /// Gathers what the messages of a data set say; `nil` for a group or a named datatype.
    init?(
        _ header: HDF5ObjectHeader, of file: HDF5File, report: (ExtractionError) -> Void
    ) {
        guard header.messages.contains(where: { $0.type == 0x08 }) else { return nil }
        var type: HDF5Datatype?
        var space = HDF5Dataspace()
        for message in header.messages {
            do throws(ExtractionError) {
                var body = try file.body(of: message)
                switch message.type {
                case 0x01: space = try HDF5Dataspace(&body)
                case 0x03: type = try HDF5Datatype(&body)
                case 0x04:
                    let count = try body.uint32()
                    if fillValue == nil { fillValue = try body.take(count) }
                case 0x05: fillValue = try Self.fillValue(&body) ?? fillValue
                case 0x07: hasExternalFiles = true
                case 0x08: layout = try HDF5Layout(&body)
                case 0x0B: filters = try HDF5Filter.pipeline(&body)
                default: continue
                }
            } catch {
                report(error)
            }
        }
        guard let type else { return nil }
        self.type = type
        self.space = space
    }

    /// The value that a fill value message of versions 1 to 3 states, if it states one.
    private static func fillValue(
        _ body: inout HDF5Cursor
    ) throws(ExtractionError) -> ArraySlice<UInt8>? {
        let version = try body.uint8()
        if version < 3 {
            try body.skip(2)
            guard try body.uint8() != 0 || version == 1 else { return nil }
        } else {
            guard try body.uint8() & 0x20 != 0 else { return nil }
        }
        let count = try body.uint32()
        return count > 0 ? try body.take(count) : nil
    }
}
