internal import Foundation
internal import Glibc

/// The journal as a file beside the index, to which lines are only ever appended.
struct JournalFile {
    /// What the file's name adds to the name of the index.
    static let suffix = ".journal.ndjson"

    let path: String

    init(besideIndex path: String) {
        self.path = path + Self.suffix
    }

    var exists: Bool { access(path, F_OK) == 0 }

    /// Calls `body` with each whole line; what follows the last line feed is no line.
    ///
    /// - Returns: The number of bytes that whole lines take.
    @discardableResult
    func forEachLine(_ body: (Int64, [UInt8]) throws -> Void) throws -> Int {
        guard exists else { return 0 }
        let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        var number: Int64 = 0
        var start = data.startIndex
        while let end = data[start...].firstIndex(of: UInt8(ascii: "\n")) {
            number += 1
            try body(number, Array(data[start..<end]))
            start = data.index(after: end)
        }
        return start - data.startIndex
    }

    /// The last whole line without reading the others.
    func lastLine() throws -> [UInt8]? {
        guard exists else { return nil }
        let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        guard let end = data.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
        let start = data[..<end].lastIndex(of: UInt8(ascii: "\n")).map { data.index(after: $0) }
        return Array(data[(start ?? data.startIndex)..<end])
    }

    /// Appends lines and waits until they are on the disk; one process at a time.
    ///
    /// A line that was cut by a crash before was never acknowledged; it is taken off first.
    ///
    /// - Parameter lines: Gives the lines that follow the last one of the file.
    func append(_ lines: (_ last: [UInt8]?) throws -> [[UInt8]]) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure() }
        }
        try removeCutLine(descriptor)
        var bytes: [UInt8] = []
        for line in try lines(lastLine()) { bytes += line + [UInt8(ascii: "\n")] }
        guard !bytes.isEmpty else { return }
        guard lseek(descriptor, 0, SEEK_END) >= 0 else { throw failure() }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                write(descriptor, all.baseAddress.map { $0 + written }, all.count - written)
            }
            if count > 0 { written += count }
            if count < 0, errno != EINTR { throw failure() }
        }
        guard fdatasync(descriptor) == 0 else { throw failure() }
    }

    private func removeCutLine(_ descriptor: Int32) throws {
        let size = lseek(descriptor, 0, SEEK_END)
        var end = size
        var last: UInt8 = 0
        while end > 0 {
            guard pread(descriptor, &last, 1, end - 1) == 1 else { throw failure() }
            if last == UInt8(ascii: "\n") { break }
            end -= 1
        }
        guard end < size else { return }
        guard ftruncate(descriptor, end) == 0 else { throw failure() }
    }

    private func failure() -> CurationError {
        CurationError(.journal, "\(path): \(String(cString: strerror(errno)).lowercased())")
    }
}
