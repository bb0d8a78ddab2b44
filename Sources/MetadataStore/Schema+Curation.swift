internal import GRDB

extension Schema {
    /// What people author: facts about assets, and the journal of every edit.
    ///
    /// Curated facts lie beside the segments, since they come and go while a file stays as it is:
    /// a tag on half a million assets is one entry, and the records of the assets stay.
    ///
    /// | Table             | A row is                                                            |
    /// |:------------------|:--------------------------------------------------------------------|
    /// | `curated_facts`   | a fact of one edit: who made it, its ``FactContent``                |
    /// | `curated_assets`  | what people state about an asset: facts, and the edit that was last |
    /// | `curated_entries` | an index entry of such facts, with its ``Posting`` from ordinal 0   |
    /// | `awaited`         | facts about a path that has no asset now                            |
    /// | `subjects`        | a fact about what is no asset: `project/bone`, `selection/9f2c`     |
    /// | `edits`           | an edit: when, who, why, what in short, and the one that undid it   |
    /// | `journal`         | a line of the journal, as it stands in the file beside the index    |
    static let curation = """
        CREATE TABLE curated_facts (
            id INTEGER PRIMARY KEY, edit INTEGER NOT NULL, source TEXT NOT NULL,
            content BLOB NOT NULL);
        CREATE UNIQUE INDEX curated_facts_by_edit ON curated_facts (edit, content);
        CREATE TABLE curated_assets (
            ordinal INTEGER PRIMARY KEY, edit INTEGER NOT NULL, facts BLOB NOT NULL);
        CREATE TABLE curated_entries (
            entry BLOB PRIMARY KEY, posting BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE awaited (
            path TEXT PRIMARY KEY, edit INTEGER NOT NULL, facts BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE edits (
            id INTEGER PRIMARY KEY, moment INTEGER NOT NULL, who TEXT NOT NULL, why TEXT NOT NULL,
            summary TEXT NOT NULL, first_line INTEGER NOT NULL, undoes INTEGER,
            undone_by INTEGER);
        CREATE TABLE subjects (
            name TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL,
            edit INTEGER NOT NULL, source TEXT NOT NULL,
            PRIMARY KEY (name, key, value, unit)) WITHOUT ROWID;
        CREATE TABLE journal (
            number INTEGER PRIMARY KEY, edit INTEGER NOT NULL, line BLOB NOT NULL);
        """
}
