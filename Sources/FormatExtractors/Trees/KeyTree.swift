internal import MetadataModel

/// The keys of a tree-shaped format, each made once however often its place occurs.
final class KeyTree {
    /// Places that are remembered; those beyond are made anew each time.
    static let maximumPlaceCount = 65536

    let root: Place
    private var placeCount = 1

    /// One place of the tree: an element, an attribute, a member.
    final class Place {
        let key: FactKey
        /// The key's last segment.
        let name: String
        /// The position of the last segment, as ``ElementStep/segment`` counts.
        let position: Int
        let part: ValuePart?
        fileprivate var children: [String: Place] = [:]

        fileprivate init(key: FactKey, name: String, position: Int) {
            self.key = key
            self.name = name
            self.position = position
            part = ValuePart(name: name)
        }
    }

    init(root key: FactKey) {
        let segments = key.segments
        root = Place(key: key, name: segments.last ?? "", position: segments.count - 1)
    }

    /// The place below `parent` that the file calls `written`; a namespace prefix is left out of
    /// the key where `dropsPrefix` says so.
    func place(_ written: String, below parent: Place, dropsPrefix: Bool = false) -> Place {
        if let known = parent.children[written] { return known }
        var name = written
        if dropsPrefix, let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) {
            name = String(written[written.utf8.index(after: colon)...])
        }
        let place = Place(
            key: parent.key.appending(name), name: name, position: parent.position + 1)
        if placeCount < Self.maximumPlaceCount {
            placeCount += 1
            parent.children[written] = place
        }
        return place
    }
}

/// Counts what occurs several times under one parent.
struct OccurrenceCounter {
    /// Names that are told apart under one parent.
    static let maximumNameCount = 65536

    private var counts: [String: Int] = [:]

    /// How often the name has occurred before.
    mutating func next(_ name: String) -> Int {
        if let count = counts[name] {
            counts[name] = count + 1
            return count
        }
        if counts.count < Self.maximumNameCount { counts[name] = 1 }
        return 0
    }
}

extension ElementPath {
    /// The path of one of several at a place; the first needs no step.
    func step(to place: KeyTree.Place, index: Int, isExplicit: Bool = false) -> ElementPath {
        index > 0 || isExplicit ? appending(segment: place.position, index: index) : self
    }

    /// The path with this step at the place, whether or not it has one there.
    func replacingStep(at place: KeyTree.Place, index: Int) -> ElementPath {
        var path = self
        if let last = path.steps.last, Int(last.segment) == place.position {
            path.steps.removeLast()
        }
        return path.appending(segment: place.position, index: index)
    }
}
