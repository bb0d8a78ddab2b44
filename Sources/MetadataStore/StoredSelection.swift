internal import GRDB
public import MetadataModel

/// A frozen answer, without its files.
public struct StoredSelection: Sendable, Hashable {
    /// In the order in which selections were made; 0 until it is stored.
    public var number: Int64 = 0
    /// The digest of everything that it freezes, in hexadecimal.
    public var id: String
    /// The query as typed, and in canonical spelling.
    public var query: String
    public var canonical: String
    /// The index's state that was asked.
    public var revision: Int64
    /// Microseconds since 1970.
    public var made: Int64
    /// Its files, and the sum of their bytes as far as known.
    public var count: Int
    public var byteCount: UInt64
    /// Who made it.
    public var maker: String
    /// The projects that its maker saw; all where it is absent.
    public var projects: [String]?

    public init(
        id: String, query: String, canonical: String, revision: Int64, made: Int64, count: Int,
        byteCount: UInt64, maker: String, projects: [String]?
    ) {
        self.id = id
        self.query = query
        self.canonical = canonical
        self.revision = revision
        self.made = made
        self.count = count
        self.byteCount = byteCount
        self.maker = maker
        self.projects = projects
    }
}

/// A file of a selection, as it was when it was selected.
public struct SelectedFile: Sendable, Hashable {
    public var identity: AssetIdentity
    public var path: String
    /// Absent where the asset was no file of this machine.
    public var byteCount: UInt64?
    /// Last change of the content, in nanoseconds since 1970.
    public var modifiedNanoseconds: Int64?
    /// The digest of the content in hexadecimal, where somebody computed it.
    public var sha256: String?

    public init(
        identity: AssetIdentity, path: String, byteCount: UInt64? = nil,
        modifiedNanoseconds: Int64? = nil, sha256: String? = nil
    ) {
        self.identity = identity
        self.path = path
        self.byteCount = byteCount
        self.modifiedNanoseconds = modifiedNanoseconds
        self.sha256 = sha256
    }
}

extension StoreWriter {
    /// Opens a selection whose files arrive one after the other.
    public func beginSelection() throws -> SelectionDraft {
        try SelectionDraft(index.database)
    }
}

extension StoreReader {
    /// The selections that the reader sees, the latest first.
    ///
    /// - Parameter number: Only those made after the one of this number.
    public func selections(after number: Int64 = 0) throws -> [StoredSelection] {
        guard try snapshot.database.tableExists("selections") else { return [] }
        let row = try Command(
            snapshot.database,
            "SELECT \(Self.columns) FROM selections WHERE number > ? ORDER BY number DESC")
        row.bind(1, number)
        var selections: [StoredSelection] = []
        while try row.step() { selections.append(Self.selection(row)) }
        return selections.filter { snapshot.sees(projects: $0.projects) }
    }

    /// The selection whose id is this or begins so; `nil` where the reader sees none, or several.
    public func selection(_ id: String) throws -> StoredSelection? {
        guard !id.isEmpty, id.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }),
            try snapshot.database.tableExists("selections")
        else { return nil }
        let row = try Command(
            snapshot.database,
            "SELECT \(Self.columns) FROM selections WHERE id >= ? AND id < ? ORDER BY id LIMIT 20")
        row.bind(1, id)
        row.bind(2, id + "g")
        var found: [StoredSelection] = []
        while try row.step() { found.append(Self.selection(row)) }
        found.removeAll { !snapshot.sees(projects: $0.projects) }
        return found.count == 1 ? found[0] : nil
    }

    /// Calls `body` with the files of a selection in their order until it returns false.
    public func forEachFile(
        of selection: StoredSelection, _ body: (SelectedFile) throws -> Bool
    ) throws {
        let row = try Command(
            unsharedIn: snapshot.database,
            """
            SELECT identity, path, bytes, modified, sha256 FROM selected WHERE selection = ?
            ORDER BY place
            """)
        row.bind(1, selection.number)
        while try row.step() {
            let file = SelectedFile(
                identity: AssetIdentity(bytes: row.bytes(0)), path: row.text(1),
                byteCount: row.isNull(2) ? nil : UInt64(bitPattern: row.int64(2)),
                modifiedNanoseconds: row.isNull(3) ? nil : row.int64(3),
                sha256: row.isNull(4) ? nil : row.text(4))
            guard try body(file) else { return }
        }
    }

    /// An asset as a selection keeps it, as it is now; `nil` where there is none.
    ///
    /// - Parameter digests: The keys under which the digest of the content may stand.
    public func file(of identity: AssetIdentity, digests: Set<KeyID>) throws -> SelectedFile? {
        guard let ordinal = try snapshot.ordinal(of: identity),
            let path = try snapshot.assets.path(ordinal)
        else { return nil }
        let state = try snapshot.assets.file(of: ordinal, path: path)
        var file = SelectedFile(
            identity: identity, path: path, byteCount: state?.count,
            modifiedNanoseconds: state?.modifiedNanoseconds)
        if !digests.isEmpty {
            file.sha256 = try facts(of: identity, keys: digests).first?.1.value
        }
        return file
    }

    private static let columns =
        "number, id, query, canonical, revision, made, count, bytes, maker, projects"

    private static func selection(_ row: Command) -> StoredSelection {
        var selection = StoredSelection(
            id: row.text(1), query: row.text(2), canonical: row.text(3), revision: row.int64(4),
            made: row.int64(5), count: Int(row.int64(6)),
            byteCount: UInt64(bitPattern: row.int64(7)), maker: row.text(8),
            projects: row.isNull(9)
                ? nil : row.text(9).split(separator: "\n").map(String.init))
        selection.number = row.int64(0)
        return selection
    }
}
