internal import GRDB

/// A fact about what is no asset.
public struct SubjectFact: Sendable, Hashable {
    public var key: String
    public var value: String
    /// Empty where there is none.
    public var unit: String
    public var edit: Int64
    public var source: String

    public init(key: String, value: String, unit: String = "", edit: Int64, source: String) {
        self.key = key
        self.value = value
        self.unit = unit
        self.edit = edit
        self.source = source
    }
}

extension StoreReader {
    /// The facts of a subject, by key and value; none where there is no such subject.
    public func facts(ofSubject name: String) throws -> [SubjectFact] {
        let rows = try Command(
            snapshot.database,
            """
            SELECT key, value, unit, edit, source FROM subjects WHERE name = ?
            ORDER BY key, value, unit
            """)
        rows.bind(1, name)
        var facts: [SubjectFact] = []
        while try rows.step() {
            facts.append(
                SubjectFact(
                    key: rows.text(0), value: rows.text(1), unit: rows.text(2),
                    edit: rows.int64(3), source: rows.text(4)))
        }
        return facts
    }

    /// The names of subjects that begin so, in order.
    public func subjects(withPrefix prefix: String) throws -> [String] {
        let rows = try Command(
            snapshot.database,
            "SELECT DISTINCT name FROM subjects WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name"
        )
        rows.bind(1, prefix)
        var names: [String] = []
        while try rows.step() { names.append(rows.text(0)) }
        return names
    }
}

extension StoreWriter {
    /// - Returns: False where that was stated before.
    public func state(_ fact: SubjectFact, aboutSubject name: String) throws -> Bool {
        let row = try Command(
            index.database,
            """
            INSERT OR IGNORE INTO subjects (name, key, value, unit, edit, source)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        row.bind(1, name)
        row.bind(2, fact.key)
        row.bind(3, fact.value)
        row.bind(4, fact.unit)
        row.bind(5, fact.edit)
        row.bind(6, fact.source)
        try row.run()
        index.noteChange()
        return index.database.changesCount > 0
    }

    /// - Returns: False where that was not stated.
    public func retract(
        key: String, value: String, unit: String, fromSubject name: String
    ) throws -> Bool {
        let row = try Command(
            index.database,
            "DELETE FROM subjects WHERE name = ? AND key = ? AND value = ? AND unit = ?")
        row.bind(1, name)
        row.bind(2, key)
        row.bind(3, value)
        row.bind(4, unit)
        try row.run()
        index.noteChange()
        return index.database.changesCount > 0
    }
}
