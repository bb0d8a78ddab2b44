internal import Foundation
internal import MetadataStore

/// A file without a name, which is gone when nobody has it open any more.
///
/// Unchecked, because it is written by one task and then read by one thread, one after the other.
final class SpoolFile: @unchecked Sendable {
    private let descriptor: Int32
    private(set) var byteCount = 0

    /// - Parameter path: The file beside which there is room.
    init(beside path: String) throws {
        var template = Array("\(path).spool-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Self.error() }
        unlink(template)
    }

    deinit {
        close(descriptor)
    }

    func append(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.error() }
            rest = rest.dropFirst(count)
        }
        byteCount += bytes.count
    }

    /// The open file, from its beginning.
    func rewound() -> Int32 {
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    private static func error() -> StoreError {
        errno == ENOSPC
            ? StoreError(.diskFull, "no room for the body")
            : StoreError(.unusable, String(cString: strerror(errno)))
    }
}
