internal import GRDB

/// The tables of an index and the steps by which older indexes become current ones.
///
/// Every writing of an asset takes a fresh *ordinal*, counted from 0. Replacing or removing an
/// asset marks its old ordinal as dead, and nothing else is rewritten. A *segment* holds the
/// sorted index entries of a run of ordinals; see ``EntryKey`` for what an entry is. Segments are
/// never changed: small neighbours are merged into larger ones, and dead ordinals leave then.
///
/// | Table      | A row is                                                                     |
/// |:-----------|:-----------------------------------------------------------------------------|
/// | `meta`     | a number of the whole index: revision, next ordinal, next segment            |
/// | `keys`     | a key with its counters, see ``KeyCounters``                                 |
/// | `assets`   | an asset: ordinal, identity, path                                            |
/// | `paths`    | what change detection asks for, in the order of paths                        |
/// | `parts`    | the same for files that are parts of another's asset                         |
/// | `records`  | the facts of some assets, see ``RecordBlock``; id = first ordinal, part      |
/// | `segments` | a segment: first and last ordinal, bytes of its blocks                       |
/// | `blocks`   | some entries of a segment, see ``BlockWriter``; id = segment, place          |
/// | `dead`     | the dead ordinals of 65,536                                                  |
///
/// # Costs
///
/// With n assets and s segments (s is 8 times the logarithm of n at most, and n / 500,000 more):
///
/// | Question                 | Work                                                           |
/// |:-------------------------|:---------------------------------------------------------------|
/// | term, word, key          | s searches in a B-tree, and the union of what they find        |
/// | range, sort, statistics  | a scan of the key's columns: every value it has                |
/// | facet, glob, phrase      | a scan of the key's distinct texts; a phrase reads those of    |
/// |                          | assets that have its words                                     |
/// | braces, `all()`          | the records of all candidates, 64 assets a block               |
/// | a page by identity       | the first of the set where ordinals stand in that order (see   |
/// |                          | ``IdentityOrder``), else a walk over identities                |
/// | a commit of one asset    | a few kilobytes and, one time in eight, a merge of small       |
/// |                          | segments                                                       |
///
/// Bytes, as measured at 100,000 assets of 39 facts: entries 13 a fact (texts 6, words 3, columns
/// 1.5), records 15 and compressed 7, and 130 an asset for identity, path and their indexes.
/// Everything grows with the number of facts but entries of texts and words, which grow with the
/// number of distinct ones, and sets, which take less the more assets they hold.
///
/// # Where one machine ends
///
/// Measured at 1,000,000 such assets on two cores: 1.26 GB; 5,500 assets (215,000 facts) a second
/// imported, at the same rate as at 100,000; 4 ns a value that a range scans, 13 ns a hit sorted, 40
/// in a histogram; 87 ns a text that a phrase passes over; 61 µs a hit of braces. In
/// proportion, 10,000,000 assets take 13 GB and half an hour to import, and ranges 40 ms; phrases
/// of common words and braces then take seconds, and are what a distributed engine, or positions
/// in the entries of words and elements, would be for. Ordinals end at 4 thousand million.
enum Schema {
    static let versionOne = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE keys (
            id INTEGER PRIMARY KEY, printed TEXT NOT NULL, counters BLOB NOT NULL);
        CREATE TABLE assets (
            ordinal INTEGER PRIMARY KEY, identity BLOB NOT NULL UNIQUE, path TEXT NOT NULL);
        CREATE TABLE paths (
            path TEXT PRIMARY KEY, ordinal INTEGER NOT NULL, bytes INTEGER, modified INTEGER,
            inode INTEGER, extractor TEXT) WITHOUT ROWID;
        CREATE TABLE records (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
        CREATE TABLE segments (
            id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL,
            bytes INTEGER NOT NULL);
        CREATE TABLE blocks (
            id INTEGER PRIMARY KEY, segment INTEGER NOT NULL, first BLOB NOT NULL,
            body BLOB NOT NULL);
        CREATE UNIQUE INDEX blocks_by_first ON blocks (segment, first);
        CREATE TABLE dead (chunk INTEGER PRIMARY KEY, ordinals BLOB NOT NULL);
        """

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: versionOne)
        }
        registerParts(&migrator)
        registerTokens(&migrator)
        migrator.registerMigration("curation") { try $0.execute(sql: curation) }
        registerSelections(&migrator)
        registerHooks(&migrator)
        migrator.registerMigration("numbers in columns") { database in
            try database.execute(
                sql: """
                    DELETE FROM blocks;
                    DELETE FROM segments;
                    INSERT INTO meta SELECT 'rebuild', 1
                        FROM meta WHERE name = 'next_ordinal' AND value > 0;
                    """)
        }
        registerDrift(&migrator)
        return migrator
    }

    /// - Throws: ``StoreError`` where the index needs a newer program or is none at all.
    static func check(_ database: Database) throws {
        if try migrator.hasBeenSuperseded(database) {
            throw StoreError(
                .newerVersion,
                "the index was written by a newer version: update this program, "
                    + "or build a new index at another path")
        }
    }

    /// Whether a writer has to bring the index up to date before it can be read.
    static func isOlder(_ database: Database) throws -> Bool {
        try !migrator.hasCompletedMigrations(database) || IndexNumbers(database).needsRebuild
    }
}
