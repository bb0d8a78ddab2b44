internal import Extraction
internal import MetadataModel
internal import XMLReading

/// Turns the RDF of an XMP packet into facts, with everything that is RDF folded away.
///
/// | In the packet                                               | Key                      |
/// |:------------------------------------------------------------|:-------------------------|
/// | `<tiff:Make>`, or `tiff:Make=""` of an `rdf:Description`    | `xmp.tiff.Make`          |
/// | `<rdf:li>` of the `<rdf:Seq>` in `<dc:creator>`             | `xmp.dc.creator`, elements 0, 1 … |
/// | its `xml:lang`                                              | `xmp.dc.creator.lang`    |
/// | `<stRef:documentID>` in `<xmpMM:DerivedFrom>`               | `xmp.xmpMM.DerivedFrom.documentID` |
/// | `rdf:resource` and `rdf:value` of a property                | the property itself      |
/// | `x:xmptk` of the packet                                     | `xmp.x.xmptk`            |
///
/// The prefix is the one that the packet uses; the specification gives each namespace one that
/// writers keep to. Addresses are those of the XML.
///
/// Source: <https://developer.adobe.com/xmp/docs/xmp-specifications/>, part 1, section 7
final class XMPFacts: XMLHandler {
    private let collector: FactCollector
    private let holder: PayloadHolder
    private let tree: KeyTree
    private var frames: [Frame]

    private struct Frame {
        /// The property that this element is, or is a part of.
        var place: KeyTree.Place
        var element: ElementPath
        var address: String
        /// Whether it is a property, and not a layer of RDF around properties.
        var isProperty: Bool
        var isEmpty = true
        var occurrences = OccurrenceCounter()
        var memberCount = 0
    }

    init(key: FactKey, holder: PayloadHolder, collector: FactCollector) {
        self.collector = collector
        self.holder = holder
        tree = KeyTree(root: key)
        frames = [Frame(place: tree.root, element: .root, address: "", isProperty: false)]
    }

    var isSatisfied: Bool { collector.isFull }

    func report(_ issue: Issue) {
        collector.report(issue)
    }

    func start(_ tag: XMLTag) {
        let parent = frames.count - 1
        let name = QualifiedName(tag.name)
        let index = frames[parent].occurrences.next(tag.name)
        frames[parent].isEmpty = false
        let above = frames[parent]
        let step = parent == 0 ? tag.name : "\(tag.name)[\(index + 1)]"
        var frame = Frame(
            place: above.place, element: above.element, address: "\(above.address)/\(step)",
            isProperty: above.isProperty)
        if name.prefix == "rdf" {
            if name.local == "li" {
                frame.element = above.element.replacingStep(
                    at: above.place, index: above.memberCount)
                frames[parent].memberCount += 1
            }
        } else if !Self.isPacket(name) {
            frame.place = place(of: name, below: above)
            frame.isProperty = true
        }
        frames.append(frame)
        for attribute in tag.attributes {
            add(attribute, of: frame)
        }
    }

    func end() {
        guard frames.count > 1, let frame = frames.popLast() else { return }
        if frame.isEmpty, frame.isProperty {
            add("", key: frame.place.key, frame, Locus(address: holder.address(of: frame.address)))
        }
    }

    func text(_ text: XMLText) {
        let last = frames.count - 1
        frames[last].isEmpty = false
        let frame = frames[last]
        add(text.string, key: frame.place.key, frame, locus(text.place, frame.address))
    }

    func comment(_ text: XMLText) {
        // Comments of a packet are those of its writer's library.
    }

    func instruction(target: String, _ text: XMLText) {
        // `xpacket` is the packet's wrapper.
    }

    // MARK: Parts

    /// A qualified name in its two parts.
    private struct QualifiedName {
        var prefix = ""
        var local: String

        init(_ written: String) {
            local = written
            if let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) {
                prefix = String(written[..<colon])
                local = String(written[written.utf8.index(after: colon)...])
            }
        }
    }

    private func add(_ attribute: XMLAttribute, of frame: Frame) {
        let name = QualifiedName(attribute.name)
        let locus = locus(attribute.place, "\(frame.address)/@\(attribute.name)")
        switch (name.prefix, name.local) {
        case ("xmlns", _), ("", "xmlns"), ("rdf", "parseType"), ("rdf", "ID"), ("rdf", "nodeID"):
            return
        case ("rdf", "about") where attribute.value.isEmpty:
            return
        case ("rdf", "resource"), ("rdf", "value"):
            add(attribute.value, key: frame.place.key, frame, locus)
        default:
            add(attribute.value, key: place(of: name, below: frame).key, frame, locus)
        }
        frames[frames.count - 1].isEmpty = false
    }

    /// A property of the resource, `dc.creator`, or a field of a structure.
    private func place(of name: QualifiedName, below frame: Frame) -> KeyTree.Place {
        if frame.isProperty || name.prefix.isEmpty {
            return tree.place(name.local, below: frame.place)
        }
        return tree.place(name.local, below: tree.place(name.prefix, below: frame.place))
    }

    private func add(_ value: String, key: FactKey, _ frame: Frame, _ locus: Locus) {
        collector.text(key, value, element: frame.element, locus: locus)
    }

    private func locus(_ place: XMLPlace, _ address: String) -> Locus {
        Locus(
            offset: holder.hasExactOffsets ? place.offset : nil,
            length: holder.hasExactOffsets ? place.length : nil,
            address: holder.address(of: address))
    }

    private static func isPacket(_ name: QualifiedName) -> Bool {
        name.local == "xmpmeta" || name.local == "xapmeta"
    }
}
