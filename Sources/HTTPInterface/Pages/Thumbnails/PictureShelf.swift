internal import Synchronization
internal import Thumbnails

/// The pictures that were made last, by asset and state of its file.
final class PictureShelf: Sendable {
    /// Bytes that are kept.
    static let byteLimit = 48 << 20

    private struct Shelf {
        /// An absent picture is kept as well: nobody has to look again.
        var pictures: [String: Picture?] = [:]
        var order: [String] = []
        var byteCount = 0
    }

    private let shelf = Mutex(Shelf())

    /// What is known of a file's picture: `nil` where none was made yet.
    func picture(of name: String) -> Picture?? {
        shelf.withLock { $0.pictures[name] }
    }

    func keep(_ picture: Picture?, of name: String) {
        shelf.withLock { shelf in
            guard shelf.pictures[name] == nil else { return }
            shelf.pictures.updateValue(picture, forKey: name)
            shelf.order.append(name)
            shelf.byteCount += Self.cost(picture)
            while shelf.byteCount > Self.byteLimit, !shelf.order.isEmpty {
                let oldest = shelf.order.removeFirst()
                if let removed = shelf.pictures.removeValue(forKey: oldest) {
                    shelf.byteCount -= Self.cost(removed)
                }
            }
        }
    }

    private static func cost(_ picture: Picture?) -> Int { 256 + (picture?.bytes.count ?? 0) }
}
