internal import GRDB

extension Schema {
    /// | Table        | A row is                                                               |
    /// |:-------------|:-----------------------------------------------------------------------|
    /// | `hooks`      | a query, and the command or address to be told of assets that match it |
    /// | `arrivals`   | an asset that came or changed and has not been put to the hooks        |
    /// | `deliveries` | one telling of one hook about one revision of one asset                |
    ///
    /// Arrivals are written with the asset, in one transaction, so that none is lost; a delivery is
    /// written before it is made, so that none is made twice.
    static func registerHooks(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("hooks") { database in
            try database.execute(
                sql: """
                    CREATE TABLE hooks (
                        name TEXT PRIMARY KEY, query TEXT NOT NULL, saved INTEGER NOT NULL,
                        command TEXT, address TEXT, secret TEXT, seconds INTEGER NOT NULL,
                        made INTEGER NOT NULL) WITHOUT ROWID;
                    CREATE TABLE arrivals (
                        identity BLOB PRIMARY KEY, revision TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TABLE deliveries (
                        hook TEXT NOT NULL, identity BLOB NOT NULL, revision TEXT NOT NULL,
                        state INTEGER NOT NULL, attempts INTEGER NOT NULL, time INTEGER NOT NULL,
                        PRIMARY KEY (hook, identity, revision)) WITHOUT ROWID;
                    CREATE INDEX deliveries_by_state ON deliveries (state, time);
                    """)
        }
    }
}
