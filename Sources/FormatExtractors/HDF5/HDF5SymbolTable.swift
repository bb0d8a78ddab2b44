internal import Extraction
internal import MetadataModel

extension HDF5File {
    /// Nodes of one group's tree.
    static let maximumNodeCount = 1 << 16

    /// The links of an old group: a tree of nodes with names in a local heap.
    ///
    /// | Structure | Layout                                                                     |
    /// |:----------|:---------------------------------------------------------------------------|
    /// | `HEAP`    | version, 3 bytes, size of the names, free list, address of the names        |
    /// | `TREE`    | type 0, level, count, left, right, then key, child, key, child … key         |
    /// | `SNOD`    | version, 1 byte, count, then entries: name, header, cache type, 20 bytes     |
    func appendSymbols(
        _ body: inout HDF5Cursor, to links: inout [HDF5Link]
    ) throws(ExtractionError) {
        guard let tree = try body.address(), let heap = try body.address() else { return }
        let names = try localHeap(at: heap)
        var visited: Set<UInt64> = []
        var pending: [(address: UInt64, level: Int?)] = [(tree, nil)]
        while let node = pending.popLast() {
            guard visited.insert(node.address).inserted else {
                throw ExtractionError(
                    .malformed, "a group's tree comes back to a node",
                    offset: try place(node.address))
            }
            guard visited.count <= Self.maximumNodeCount,
                links.count <= limits.maximumDirectoryCount
            else {
                throw ExtractionError(
                    .limitExceeded, "more than \(Self.maximumNodeCount) nodes of a group",
                    offset: try place(node.address))
            }
            if node.level == 0 {
                try appendSymbolNode(at: node.address, names: names, to: &links)
                continue
            }
            let children = try groupNode(at: node.address, below: node.level)
            pending += children.reversed()
        }
    }

    /// The names of a local heap.
    func localHeap(at address: UInt64) throws(ExtractionError) -> HDF5Cursor {
        var heap = try cursor(at: address, count: UInt64(8 + 2 * lengthByteCount + offsetByteCount))
        try heap.expect("HEAP")
        try heap.skip(4)
        let count = try heap.length()
        _ = try heap.length()
        guard let names = try heap.address() else { throw heap.malformed("a heap without bytes") }
        return try cursor(at: names, count: count)
    }

    /// The name at an offset of a local heap.
    func name(at offset: UInt64, in names: HDF5Cursor) throws(ExtractionError) -> String {
        var names = names
        try names.skip(Int(clamping: offset))
        return TextDecoding.text(of: Array(try names.nulTerminated())).text
    }

    /// The children of a tree's node: nodes of a lower level, 0 for symbol nodes.
    private func groupNode(
        at address: UInt64, below level: Int?
    ) throws(ExtractionError) -> [(address: UInt64, level: Int?)] {
        var node = try cursor(at: address, count: UInt64(8 + 2 * offsetByteCount))
        try node.expect("TREE")
        let type = try node.uint8()
        let own = try node.uint8()
        guard type == 0, level.map({ own < $0 }) ?? true else {
            throw node.malformed("expected a group's tree, found type \(type) level \(own)")
        }
        let count = try node.uint16()
        let width = offsetByteCount + lengthByteCount
        var entries = try cursor(
            at: address &+ UInt64(node.bytes.count), count: UInt64(count * width))
        var children: [(address: UInt64, level: Int?)] = []
        for _ in 0..<count {
            try entries.skip(lengthByteCount)
            guard let child = try entries.address() else { continue }
            children.append((child, own))
        }
        return children
    }

    private func appendSymbolNode(
        at address: UInt64, names: HDF5Cursor, to links: inout [HDF5Link]
    ) throws(ExtractionError) {
        var node = try cursor(at: address, count: 8)
        try node.expect("SNOD")
        try node.skip(2)
        let count = try node.uint16()
        let width = offsetByteCount + lengthByteCount + 24
        var entries = try cursor(at: address &+ 8, count: UInt64(count * width))
        for _ in 0..<count {
            var entry = try entries.part(width)
            let offset = try entry.length()
            let object = try entry.address()
            let cacheType = try entry.uint32()
            try entry.skip(4)
            let name = try name(at: offset, in: names)
            if cacheType == 2 {
                let path = try self.name(at: UInt64(try entry.uint32()), in: names)
                links.append(HDF5Link(name: name, target: .path(path)))
            } else if let object {
                links.append(HDF5Link(name: name, target: .object(object)))
            }
        }
    }
}
