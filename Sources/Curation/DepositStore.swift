internal import Crypto
internal import Foundation
internal import Glibc
internal import MetadataModel

/// The files that people gave into Reticle's keeping, in `<index>.files` beside the index.
///
/// | Path                       | Holds                                                        |
/// |:---------------------------|:-------------------------------------------------------------|
/// | `sha256/ab/abcdef…`        | the bytes of a file, once however often they were given      |
/// | `projects/PROJECT/NAME`    | the same file under its name, which is what a harvest reads  |
/// | `partial/…`                | what has arrived of a file so far                            |
///
/// A file appears under its name in one step, when all of it has arrived, its hash was compared
/// and it is on the disk. What was cut off before goes on where it stopped.
public struct DepositStore: Sendable {
    /// Bytes that are hashed or copied at a time.
    private static let pieceByteCount = 1 << 20

    /// What the folder's name adds to the name of the index.
    static let suffix = ".files"

    private let folder: String

    public init(besideIndex path: String) {
        folder = path + Self.suffix
    }

    /// The folder of a project's files.
    public func folder(ofProject project: String) -> String { "\(folder)/projects/\(project)" }

    /// Where a file of a project is once it has arrived.
    ///
    /// - Throws: ``CurationError`` where the name leads out of the project or holds what no name of
    ///   a file should.
    public func path(_ name: String, project: String) throws(CurationError) -> String {
        try Project.check(name: project)
        let segments = name.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = !name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{7F}" }
        let isBelow = segments.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
        guard isPlain, isBelow, segments.allSatisfy({ $0.utf8.count <= 255 }) else {
            throw CurationError(.invalid, "`\(name)` is no name of a file within a project")
        }
        return folder(ofProject: project) + "/" + name
    }

    /// How many bytes of a file have arrived.
    public func receivedCount(_ name: String, project: String) throws -> UInt64 {
        var status = stat()
        let path = partialPath(try path(name, project: project))
        guard stat(path, &status) == 0 else { return 0 }
        return UInt64(status.st_size)
    }

    /// Opens a file for what arrives of it.
    ///
    /// - Parameter offset: Where what arrives belongs, which is where the last piece ended.
    /// - Throws: ``CurationError`` of kind `conflict` where that is another place, or where
    ///   somebody else is sending the file.
    public func open(_ name: String, project: String, at offset: UInt64) throws -> ArrivingFile {
        let path = try path(name, project: project)
        let partial = partialPath(path)
        try FileManager.default.createDirectory(
            atPath: folder + "/partial", withIntermediateDirectories: true)
        let file = try ArrivingFile(path: partial)
        if offset == 0 { try file.truncate() }
        guard file.byteCount == offset else {
            throw CurationError(
                .conflict,
                "expected what follows byte \(file.byteCount), found what follows byte \(offset)")
        }
        return file
    }

    /// Gives a file that has arrived its name.
    ///
    /// - Parameter expected: The SHA-256 that its bytes must have, in hexadecimal, if it is known.
    /// - Returns: The path of the file, and its SHA-256.
    /// - Throws: ``CurationError`` of kind `mismatch` where the bytes are others; they are deleted.
    public func finish(
        _ file: borrowing ArrivingFile, _ name: String, project: String, expecting expected: String?
    ) throws -> (path: String, hash: String) {
        let path = try path(name, project: project)
        try file.sync()
        let hash = try Self.hash(ofFile: file.path)
        if let expected, expected.lowercased() != hash {
            try FileManager.default.removeItem(atPath: file.path)
            throw CurationError(
                .mismatch, "expected the SHA-256 \(expected.lowercased()), found \(hash)")
        }
        let kept = "\(folder)/sha256/\(hash.prefix(2))/\(hash)"
        try Self.makeFolder(of: kept)
        try Self.makeFolder(of: path)
        if access(kept, F_OK) == 0 {
            unlink(file.path)
        } else {
            guard rename(file.path, kept) == 0 else { throw Self.failure(kept) }
        }
        let new = "\(folder)/partial/\(hash).named"
        unlink(new)
        guard link(kept, new) == 0 else { throw Self.failure(new) }
        guard rename(new, path) == 0 else { throw Self.failure(path) }
        // Renaming one name of a file to another of its names does nothing.
        unlink(new)
        try Self.syncFolder(of: kept)
        try Self.syncFolder(of: path)
        return (path, hash)
    }

    private func partialPath(_ path: String) -> String {
        "\(folder)/partial/\(Self.hexadecimal(SHA256.hash(data: Array(path.utf8))))"
    }

    /// The SHA-256 of a file, in hexadecimal.
    public static func hash(ofFile path: String) throws -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw failure(path) }
        var hash = SHA256()
        while let piece = try handle.read(upToCount: pieceByteCount), !piece.isEmpty {
            hash.update(data: piece)
        }
        try handle.close()
        return hexadecimal(hash.finalize())
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func makeFolder(of path: String) throws {
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: path).deletingLastPathComponent(),
            withIntermediateDirectories: true)
    }

    private static func syncFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = Glibc.open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(folder) }
    }

    static func failure(_ path: String) -> CurationError {
        CurationError(.invalid, "\(path): \(String(cString: strerror(errno)).lowercased())")
    }
}

/// A file of which a part has arrived; one sender at a time.
public struct ArrivingFile: ~Copyable, Sendable {
    let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DepositStore.failure(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw CurationError(.conflict, "somebody else is sending this file")
        }
    }

    deinit { close(descriptor) }

    /// How many bytes have arrived.
    public var byteCount: UInt64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? UInt64(status.st_size) : 0
    }

    func truncate() throws {
        guard ftruncate(descriptor, 0) == 0 else { throw DepositStore.failure(path) }
    }

    public func append(_ bytes: UnsafeRawBufferPointer) throws {
        var written = 0
        while written < bytes.count {
            let count = write(
                descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if count > 0 { written += count }
            if count < 0, errno != EINTR { throw DepositStore.failure(path) }
        }
    }

    func sync() throws {
        guard fsync(descriptor) == 0 else { throw DepositStore.failure(path) }
    }
}

extension DepositStore {
    /// Takes in a file of this machine; what was cut off before goes on.
    ///
    /// - Returns: Where the file is kept, and its SHA-256.
    public func take(
        file source: String, as name: String, project: String
    ) throws -> (path: String, hash: String) {
        guard let handle = FileHandle(forReadingAtPath: source) else { throw Self.failure(source) }
        defer { try? handle.close() }
        let hash = try Self.hash(ofFile: source)
        let size = try handle.seekToEnd()
        let received = min(try receivedCount(name, project: project), size)
        let file = try open(name, project: project, at: received)
        try handle.seek(toOffset: received)
        while let piece = try handle.read(upToCount: Self.pieceByteCount), !piece.isEmpty {
            try piece.withUnsafeBytes { try file.append($0) }
        }
        return try finish(file, name, project: project, expecting: hash)
    }
}

extension Curation {
    /// Notes that a file which was given into keeping belongs to a project.
    public func noteDeposit(
        _ path: String, project: String, by author: Author
    ) throws -> Int64? {
        try edit(by: author, summary: { _ in "deposit in \(project): \(path)" }) { session in
            _ = try session.project(project)
            let fact = StatedFact(key: Project.key.description, value: project)
            try session.make(.state, fact, about: [path])
        }.number
    }
}
