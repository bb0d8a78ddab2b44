internal import Extraction
public import ExtractionWorker
internal import Glibc
public import MetadataModel

/// The files that a person names, and those below the folders among them, in their order; each
/// that is the main file of a data set is followed by its companions.
public struct NamedFiles {
    /// What a job of ``NamedFiles`` is about.
    public enum Subject: Sendable, Hashable {
        case file(hasCompanions: Bool)
        /// A part of the file before it, which lies beside it.
        case companion(isLast: Bool)
        /// Something that is not there; it is passed on without facts.
        case missing(path: String, Issue)
    }

    private var nextName: () throws -> [UInt8]?
    private var walk: FolderWalk?
    private var companions: Companions?
    /// Companions of the file before, the last one first.
    private var open: [[UInt8]] = []
    /// How many of the names given could not be read.
    public private(set) var refusedCount = 0

    /// - Parameters:
    ///   - hasCompanions: Whether files are followed by their companions.
    ///   - nextName: The next name in bytes, `nil` at the end.
    public init(hasCompanions: Bool = true, _ nextName: @escaping () throws -> [UInt8]?) {
        companions = hasCompanions ? Companions() : nil
        self.nextName = nextName
    }

    /// The job for the next file; `nil` at the end.
    public mutating func next() throws -> ExtractionJob<Subject>? {
        while true {
            if let companion = open.popLast() {
                return job(ofCompanion: companion)
            }
            if let step = walk?.next() { return job(step) }
            walk = nil
            guard let name = try nextName() else { return nil }
            if let job = begin(name) { return job }
        }
    }

    /// The job for a name; `nil` where it is a folder, whose walk has begun then.
    private mutating func begin(_ name: [UInt8]) -> ExtractionJob<Subject>? {
        let path = PathText.text(of: name)
        do throws(FileRefusal) {
            let file = try OpenFile(name: name, followsLink: true)
            return .read(subject(of: name), FileDescription(path: path, file), file)
        } catch {
            guard error.isFolder else {
                refusedCount += 1
                return refusal(of: name, path, error)
            }
            return beginWalk(in: name, path)
        }
    }

    private mutating func beginWalk(in name: [UInt8], _ path: String) -> ExtractionJob<Subject>? {
        let slash = UInt8(ascii: "/")
        let rawPath = Array(name.reversed().drop { $0 == slash }.reversed())
        do throws(FileRefusal) {
            walk = try FolderWalk(Folder(rawPath: rawPath, followsLink: true))
            return nil
        } catch {
            refusedCount += 1
            return .pass(.missing(path: path, error.issue))
        }
    }

    private mutating func job(_ step: WalkStep) -> ExtractionJob<Subject> {
        switch step {
        case .refused(let path, let refusal):
            return .pass(.missing(path: path, refusal.issue))
        case .file(let found):
            let rawPath = found.folder.rawPath + [UInt8(ascii: "/")] + found.rawName
            do throws(FileRefusal) {
                let file = try found.open()
                return .read(
                    subject(of: rawPath), FileDescription(path: found.path, file), file)
            } catch {
                return refusal(of: rawPath, found.path, error)
            }
        }
    }

    private mutating func subject(of rawPath: [UInt8]) -> Subject {
        open = companions?.rawPaths(of: rawPath).reversed() ?? []
        return .file(hasCompanions: !open.isEmpty)
    }

    private func job(ofCompanion rawPath: [UInt8]) -> ExtractionJob<Subject> {
        let path = PathText.text(of: rawPath)
        let subject = Subject.companion(isLast: open.isEmpty)
        do throws(FileRefusal) {
            let file = try OpenFile(name: rawPath, followsLink: true)
            return .read(subject, FileDescription(path: path, file), file)
        } catch {
            return refusal(of: rawPath, path, error, subject)
        }
    }

    private func refusal(
        of name: [UInt8], _ path: String, _ refusal: FileRefusal,
        _ subject: Subject = .file(hasCompanions: false)
    ) -> ExtractionJob<Subject> {
        var status = stat()
        guard lstat(name.map(CChar.init(bitPattern:)) + [0], &status) == 0 else {
            if case .companion = subject { return .pass(subject) }
            return .pass(.missing(path: path, refusal.issue))
        }
        let file = FileDescription(
            path: path, count: UInt64(clamping: status.st_size),
            modifiedNanoseconds: status.modifiedNanoseconds)
        return .refused(subject, file, refusal.issue)
    }
}
