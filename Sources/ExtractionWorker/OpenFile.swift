public import Extraction
internal import Glibc
public import MetadataModel

/// A regular file that is open for reading, closed when the last owner lets go of it.
public final class OpenFile {
    public let descriptor: Int32
    public let count: UInt64
    public let modifiedNanoseconds: Int64
    public let inode: UInt64

    /// Opens a file without following a symbolic link at its end and without waiting for a writer,
    /// should it be a pipe.
    ///
    /// - Parameters:
    ///   - name: The file's name in bytes without a zero: absolute, or relative to `folder`.
    ///   - folder: The descriptor of a folder; `nil` for the working folder.
    ///   - followsLink: Whether a link at the end is followed: where a person named it.
    /// - Throws: ``FileRefusal`` where it cannot be opened or is no regular file.
    public init(
        name: [UInt8], in folder: Int32? = nil, followsLink: Bool = false
    ) throws(FileRefusal) {
        let path = name.map(CChar.init(bitPattern:)) + [0]
        let linkFlag = followsLink ? 0 : O_NOFOLLOW
        descriptor = openat(
            folder ?? AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | linkFlag)
        guard descriptor >= 0 else { throw FileRefusal(code: errno) }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        let code = errno
        count = UInt64(clamping: status.st_size)
        modifiedNanoseconds =
            Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        inode = UInt64(status.st_ino)
        guard isKnown else { throw FileRefusal(code: code) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileRefusal(mode: status.st_mode) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}

/// Why a file was not opened.
public struct FileRefusal: Error, Sendable, Hashable {
    /// The system's error number; 0 where the file is there but is no regular file.
    public var code: Int32
    /// Whether it is a folder.
    public var isFolder = false
    /// One clause for a person.
    public var detail: String

    public init(code: Int32) {
        self.code = code
        detail = code == ELOOP ? "is a symbolic link" : String(cString: strerror(code)).lowercased()
    }

    /// The refusal of what is no regular file.
    ///
    /// - Parameter mode: The type bits of `stat(2)`.
    public init(mode: UInt32) {
        code = 0
        isFolder = mode & S_IFMT == S_IFDIR
        detail =
            switch mode & S_IFMT {
            case S_IFDIR: "is a folder"
            case S_IFIFO: "is a pipe, which is not opened"
            case S_IFSOCK: "is a socket, which is not opened"
            case S_IFCHR, S_IFBLK: "is a device, which is not opened"
            case S_IFLNK: "is a symbolic link"
            default: "is no regular file"
            }
    }

    /// The refusal to read anything where all seems to have vanished.
    public init(missingRoot detail: String) {
        code = 0
        self.detail = detail
    }

    public var issue: Issue {
        Issue(.unreadable, detail)
    }

    /// Whether there is nothing of that name any more.
    public var isVanished: Bool { code == ENOENT || code == ENOTDIR }
}

extension FileDescription {
    public init(path: String, _ file: OpenFile) {
        self.init(
            path: path, count: file.count, modifiedNanoseconds: file.modifiedNanoseconds)
    }
}
