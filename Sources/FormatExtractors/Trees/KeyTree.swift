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
        /// The `hashValue` of the key.
        let keyHash: Int
        /// The name as the file writes it.
        let written: String
        fileprivate var children: [Place] = []
        private var numbers: [String: Int] = [:]
        /// For each child the one that came after it, and at the end the one that came first: what
        /// is alike has the same members in the same order.
        private var successors: [Int] = []
        private var last = 0

        fileprivate init(key: FactKey, name: String, written: String, position: Int) {
            self.key = key
            self.name = name
            self.written = written
            self.position = position
            part = ValuePart(name: name)
            keyHash = key.hashValue
        }

        /// The child that is expected next, if it is of that name.
        fileprivate func expected(_ isNamed: (String) -> Bool) -> Place? {
            guard !children.isEmpty else { return nil }
            let next = successors[last]
            guard isNamed(children[next].written) else { return nil }
            last = next
            return children[next]
        }

        fileprivate func child(_ written: String) -> Place? {
            guard let number = numbers[written] else { return nil }
            successors[last] = number
            last = number
            return children[number]
        }

        fileprivate func append(_ child: Place) {
            let number = children.count
            numbers[child.written] = number
            children.append(child)
            if number > 0 { successors[last] = number }
            successors.append(0)
            last = number
        }
    }

    init(root key: FactKey) {
        let segments = key.segments
        let name = segments.last ?? ""
        root = Place(key: key, name: name, written: name, position: segments.count - 1)
    }

    /// The place below `parent` that the file calls `written`; a namespace prefix is left out of
    /// the key where `dropsPrefix` says so.
    func place(_ written: String, below parent: Place, dropsPrefix: Bool = false) -> Place {
        if let known = parent.expected({ $0 == written }) ?? parent.child(written) { return known }
        var name = written
        if dropsPrefix, let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) {
            name = String(written[written.utf8.index(after: colon)...])
        }
        let place = Place(
            key: parent.key.appending(name), name: name, written: written,
            position: parent.position + 1)
        if placeCount < Self.maximumPlaceCount {
            placeCount += 1
            parent.append(place)
        }
        return place
    }

    /// The place below `parent` that the file calls by these bytes of UTF-8.
    func place(_ written: UnsafeBufferPointer<UInt8>, below parent: Place) -> Place {
        parent.expected { $0.utf8.elementsEqual(written) }
            ?? place(String(decoding: written, as: UTF8.self), below: parent)
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
