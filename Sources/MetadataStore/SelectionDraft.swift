internal import GRDB

/// A selection that is being written; it is there once it is finished and committed.
public final class SelectionDraft {
    private let database: Database
    private let number: Int64
    private let insertion: Command
    private var place: Int64 = 0

    init(_ database: Database) throws {
        self.database = database
        let row = try Command(
            database,
            "SELECT COALESCE(MAX(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'selections'")
        number = try row.step() ? row.int64(0) : 1
        row.reset()
        insertion = try Command(
            database,
            """
            INSERT INTO selected (selection, place, identity, path, bytes, modified, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
    }

    public func add(_ file: SelectedFile) throws {
        insertion.bind(1, number)
        insertion.bind(2, place)
        insertion.bind(3, file.identity.bytes)
        insertion.bind(4, file.path)
        if let count = file.byteCount {
            insertion.bind(5, Int64(bitPattern: count))
        } else {
            insertion.bindNull(5)
        }
        if let modified = file.modifiedNanoseconds {
            insertion.bind(6, modified)
        } else {
            insertion.bindNull(6)
        }
        if let digest = file.sha256 { insertion.bind(7, digest) } else { insertion.bindNull(7) }
        try insertion.run()
        place += 1
    }

    /// Stores what the files are the answer of. Where the same was frozen before, that selection
    /// stays and this one is forgotten.
    ///
    /// - Returns: False where it was there before.
    public func finish(_ selection: inout StoredSelection) throws -> Bool {
        let known = try Command(database, "SELECT number FROM selections WHERE id = ?")
        known.bind(1, selection.id)
        if try known.step() {
            selection.number = known.int64(0)
            known.reset()
            let deletion = try Command(database, "DELETE FROM selected WHERE selection = ?")
            deletion.bind(1, number)
            try deletion.run()
            return false
        }
        selection.number = number
        let row = try Command(
            database,
            """
            INSERT INTO selections
            (number, id, query, canonical, revision, made, count, bytes, maker, projects)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        row.bind(1, number)
        row.bind(2, selection.id)
        row.bind(3, selection.query)
        row.bind(4, selection.canonical)
        row.bind(5, selection.revision)
        row.bind(6, selection.made)
        row.bind(7, Int64(selection.count))
        row.bind(8, Int64(bitPattern: selection.byteCount))
        row.bind(9, selection.maker)
        if let projects = selection.projects {
            row.bind(10, projects.joined(separator: "\n"))
        } else {
            row.bindNull(10)
        }
        try row.run()
        return true
    }
}
