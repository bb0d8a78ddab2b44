import Curation
import Foundation
import MetadataModel
import MetadataStore
import Search
import Synchronization

/// An index of a few files in a folder of its own, with what is needed to edit it.
final class SampleLab {
    let folder: String
    var path: String { folder + "/index.sqlite" }
    private(set) var store: MetadataStore
    private(set) var curation: Curation
    let author = Author(who: "mueller", why: "for the test")
    private let clock: LabClock
    /// The time of edits, in microseconds since 1970.
    var now: Int64 {
        get { clock.now.withLock { $0 } }
        set { clock.now.withLock { $0 = newValue } }
    }

    init() throws {
        folder = NSTemporaryDirectory() + "reticle-curation-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        clock = LabClock()
        (store, curation) = try Self.open(folder + "/index.sqlite", clock)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func open(
        _ path: String, _ clock: LabClock
    ) throws -> (MetadataStore, Curation) {
        let store = try MetadataStore(path: path, access: .writing)
        let engine = SearchEngine(store: store, vocabulary: try Vocabulary(yaml: "concepts: {}"))
        return (
            store, try Curation(store: store, engine: engine, clock: { clock.now.withLock { $0 } })
        )
    }

    /// Deletes the index and leaves the journal.
    func loseIndex() throws {
        let elsewhere = folder + "/elsewhere.sqlite"
        let path = path
        (store, curation) = try Self.open(elsewhere, clock)
        for ending in ["", "-wal", "-shm"] {
            if FileManager.default.fileExists(atPath: path + ending) {
                try FileManager.default.removeItem(atPath: path + ending)
            }
        }
        (store, curation) = try Self.open(path, clock)
    }

    /// Opens the index anew, as another process does.
    func reopen() throws {
        (store, curation) = try Self.open(path, clock)
    }

    /// Writes an asset, as a harvest does.
    func write(_ path: String, _ facts: [(String, String)]) throws {
        _ = try store.write { writer in
            let draft = try writer.begin(AssetHeader(path: path))
            let own = facts.map { StatedFact(key: $0.0, value: $0.1).fact }
            try draft.add([Fact(key: "file.path", value: path)] + own, from: .own)
            _ = try draft.finish()
        }
    }

    func count(_ query: String) throws -> Int {
        let engine = SearchEngine(store: store, vocabulary: try Vocabulary(yaml: "concepts: {}"))
        return try engine.answer(query).total
    }

    func run(_ query: String, _ action: CurationAction) throws -> Int64? {
        try curation.run([CurationStep(.query(query), action)], by: author).number
    }
}

/// A clock that stands still until it is set.
final class LabClock: Sendable {
    let now = Mutex<Int64>(1_772_355_600_000_000)
}
