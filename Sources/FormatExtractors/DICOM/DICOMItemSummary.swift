internal import Extraction
internal import MetadataModel

/// What the many items of one sequence state beyond the first: a slide has ten thousand frames,
/// each with its own position.
///
/// The first ``fullItemCount`` items of a sequence are read in full. Behind them, numbers become
/// one abridged list a key, and texts are stated as long as they are new.
final class DICOMItemSummary {
    static let fullItemCount = 64

    private struct Member: Hashable {
        let key: FactKey
        let index: Int
    }

    /// Texts of one key that are told apart.
    private static let maximumTextCount = 64
    private static let maximumKeyCount = 4096

    private let limits: ExtractionLimits
    private var lists: [Member: NumberList] = [:]
    private var order: [Member] = []
    private var units: [FactKey: String] = [:]
    private var texts: [FactKey: Set<String>] = [:]

    init(_ collector: FactCollector) {
        limits = collector.limits
        collector.accepts = { [self] fact in take(fact) }
    }

    /// Takes a fact; true where it is to be stated by itself.
    private func take(_ fact: Fact) -> Bool {
        guard !fact.numbers.isEmpty, !fact.isAbridged else {
            guard texts[fact.key] != nil || texts.count < Self.maximumKeyCount else { return true }
            var known = texts[fact.key] ?? []
            guard known.count < Self.maximumTextCount else { return false }
            let isNew = known.insert(fact.value).inserted
            texts[fact.key] = known
            return isNew
        }
        units[fact.key] = fact.unit
        for (index, slot) in fact.numbers.enumerated() {
            let member = Member(key: fact.key, index: index)
            if lists[member] == nil {
                guard lists.count < Self.maximumKeyCount else { return true }
                lists[member] = NumberList(limits: limits)
                order.append(member)
            }
            lists[member]?.append(slot.number, written: slot.number.spelling)
        }
        return false
    }

    /// Adds the lists; from now on facts are stated as they come.
    func finish(into collector: FactCollector) {
        collector.accepts = nil
        for member in order {
            guard let list = lists[member] else { continue }
            let segment = member.key.segments.count - 1
            var fact = list.fact(
                member.key,
                element: ElementPath(segment: segment, index: member.index),
                unit: units[member.key],
                locus: Locus(address: "items \(Self.fullItemCount) and following"))
            fact.isAbridged = true
            collector.add(fact)
        }
    }
}
