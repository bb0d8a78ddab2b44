internal import Foundation
internal import Glibc
public import MetadataStore

/// A copy of all that Reticle keeps: the index, the journal and the files given into keeping.
///
/// | In the folder           | Holds                                                   |
/// |:------------------------|:--------------------------------------------------------|
/// | `index.sqlite`          | the index as it was at one moment                       |
/// | `index.sqlite.journal.ndjson`, … | the logs beside the index                      |
/// | `index.sqlite.files/`   | deposited files, by hard links where the disk is the same |
/// | `backup.json`           | when, of which index, and the SHA-256 of each file above |
///
/// `backup.json` is written last: a folder without it is no backup.
public struct Backup: Sendable {
    public struct Entry: Sendable, Hashable, Codable {
        public var name: String
        public var bytes: UInt64
        public var sha256: String
    }

    /// What `backup.json` says.
    public struct Manifest: Sendable, Hashable, Codable {
        /// When the copy was finished, in UTC as `2026-11-24T12:00:00Z`.
        public var finished: String
        /// The path of the index.
        public var index: String
        public var entries: [Entry]
        /// Deposited files.
        public var fileCount: Int
    }

    private static let indexName = "index.sqlite"
    private static let manifestName = "backup.json"

    private let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    private func path(_ name: String) -> String { folder + "/" + name }

    /// Makes the copy; others may read and write meanwhile.
    ///
    /// - Parameters:
    ///   - logs: What the names of further files beside the index add to its name.
    ///   - progress: Is called with the pages of the index that are copied and those that there are.
    /// - Throws: ``CurationError`` of kind `conflict` where the folder holds something.
    public func make(
        of store: MetadataStore, logs: [String], progress: @escaping (Int, Int) -> Void
    ) throws -> Manifest {
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard try manager.contentsOfDirectory(atPath: folder).isEmpty else {
            throw CurationError(.conflict, "\(folder) is not empty; name a new folder")
        }
        // The logs first: what the index has and the journal lacks, is written to it when both
        // are used again.
        var names: [String] = []
        for suffix in [JournalFile.suffix] + logs where access(store.path + suffix, F_OK) == 0 {
            names.append(Self.indexName + suffix)
            try manager.copyItem(atPath: store.path + suffix, toPath: path(names[names.count - 1]))
        }
        try store.backUp(to: path(Self.indexName), progress: progress)
        names.append(Self.indexName)
        let fileCount = try FileTree(store.path + DepositStore.suffix)
            .copy(to: path(Self.indexName + DepositStore.suffix))
        let manifest = Manifest(
            finished: Date.now.ISO8601Format(), index: store.path,
            entries: try names.sorted().map(entry), fileCount: fileCount)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(manifest).write(
            to: URL(fileURLWithPath: path(Self.manifestName)), options: .atomic)
        return manifest
    }

    /// Compares every file with its hash, and puts all in place; the journal of an index that was
    /// there is kept under another name.
    ///
    /// - Parameter replacing: Whether an index that is there already is given up.
    /// - Throws: ``CurationError``: `invalid` where the folder is no backup, `mismatch` where a
    ///   file of it has changed, `conflict` where there is an index already.
    public func restore(
        to index: String, replacing: Bool, progress: @escaping (Int, Int) -> Void
    ) throws -> Manifest {
        let manifest = try checked()
        guard replacing || access(index, F_OK) != 0 else {
            throw CurationError(
                .conflict, "there is an index at \(index); --force puts the copy in its place")
        }
        let manager = FileManager.default
        try manager.createDirectory(
            at: URL(fileURLWithPath: index).deletingLastPathComponent(),
            withIntermediateDirectories: true)
        // The index first: where somebody is writing to it, nothing has been touched.
        try MetadataStore.restore(path(Self.indexName), to: index, progress: progress)
        try setAside(index + JournalFile.suffix)
        for entry in manifest.entries where entry.name != Self.indexName {
            let target = index + entry.name.dropFirst(Self.indexName.count)
            if access(target, F_OK) == 0 { try manager.removeItem(atPath: target) }
            try manager.copyItem(atPath: path(entry.name), toPath: target)
        }
        _ = try FileTree(path(Self.indexName + DepositStore.suffix))
            .copy(to: index + DepositStore.suffix)
        return manifest
    }

    /// Gives the journal of the index that was there another name: what people stated since the
    /// copy was made stands in no other place.
    private func setAside(_ journal: String) throws {
        guard access(journal, F_OK) == 0 else { return }
        let moment = Date.now.ISO8601Format(.iso8601(timeZone: .gmt, timeSeparator: .omitted))
        guard rename(journal, "\(journal).before-\(moment)") == 0 else {
            throw DepositStore.failure(journal)
        }
    }

    /// What `backup.json` says, where all files are as they were.
    public func checked() throws -> Manifest {
        guard let data = FileManager.default.contents(atPath: path(Self.manifestName)) else {
            throw CurationError(
                .invalid, "\(folder) holds no \(Self.manifestName): it is no backup")
        }
        let manifest: Manifest
        do {
            manifest = try JSONDecoder().decode(Manifest.self, from: data)
        } catch {
            throw CurationError(.invalid, "\(path(Self.manifestName)) cannot be read: \(error)")
        }
        for wanted in manifest.entries {
            guard wanted.name.hasPrefix(Self.indexName), !wanted.name.contains("/") else {
                throw CurationError(.invalid, "`\(wanted.name)` is no file of a backup")
            }
            let found = try entry(wanted.name)
            guard found == wanted else {
                throw CurationError(
                    .mismatch,
                    "\(path(wanted.name)) has changed: expected the SHA-256 \(wanted.sha256), "
                        + "found \(found.sha256)")
            }
        }
        return manifest
    }

    private func entry(_ name: String) throws -> Entry {
        var status = stat()
        guard stat(path(name), &status) == 0 else { throw DepositStore.failure(path(name)) }
        return Entry(
            name: name, bytes: UInt64(status.st_size),
            sha256: try DepositStore.hash(ofFile: path(name)))
    }
}

/// A folder of files that never change once they are there.
private struct FileTree {
    private let root: String

    init(_ root: String) {
        self.root = root
    }

    /// Copies what is not there yet: by hard links where the disk is the same.
    ///
    /// - Returns: The number of files.
    func copy(to target: String) throws -> Int {
        let manager = FileManager.default
        guard let walk = manager.enumerator(atPath: root) else { return 0 }
        var copies: [UInt64: String] = [:]
        var count = 0
        while let name = walk.nextObject() as? String {
            // What has arrived in part is nobody's yet.
            if name.hasPrefix("partial") { continue }
            var status = stat()
            let source = root + "/" + name
            guard lstat(source, &status) == 0 else { throw DepositStore.failure(source) }
            let copy = target + "/" + name
            guard status.st_mode & S_IFMT == S_IFREG else {
                try manager.createDirectory(atPath: copy, withIntermediateDirectories: true)
                continue
            }
            count += 1
            if access(copy, F_OK) == 0 { continue }
            let known = copies[UInt64(status.st_ino)] ?? source
            if link(known, copy) != 0 { try manager.copyItem(atPath: source, toPath: copy) }
            copies[UInt64(status.st_ino)] = copy
        }
        return count
    }
}
