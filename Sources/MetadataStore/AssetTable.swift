internal import GRDB
internal import MetadataModel

/// Finds and changes the rows of `assets` and `paths`.
struct AssetTable {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    // MARK: Reading

    func ordinal(of identity: AssetIdentity) throws -> UInt32? {
        let row = try Command(database, "SELECT ordinal FROM assets WHERE identity = ?")
        row.bind(1, identity.bytes)
        return try firstOrdinal(row)
    }

    func ordinal(path: String) throws -> UInt32? {
        let row = try Command(database, "SELECT ordinal FROM paths WHERE path = ?")
        row.bind(1, path)
        return try firstOrdinal(row)
    }

    /// The asset at a path, or whose part the file there is.
    func ordinal(ofFile path: String) throws -> UInt32? {
        if let ordinal = try ordinal(path: path) { return ordinal }
        return try PartTable(database).main(ofPart: path).flatMap { try ordinal(path: $0) }
    }

    /// The paths of all files of an asset.
    func parts(of ordinal: UInt32, path: String) throws -> [String] {
        // The path of a tombstone may be another asset's by now.
        guard try self.ordinal(path: path) == ordinal else { return [path] }
        let parts = try PartTable(database).parts(of: path).filter { !$0.isCount }.map(\.path)
        let isFile = try parts.isEmpty || file(of: ordinal, path: path) != nil
        return (isFile ? [path] : []) + parts
    }

    private func firstOrdinal(_ row: Command) throws -> UInt32? {
        guard try row.step() else { return nil }
        defer { row.reset() }
        return UInt32(clamping: row.int64(0))
    }

    func identity(_ ordinal: UInt32) throws -> AssetIdentity {
        let row = try Command(database, "SELECT identity FROM assets WHERE ordinal = ?")
        row.bind(1, Int64(ordinal))
        guard try row.step() else {
            throw StoreError(.damaged, "asset \(ordinal) has no identity")
        }
        defer { row.reset() }
        return AssetIdentity(bytes: row.bytes(0))
    }

    func path(_ ordinal: UInt32) throws -> String? {
        let row = try Command(database, "SELECT path FROM assets WHERE ordinal = ?")
        row.bind(1, Int64(ordinal))
        guard try row.step() else { return nil }
        defer { row.reset() }
        return row.text(0)
    }

    /// The file of an asset; none where the path has become another asset's.
    func file(of ordinal: UInt32, path: String) throws -> FileState? {
        let row = try Command(
            database,
            "SELECT bytes, modified, inode, extractor FROM paths WHERE path = ? AND ordinal = ?")
        row.bind(1, path)
        row.bind(2, Int64(ordinal))
        guard try row.step() else { return nil }
        defer { row.reset() }
        return Self.file(row, from: 0)
    }

    static func file(_ row: Command, from column: Int32) -> FileState? {
        guard !row.isNull(column) else { return nil }
        return FileState(
            count: UInt64(bitPattern: row.int64(column)),
            modifiedNanoseconds: row.int64(column + 1),
            inode: UInt64(bitPattern: row.int64(column + 2)), extractor: row.text(column + 3))
    }

    /// The identities of some assets.
    func identities(
        of ordinals: [UInt32]
    ) throws -> [(identity: AssetIdentity, ordinal: UInt32)] {
        let row = try Command(database, "SELECT identity FROM assets WHERE ordinal = ?")
        var found: [(identity: AssetIdentity, ordinal: UInt32)] = []
        found.reserveCapacity(ordinals.count)
        for ordinal in ordinals {
            row.bind(1, Int64(ordinal))
            guard try row.step() else {
                throw StoreError(.damaged, "there is no asset \(ordinal)")
            }
            found.append((AssetIdentity(bytes: row.bytes(0)), ordinal))
            row.reset()
        }
        return found
    }

    /// Some identities beyond one, with their ordinals, in the order of identities.
    func identities(
        after last: AssetIdentity?, descending: Bool, limit: Int
    ) throws -> [(identity: AssetIdentity, ordinal: UInt32)] {
        let least = AssetIdentity(high: 0, low: 0)
        let greatest = AssetIdentity(high: .max, low: .max)
        let row = try Command(
            database,
            descending
                ? "SELECT identity, ordinal FROM assets WHERE identity < ? ORDER BY identity DESC LIMIT ?"
                : "SELECT identity, ordinal FROM assets WHERE identity > ? ORDER BY identity LIMIT ?"
        )
        row.bind(1, (last ?? (descending ? greatest : least)).bytes)
        row.bind(2, Int64(limit))
        var found: [(identity: AssetIdentity, ordinal: UInt32)] = []
        while try row.step() {
            found.append((AssetIdentity(bytes: row.bytes(0)), UInt32(clamping: row.int64(1))))
        }
        return found
    }

    func identities(
        from first: AssetIdentity, through last: AssetIdentity, limit: Int
    ) throws -> [AssetIdentity] {
        let row = try Command(
            database,
            "SELECT identity FROM assets WHERE identity BETWEEN ? AND ? ORDER BY identity LIMIT ?")
        row.bind(1, first.bytes)
        row.bind(2, last.bytes)
        row.bind(3, Int64(limit))
        var found: [AssetIdentity] = []
        while try row.step() { found.append(AssetIdentity(bytes: row.bytes(0))) }
        return found
    }

    /// The assets of a stored selection, dead or alive.
    func ordinals(ofSelection number: Int64) throws -> AssetSet {
        let row = try Command(
            database,
            """
            SELECT assets.ordinal FROM selected
            JOIN assets ON assets.identity = selected.identity WHERE selected.selection = ?
            """)
        row.bind(1, number)
        var found: [UInt32] = []
        while try row.step() { found.append(UInt32(clamping: row.int64(0))) }
        let set = AssetSet()
        set.insert(contentsOf: found.sorted())
        return set
    }

    func forEachFile(below directory: String, _ body: (KnownFile) throws -> Void) throws {
        // Everything below `a/` sorts from `a/` up to `a0`, as 0 follows the slash.
        let stem = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
        let range = directory.isEmpty ? "" : "WHERE path >= ? AND path < ?"
        let row = try Command(
            unsharedIn: database,
            """
            SELECT path, bytes, modified, inode, extractor, NULL, 0 FROM paths \(range)
            UNION ALL
            SELECT path, bytes, modified, inode, extractor, main, linked FROM parts \(range)
            ORDER BY path
            """)
        if !directory.isEmpty {
            for place: Int32 in [1, 3] {
                row.bind(place, stem + "/")
                row.bind(place + 1, stem + "0")
            }
        }
        while try row.step() {
            if let file = Self.knownFile(row) { try body(file) }
        }
    }

    /// The file of a row of path, size, time, inode, extractor, main file and whether it is linked.
    static func knownFile(_ row: Command) -> KnownFile? {
        file(row, from: 1).map {
            KnownFile(
                path: row.text(0), state: $0, main: row.isNull(5) ? nil : row.text(5),
                isLinked: row.int64(6) != 0)
        }
    }

    /// The assets below a directory, in the order of their paths.
    func ordinals(below directory: String) throws -> [UInt32] {
        // Everything below `a/` sorts from `a/` up to `a0`, as 0 follows the slash.
        let stem = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
        let rows = try Command(database, "SELECT ordinal FROM paths WHERE path >= ? AND path < ?")
        rows.bind(1, stem + "/")
        rows.bind(2, stem + "0")
        var ordinals: [UInt32] = []
        while try rows.step() { ordinals.append(UInt32(clamping: rows.int64(0))) }
        return ordinals
    }

    // MARK: Writing

    /// An asset that no path leads to.
    func insertAsset(_ ordinal: UInt32, _ identity: AssetIdentity, path: String) throws {
        let asset = try Command(
            database, "INSERT INTO assets (ordinal, identity, path) VALUES (?, ?, ?)")
        asset.bind(1, Int64(ordinal))
        asset.bind(2, identity.bytes)
        asset.bind(3, path)
        try asset.run()
    }

    func insert(
        _ ordinal: UInt32, _ identity: AssetIdentity, path: String, file: FileState?
    ) throws {
        try insertAsset(ordinal, identity, path: path)
        try insertPath(ordinal, path: path, file: file)
    }

    /// The path by which an asset is found, in place of the one that it had.
    func insertPath(_ ordinal: UInt32, path: String, file: FileState?) throws {
        let place = try Command(
            database,
            """
            INSERT OR REPLACE INTO paths (path, ordinal, bytes, modified, inode, extractor)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        place.bind(1, path)
        place.bind(2, Int64(ordinal))
        if let file {
            place.bind(3, Int64(bitPattern: file.count))
            place.bind(4, file.modifiedNanoseconds)
            place.bind(5, Int64(bitPattern: file.inode))
            place.bind(6, file.extractor)
        } else {
            for column: Int32 in 3...6 { place.bindNull(column) }
        }
        try place.run()
    }

    func deleteAsset(_ ordinal: UInt32) throws {
        let deletion = try Command(database, "DELETE FROM assets WHERE ordinal = ?")
        deletion.bind(1, Int64(ordinal))
        try deletion.run()
    }

    func deletePath(_ path: String) throws {
        let deletion = try Command(database, "DELETE FROM paths WHERE path = ?")
        deletion.bind(1, path)
        try deletion.run()
    }

    func rename(_ ordinal: UInt32, from: String, to: String) throws {
        let asset = try Command(database, "UPDATE assets SET path = ? WHERE ordinal = ?")
        asset.bind(1, to)
        asset.bind(2, Int64(ordinal))
        try asset.run()
        let place = try Command(database, "UPDATE paths SET path = ? WHERE path = ?")
        place.bind(1, to)
        place.bind(2, from)
        try place.run()
    }
}

extension AssetIdentity {
    /// The sixteen bytes of the UUID, which sort as identities do.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(bigEndian: high)
        bytes.append(bigEndian: low)
        return bytes
    }

    init(bytes: UnsafeRawBufferPointer) {
        var cursor = ByteCursor(bytes)
        let high = cursor.bigEndian()
        self.init(high: high, low: cursor.bigEndian())
    }
}
