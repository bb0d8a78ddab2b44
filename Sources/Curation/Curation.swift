internal import Foundation
public import MetadataStore
public import Search
internal import Synchronization

/// Makes edits: what people state about assets and projects, journaled and undoable.
///
/// Every edit is one transaction: its changes, its row among the edits and its lines of the
/// journal are there together or not at all. When a call returns, the lines are also on the disk
/// in the file beside the index, so that neither a crash nor the loss of the index loses them.
public final class Curation: Sendable {
    let store: MetadataStore
    let engine: SearchEngine
    private let file: JournalFile
    private let clock: @Sendable () -> Int64

    /// - Parameters:
    ///   - store: The index, open for writing.
    ///   - engine: Answers the queries of edits, from the same index.
    ///   - clock: The time of edits, in microseconds since 1970; the machine's where it is absent.
    /// - Throws: ``CurationError`` where the journal beside the index belongs to another one.
    public init(
        store: MetadataStore, engine: SearchEngine, clock: (@Sendable () -> Int64)? = nil
    ) throws {
        self.store = store
        self.engine = engine
        self.clock = clock ?? { Int64(Date().timeIntervalSince1970 * 1e6) }
        file = JournalFile(besideIndex: store.path)
        try catchUp()
    }

    /// The file of the journal.
    public var journalPath: String { file.path }

    /// Makes one edit.
    ///
    /// - Parameter isKept: False for a trial, of which nothing stays.
    /// - Returns: The edit's number, where anything changed and was kept; what `body` returned.
    func edit<Result>(
        by author: Author, undoes: Int64? = nil, isKept: Bool = true,
        summary: (Result) -> String, _ body: (EditSession) throws -> Result
    ) throws -> (number: Int64?, result: Result) {
        let moment = clock()
        let done: Done<Result>
        do {
            done = try store.write { writer in
                let number = try writer.reading { try $0.edits(limit: 1).first?.number ?? 0 } + 1
                let session = EditSession(writer, number: number, author: author, moment: moment)
                let result = try body(session)
                guard isKept else { throw Trial(result: result) }
                guard !session.isEmpty else { return Done(result: result) }
                try session.finish(summary: summary(result), undoes: undoes)
                return Done(number: number, result: result)
            }
        } catch let trial as Trial<Result> {
            return (nil, trial.result)
        }
        if done.number != nil { try appendToFile() }
        return (done.number, done.result)
    }

    private struct Done<Result> {
        var number: Int64?
        var result: Result
    }

    /// Carries the result of a trial out of the transaction that is undone.
    private struct Trial<Result>: Error, @unchecked Sendable {
        var result: Result
    }

    /// Undoes an edit, whatever came after it.
    ///
    /// - Returns: The number of the edit that undoes it; `nil` where nothing was left to undo.
    @discardableResult
    public func undo(_ number: Int64, by author: Author) throws -> Int64? {
        let (lines, edit) = try store.read { reader in
            (
                try reader.journalLines(of: number),
                try reader.edits(before: number + 1, limit: 1).first
            )
        }
        guard let edit, edit.number == number else {
            throw CurationError(.notFound, "there is no edit \(number)")
        }
        if let undoneBy = edit.undoneBy {
            throw CurationError(.conflict, "edit \(number) was undone by edit \(undoneBy)")
        }
        let changes = try lines.flatMap { try JournalLine.parse($0).changes }
        return try self.edit(by: author, undoes: number, summary: { "undo edit \(number)" }) {
            session in
            for change in changes.reversed() { try session.make(change.reversed) }
        }.number
    }

    /// Reads the index with what people had stated at a moment; what files say is as it is now.
    ///
    /// The later edits are undone in a transaction that is given up, so that writers wait.
    ///
    /// - Parameter moment: Microseconds since 1970; an edit of this moment is left out.
    public func asOf<Result>(
        _ moment: Int64, _ body: (StoreReader) throws -> Result
    ) throws -> Result {
        try edit(by: Author(who: ""), isKept: false, summary: { _ in "" }) { session in
            let edits = try session.writer.reading { try $0.edits() }
            for edit in edits where edit.moment >= moment {
                let lines = try session.writer.reading { try $0.journalLines(of: edit.number) }
                let changes = try lines.flatMap { try JournalLine.parse($0).changes }
                for change in changes.reversed() { try session.make(change.reversed) }
            }
            return try session.writer.reading(body)
        }.result
    }

    // MARK: The file beside the index

    /// Brings the index and the file to the same state: what a crash left out of the file is
    /// written, and what the index has lost is made again.
    private func catchUp() throws {
        let inIndex = try store.read { try $0.lastJournalLine()?.number } ?? 0
        guard file.exists || inIndex > 0 else { return }
        try appendToFile()
        guard let inFile = try file.lastLine() else { return }
        let last = try JournalLine.parse(inFile)
        if last.number > inIndex {
            var missing: [[UInt8]] = []
            try file.forEachLine { number, line in if number > inIndex { missing.append(line) } }
            try replay(missing, from: inIndex + 1)
        }
        guard try store.read({ try $0.journalLine(last.number) }) == inFile else {
            throw CurationError(
                .journal,
                "\(file.path) is the journal of another index: `reticle journal verify` tells more")
        }
    }

    /// Writes those lines of the index that the file lacks.
    func appendToFile() throws {
        try file.append { last in
            let first = try last.map { try JournalLine.parse($0).number + 1 } ?? 1
            var lines: [[UInt8]] = []
            try store.read { reader in
                try reader.journalLines(from: first) { _, line in
                    lines.append(line)
                    return true
                }
            }
            return lines
        }
    }
}
