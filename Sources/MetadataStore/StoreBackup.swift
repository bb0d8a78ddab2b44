internal import GRDB
internal import Glibc

extension MetadataStore {
    /// Copies the index as it is at one moment into a new file, while others read and write it.
    ///
    /// Cost: the file is read and written once. A copy that was cut off leaves no file.
    ///
    /// - Parameter progress: Is called with the pages that are copied and those that there are.
    /// - Throws: ``StoreError`` of kind `unusable` where the file exists already.
    public func backUp(to path: String, progress: @escaping (Int, Int) -> Void = { _, _ in }) throws
    {
        guard access(path, F_OK) != 0 else {
            throw StoreError(.unusable, "\(path) is there already")
        }
        do {
            try StoreError.translating {
                let copy = try DatabaseQueue(path: path)
                try pool.read { try Self.copy($0, into: copy, progress) }
                try copy.close()
            }
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Puts a copy in the place of an index, or where there is none. Readers of the index see the
    /// old one until the new one is there as a whole.
    ///
    /// - Throws: ``StoreError``: `notFound` where there is no copy, `newerVersion` where it is of a
    ///   newer program, `locked` where somebody is writing to the index.
    public static func restore(
        _ backup: String, to path: String, progress: @escaping (Int, Int) -> Void = { _, _ in }
    ) throws {
        guard access(backup, F_OK) == 0 else {
            throw StoreError(.notFound, "there is no index at \(backup)")
        }
        let lock = try WriterLock(indexPath: path, patience: .seconds(10))
        try lock.held {
            try StoreError.translating {
                var configuration = Configuration()
                configuration.readonly = true
                let source = try DatabaseQueue(path: backup, configuration: configuration)
                try source.read { database in
                    try Schema.check(database)
                    let target = try DatabaseQueue(path: path)
                    try copy(database, into: target, progress)
                    try target.close()
                }
            }
        }
    }

    /// Pages that are copied between two calls of `progress`.
    private static let pageCount: CInt = 4096

    private static func copy(
        _ database: Database, into copy: DatabaseQueue, _ progress: @escaping (Int, Int) -> Void
    ) throws {
        try copy.writeWithoutTransaction { target in
            try database.backup(to: target, pagesPerStep: pageCount) { step in
                progress(step.completedPageCount, step.totalPageCount)
            }
        }
    }
}
