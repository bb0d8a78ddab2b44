public import MetadataModel

/// Takes the facts of one file, derives their slots, opens embedded payloads and hands the facts
/// on in batches.
///
/// Not thread-safe: one collector belongs to one extraction.
public final class FactCollector {
    /// Facts handed on at once.
    public static let batchCount = 512
    /// Bytes of values handed on at once, where long texts make up fewer facts.
    static let batchByteCount = 1 << 18
    /// Objects that are kept for one file.
    static let maximumKeptCount = 64

    public let limits: ExtractionLimits
    /// Facts collected so far, those over the limit included.
    public private(set) var factCount = 0
    public private(set) var issues: [Issue] = []
    /// Metadata bytes that became facts, and all metadata bytes met; see ``noteMetadata``.
    public private(set) var understoodByteCount: UInt64 = 0
    public private(set) var metadataByteCount: UInt64 = 0

    /// Which facts are kept; all where it is `nil`. For extractors that state only what differs
    /// from something stated before.
    public var accepts: ((Fact) -> Bool)?
    /// Facts that are not kept, since they were stated before.
    public var stated: StatedFacts?

    private let payloadReaders: PayloadReaders
    private var keptObjects: [FactKey: AnyObject] = [:]
    private let batchCount: Int
    private let deliver: ([Fact]) -> Void
    private var batch: [Fact] = []
    private var batchByteCount = 0
    private var payloadDepth = 0

    /// - Parameters:
    ///   - payloadReaders: In order of precedence.
    ///   - batchCount: Facts handed on at once.
    ///   - deliver: Is called with every full batch, in the order of collection.
    public init(
        limits: ExtractionLimits = ExtractionLimits(), payloadReaders: PayloadReaders = [],
        batchCount: Int = FactCollector.batchCount, deliver: @escaping ([Fact]) -> Void
    ) {
        self.limits = limits
        self.payloadReaders = payloadReaders
        self.batchCount = batchCount
        self.deliver = deliver
        batch.reserveCapacity(batchCount)
    }

    /// True once the limit of facts is reached: an extractor's loops may end early then.
    public var isFull: Bool { factCount >= limits.maximumFactCount }

    /// Adds a fact as it is, slots and all.
    public func add(_ fact: consuming Fact) {
        if let stated, stated.contains(fact) { return }
        if let accepts, !accepts(fact) { return }
        factCount += 1
        guard factCount <= limits.maximumFactCount else {
            if factCount == limits.maximumFactCount + 1 {
                report(
                    Issue(
                        .limitExceeded, "more than \(limits.maximumFactCount) facts", at: fact.locus
                    ))
            }
            return
        }
        batchByteCount += fact.value.utf8.count
        batch.append(fact)
        if batch.count >= batchCount || batchByteCount >= Self.batchByteCount { flush() }
    }

    /// Adds a text, with the slots that its form states: number, quantity, date, truth value.
    ///
    /// A text that a payload reader claims is opened; see ``Payload``. Text longer than the limit
    /// keeps its beginning and is flagged as abridged. Empty text is a fact too.
    ///
    /// - Parameters:
    ///   - unit: The unit that a neighbouring field or the specification states; it wins over a
    ///     unit in the text.
    ///   - offset, length: Where the text stands in the file, if it stands there as it is.
    public func text(
        _ key: FactKey, _ value: String, element: ElementPath = .root, unit: String? = nil,
        label: String? = nil, locus: Locus
    ) {
        if unit == nil, open(value, key: key, element: element, locus: locus) {
            return
        }
        var fact = Fact(
            key: key, element: element, value: value, label: label, unit: unit, locus: locus)
        if value.utf8.count > limits.maximumTextByteCount {
            fact.value = String(
                decoding: value.utf8.prefix(limits.maximumTextByteCount), as: UTF8.self)
            fact.isAbridged = true
        } else {
            fact.deriveSlots()
        }
        add(fact)
    }

    /// Adds an integer.
    public func integer(
        _ key: FactKey, _ value: Int64, element: ElementPath = .root, unit: String? = nil,
        label: String? = nil, locus: Locus
    ) {
        var fact = Fact(
            key: key, element: element, value: String(value), label: label, unit: unit,
            numbers: [NumberSlot(.integer(value))], locus: locus)
        fact.applyUnit()
        add(fact)
    }

    /// Adds a floating-point number; `written` is how the file spells it, if it does.
    public func real(
        _ key: FactKey, _ value: Double, written: String? = nil, element: ElementPath = .root,
        unit: String? = nil, label: String? = nil, locus: Locus
    ) {
        var fact = Fact(
            key: key, element: element, value: written ?? Fact.spelling(of: value), label: label,
            unit: unit, numbers: value.isFinite ? [NumberSlot(.real(value))] : [], locus: locus)
        fact.applyUnit()
        add(fact)
    }

    /// Adds a list of numbers as one fact; a long list is abridged.
    ///
    /// - Parameters:
    ///   - count: How many members the file has, where `values` are only the first of them.
    ///   - written: How the file spells the members, if it does.
    public func numbers(
        _ key: FactKey, _ values: [Number], count: Int? = nil, written: [String]? = nil,
        element: ElementPath = .root, unit: String? = nil, label: String? = nil, locus: Locus
    ) {
        let count = max(count ?? values.count, values.count)
        if count == 1, values.count == 1 {
            switch values[0] {
            case .integer(let value):
                integer(key, value, element: element, unit: unit, label: label, locus: locus)
            case .real(let value):
                real(
                    key, value, written: written?.first, element: element, unit: unit, label: label,
                    locus: locus)
            }
            return
        }
        let isLong = count > limits.maximumListCount
        let kept = isLong ? Array(values.prefix(limits.abridgedListCount)) : values
        var spelled = written.map { Array($0.prefix(kept.count)) } ?? kept.map(\.spelling)
        var slots = kept.filter(\.double.isFinite).map { NumberSlot($0) }
        if count > values.count {
            // Members that were not read may lie outside the range of the others.
            spelled.append("… (\(count) values)")
        } else if isLong {
            let finite = values.filter(\.double.isFinite)
            let least = finite.min { $0.double < $1.double }
            let greatest = finite.max { $0.double < $1.double }
            spelled.append(
                "… (\(count) values, \(least?.spelling ?? "?") to \(greatest?.spelling ?? "?"))"
            )
            slots += [least, greatest].compactMap { $0 }.map { NumberSlot($0) }
        }
        var fact = Fact(
            key: key, element: element, value: spelled.joined(separator: ", "), label: label,
            unit: unit, numbers: slots, isAbridged: isLong, locus: locus)
        fact.applyUnit()
        add(fact)
    }

    /// Adds bytes that nobody understands: their count, and the texts that can be read in them.
    ///
    /// - Parameter byteCount: How many bytes the file has, where `bytes` are only the first.
    public func opaque(
        _ key: FactKey, _ bytes: [UInt8], byteCount: Int? = nil, element: ElementPath = .root,
        locus: Locus
    ) {
        let texts = PrintableTexts.found(in: bytes)
        let summary =
            "(\(byteCount ?? bytes.count) bytes)"
            + (texts.isEmpty ? "" : " " + texts.joined(separator: " "))
        add(Fact(key: key, element: element, value: summary, isAbridged: true, locus: locus))
    }

    /// Opens a text as a payload; false where no reader claims it.
    ///
    /// The text itself stays a fact beside what was read from it, abridged when it is long.
    public func open(_ text: String, key: FactKey, element: ElementPath, locus: Locus) -> Bool {
        var text = text
        guard text.withUTF8({ mayOpen($0, of: key) }) else { return false }
        let payload = Payload(bytes: Array(text.utf8), key: key, element: element, locus: locus)
        for reader in payloadReaders.readers where reader.claims(payload) {
            payloadDepth += 1
            defer { payloadDepth -= 1 }
            do throws(ExtractionError) {
                guard try reader.read(payload, into: self) else { continue }
            } catch {
                report(error.issue)
            }
            let limit = limits.maximumOpenedTextByteCount
            let isLong = text.utf8.count > limit
            add(
                Fact(
                    key: key, element: element,
                    value: isLong ? String(decoding: text.utf8.prefix(limit), as: UTF8.self) : text,
                    isAbridged: isLong, locus: locus))
            return true
        }
        return false
    }

    /// Whether a text may be a payload: false for nearly all that are none, without a closer look.
    public func mayOpen(_ text: UnsafeBufferPointer<UInt8>, of key: FactKey) -> Bool {
        payloadDepth < limits.maximumPayloadDepth && text.count >= 3
            && payloadReaders.mayClaim(text, of: key)
    }

    /// An object that is made once for a key and kept as long as this file is read, such as the
    /// keys that all payloads in its field have.
    public func kept<Object: AnyObject>(for key: FactKey, _ make: () -> Object) -> Object {
        if let known = keptObjects[key] as? Object { return known }
        let object = make()
        if keptObjects.count < Self.maximumKeptCount { keptObjects[key] = object }
        return object
    }

    /// Reports a problem that does not end the reading.
    public func report(_ issue: Issue) {
        // A hostile file can have a problem in each of a million places: the first thousand tell.
        if issues.count < 1000 { issues.append(issue) }
    }

    /// Counts metadata bytes towards the file's coverage.
    public func noteMetadata(_ byteCount: Int, understood: Bool) {
        metadataByteCount += UInt64(max(0, byteCount))
        if understood { understoodByteCount += UInt64(max(0, byteCount)) }
    }

    /// Hands on the facts not yet handed on.
    public func flush() {
        guard !batch.isEmpty else { return }
        deliver(batch)
        batch.removeAll(keepingCapacity: true)
        batchByteCount = 0
    }
}
