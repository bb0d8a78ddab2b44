internal import Extraction
internal import MetadataModel

/// The collections of objects that variable-length values point into.
///
/// A collection is `GCOL`, version, 3 bytes, its size, then objects: index, count of references,
/// 4 bytes, size, and bytes to a multiple of eight. Object 0 is free space.
final class HDF5GlobalHeap {
    /// Collections that are kept; the oldest goes first.
    static let maximumCollectionCount = 8

    private struct Collection {
        let address: UInt64
        let objects: [Int: (start: Int, count: Int)]
        let cursor: HDF5Cursor
    }

    private let file: HDF5File
    private var collections: [Collection] = []

    init(of file: HDF5File) {
        self.file = file
    }

    /// The bytes of an object; `nil` where the reference names none.
    func object(at address: UInt64, index: Int) throws(ExtractionError) -> HDF5Cursor? {
        guard address != 0, index != 0 else { return nil }
        let collection = try collection(at: address)
        guard let found = collection.objects[index] else {
            throw ExtractionError(
                .malformed, "a collection has no object \(index)", offset: try file.place(address))
        }
        var cursor = collection.cursor
        try cursor.skip(found.start)
        return try cursor.part(found.count)
    }

    private func collection(at address: UInt64) throws(ExtractionError) -> Collection {
        if let known = collections.first(where: { $0.address == address }) { return known }
        var head = try file.cursor(at: address, count: UInt64(8 + file.lengthByteCount))
        try head.expect("GCOL")
        try head.skip(4)
        let count = try head.length()
        let whole = try file.cursor(at: address, count: count)
        var cursor = whole
        let start = cursor.position
        try cursor.skip(min(head.consumed, cursor.remaining))
        // Lengths of four bytes leave a gap before what follows.
        cursor.align(from: start)
        var objects: [Int: (start: Int, count: Int)] = [:]
        while cursor.remaining >= 8 + file.lengthByteCount {
            let index = try cursor.uint16()
            try cursor.skip(6)
            let count = Int(clamping: try cursor.length())
            cursor.align(from: start)
            guard index != 0 else { break }
            guard count <= cursor.remaining else {
                throw cursor.malformed("an object of \(count) bytes in a collection")
            }
            objects[index] = (cursor.consumed, count)
            try cursor.skip(count)
            cursor.align(from: start)
        }
        let collection = Collection(address: address, objects: objects, cursor: whole)
        if collections.count >= Self.maximumCollectionCount { collections.removeFirst() }
        collections.append(collection)
        return collection
    }
}
