internal import GRDB

/// Finds and changes the rows of `parts`.
struct PartTable {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// The path of the asset that a file is a part of; `nil` where it is none.
    func main(ofPart path: String) throws -> String? {
        let row = try Command(database, "SELECT main FROM parts WHERE path = ?")
        row.bind(1, path)
        guard try row.step() else { return nil }
        defer { row.reset() }
        return row.text(0)
    }

    /// The parts of an asset, in the order of the bytes of their paths.
    func parts(of main: String) throws -> [AssetPart] {
        let row = try Command(
            database,
            """
            SELECT path, linked, bytes, modified, inode, extractor FROM parts
            WHERE main = ? ORDER BY path
            """)
        row.bind(1, main)
        var parts: [AssetPart] = []
        while try row.step() {
            guard let file = AssetTable.file(row, from: 2) else { continue }
            parts.append(AssetPart(path: row.text(0), file: file, isLinked: row.int64(1) != 0))
        }
        return parts
    }

    /// Replaces the parts of an asset.
    func replaceParts(of main: String, with parts: [AssetPart]) throws {
        try deleteParts(of: main)
        for part in parts {
            let insertion = try Command(
                database,
                """
                INSERT OR REPLACE INTO parts (path, main, linked, bytes, modified, inode, extractor)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
            insertion.bind(1, part.path)
            insertion.bind(2, main)
            insertion.bind(3, part.isLinked ? 1 : 0)
            insertion.bind(4, Int64(bitPattern: part.file.count))
            insertion.bind(5, part.file.modifiedNanoseconds)
            insertion.bind(6, Int64(bitPattern: part.file.inode))
            insertion.bind(7, part.file.extractor)
            try insertion.run()
        }
    }

    func deleteParts(of main: String) throws {
        let deletion = try Command(database, "DELETE FROM parts WHERE main = ?")
        deletion.bind(1, main)
        try deletion.run()
    }

    func deletePart(_ path: String) throws {
        let deletion = try Command(database, "DELETE FROM parts WHERE path = ?")
        deletion.bind(1, path)
        try deletion.run()
    }

    /// Moves the parts of one asset to another path of the asset.
    func rename(main from: String, to: String) throws {
        let change = try Command(database, "UPDATE parts SET main = ? WHERE main = ?")
        change.bind(1, to)
        change.bind(2, from)
        try change.run()
    }
}
