internal import GRDB

extension Schema {
    /// | Table    | A row is                                                              |
    /// |:---------|:----------------------------------------------------------------------|
    /// | `tokens` | the digest of a token, with what it is for; times in microseconds     |
    static func registerTokens(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("tokens") { database in
            try database.execute(
                sql: """
                    CREATE TABLE tokens (
                        id TEXT PRIMARY KEY, digest BLOB NOT NULL UNIQUE, name TEXT NOT NULL,
                        role TEXT NOT NULL, projects TEXT, made INTEGER NOT NULL,
                        expires INTEGER, revoked INTEGER) WITHOUT ROWID;
                    """)
        }
    }
}

/// A token as the index keeps it: by its digest, never as it was shown.
public struct StoredToken: Sendable, Hashable {
    /// A short name by which people call it; no secret.
    public var id: String
    /// SHA-256 of the token.
    public var digest: [UInt8]
    /// Whose it is, or what it is for.
    public var name: String
    public var role: String
    /// The projects whose assets it shows; all where it is absent.
    public var projects: [String]?
    /// Microseconds since 1970, as are the other times.
    public var made: Int64
    public var expires: Int64?
    public var revoked: Int64?

    public init(
        id: String, digest: [UInt8], name: String, role: String, projects: [String]? = nil,
        made: Int64, expires: Int64? = nil
    ) {
        self.id = id
        self.digest = digest
        self.name = name
        self.role = role
        self.projects = projects
        self.made = made
        self.expires = expires
    }
}

extension StoreWriter {
    public func add(_ token: StoredToken) throws {
        let row = try Command(
            index.database,
            """
            INSERT INTO tokens (id, digest, name, role, projects, made, expires)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        row.bind(1, token.id)
        row.bind(2, token.digest)
        row.bind(3, token.name)
        row.bind(4, token.role)
        if let projects = token.projects {
            row.bind(5, projects.joined(separator: "\n"))
        } else {
            row.bindNull(5)
        }
        row.bind(6, token.made)
        if let expires = token.expires { row.bind(7, expires) } else { row.bindNull(7) }
        try row.run()
    }

    /// Ends a token for good.
    ///
    /// - Returns: False where there is none of that id that is still of use.
    public func revokeToken(_ id: String, at time: Int64) throws -> Bool {
        let row = try Command(
            index.database, "UPDATE tokens SET revoked = ? WHERE id = ? AND revoked IS NULL")
        row.bind(1, time)
        row.bind(2, id)
        try row.run()
        return index.database.changesCount > 0
    }
}

extension StoreReader {
    /// All tokens that there ever were, the oldest first; none in an index that an older version
    /// wrote last.
    public func tokens() throws -> [StoredToken] {
        guard try snapshot.database.tableExists("tokens") else { return [] }
        let row = try Command(
            snapshot.database,
            """
            SELECT id, digest, name, role, projects, made, expires, revoked FROM tokens
            ORDER BY made, id
            """)
        var tokens: [StoredToken] = []
        while try row.step() {
            var token = StoredToken(
                id: row.text(0), digest: Array(row.bytes(1)), name: row.text(2), role: row.text(3),
                projects: row.isNull(4)
                    ? nil : row.text(4).split(separator: "\n").map(String.init),
                made: row.int64(5), expires: row.isNull(6) ? nil : row.int64(6))
            token.revoked = row.isNull(7) ? nil : row.int64(7)
            tokens.append(token)
        }
        return tokens
    }
}
