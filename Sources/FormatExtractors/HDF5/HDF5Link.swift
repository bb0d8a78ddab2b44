internal import Extraction
internal import MetadataModel

/// A name within a group, and what it stands for.
struct HDF5Link {
    enum Target {
        /// The address of an object header.
        case object(UInt64)
        /// A path within the file.
        case path(String)
        /// A path within another file.
        case external(file: String, path: String)
        /// A kind of link that an application defined.
        case other(type: Int, byteCount: Int)
    }

    let name: String
    let target: Target
    /// When the link was made, among its siblings.
    var order: Int?

    init(name: String, target: Target) {
        self.name = name
        self.target = target
    }

    /// Reads a link message.
    init(_ cursor: inout HDF5Cursor) throws(ExtractionError) {
        let version = try cursor.uint8()
        guard version == 1 else { throw cursor.malformed("a link of version \(version)") }
        let flags = try cursor.uint8()
        let type = flags & 8 != 0 ? try cursor.uint8() : 0
        if flags & 4 != 0 { order = Int(clamping: try cursor.unsigned(8)) }
        if flags & 16 != 0 { try cursor.skip(1) }
        let count = Int(clamping: try cursor.unsigned(1 << (flags & 3)))
        name = TextDecoding.text(of: Array(try cursor.take(count))).text
        switch type {
        case 0:
            guard let address = try cursor.address() else {
                throw cursor.malformed("the link \(name) leads nowhere")
            }
            target = .object(address)
        case 1:
            let count = try cursor.uint16()
            target = .path(TextDecoding.text(of: Array(try cursor.take(count))).text)
        case 64:
            let count = try cursor.uint16()
            var body = try cursor.part(count)
            try body.skip(1)
            let file = TextDecoding.text(of: Array(try body.nulTerminated())).text
            target = .external(
                file: file, path: TextDecoding.text(of: Array(try body.nulTerminated())).text)
        default:
            target = .other(type: type, byteCount: try cursor.uint16())
        }
    }
}

extension HDF5File {
    /// The links of a group with their problems, in the order that the file tells.
    func links(
        of header: HDF5ObjectHeader, report: (ExtractionError) -> Void
    ) -> [HDF5Link] {
        var links: [HDF5Link] = []
        for message in header.messages {
            do throws(ExtractionError) {
                var body = message.body
                switch message.type {
                case 0x06: links.append(try HDF5Link(&body))
                case 0x02: try appendDenseLinks(&body, to: &links)
                case 0x11: try appendSymbols(&body, to: &links)
                default: continue
                }
            } catch {
                report(error)
            }
        }
        guard links.allSatisfy({ $0.order != nil }) else { return links }
        return links.sorted { ($0.order ?? 0) < ($1.order ?? 0) }
    }

    /// Links that stand in a fractal heap, as the link info message tells.
    private func appendDenseLinks(
        _ body: inout HDF5Cursor, to links: inout [HDF5Link]
    ) throws(ExtractionError) {
        try body.skip(1)
        let flags = try body.uint8()
        if flags & 1 != 0 { try body.skip(8) }
        guard let heapAddress = try body.address(), let tree = try body.address() else { return }
        var heap = try HDF5FractalHeap(at: heapAddress, of: self)
        try HDF5Tree(at: tree, of: self).forEachRecord { record throws(ExtractionError) in
            var record = record
            // Both indexes begin with a hash or an order, before the heap's 7 bytes.
            try record.skip(max(0, record.remaining - heap.identifierByteCount))
            var object = try heap.object(record)
            links.append(try HDF5Link(&object))
        }
    }
}
