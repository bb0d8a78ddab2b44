internal import Extraction
internal import MetadataModel

/// A named value of an object.
struct HDF5Attribute {
    let name: String
    let type: HDF5Datatype
    let space: HDF5Dataspace
    let bytes: HDF5Cursor

    /// Reads an attribute message of versions 1 to 3.
    init(_ cursor: inout HDF5Cursor, of file: HDF5File) throws(ExtractionError) {
        let version = try cursor.uint8()
        guard (1...3).contains(version) else {
            throw cursor.malformed("an attribute of version \(version)")
        }
        let flags = try cursor.uint8()
        let nameCount = try cursor.uint16()
        let typeCount = try cursor.uint16()
        let spaceCount = try cursor.uint16()
        if version == 3 { try cursor.skip(1) }
        let start = cursor.position
        let nameBytes = try cursor.take(nameCount)
        if version == 1 { cursor.align(from: start) }
        var typeCursor = try cursor.part(typeCount)
        if version == 1 { cursor.align(from: start) }
        var spaceCursor = try cursor.part(spaceCount)
        if version == 1 { cursor.align(from: start) }
        name = HDF5Text(code: 0).text(in: nameBytes)
        type =
            flags & 1 != 0 && version > 1
            ? try file.sharedDatatype(&typeCursor) : try HDF5Datatype(&typeCursor)
        space =
            flags & 2 != 0 && version > 1
            ? try HDF5Dataspace(shared: &spaceCursor, of: file)
            : try HDF5Dataspace(&spaceCursor)
        bytes = try cursor.part(cursor.remaining)
    }
}

extension HDF5Dataspace {
    /// Reads the dataspace that a reference names.
    fileprivate init(
        shared cursor: inout HDF5Cursor, of file: HDF5File
    ) throws(ExtractionError) {
        var body = try file.sharedMessage(&cursor, type: 0x01)
        try self.init(&body)
    }
}

extension HDF5File {
    /// The body of a message, followed to where it is shared from.
    func body(of message: HDF5Message) throws(ExtractionError) -> HDF5Cursor {
        var body = message.body
        return message.isShared ? try sharedMessage(&body, type: message.type) : body
    }

    /// The datatype that a reference names.
    func sharedDatatype(_ cursor: inout HDF5Cursor) throws(ExtractionError) -> HDF5Datatype {
        var body = try sharedMessage(&cursor, type: 0x03)
        return try HDF5Datatype(&body)
    }

    /// The message that a reference of versions 1 to 3 names: one of another object's header, or
    /// one of the heap for messages that many objects share.
    func sharedMessage(
        _ cursor: inout HDF5Cursor, type: Int
    ) throws(ExtractionError) -> HDF5Cursor {
        let version = try cursor.uint8()
        let kind = try cursor.uint8()
        if version == 1 { try cursor.skip(6) }
        if version >= 3, kind == 1 {
            guard let heapAddress = sharedHeaps[type] else {
                throw cursor.malformed("a shared message without a heap")
            }
            var heap = try HDF5FractalHeap(at: heapAddress, of: self)
            return try heap.object(cursor)
        }
        guard let address = try cursor.address() else {
            throw cursor.malformed("a shared message without address")
        }
        let header = try HDF5ObjectHeader(at: address, of: self)
        // What is shared is never shared again.
        guard let found = header.messages.first(where: { $0.type == type && !$0.isShared }) else {
            throw cursor.malformed("an object shares no message of type \(type)")
        }
        return found.body
    }

    /// Learns the heaps of shared messages from the object that extends the superblock.
    ///
    /// `SMTB` is followed by indexes: version, kind, types as bits, 4-byte least size, three
    /// 2-byte counts, address of the index, address of the heap.
    mutating func learnSharedHeaps(from header: HDF5ObjectHeader) throws(ExtractionError) {
        guard let message = header.messages.first(where: { $0.type == 0x0F }) else { return }
        var body = message.body
        try body.skip(1)
        guard let table = try body.address() else { return }
        let count = try body.uint8()
        let width = 14 + 2 * offsetByteCount
        var cursor = try cursor(at: table, count: UInt64(4 + count * width))
        try cursor.expect("SMTB")
        for _ in 0..<count {
            var index = try cursor.part(width)
            try index.skip(2)
            let types = try index.uint16()
            try index.skip(10)
            _ = try index.address()
            guard let heap = try index.address() else { continue }
            for bit in 0..<16 where types >> bit & 1 == 1 { sharedHeaps[bit] = heap }
        }
    }

    /// The attributes of an object, in the order that the file tells.
    func attributes(
        of header: HDF5ObjectHeader, report: (ExtractionError) -> Void
    ) -> [HDF5Attribute] {
        var attributes: [HDF5Attribute] = []
        for message in header.messages {
            do throws(ExtractionError) {
                switch message.type {
                case 0x0C:
                    var body = try body(of: message)
                    attributes.append(try HDF5Attribute(&body, of: self))
                case 0x15:
                    try appendDenseAttributes(message.body, to: &attributes, report: report)
                default: continue
                }
            } catch {
                report(error)
            }
        }
        return attributes
    }

    /// Attributes that stand in a fractal heap, as the attribute info message tells.
    private func appendDenseAttributes(
        _ info: HDF5Cursor, to attributes: inout [HDF5Attribute],
        report: (ExtractionError) -> Void
    ) throws(ExtractionError) {
        var body = info
        try body.skip(1)
        let flags = try body.uint8()
        if flags & 1 != 0 { try body.skip(2) }
        guard let heapAddress = try body.address(), let tree = try body.address() else { return }
        var heap = try HDF5FractalHeap(at: heapAddress, of: self)
        var found: [(order: Int, attribute: HDF5Attribute)] = []
        try HDF5Tree(at: tree, of: self).forEachRecord { record throws(ExtractionError) in
            do throws(ExtractionError) {
                var object = try heap.object(record)
                var rest = record
                try rest.skip(heap.identifierByteCount)
                let flags = try rest.uint8()
                let order = try rest.uint32()
                if flags & 2 != 0 { object = try sharedMessage(&object, type: 0x0C) }
                found.append((order, try HDF5Attribute(&object, of: self)))
            } catch {
                report(error)
            }
        }
        attributes += found.sorted { $0.order < $1.order }.map(\.attribute)
    }
}
