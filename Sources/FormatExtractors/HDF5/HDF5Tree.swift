internal import Extraction
internal import MetadataModel

/// A B-tree of version 2: records of one width, in nodes of one size.
///
/// | Structure | Layout                                                                          |
/// |:----------|:--------------------------------------------------------------------------------|
/// | `BTHD`    | version, type, node size, record size, depth, 2 bytes, root, its count, total     |
/// | `BTIN`    | version, type, records, then children: address, count, total where depth > 1      |
/// | `BTLF`    | version, type, records                                                            |
struct HDF5Tree {
    /// Nodes of one tree.
    static let maximumNodeCount = 1 << 16

    let type: Int
    let recordByteCount: Int
    private let file: HDF5File
    private let nodeByteCount: Int
    private let depth: Int
    private let root: UInt64?
    private let rootCount: Int
    /// Bytes of a count of records of one node.
    private let countWidth: Int
    /// Bytes of a count of records at and below a node, by its depth.
    private var totalWidths: [Int] = [0]

    init(at address: UInt64, of file: HDF5File) throws(ExtractionError) {
        self.file = file
        var head = try file.cursor(
            at: address, count: UInt64(22 + file.offsetByteCount + file.lengthByteCount))
        try head.expect("BTHD")
        try head.skip(1)
        type = try head.uint8()
        nodeByteCount = try head.uint32()
        recordByteCount = try head.uint16()
        depth = try head.uint16()
        try head.skip(2)
        root = try head.address()
        rootCount = try head.uint16()
        guard recordByteCount > 0, nodeByteCount > 10 + recordByteCount, nodeByteCount <= 1 << 22,
            depth <= 32
        else {
            throw head.malformed(
                "a tree of depth \(depth), \(recordByteCount) bytes of \(nodeByteCount)")
        }
        var total = UInt64((nodeByteCount - 10) / recordByteCount)
        countWidth = Self.width(of: total)
        guard depth > 0 else { return }
        for level in 1...depth {
            let pointer = file.offsetByteCount + countWidth + totalWidths[level - 1]
            let most = UInt64(max(0, nodeByteCount - 10 - pointer) / (recordByteCount + pointer))
            let (below, isTooLarge) = (most + 1).multipliedReportingOverflow(by: total)
            total =
                isTooLarge
                ? .max
                : below.addingReportingOverflow(most).overflow
                    ? .max : below + most
            totalWidths.append(Self.width(of: total))
        }
    }

    /// Bytes that a number up to `limit` takes.
    static func width(of limit: UInt64) -> Int {
        limit == 0 ? 1 : (63 - limit.leadingZeroBitCount) / 8 + 1
    }

    /// Calls `body` with every record.
    func forEachRecord(
        _ body: (HDF5Cursor) throws(ExtractionError) -> Void
    ) throws(ExtractionError) {
        guard let root else { return }
        var visited: Set<UInt64> = []
        var pending = [(address: root, count: rootCount, depth: depth)]
        while let next = pending.popLast() {
            guard visited.insert(next.address).inserted else {
                throw ExtractionError(
                    .malformed, "a tree comes back to a node",
                    offset: try file.place(next.address))
            }
            guard visited.count <= Self.maximumNodeCount else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumNodeCount) nodes of a tree",
                    offset: try file.place(next.address))
            }
            var node = try file.cursor(at: next.address, count: UInt64(nodeByteCount))
            try node.expect(next.depth == 0 ? "BTLF" : "BTIN")
            try node.skip(2)
            for _ in 0..<next.count {
                try body(try node.part(recordByteCount))
            }
            guard next.depth > 0 else { continue }
            for _ in 0...next.count {
                let child = try node.address()
                let count = Int(try node.unsigned(countWidth))
                try node.skip(totalWidths[next.depth - 1])
                if let child { pending.append((child, count, next.depth - 1)) }
            }
        }
    }
}
