internal import Extraction
internal import MetadataModel
internal import XMLReading

/// Turns an XML document into facts.
///
/// | In the document           | Key                                            | Address           |
/// |:--------------------------|:-----------------------------------------------|:------------------|
/// | `<b>` in the root `<a>`, text | `xml.a.b`                                  | `/a/b[1]`         |
/// | attribute `c` of it       | `xml.a.b.c`                                    | `/a/b[1]/@c`      |
/// | `xmlns:x` of the root     | ``xml.a.xmlns:x``                              | `/a/@xmlns:x`     |
/// | comment in it             | `xml.a.b.#comment`                             | `/a/b[1]/comment()` |
/// | `<?d e?>`                 | `xml.?d`                                       | `/processing-instruction()` |
///
/// Namespace prefixes are left out of keys and kept in addresses. An element that occurs again
/// under the same parent has an element step at its segment. Text around child elements is one
/// fact a run; an element without text, children and attributes is a fact without a value.
/// Text of many numbers is a list, and text that is encoded bytes is only counted. An attribute
/// `cUnit` is the unit of `c`. Values in parts are read by the rule of ``NamedValue``; there the
/// name takes the place of the element's own name: `xml.a.Dose` for `<b K="Dose">22.9</b>`.
final class XMLFacts: XMLHandler {
    private let collector: FactCollector
    private let dialect: XMLDialect
    private let tree: KeyTree
    private let holder: PayloadHolder
    private var frames: [Frame]
    private(set) var factCountAtStart: Int

    /// An element that is open.
    private struct Frame {
        var place: KeyTree.Place
        var element: ElementPath
        var address: String
        var occurrences = OccurrenceCounter()
        var isLeaf = true
        var hasFact = false
        var isForeign: Bool
        var text: (string: String, locus: Locus)?
        var value = NamedValue()
    }

    init(
        key: FactKey, element: ElementPath = .root, dialect: XMLDialect,
        holder: PayloadHolder = .file, collector: FactCollector
    ) {
        self.collector = collector
        self.dialect = dialect
        self.holder = holder
        tree = KeyTree(root: key)
        factCountAtStart = collector.factCount
        frames = [Frame(place: tree.root, element: element, address: "", isForeign: false)]
        frames.reserveCapacity(32)
    }

    var isSatisfied: Bool { collector.isFull }

    /// Whether anything has become a fact.
    var hasFacts: Bool { collector.factCount > factCountAtStart }

    func report(_ issue: Issue) {
        collector.report(issue)
    }

    func start(_ tag: XMLTag) {
        open(tag.name, attributes: tag.attributes)
        let isRoot = frames.count == 2
        let depth = frames.count - 1
        let place = frames[depth].place
        let defaults = frames[depth].isForeign ? nil : dialect.units[place.name]
        let names = tag.attributes.map { attribute in
            if Self.isDeclaration(attribute.name) {
                return tree.place(attribute.name, below: place)
            }
            return tree.place(attribute.name, below: place, dropsPrefix: true)
        }
        let units = zip(names, tag.attributes).compactMap { name, attribute in
            if case .unit = name.part { (part: name.part, unit: attribute.value) } else { nil }
        }
        for (name, attribute) in zip(names, tag.attributes) {
            if Self.isDeclaration(attribute.name), !isRoot { continue }
            if dialect.hasTypedValues, stateTypedValue(attribute, at: depth) { continue }
            let locus = locus(attribute.place) {
                frames[depth].address + "/@" + attribute.name
            }
            let part = dialect.parts[place.name]?[name.name] ?? name.part
            var unit = units.first { $0.part?.isUnit(ofSibling: name.name) == true }?.unit
            if part == .value || dialect.measured[place.name]?.contains(name.name) == true {
                unit = units.first { $0.part == .unit(of: "") }?.unit
            }
            var stated = unit ?? defaults?[name.name]
            // `On` has no unit, whatever stands beside it.
            if !UnitInName.applies(to: attribute.value.utf8) { stated = nil }
            if let date = dialect.orderedDate(
                name.key, attribute.value, element: frames[depth].element, locus: locus)
            {
                collector.add(date)
            } else {
                collector.text(
                    name.key, attribute.value, element: frames[depth].element,
                    unit: stated?.isEmpty == true ? nil : stated, locus: locus)
            }
            take(part, attribute.value, ownUnit: nil, locus: locus, at: depth)
            frames[depth].hasFact = true
        }
    }

    func end() {
        guard frames.count > 1, let frame = frames.popLast() else { return }
        let parent = frames.count - 1
        let nowhere = Locus(address: holder.address(of: frame.address))
        if frame.isLeaf, !frame.hasFact {
            collector.add(
                Fact(key: frame.place.key, element: frame.element, value: "", locus: nowhere))
        }
        if frame.isLeaf, let text = frame.text {
            take(
                frame.place.part, text.string,
                ownUnit: frame.value.unit ?? defaultUnit(of: frame, at: frames.count),
                locus: text.locus, at: parent)
        }
        addValue(of: frame, below: parent)
    }

    func text(_ text: XMLText) {
        let depth = frames.count - 1
        guard depth > 0 else { return }
        let frame = frames[depth]
        let locus = locus(text.place) { frame.address }
        let statedUnit = frame.value.unit ?? defaultUnit(of: frame, at: depth)
        // `On` has no unit, whatever stands beside it.
        let unit = UnitInName.applies(to: text.string.utf8) ? statedUnit : nil
        frames[depth].hasFact = true
        if isBinary(text, in: frame) {
            collector.add(
                Fact(
                    key: frame.place.key, element: frame.element,
                    value: "(\(text.byteCount) bytes)", isAbridged: true, locus: locus))
            return
        }
        if !frame.isForeign, dialect.fileTimeElements.contains(frame.place.name),
            let fact = FileTimeList.fact(
                of: text.string, frame.place.key, element: frame.element,
                limits: collector.limits, locus: locus)
        {
            collector.add(fact)
            return
        }
        if text.byteCount > 2 * collector.limits.maximumListCount,
            text.byteCount <= collector.limits.maximumTextByteCount,
            let list = NumberList(text: text.string, limits: collector.limits), list.count > 1
        {
            collector.add(
                list.fact(frame.place.key, element: frame.element, unit: unit, locus: locus))
            return
        }
        if let fact = dialect.localFact(
            frame.place.key, text.string, name: frame.place.name, element: frame.element,
            unit: unit, locus: locus)
        {
            collector.add(fact)
        } else {
            collector.text(
                frame.place.key, text.string, element: frame.element, unit: unit, locus: locus)
        }
        guard text.byteCount <= collector.limits.maximumOpenedTextByteCount else { return }
        frames[depth].text = (text.string, locus)
        frames[depth].value.takeOwnText(text.string, locus: locus)
    }

    func comment(_ text: XMLText) {
        // What is commented out is not stated: a comment is kept as text and never opened.
        addMarkup("#comment", text, address: "/comment()")
    }

    func instruction(target: String, _ text: XMLText) {
        addMarkup("?" + target, text, address: "/processing-instruction()")
    }

    // MARK: Parts

    /// States an attribute that is the value or the type of its element; false where it is neither.
    private func stateTypedValue(_ attribute: XMLAttribute, at depth: Int) -> Bool {
        guard attribute.name == "value" || attribute.name == "runtype" else { return false }
        frames[depth].hasFact = true
        guard attribute.name == "value" else { return true }
        let place = frames[depth].place
        let unit = Double(attribute.value) == nil ? nil : dialect.units[""]?[place.name]
        collector.text(
            place.key, attribute.value, element: frames[depth].element, unit: unit,
            locus: locus(attribute.place) { frames[depth].address + "/@value" })
        return true
    }

    /// Opens an element that only counts: one of several values of what holds it.
    private func openNumbered(_ name: String) {
        let parent = frames.count - 1
        let index = frames[parent].occurrences.next("")
        let above = frames[parent]
        frames[parent].isLeaf = false
        frames.append(
            Frame(
                place: above.place,
                element: name == "no_name" && index == 0
                    ? above.element : above.element.replacingStep(at: above.place, index: index),
                address: "\(above.address)/\(name)[\(index + 1)]", isForeign: above.isForeign))
    }

    private func open(_ written: String, attributes: [XMLAttribute]) {
        let parent = frames.count - 1
        let isRoot = parent == 0
        if dialect.hasTypedValues, !isRoot, ND2Variant.isNumber(written) || written == "no_name" {
            return openNumbered(written)
        }
        var name = written
        if let kind = dialect.kindAttributes[written],
            let stated = attributes.first(where: { $0.name == kind }), !stated.value.isEmpty
        {
            name = stated.value
        }
        let index = frames[parent].occurrences.next(name)
        let position = name == written ? index : frames[parent].occurrences.next("<" + written)
        let above = frames[parent]
        frames[parent].isLeaf = false
        let isReplaced = isRoot && dialect.replacesRoot
        let place =
            isReplaced
            ? above.place : tree.place(name, below: above.place, dropsPrefix: true)
        let isForeign = above.isForeign || dialect.foreignElements.contains(above.place.name)
        frames.append(
            Frame(
                place: place,
                element: isReplaced
                    ? above.element
                    : above.element.step(
                        to: place, index: index,
                        isExplicit: !isForeign && dialect.repeatedElements.contains(place.name)),
                address: isRoot
                    ? "/" + written : "\(above.address)/\(written)[\(position + 1)]",
                isForeign: isForeign))
    }

    private func take(
        _ part: ValuePart?, _ text: String, ownUnit: String?, locus: Locus, at depth: Int
    ) {
        guard let part else { return }
        if part == .name(rank: ValuePart.identifierRank), !dialect.namesByIdentifier { return }
        frames[depth].value.take(part, text, ownUnit: ownUnit, locus: locus)
    }

    private func addValue(of frame: Frame, below parent: Int) {
        guard frame.value.hasValue else { return }
        guard let name = frame.value.segment else {
            frame.value.add(frame.place.key, element: frame.element, to: collector)
            return
        }
        let place = tree.place(name, below: frames[parent].place)
        let index = frames[parent].occurrences.next("=" + name)
        let element = frames[parent].element.step(to: place, index: index)
        if let unit = dialect.quotedNumberUnits[name], let content = frame.value.content,
            let list = NumberList(
                text: content.text.filter { $0 != "\"" }, limits: collector.limits)
        {
            return collector.add(
                list.fact(place.key, element: element, unit: unit, locus: content.locus))
        }
        frame.value.add(place.key, element: element, to: collector)
    }

    private func addMarkup(_ segment: String, _ text: XMLText, address: String) {
        let depth = frames.count - 1
        let place = tree.place(segment, below: frames[depth].place)
        let index = frames[depth].occurrences.next(segment)
        var fact = Fact(
            key: place.key, element: frames[depth].element.step(to: place, index: index),
            value: text.string,
            locus: locus(text.place) { "\(frames[depth].address)\(address)[\(index + 1)]" })
        if text.byteCount > collector.limits.maximumOpenedTextByteCount {
            fact.value = String(
                decoding: text.string.utf8.prefix(collector.limits.maximumOpenedTextByteCount),
                as: UTF8.self)
            fact.isAbridged = true
        }
        collector.add(fact)
    }

    private func locus(_ place: XMLPlace, _ address: () -> String) -> Locus {
        Locus(
            offset: holder.hasExactOffsets ? place.offset : nil,
            length: holder.hasExactOffsets ? place.length : nil,
            address: holder.address(of: address()))
    }

    /// The unit that the dialect states for the text of the element at a depth.
    private func defaultUnit(of frame: Frame, at depth: Int) -> String? {
        guard depth > 0, !frame.isForeign else { return nil }
        return dialect.units[frames[depth - 1].place.name]?[frame.place.name]
    }

    private func isBinary(_ text: XMLText, in frame: Frame) -> Bool {
        if !frame.isForeign, dialect.binaryElements.contains(frame.place.name) { return true }
        guard text.byteCount >= 1024 else { return false }
        // Base64 has no spaces within its lines and hardly a long text has none.
        return text.string.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x2F...0x39).contains(byte) || byte == 0x2B
                || byte == 0x3D || byte == 0x0A || byte == 0x0D
        }
    }

    private static func isDeclaration(_ name: String) -> Bool {
        name == "xmlns" || name.hasPrefix("xmlns:")
    }
}
