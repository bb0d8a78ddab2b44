internal import ExtractionWorker
internal import Glibc

/// An open folder, closed when the last owner lets go of it.
final class Folder {
    /// The path in bytes, as the system knows it; without a slash at its end, so empty for `/`.
    let rawPath: [UInt8]
    /// The path as text; see ``PathText``.
    let path: String
    let descriptor: Int32

    /// Opens a folder by its path.
    ///
    /// - Parameter followsLink: Whether a link at the path's end is followed: where a person named
    ///   it.
    convenience init(rawPath: [UInt8], followsLink: Bool = false) throws(FileRefusal) {
        let name = rawPath.isEmpty ? [UInt8(ascii: "/")] : rawPath
        try self.init(name: name, in: nil, rawPath: rawPath, followsLink: followsLink)
    }

    /// Opens a folder within another one.
    convenience init(name: [UInt8], in parent: Folder) throws(FileRefusal) {
        try self.init(
            name: name, in: parent.descriptor,
            rawPath: parent.rawPath + [UInt8(ascii: "/")] + name)
    }

    private init(
        name: [UInt8], in parent: Int32?, rawPath: [UInt8], followsLink: Bool = false
    ) throws(FileRefusal) {
        self.rawPath = rawPath
        path = PathText.text(of: rawPath)
        let terminated = name.map(CChar.init(bitPattern:)) + [0]
        descriptor = openat(
            parent ?? AT_FDCWD, terminated,
            O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw FileRefusal(code: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The path of something in this folder.
    func path(of name: String) -> String {
        path + "/" + name
    }
}

/// Paths as text: bytes that are no UTF-8 are percent-encoded, all others stay as they are.
enum PathText {
    static func text(of raw: [UInt8]) -> String {
        if let text = String(validating: raw, as: UTF8.self) { return text }
        // Components are looked at one by one, so that a folder is spelled alike in all its paths.
        return raw.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map(component).joined(separator: "/")
    }

    /// The folder of a path and the name in it.
    static func divided(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
    }

    private static func component(_ raw: ArraySlice<UInt8>) -> String {
        if let text = String(validating: raw, as: UTF8.self) { return text }
        var text = ""
        for byte in raw {
            if byte < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }

    /// Whether a path comes before another one in the order of their bytes, which is the order of
    /// ``FolderWalk`` and of the store.
    static func precedes(_ left: String, _ right: String) -> Bool {
        var left = left
        var right = right
        return left.withUTF8 { left in
            right.withUTF8 { right in
                let order = memcmp(
                    left.baseAddress!, right.baseAddress!, min(left.count, right.count))
                return order == 0 ? left.count < right.count : order < 0
            }
        }
    }
}
