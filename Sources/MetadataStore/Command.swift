internal import GRDB
internal import GRDBSQLite

/// A prepared statement, bound and stepped by hand.
///
/// Rows are read through SQLite's own functions, since the store reads and writes blobs in loops
/// where a row object each would cost more than the row. A command is fully stepped or reset
/// before the same SQL is run again on its connection.
struct Command {
    private let statement: Statement
    private let handle: OpaquePointer

    /// The statement of some SQL, which the connection keeps prepared.
    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// A statement of its own, for a loop that calls other code while rows are read.
    init(unsharedIn database: Database, _ sql: String) throws {
        statement = try database.makeStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    // MARK: Values in

    func bind(_ place: Int32, _ value: Int64) {
        sqlite3_bind_int64(handle, place, value)
    }

    func bind(_ place: Int32, real value: Double) {
        sqlite3_bind_double(handle, place, value)
    }

    func bindNull(_ place: Int32) {
        sqlite3_bind_null(handle, place)
    }

    func bind(_ place: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                _ = sqlite3_bind_text(
                    handle, place, characters.baseAddress, Int32(characters.count), Self.copied)
            }
        }
    }

    func bind(_ place: Int32, _ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else {
            sqlite3_bind_zeroblob(handle, place, 0)
            return
        }
        sqlite3_bind_blob(handle, place, start, Int32(bytes.count), Self.copied)
    }

    func bind(_ place: Int32, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bind(place, $0) }
    }

    /// Tells SQLite to copy what is bound before the call returns.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    // MARK: Running

    /// Moves to the next row; after the last one the command is reset.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw StoreError(
                sqliteCode: code, String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
        }
        return false
    }

    /// Runs a command without rows, or one whose first row was all that was wanted.
    func run() throws {
        if try step() { reset() }
    }

    func reset() {
        sqlite3_reset(handle)
    }

    // MARK: Values out

    func int64(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    func double(_ column: Int32) -> Double {
        sqlite3_column_double(handle, column)
    }

    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The bytes of a column, valid until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}

extension StoreError {
    init(sqliteCode code: Int32, _ message: String) {
        let kind: Kind
        switch code & 0xFF {
        case SQLITE_FULL: kind = .diskFull
        case SQLITE_BUSY, SQLITE_LOCKED: kind = .locked
        case SQLITE_CORRUPT, SQLITE_NOTADB: kind = .damaged
        case SQLITE_INTERRUPT: kind = .deadline
        default: kind = .unusable
        }
        switch kind {
        case .damaged:
            self.init(
                kind, "\(message): `reticle check` says what it costs and how to rebuild")
        case .diskFull:
            self.init(
                kind, "no room is left on the disk: what was committed stays; make room, then go on"
            )
        case .notFound, .locked, .newerVersion, .deadline, .foreignCursor, .unusable:
            self.init(kind, message)
        }
    }

    /// Runs `body` and gives SQLite's errors, wherever they come from, the kinds of this store.
    static func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(
                sqliteCode: error.resultCode.rawValue, error.message ?? "\(error.resultCode)")
        }
    }
}
