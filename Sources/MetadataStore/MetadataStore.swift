internal import GRDB
internal import Glibc
internal import Synchronization

/// The index: an SQLite file of facts, open for reading or for writing.
///
/// One process writes at a time, as ``WriterLock`` sees to: whoever writes holds the lock for the
/// time of the write. Any number read, each a consistent state, and neither waits for the other
/// (SQLite's write-ahead log). Readers open the file read-only and so never checkpoint it.
public final class MetadataStore: Sendable {
    public enum Access: Sendable, Hashable {
        /// The index must exist; nothing in it is changed.
        case reading
        /// The index is created or migrated where needed; each write locks out other writers.
        case writing
    }

    /// The file; SQLite keeps others beside it, whose names begin with its name.
    public let path: String
    let pool: DatabasePool
    private let lock: WriterLock?
    private let latestState = Mutex<IndexState?>(nil)
    private let writer = WriterPlace()

    /// - Parameters:
    ///   - patience: How long a write waits for another writer before it throws `locked`.
    ///   - readerCount: How many may read at once; one more waits.
    public init(
        path: String, access: Access, patience: Duration = .seconds(10), readerCount: Int = 8
    ) throws {
        self.path = path
        var configuration = Configuration()
        configuration.maximumReaderCount = readerCount
        configuration.busyMode = .timeout(5)
        switch access {
        case .reading:
            guard Glibc.access(path, F_OK) == 0 else {
                throw StoreError(.notFound, "there is no index at \(path)")
            }
            try Self.migrateIfOlder(path)
            lock = nil
            configuration.readonly = true
            configuration.prepareDatabase { database in
                try database.execute(sql: Self.reading)
            }
        case .writing:
            lock = try WriterLock(indexPath: path, patience: patience)
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA cache_size = -16384")
            }
        }
        pool = try Self.open(path, configuration, lock)
        if access == .writing, try pool.read({ try IndexNumbers($0).needsRebuild }) {
            try write { try $0.rebuildSegments() }
        }
    }

    /// Pages are read where the system has them in memory: copying them took a third of the time
    /// of scans. The file never shrinks under a reader, as SQLite locks it.
    private static let reading = """
        PRAGMA query_only = 1; PRAGMA cache_size = -32768; PRAGMA mmap_size = \(1 << 40)
        """

    private static func open(
        _ path: String, _ configuration: Configuration, _ lock: WriterLock?
    ) throws -> DatabasePool {
        func opened() throws -> DatabasePool {
            try StoreError.translating {
                let pool = try DatabasePool(path: path, configuration: configuration)
                try pool.read { try Schema.check($0) }
                if lock != nil { try Schema.migrator.migrate(pool) }
                return pool
            }
        }
        return try lock.map { try $0.held(opened) } ?? opened()
    }

    /// Brings an index of an older version up to date, which takes the right to write for a moment.
    private static func migrateIfOlder(_ path: String) throws {
        let isOlder = try StoreError.translating {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            return try DatabaseQueue(path: path, configuration: configuration).read { database in
                try Schema.check(database)
                return try Schema.isOlder(database)
            }
        }
        if isOlder { _ = try MetadataStore(path: path, access: .writing) }
    }

    /// Reads one consistent state of the index, whatever is written meanwhile. Many threads may
    /// read at once; the reader must not leave `body`.
    ///
    /// - Parameter scope: What the reader sees of the index; all of it where it is absent.
    public func read<Result>(
        within scope: ReadingScope? = nil, _ body: (StoreReader) throws -> Result
    ) throws -> Result {
        try StoreError.translating {
            try pool.read { database in
                try body(StoreReader(Snapshot(database, try state(database), within: scope)))
            }
        }
    }

    /// What contradicts itself within the index; see ``StoreFault``. Every fact is read once.
    public func faults() throws -> [StoreFault] {
        do {
            return try StoreError.translating {
                try pool.read { database in
                    var check = StoreCheck(database)
                    return try check.run()
                }
            }
        } catch let error as StoreError where error.kind == .damaged {
            // SQLite's own check gives up where a page is none at all.
            return [StoreFault(part: .file, detail: "SQLite cannot read all of its pages")]
        }
    }

    /// What the index is like in the connection's snapshot; read once a revision.
    private func state(_ database: Database) throws -> IndexState {
        let revision = try IndexNumbers(database).revision
        if let latest = latestState.withLock({ $0 }), latest.revision == revision { return latest }
        let state = try IndexState(database)
        latestState.withLock { $0 = state }
        return state
    }

    /// Writes; one caller at a time. What `body` wrote is committed when it returns and undone
    /// when it throws, except for what it committed itself.
    ///
    /// - Throws: ``StoreError`` of kind `locked` where another process writes for longer than the
    ///   patience; else what `body` throws.
    @discardableResult
    public func write<Result>(_ body: (StoreWriter) throws -> Result) throws -> Result {
        guard let lock else {
            throw StoreError(.unusable, "the index is open for reading only")
        }
        return try lock.held { try writeLocked(body) }
    }

    private func writeLocked<Result>(_ body: (StoreWriter) throws -> Result) throws -> Result {
        try StoreError.translating {
            try pool.writeWithoutTransaction { database in
                do {
                    try database.beginTransaction(.immediate)
                    let index = try writer.index(of: database)
                    writer.index = index
                    let storeWriter = StoreWriter(index) {
                        try database.commit()
                        try database.beginTransaction(.immediate)
                    }
                    let result = try body(storeWriter)
                    try index.flush()
                    try database.commit()
                    return result
                } catch {
                    writer.index = nil
                    if database.isInsideTransaction { try database.rollback() }
                    throw error
                }
            }
        }
    }
}

/// Keeps the writer between writes.
///
/// Unchecked, because it is touched on the pool's writing queue only, which GRDB runs serially.
private final class WriterPlace: @unchecked Sendable {
    var index: IndexWriter?

    /// The writer kept, unless another process has written since.
    func index(of database: Database) throws -> IndexWriter {
        if let index, try index.isCurrent { return index }
        return try IndexWriter(database)
    }
}
