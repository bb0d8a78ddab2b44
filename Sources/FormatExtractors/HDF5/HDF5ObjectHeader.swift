internal import Extraction
internal import MetadataModel

/// One message of an object header.
struct HDF5Message {
    let type: Int
    /// Bit 1 says that the body is a reference to a message elsewhere.
    let flags: Int
    let body: HDF5Cursor

    var isShared: Bool { flags & 2 != 0 }
}

/// The messages of one object: a group, a data set or a named datatype.
///
/// Version 1 has a 16-byte prefix and messages on multiples of eight bytes; version 2 begins with
/// `OHDR`, and its continuations with `OCHK`; both may be continued any number of times.
struct HDF5ObjectHeader {
    /// Continuations of one header.
    static let maximumChunkCount = 4096
    /// Messages of one header.
    static let maximumMessageCount = 1 << 17

    private(set) var messages: [HDF5Message] = []
    /// Access, modification, change and birth in seconds since 1970, where version 2 states them.
    private(set) var times: [UInt32]?
    private(set) var byteCount = 0
    /// What ended the reading early; the messages before it are kept.
    private(set) var problem: ExtractionError?

    private var continuations: [(address: UInt64, count: UInt64)] = []

    init(at address: UInt64, of file: HDF5File) throws(ExtractionError) {
        let start = try file.cursor(at: address, maximum: 4)
        do throws(ExtractionError) {
            if start.bytes.elementsEqual("OHDR".utf8) {
                try readVersion2(at: address, of: file)
            } else {
                try readVersion1(at: address, of: file)
            }
        } catch {
            guard !messages.isEmpty else { throw error }
            problem = error
        }
    }

    private mutating func readVersion1(
        at address: UInt64, of file: HDF5File
    ) throws(ExtractionError) {
        var prefix = try file.cursor(at: address, count: 16)
        let version = try prefix.uint8()
        guard version == 1 else {
            throw prefix.malformed("expected an object header, found version \(version)")
        }
        try prefix.skip(7)
        let count = UInt64(try prefix.uint32())
        continuations = [(address &+ 16, count)]
        var visited: Set<UInt64> = []
        while !continuations.isEmpty {
            let next = continuations.removeFirst()
            let chunk = try self.chunk(next, of: file, visited: &visited)
            try readMessages(chunk, version: 1, tracksOrder: false)
        }
    }

    private mutating func readVersion2(
        at address: UInt64, of file: HDF5File
    ) throws(ExtractionError) {
        var prefix = try file.cursor(at: address, maximum: 64)
        try prefix.expect("OHDR")
        let version = try prefix.uint8()
        guard version == 2 else {
            throw prefix.malformed("expected an object header, found version \(version)")
        }
        let flags = try prefix.uint8()
        if flags & 0x20 != 0 {
            var times: [UInt32] = []
            for _ in 0..<4 { times.append(UInt32(try prefix.uint32())) }
            self.times = times
        }
        if flags & 0x10 != 0 { try prefix.skip(4) }
        let count = try prefix.unsigned(1 << (flags & 3))
        let tracksOrder = flags & 4 != 0
        var visited: Set<UInt64> = []
        let first = try chunk(
            (address &+ UInt64(prefix.consumed), count), of: file, visited: &visited)
        byteCount += prefix.consumed
        try readMessages(first, version: 2, tracksOrder: tracksOrder)
        while !continuations.isEmpty {
            let next = continuations.removeFirst()
            var chunk = try self.chunk(next, of: file, visited: &visited)
            try chunk.expect("OCHK")
            try readMessages(
                try chunk.part(max(0, chunk.remaining - 4)), version: 2, tracksOrder: tracksOrder)
        }
    }

    private mutating func chunk(
        _ range: (address: UInt64, count: UInt64), of file: HDF5File, visited: inout Set<UInt64>
    ) throws(ExtractionError) -> HDF5Cursor {
        let place = try file.place(range.address)
        guard visited.insert(range.address).inserted else {
            throw ExtractionError(
                .malformed, "an object header continues where it has been before", offset: place)
        }
        guard visited.count <= Self.maximumChunkCount else {
            throw ExtractionError(
                .limitExceeded, "more than \(Self.maximumChunkCount) parts of an object header",
                offset: place)
        }
        let chunk = try file.cursor(at: range.address, count: range.count)
        byteCount += chunk.bytes.count
        return chunk
    }

    private mutating func readMessages(
        _ chunk: HDF5Cursor, version: Int, tracksOrder: Bool
    ) throws(ExtractionError) {
        var chunk = chunk
        let headCount = version == 1 ? 8 : tracksOrder ? 6 : 4
        // What is shorter than a message's head is a gap.
        while chunk.remaining >= headCount {
            let type = version == 1 ? try chunk.uint16() : try chunk.uint8()
            let count = try chunk.uint16()
            let flags = try chunk.uint8()
            try chunk.skip(version == 1 ? 3 : tracksOrder ? 2 : 0)
            var body = try chunk.part(count)
            if type == 0x10 {
                guard let address = try body.address() else { continue }
                continuations.append((address, try body.length()))
                continue
            }
            guard type != 0 else { continue }
            guard messages.count < Self.maximumMessageCount else {
                throw ExtractionError(
                    .limitExceeded,
                    "more than \(Self.maximumMessageCount) messages of one object",
                    offset: chunk.place ?? 0)
            }
            messages.append(HDF5Message(type: type, flags: flags, body: body))
        }
    }
}
