internal import Extraction
internal import MetadataModel

/// The rule for structures that state a value in parts.
///
/// Formats without a schema of their own write one value as several: an element or object with
/// one part that holds the value, and beside it a part with the value's name or its unit. All of
/// these are such structures:
///
/// ```
/// <Key>Dose</Key><Value>22.9</Value>                 {"name": "Dose", "value": 22.9}
/// <prop id="Dose" type="float" value="22.9"/>        {"value": 22.9, "unit": "e"}
/// <M K="Dose">22.9</M>                               <Data name="Dose" unit="e">22.9</Data>
/// ```
///
/// Every part is a fact of its own, under the key where it stands. Beside these the structure
/// yields one more fact: the value with its unit, under the name as key segment. Without a name
/// the key is that of the structure itself.
///
/// | Part  | Names, without regard to case                                                  |
/// |:------|:-------------------------------------------------------------------------------|
/// | name  | `name`, `key`, `k`; `id`, `label` where the value is a part too, not the structure's text |
/// | value | `value`, `val`, `v`, `numericValue`; the text of an element that has a name       |
/// | unit  | `unit`, `units`, `unitName`, `uom`                                                |
struct NamedValue {
    /// Bytes of a name; longer text is no name.
    static let maximumNameByteCount = 200

    private var name: String?
    private var nameRank = Int.max
    private var value: (text: String, unit: String?, locus: Locus)?
    private(set) var unit: String?

    /// Takes a part of the structure; anything but the three parts is ignored.
    ///
    /// - Parameter ownUnit: A unit that belongs to this part alone.
    mutating func take(
        _ part: ValuePart?, _ text: String, ownUnit: String? = nil, locus: Locus
    ) {
        switch part {
        case .name(let rank):
            guard rank < nameRank, !text.isEmpty, text.utf8.count <= Self.maximumNameByteCount
            else { return }
            name = text
            nameRank = rank
        case .value:
            if value == nil { value = (text, ownUnit, locus) }
        case .unit(of: ""):
            if unit == nil, !text.isEmpty { unit = text }
        case .unit, nil:
            return
        }
    }

    /// Takes the text of the structure itself, which counts as its value where it has a name.
    mutating func takeOwnText(_ text: String, locus: Locus) {
        guard value == nil, name != nil, nameRank < ValuePart.identifierRank else { return }
        value = (text, nil, locus)
    }

    /// The name, where there is a value too.
    var segment: String? { value == nil ? nil : name }

    /// The value as written, and where.
    var content: (text: String, locus: Locus)? { value.map { ($0.text, $0.locus) } }

    /// Adds the value under its name, or under the key of the structure.
    func add(_ key: FactKey, element: ElementPath, to collector: FactCollector) {
        guard let value, value.text.utf8.count <= collector.limits.maximumOpenedTextByteCount else {
            return
        }
        let isNumber = UnitInName.applies(to: value.text.utf8)
        var fact = Fact(
            key: key, element: element, value: value.text,
            unit: isNumber ? value.unit ?? unit : nil, locus: value.locus)
        fact.deriveSlots()
        collector.add(fact)
    }

    var hasValue: Bool { value != nil }
}

/// What a name says about the part of a value that it names.
enum ValuePart: Hashable {
    /// A lower rank is the better name.
    case name(rank: Int)
    case value
    /// The unit of the sibling whose folded name is given; of the structure's value where empty.
    case unit(of: String)

    static let identifierRank = 3

    init?(name: String) {
        let folded = name.lowercased()
        switch folded {
        case "name": self = .name(rank: 0)
        case "key": self = .name(rank: 1)
        case "k": self = .name(rank: 2)
        case "id": self = .name(rank: Self.identifierRank)
        case "label": self = .name(rank: Self.identifierRank + 1)
        case "value", "val", "v", "numericvalue": self = .value
        case "unit", "units", "unitname", "uom": self = .unit(of: "")
        default:
            for ending in ["unit", "units"] where folded.hasSuffix(ending) {
                let stem = Self.stem(String(folded.dropLast(ending.count)))
                self = .unit(of: stem)
                return
            }
            return nil
        }
    }

    /// A name as units refer to it: `PixelSize`, `pixel_size` and `Pixel Size` alike.
    static func stem(_ name: String) -> String {
        var bytes = Array(name.lowercased().utf8)
        bytes.removeAll { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == 0x20 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether this is the unit of a sibling with the name.
    func isUnit(ofSibling name: String) -> Bool {
        guard case .unit(of: let stem) = self, !stem.isEmpty else { return false }
        return stem == Self.stem(name)
    }
}
