internal import Extraction
internal import MetadataModel

/// Turns objects, arrays and scalars, as JSON and YAML have them, into facts.
///
/// | In the document                        | Facts                                              |
/// |:---------------------------------------|:---------------------------------------------------|
/// | `{"a": {"b": 1}}`                      | `json.a.b`                                         |
/// | `{"a": [1, 2]}`                        | `json.a`, a list                                   |
/// | `{"a": ["x", "y"]}`                    | `json.a` twice, elements 0 and 1 of segment `a`    |
/// | `{"a": [{"b": 1}, {"b": 2}]}`          | `json.a.b` twice, elements 0 and 1 of segment `a`  |
/// | `{"a": [[1, 2], [3, 4]]}`              | `json.a` twice; arrays in arrays count through     |
/// | `{"a": 65, "a_unit": "nm"}`            | `json.a` in nm, `json.a_unit`                      |
/// | several values one behind the other    | the second value's facts are of element 1 of segment `json` |
///
/// Values in parts are read by the rule of ``NamedValue``; there the name becomes a segment below
/// the object, or below the array that holds it: `json.a.Dose` for
/// `{"a": [{"name": "Dose", "value": 22.9}]}`. Addresses are JSON pointers (RFC 6901). An empty
/// object or array is a fact, `{}` or `[]`.
final class TreeFacts {
    private let collector: FactCollector
    private let holder: PayloadHolder
    private let tree: KeyTree
    private var frames: [TreeFrame]

    /// - Parameter tree: The keys of what was read before below the same key.
    init(
        key: FactKey, element: ElementPath = .root, holder: PayloadHolder = .file,
        tree: KeyTree? = nil, collector: FactCollector
    ) {
        self.collector = collector
        self.holder = holder
        let tree = tree ?? KeyTree(root: key)
        self.tree = tree
        frames = [TreeFrame(kind: .document, place: tree.root, element: element, address: "")]
    }

    /// True where nothing more is wanted.
    var isSatisfied: Bool { collector.isFull }

    /// The name of the member whose value comes next.
    func key(_ name: String) {
        let last = frames.count - 1
        frames[last].member = tree.place(name, below: frames[last].place)
    }

    /// The same, of a name in UTF-8.
    func key(_ name: UnsafeBufferPointer<UInt8>) {
        let last = frames.count - 1
        frames[last].member = tree.place(name, below: frames[last].place)
    }

    /// Passes the value of a member without a fact, where it was stated before and is nothing but
    /// a value; false where it has to be looked at.
    ///
    /// - Parameter isText: Whether it is a text, not a number.
    func passStated(_ value: UnsafeBufferPointer<UInt8>, isText: Bool) -> Bool {
        guard let stated = collector.stated else { return false }
        let last = frames.count - 1
        guard frames[last].kind == .object, let member = frames[last].member, member.part == nil,
            value.count <= collector.limits.maximumOpenedTextByteCount,
            !isText || !collector.mayOpen(value, of: member.key),
            stated.contains(
                keyHash: member.keyHash, value: value, element: frames[last].element)
        else { return false }
        frames[last].flush(to: collector)
        frames[last].count += 1
        return true
    }

    func beginObject() {
        let slot = nextSlot()
        frames.append(
            TreeFrame(
                kind: .object, place: slot.place, element: slot.element, address: slot.address))
    }

    func endObject(at place: TreePlace) {
        guard frames.count > 1, var frame = frames.popLast() else { return }
        frame.flush(to: collector)
        if frame.count == 0 {
            addWord("{}", of: frame, at: place)
        }
        addValue(of: frame)
    }

    func beginArray() {
        let parent = frames.count - 1
        guard frames[parent].kind == .array else {
            let slot = nextSlot()
            frames.append(
                TreeFrame(
                    kind: .array, place: slot.place, element: slot.element, address: slot.address))
            return
        }
        spreadNumbers()
        let outer = frames[parent]
        var frame = TreeFrame(
            kind: .array, place: outer.place, element: outer.element,
            address: "\(outer.address)/\(outer.count)")
        frame.counter = outer.counter ?? parent
        frames[parent].count += 1
        frames.append(frame)
    }

    func endArray(at place: TreePlace) {
        guard frames.count > 1, let frame = frames.popLast() else { return }
        if let numbers = frame.numbers {
            let element = frame.counter.map { step(to: frame.place, from: frame, counter: $0) }
            let fact = numbers.fact(
                frame.place.key, element: element ?? frame.element, unit: nil,
                locus: locus(place, frame.address))
            frames[frames.count - 1].take(number: fact, at: frame.place, collector)
        } else if frame.count == 0 {
            addWord("[]", of: frame, at: place)
        }
    }

    func text(_ text: String, at place: TreePlace) {
        let last = frames.count - 1
        if let member = frames[last].member { frames[last].take(unit: text, at: member) }
        let slot = nextSlot()
        let locus = locus(place, slot.address)
        if Self.beginsAsNumber(text) {
            let fact = Fact(
                key: slot.place.key, element: slot.element, value: text, locus: locus)
            frames[last].take(number: fact, at: slot.place, collector)
        } else {
            collector.text(slot.place.key, text, element: slot.element, locus: locus)
            frames[last].value.take(slot.place.part, text, locus: locus)
        }
    }

    /// - Parameter number: `nil` where it is none to compute with, such as `NaN`.
    func number(_ number: Number?, written: String, at place: TreePlace) {
        let last = frames.count - 1
        let isPlain = frames[last].numbers != nil || frames[last].count == 0
        if frames[last].kind == .array, isPlain, let number {
            var numbers = frames[last].numbers ?? NumberList(limits: collector.limits)
            frames[last].numbers = nil
            numbers.append(number, written: written)
            frames[last].numbers = numbers
            frames[last].count += 1
            return
        }
        let slot = nextSlot()
        let fact = Fact(
            key: slot.place.key, element: slot.element, value: written,
            numbers: number.map { [NumberSlot($0)] } ?? [], locus: locus(place, slot.address))
        frames[last].take(number: fact, at: slot.place, collector)
    }

    /// `true`, `false` or, without a truth value, `null`.
    func word(_ written: String, truth: Bool?, at place: TreePlace) {
        let slot = nextSlot()
        let locus = locus(place, slot.address)
        collector.add(
            Fact(
                key: slot.place.key, element: slot.element, value: written, truth: truth,
                locus: locus))
        frames[frames.count - 1].value.take(slot.place.part, written, locus: locus)
    }

    // MARK: Parts

    /// Where the next value belongs; it is counted.
    private func nextSlot() -> TreeSlot {
        spreadNumbers()
        let last = frames.count - 1
        frames[last].flush(to: collector)
        let count = frames[last].count
        frames[last].count += 1
        let (place, element, base) = (
            frames[last].place, frames[last].element, frames[last].address
        )
        switch frames[last].kind {
        case .document:
            guard count > 0 else {
                return TreeSlot(place: place, element: element, base: base, step: .none)
            }
            return TreeSlot(
                place: place, element: element.replacingStep(at: place, index: count), base: base,
                step: .value(count + 1))
        case .object:
            guard let member = frames[last].member else {
                return TreeSlot(place: place, element: element, base: base, step: .none)
            }
            return TreeSlot(
                place: member, element: element, base: base, step: .member(member.written))
        case .array:
            let counter = frames[last].counter ?? last
            defer { frames[counter].stepCount += 1 }
            return TreeSlot(
                place: place,
                element: element.replacingStep(at: place, index: frames[counter].stepCount),
                base: base, step: .position(count))
        }
    }

    /// The path of the next member of an array.
    private func step(
        to place: KeyTree.Place, from frame: TreeFrame, counter: Int
    ) -> ElementPath {
        defer { frames[counter].stepCount += 1 }
        return frame.element.replacingStep(at: place, index: frames[counter].stepCount)
    }

    /// Makes the numbers of an array members of their own, since it holds more than numbers.
    private func spreadNumbers() {
        let last = frames.count - 1
        guard let numbers = frames[last].numbers else { return }
        frames[last].numbers = nil
        let frame = frames[last]
        let counter = frame.counter ?? last
        guard let members = numbers.members else {
            collector.add(
                numbers.fact(
                    frame.place.key, element: step(to: frame.place, from: frame, counter: counter),
                    unit: nil, locus: locus(TreePlace(), frame.address)))
            return
        }
        for (index, member) in members.enumerated() {
            let element = step(to: frame.place, from: frame, counter: counter)
            collector.add(
                Fact(
                    key: frame.place.key, element: element, value: member.written,
                    numbers: [NumberSlot(member.number)],
                    locus: locus(TreePlace(), "\(frame.address)/\(index)")))
        }
    }

    private func addWord(_ written: String, of frame: TreeFrame, at place: TreePlace) {
        collector.add(
            Fact(
                key: frame.place.key, element: frame.element, value: written,
                locus: locus(place, frame.address)))
    }

    /// Adds the value that an object states in parts.
    private func addValue(of frame: TreeFrame) {
        guard frame.value.hasValue else { return }
        guard let name = frame.value.segment else {
            return frame.value.add(frame.place.key, element: frame.element, to: collector)
        }
        let parent = frames.count - 1
        let place = tree.place(name, below: frame.place)
        var element = frame.element
        if frames[parent].kind == .array {
            let index = frames[parent].names.next(name)
            element = frames[parent].element.step(to: place, index: index)
        }
        frame.value.add(place.key, element: element, to: collector)
    }

    private func locus(_ place: TreePlace, _ address: String) -> Locus {
        Locus(
            offset: holder.hasExactOffsets ? place.offset : nil,
            length: holder.hasExactOffsets ? place.length : nil,
            address: holder.address(of: place.address ?? address))
    }

    /// Whether a short text may be a number, so that a unit behind it counts.
    private static func beginsAsNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 32, let first = text.utf8.first else { return false }
        return (0x30...0x39).contains(first) || first == UInt8(ascii: "-")
            || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
    }
}
