internal import GRDB

extension Schema {
    /// | Table   | A row is                                                                        |
    /// |:--------|:--------------------------------------------------------------------------------|
    /// | `parts` | a file of a data set beside its main file, with the path of the set's asset     |
    static func registerParts(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("parts") { database in
            try database.execute(
                sql: """
                    CREATE TABLE parts (
                        path TEXT PRIMARY KEY, main TEXT NOT NULL, linked INTEGER NOT NULL,
                        bytes INTEGER NOT NULL, modified INTEGER NOT NULL, inode INTEGER NOT NULL,
                        extractor TEXT NOT NULL) WITHOUT ROWID;
                    CREATE INDEX parts_by_main ON parts (main, path);
                    """)
        }
    }
}
