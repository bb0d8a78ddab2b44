internal import GRDB

extension Schema {
    /// What instruments used to write, and where they came to write otherwise.
    ///
    /// | Table         | A row is                                                               |
    /// |:--------------|:-----------------------------------------------------------------------|
    /// | `instruments` | an instrument, and how many assets of it were read                     |
    /// | `key_history` | a key of one: assets, facts by type, units, least and greatest number  |
    /// | `drift`       | an event: when, what kind, of which instrument and key, at which asset |
    static func registerDrift(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("drift") { database in
            try database.execute(
                sql: """
                    CREATE TABLE instruments (
                        name TEXT PRIMARY KEY, assets INTEGER NOT NULL) WITHOUT ROWID;
                    CREATE TABLE key_history (
                        instrument TEXT NOT NULL, key TEXT NOT NULL, assets INTEGER NOT NULL,
                        texts INTEGER NOT NULL, numbers INTEGER NOT NULL, dates INTEGER NOT NULL,
                        units TEXT NOT NULL, least REAL, greatest REAL, vanished INTEGER NOT NULL,
                        PRIMARY KEY (instrument, key)) WITHOUT ROWID;
                    CREATE TABLE drift (
                        id INTEGER PRIMARY KEY, moment INTEGER NOT NULL, kind TEXT NOT NULL,
                        instrument TEXT NOT NULL, key TEXT NOT NULL, detail TEXT NOT NULL,
                        path TEXT NOT NULL);
                    """)
        }
    }
}
