internal import GRDB

extension Schema {
    /// | Table        | A row is                                                                 |
    /// |:-------------|:-------------------------------------------------------------------------|
    /// | `selections` | a frozen answer: the query, when and at which revision, for whom         |
    /// | `selected`   | a file of one, as it was then, in the answer's order                     |
    static func registerSelections(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("selections") { database in
            try database.execute(
                sql: """
                    CREATE TABLE selections (
                        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
                        query TEXT NOT NULL, canonical TEXT NOT NULL, revision INTEGER NOT NULL,
                        made INTEGER NOT NULL, count INTEGER NOT NULL, bytes INTEGER NOT NULL,
                        maker TEXT NOT NULL, projects TEXT);
                    CREATE TABLE selected (
                        selection INTEGER NOT NULL, place INTEGER NOT NULL, identity BLOB NOT NULL,
                        path TEXT NOT NULL, bytes INTEGER, modified INTEGER, sha256 TEXT,
                        PRIMARY KEY (selection, place)) WITHOUT ROWID;
                    """)
        }
    }
}
