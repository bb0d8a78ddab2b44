internal import GRDB

/// One edit of what people author, as it is remembered.
public struct Edit: Sendable, Hashable {
    /// Counted from 1.
    public var number: Int64
    /// Microseconds since 1970.
    public var moment: Int64
    public var who: String
    /// The reason that was given; empty where none was.
    public var why: String
    /// What was done, in short.
    public var summary: String
    /// The edit that this one undoes.
    public var undoes: Int64?
    /// The edit that undid this one.
    public var undoneBy: Int64?

    public init(
        number: Int64, moment: Int64, who: String, why: String, summary: String,
        undoes: Int64? = nil
    ) {
        self.number = number
        self.moment = moment
        self.who = who
        self.why = why
        self.summary = summary
        self.undoes = undoes
    }
}

/// Reads and writes edits and the lines of the journal.
struct JournalTable {
    let database: Database

    func insert(_ edit: Edit, firstLine: Int64) throws {
        let row = try Command(
            database,
            """
            INSERT INTO edits (id, moment, who, why, summary, first_line, undoes)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        row.bind(1, edit.number)
        row.bind(2, edit.moment)
        row.bind(3, edit.who)
        row.bind(4, edit.why)
        row.bind(5, edit.summary)
        row.bind(6, firstLine)
        if let undone = edit.undoes { row.bind(7, undone) } else { row.bindNull(7) }
        try row.run()
        guard let undone = edit.undoes else { return }
        let mark = try Command(database, "UPDATE edits SET undone_by = ? WHERE id = ?")
        mark.bind(1, edit.number)
        mark.bind(2, undone)
        try mark.run()
    }

    func insert(line: [UInt8], number: Int64, edit: Int64) throws {
        let row = try Command(
            database, "INSERT INTO journal (number, edit, line) VALUES (?, ?, ?)")
        row.bind(1, number)
        row.bind(2, edit)
        row.bind(3, line)
        try row.run()
    }

    /// Edits with the latest first.
    func edits(before number: Int64, limit: Int) throws -> [Edit] {
        let rows = try Command(
            database,
            """
            SELECT id, moment, who, why, summary, undoes, undone_by FROM edits
            WHERE id < ? ORDER BY id DESC LIMIT ?
            """)
        rows.bind(1, number)
        rows.bind(2, Int64(limit))
        var edits: [Edit] = []
        while try rows.step() {
            var edit = Edit(
                number: rows.int64(0), moment: rows.int64(1), who: rows.text(2),
                why: rows.text(3), summary: rows.text(4),
                undoes: rows.isNull(5) ? nil : rows.int64(5))
            edit.undoneBy = rows.isNull(6) ? nil : rows.int64(6)
            edits.append(edit)
        }
        return edits
    }

    func forEachLine(from number: Int64, _ body: (Int64, [UInt8]) throws -> Bool) throws {
        let rows = try Command(
            unsharedIn: database,
            "SELECT number, line FROM journal WHERE number >= ? ORDER BY number")
        rows.bind(1, number)
        while try rows.step() {
            guard try body(rows.int64(0), Array(rows.bytes(1))) else { break }
        }
        rows.reset()
    }

    func lines(of edit: Int64) throws -> [[UInt8]] {
        let rows = try Command(
            database,
            """
            SELECT line FROM journal
            WHERE number >= (SELECT first_line FROM edits WHERE id = ?1) AND edit = ?1
                AND number < coalesce((SELECT first_line FROM edits WHERE id = ?1 + 1), 1 << 62)
            ORDER BY number
            """)
        rows.bind(1, edit)
        var lines: [[UInt8]] = []
        while try rows.step() { lines.append(Array(rows.bytes(0))) }
        return lines
    }

    func lastLine() throws -> (number: Int64, line: [UInt8])? {
        let row = try Command(
            database, "SELECT number, line FROM journal ORDER BY number DESC LIMIT 1")
        guard try row.step() else { return nil }
        defer { row.reset() }
        return (row.int64(0), Array(row.bytes(1)))
    }
}

extension StoreReader {
    private var journal: JournalTable { JournalTable(database: snapshot.database) }

    /// Edits with the latest first, at most so many.
    public func edits(before number: Int64 = .max, limit: Int = .max) throws -> [Edit] {
        try journal.edits(before: number, limit: limit)
    }

    /// Calls `body` with the lines of the journal in their order until it returns false.
    public func journalLines(
        from number: Int64 = 1, _ body: (_ number: Int64, _ line: [UInt8]) throws -> Bool
    ) throws {
        try journal.forEachLine(from: number, body)
    }

    /// The lines of one edit; none where there is no such edit.
    public func journalLines(of edit: Int64) throws -> [[UInt8]] {
        try journal.lines(of: edit)
    }

    public func journalLine(_ number: Int64) throws -> [UInt8]? {
        var found: [UInt8]?
        try journal.forEachLine(from: number) { place, line in
            if place == number { found = line }
            return false
        }
        return found
    }

    public func lastJournalLine() throws -> (number: Int64, line: [UInt8])? {
        try journal.lastLine()
    }
}

extension StoreWriter {
    /// Notes an edit whose lines begin with this number.
    public func note(_ edit: Edit, firstLine: Int64) throws {
        try JournalTable(database: index.database).insert(edit, firstLine: firstLine)
        index.noteChange()
    }

    public func appendToJournal(_ line: [UInt8], number: Int64, edit: Int64) throws {
        try JournalTable(database: index.database).insert(line: line, number: number, edit: edit)
    }
}
