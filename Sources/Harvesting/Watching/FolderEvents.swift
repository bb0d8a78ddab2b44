internal import ExtractionWorker
internal import Glibc

/// One thing that the system says happened in a watched folder.
struct FolderEvent {
    let watch: Int32
    let mask: Int32
    /// The name within the folder; empty where the folder itself is meant.
    let name: [UInt8]

    func has(_ flags: Int32) -> Bool { mask & flags != 0 }
}

/// What the system tells of folders as it happens: Linux's inotify.
///
/// One thread reads, any may add and remove watches; the kernel keeps them apart.
final class FolderEvents: Sendable {
    /// What is told of a folder: its files come, go, are renamed, written, closed, touched.
    private static let wanted = [
        IN_CREATE, IN_CLOSE_WRITE, IN_MODIFY, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE, IN_ATTRIB,
        IN_DELETE_SELF, IN_MOVE_SELF, IN_ONLYDIR, IN_EXCL_UNLINK,
    ].reduce(0) { $0 | UInt32(bitPattern: $1) }

    let descriptor: Int32

    init() throws(FileRefusal) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw FileRefusal(code: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Watches a folder; one that is watched already keeps its number.
    func watch(_ rawPath: [UInt8]) throws(FileRefusal) -> Int32 {
        let path = (rawPath.isEmpty ? [UInt8(ascii: "/")] : rawPath) + [0]
        let watch = inotify_add_watch(
            descriptor, path.map(CChar.init(bitPattern:)), Self.wanted)
        guard watch >= 0 else { throw FileRefusal(code: errno) }
        return watch
    }

    func unwatch(_ watch: Int32) {
        inotify_rm_watch(descriptor, watch)
    }

    /// The events that have come; waits a while for the first.
    func next(waitingMilliseconds: Int32) -> [FolderEvent] {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, waitingMilliseconds) > 0 else { return [] }
        return withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 8) { buffer in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            guard count > 0 else { return [] }
            return Self.events(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Records of 16 bytes (watch, mask, cookie, length of the name), each with its name.
    private static func events(_ bytes: UnsafeRawBufferPointer) -> [FolderEvent] {
        var events: [FolderEvent] = []
        var place = 0
        while place + 16 <= bytes.count {
            let watch = bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)
            let mask = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
            let length = Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
            let end = min(bytes.count, place + 16 + length)
            let name = Array(bytes[(place + 16)..<end].prefix { $0 != 0 })
            events.append(FolderEvent(watch: watch, mask: Int32(bitPattern: mask), name: name))
            place = end
        }
        return events
    }
}
