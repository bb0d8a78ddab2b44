internal import Extraction
internal import MetadataModel

/// Where a value of a tree stands in its file.
struct TreePlace {
    var offset: UInt64?
    var length: UInt64?
    /// Stands for the JSON pointer where the format's people speak of lines instead.
    var address: String?
}

/// An object or array that is open.
struct TreeFrame {
    enum Kind {
        /// The whole: one value, or several one behind the other.
        case document
        case object, array
    }

    let kind: Kind
    /// The key of the object, or the one that all members of the array share.
    let place: KeyTree.Place
    /// Of an array: the path that its members extend by a step.
    let element: ElementPath
    let address: String
    /// Of an array within arrays: the outermost one, which counts for all of them.
    var counter: Int?

    /// Members so far.
    var count = 0
    /// Element steps given so far.
    var stepCount = 0
    /// Of an object: where the value to come belongs.
    var member: KeyTree.Place?
    /// Of an array: its numbers, as long as it holds nothing else.
    var numbers: NumberList?
    /// The parts of a value, where the object is one.
    var value = NamedValue()
    /// Of an array: the names of the values that its objects state.
    var names = OccurrenceCounter()
    /// Of an object: the last number, whose unit may follow.
    private var waiting: (fact: Fact, place: KeyTree.Place)?
    private var units: [(part: ValuePart, unit: String)] = []

    init(kind: Kind, place: KeyTree.Place, element: ElementPath, address: String) {
        self.kind = kind
        self.place = place
        self.element = element
        self.address = address
    }

    /// Takes a number, which is added at once where its unit is known or none can follow.
    mutating func take(number fact: Fact, at place: KeyTree.Place, _ collector: FactCollector) {
        flush(to: collector)
        guard kind == .object else { return Self.add(fact, to: collector) }
        if !fact.isAbridged { value.take(place.part, fact.value, locus: fact.locus) }
        waiting = (fact, place)
        if let known = units.first(where: { Self.is($0.part, unitOf: place) }) {
            waiting?.fact.unit = known.unit
            flush(to: collector)
        }
    }

    /// Takes the text of a member that may be the unit of another one.
    mutating func take(unit: String, at place: KeyTree.Place) {
        guard let part = place.part, case .unit = part, !unit.isEmpty else { return }
        units.append((part, unit))
        if let waiting, Self.is(part, unitOf: waiting.place) { self.waiting?.fact.unit = unit }
    }

    /// Adds the number that waits for its unit.
    mutating func flush(to collector: FactCollector) {
        guard let fact = waiting?.fact else { return }
        waiting = nil
        Self.add(fact, to: collector)
    }

    private static func add(_ fact: Fact, to collector: FactCollector) {
        var fact = fact
        if fact.numbers.isEmpty {
            fact.deriveSlots()
        } else {
            fact.applyUnit()
        }
        collector.add(fact)
    }

    private static func `is`(_ part: ValuePart, unitOf place: KeyTree.Place) -> Bool {
        part == .unit(of: "") ? place.part == .value : part.isUnit(ofSibling: place.name)
    }
}

/// Where a value belongs; its address is made where it is wanted, not for what was stated before.
struct TreeSlot {
    enum Step {
        case none
        case value(Int)
        case member(String)
        case position(Int)
    }

    let place: KeyTree.Place
    let element: ElementPath
    let base: String
    let step: Step

    var address: String {
        switch step {
        case .none: base
        case .value(let number): "value \(number): "
        case .member(let name): base + "/" + Self.pointer(name)
        case .position(let number): "\(base)/\(number)"
        }
    }

    /// A member's name as a JSON pointer writes it.
    private static func pointer(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
        else { return name }
        var written = ""
        for character in name.unicodeScalars {
            switch character {
            case "~": written += "~0"
            case "/": written += "~1"
            default: written.unicodeScalars.append(character)
            }
        }
        return written
    }
}
