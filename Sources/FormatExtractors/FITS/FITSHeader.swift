internal import Extraction
internal import MetadataModel

/// One header: its cards, and the size of the data behind it.
struct FITSHeader {
    let index: Int
    let collector: FactCollector

    /// The numbers that the size of the data depends on.
    private var numbers: [String: Int64] = [:]
    private var occurrences = OccurrenceCounter()
    private var isGroups = false
    private var isTable = false
    /// The string that a `CONTINUE` would go on with.
    private var pending: (card: FITSCard, locus: Locus)?

    init(index: Int, collector: FactCollector) {
        self.index = index
        self.collector = collector
    }

    /// Adds the cards from `position` to the end of the header; leaves `position` behind its blocks.
    mutating func read(
        _ reader: ByteReader, at position: inout UInt64, hasOffsets: Bool
    ) throws(ExtractionError) {
        let start = position
        var number = 0
        while !collector.isFull {
            guard position <= reader.count, reader.count - position >= 80 else {
                flush()
                throw ExtractionError(
                    .truncated, "expected the card END, the file ends", offset: position)
            }
            let bytes = try reader.bytes(at: position, count: 80)
            number += 1
            collector.noteMetadata(80, understood: true)
            let card = FITSCard(bytes)
            let address = "HDU \(index) card \(number)"
            let locus =
                hasOffsets
                ? Locus(
                    offset: reader.baseOffset + position + UInt64(card.place.lowerBound),
                    length: UInt64(card.place.count), address: address)
                : Locus(address: address)
            position += 80
            if card.keyword == "END", card.value == nil { break }
            guard bytes.allSatisfy({ $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0A || $0 == 0x0D) }) else {
                collector.report(
                    Issue(.malformed, "expected a card of printable characters", at: locus))
                if bytes.contains(0) {
                    flush()
                    throw ExtractionError(
                        .malformed, "expected the card END, found other bytes", at: locus)
                }
                state(card, locus)
                continue
            }
            state(card, locus)
        }
        flush()
        let used = position - start
        position =
            start + (used + FITSHeaders.blockByteCount - 1) / FITSHeaders.blockByteCount
            * FITSHeaders.blockByteCount
    }

    /// Bytes of the data behind the header; `nil` where the header does not tell.
    var dataByteCount: UInt64? {
        guard let bits = numbers["BITPIX"], let axes = numbers["NAXIS"], abs(bits) <= 64 else {
            return nil
        }
        guard axes > 0 else { return 0 }
        guard axes <= 999 else { return nil }
        var count: UInt64 = 1
        for axis in 1...axes {
            guard let length = numbers["NAXIS\(axis)"], length >= 0 else { return nil }
            if axis == 1, length == 0, isGroups { continue }
            let product = count.multipliedReportingOverflow(by: UInt64(length))
            guard !product.overflow else { return nil }
            count = product.partialValue
        }
        let more = UInt64(clamping: numbers["PCOUNT"] ?? 0)
        let groups = UInt64(clamping: numbers["GCOUNT"] ?? 1)
        let sum = count.addingReportingOverflow(more)
        let members = sum.partialValue.multipliedReportingOverflow(by: groups)
        let bytes = members.partialValue.multipliedReportingOverflow(by: UInt64(abs(bits)) / 8)
        return sum.overflow || members.overflow || bytes.overflow ? nil : bytes.partialValue
    }

    /// Adds that the image of this header has no axes but those it states; false where the header
    /// is none of an image.
    func stateExtent() -> Bool {
        guard !isTable, let count = numbers["NAXIS"], count > 0, numbers["NAXIS1"] != 0 else {
            return false
        }
        collector.extent(
            ofArrayWithDimensions: Int(clamping: count), locus: Locus(address: "HDU \(index)"))
        return true
    }

    private mutating func state(_ card: FITSCard, _ locus: Locus) {
        if card.keyword == "CONTINUE", pending != nil, case .text(let more)? = card.value {
            pending?.card.append(more, comment: card.comment)
            return
        }
        flush()
        if case .word(let written)? = card.value, let number = Int64(written) {
            if numbers[card.keyword] == nil { numbers[card.keyword] = number }
        }
        if card.keyword == "XTENSION", case .text(let kind)? = card.value {
            isTable = kind != "IMAGE"
        }
        if card.keyword == "GROUPS", case .word("T")? = card.value { isGroups = true }
        if case .text(let text)? = card.value, text.hasSuffix("&") {
            pending = (card, locus)
        } else {
            add(card, locus)
        }
    }

    private mutating func flush() {
        guard let (card, locus) = pending else { return }
        pending = nil
        add(card, locus)
    }

    private mutating func add(_ card: FITSCard, _ locus: Locus) {
        guard !card.isEmpty else { return }
        let key = FactKey(segments: ["fits"] + card.segments)
        var element: ElementPath = index == 0 ? .root : ElementPath(index: index)
        let repetition = occurrences.next(card.keyword)
        if repetition > 0 {
            element = element.appending(segment: card.segments.count, index: repetition)
        }
        switch card.value {
        case .text(let text):
            collector.text(
                key, text, element: element, unit: card.unit, locus: locus)
        case .word(let written):
            add(written, card, key, element, locus)
        case nil:
            collector.text(key, card.text, element: element, locus: locus)
        }
        guard let comment = card.comment else { return }
        var place = Locus(address: locus.address)
        if let offset = locus.offset, let start = card.commentStart {
            place.offset = offset - UInt64(card.place.lowerBound) + UInt64(start)
            place.length = UInt64(comment.utf8.count)
        }
        collector.add(
            Fact(key: key.appending("comment"), element: element, value: comment, locus: place))
    }

    /// Adds a number, a pair of numbers or a truth value.
    private func add(
        _ written: String, _ card: FITSCard, _ key: FactKey, _ element: ElementPath, _ locus: Locus
    ) {
        var fact = Fact(
            key: key, element: element, value: written, unit: card.unit, locus: locus)
        if written == "T" || written == "F" {
            fact.truth = written == "T"
        } else if let integer = Int64(written) {
            fact.numbers = [NumberSlot(.integer(integer))]
        } else if let real = Double(FITSCard.withPlainExponent(written)), real.isFinite {
            fact.numbers = [NumberSlot(.real(real))]
        }
        fact.applyUnit()
        collector.add(fact)
    }
}
