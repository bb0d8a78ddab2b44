internal import ExtractionWorker
internal import Glibc

/// The names in one folder, in the order of the bytes of the paths below it.
///
/// A folder's name counts with a slash at its end: `a.tif` comes before what is in `a`. The names
/// stand in one buffer, since a folder may hold a million.
struct FolderListing {
    enum Kind: UInt8 {
        case file, folder, link, other
    }

    private struct Entry {
        var start: Int
        var end: Int
        var kind: Kind
    }

    private var entries: [Entry] = []
    private var names: [UInt8] = []
    /// The names as the system knows them, where ``names`` has them encoded.
    private var rawNames: [String: [UInt8]] = [:]

    /// Reads a folder.
    ///
    /// - Throws: ``FileRefusal`` where the system stops in the middle of it.
    init(_ folder: Folder) throws(FileRefusal) {
        // The stream closes its descriptor; the folder keeps its own.
        guard let stream = fdopendir(openat(folder.descriptor, ".", O_RDONLY | O_CLOEXEC)) else {
            throw FileRefusal(code: errno)
        }
        defer { closedir(stream) }
        errno = 0
        while let entry = readdir(stream) {
            append(entry, in: folder)
            errno = 0
        }
        guard errno == 0 else { throw FileRefusal(code: errno) }
        sort()
    }

    private mutating func sort() {
        names.withUnsafeBufferPointer { names in
            entries.sort { left, right in
                let count = min(left.end - left.start, right.end - right.start)
                let order = memcmp(
                    names.baseAddress! + left.start, names.baseAddress! + right.start, count)
                return order == 0 ? left.end - left.start < right.end - right.start : order < 0
            }
        }
    }

    private mutating func append(_ entry: UnsafeMutablePointer<dirent>, in folder: Folder) {
        let raw = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            Array(bytes.prefix { $0 != 0 })
        }
        if raw == [UInt8(ascii: ".")] || raw == [UInt8(ascii: "."), UInt8(ascii: ".")] { return }
        let kind: Kind
        switch Int(entry.pointee.d_type) {
        case DT_REG: kind = .file
        case DT_DIR: kind = .folder
        case DT_LNK: kind = .link
        case DT_UNKNOWN: kind = Self.kind(of: raw, in: folder) ?? .other
        default: kind = .other
        }
        append(raw, kind)
    }

    private mutating func append(_ raw: [UInt8], _ kind: Kind) {
        let start = names.count
        let text = PathText.text(of: raw)
        names.append(contentsOf: text.utf8)
        if names.count - start != raw.count { rawNames[text] = raw }
        if kind == .folder { names.append(UInt8(ascii: "/")) }
        entries.append(Entry(start: start, end: names.count, kind: kind))
        names.append(0)
    }

    /// The kind of an entry, where it is not said in the listing; `nil` where there is none.
    private static func kind(of name: [UInt8], in folder: Folder) -> Kind? {
        var status = stat()
        let path = name.map(CChar.init(bitPattern:)) + [0]
        guard fstatat(folder.descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            return nil
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    var count: Int { entries.count }

    /// The name as text and the kind of an entry.
    subscript(place: Int) -> (name: String, kind: Kind) {
        let entry = entries[place]
        let end = entry.kind == .folder ? entry.end - 1 : entry.end
        return (String(decoding: names[entry.start..<end], as: UTF8.self), entry.kind)
    }

    /// The names of all regular files, in order.
    var fileNames: [String] {
        (0..<count).lazy.map { self[$0] }.filter { $0.kind == .file }.map(\.name)
    }

    /// The name as the system knows it.
    func rawName(at place: Int) -> [UInt8] {
        let name = self[place].name
        return rawNames[name] ?? Array(name.utf8)
    }

    /// Calls `body` with the name of a file as the system knows it, ended by a zero.
    func withSystemName<Result>(
        at place: Int, _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result {
        if !rawNames.isEmpty {
            return body(rawName(at: place).map(CChar.init(bitPattern:)) + [0])
        }
        return names.withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                body(characters.baseAddress! + entries[place].start)
            }
        }
    }
}
