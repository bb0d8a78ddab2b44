import class Foundation.FileManager
import struct Foundation.URL
import struct Foundation.UUID
import MetadataModel
import MetadataStore

/// A folder of its own for one test's index, deleted with it.
final class TemporaryIndex {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("MetadataStoreTests-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    var path: String { folder.appendingPathComponent("index.sqlite").path }

    func store(_ access: MetadataStore.Access = .writing) throws -> MetadataStore {
        try MetadataStore(path: path, access: access)
    }

    /// Another index made of the files of this one as they are now, as after a power cut.
    func copyOfFiles() throws -> TemporaryIndex {
        let copy = try TemporaryIndex()
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: copy.path + suffix)
        }
        return copy
    }
}

extension StoreWriter {
    /// Writes one asset with facts of the file itself.
    @discardableResult
    func put(_ path: String, _ facts: [Fact], file: FileState? = nil) throws -> AssetIdentity {
        let draft = try begin(AssetHeader(path: path, file: file))
        try draft.add(facts, from: .own)
        return try draft.finish()
    }
}

extension StoreReader {
    /// The ids of keys, in the order asked for; a key that is not there is left out.
    func ids(_ keys: String...) throws -> [KeyID] {
        let dictionary = try self.keys()
        return keys.compactMap { key in
            dictionary.entries.first { $0.key.description == key }?.id
        }
    }

    func count(_ predicate: Predicate) throws -> Int {
        try answer(predicate, deadline: nil).count
    }

    func paths(_ predicate: Predicate, order: [StoreAnswer.Order] = []) throws -> [String] {
        var paths: [String] = []
        try answer(predicate, deadline: nil).forEach(order: order) { identity in
            if let path = try path(of: identity) { paths.append(path) }
            return true
        }
        return paths
    }
}

/// A reproducible sequence of numbers.
struct Sequence64: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 32) | (state << 32)
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &self)]
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
