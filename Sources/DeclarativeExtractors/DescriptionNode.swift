internal import Yams

/// A node of a description, read strictly: whatever is wrong with it becomes a ``Fault``, and
/// reading goes on with a value that does no harm.
struct DescriptionNode {
    let node: Node
    let faults: FaultList

    var line: Int { node.mark?.line ?? 0 }

    func fault(_ detail: String) {
        faults.add(line, detail)
    }

    /// The words and their values, checked against those allowed.
    func words(_ allowed: [String]) -> [String: DescriptionNode] {
        guard let mapping = node.mapping else {
            fault("expected \(allowed.joined(separator: ", ")), found \(summary)")
            return [:]
        }
        var found: [String: DescriptionNode] = [:]
        for (key, value) in mapping {
            let word = key.string ?? ""
            if !allowed.contains(word) {
                DescriptionNode(node: key, faults: faults).fault(
                    "unknown word \"\(word)\"; expected \(allowed.joined(separator: ", "))")
            } else if found.updateValue(child(value), forKey: word) != nil {
                DescriptionNode(node: key, faults: faults).fault("\"\(word)\" twice")
            }
        }
        return found
    }

    /// Names and values of the reader's own choice, in order.
    var pairs: [(name: DescriptionNode, value: DescriptionNode)] {
        guard let mapping = node.mapping else {
            fault("expected names and values, found \(summary)")
            return []
        }
        return mapping.map { (child($0.key), child($0.value)) }
    }

    /// The members of a list; a lone value is a list of one.
    var members: [DescriptionNode] {
        node.sequence.map { $0.map(child) } ?? [self]
    }

    var text: String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            fault("expected a text, found \(summary)")
            return "?"
        }
        return text
    }

    /// An integer, in decimal or as 0x… in hexadecimal, within bounds.
    func integer(_ range: ClosedRange<Int>) -> Int {
        let text = node.scalar?.string ?? ""
        let value = text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
        guard let value else {
            fault("expected an integer, found \(summary)")
            return range.lowerBound
        }
        guard range.contains(value) else {
            fault("expected \(range.lowerBound) to \(range.upperBound), found \(value)")
            return range.lowerBound
        }
        return value
    }

    var number: Double {
        guard let value = node.scalar.flatMap({ Double($0.string) }), value.isFinite else {
            fault("expected a number, found \(summary)")
            return 0
        }
        return value
    }

    private func child(_ node: Node) -> DescriptionNode {
        DescriptionNode(node: node, faults: faults)
    }

    private var summary: String {
        if let scalar = node.scalar { return "\"\(scalar.string)\"" }
        return node.sequence == nil ? "names and values" : "a list"
    }
}

/// The faults of one file, as they are found.
final class FaultList {
    let path: String
    private(set) var all: [Fault] = []

    init(path: String) {
        self.path = path
    }

    func add(_ line: Int, _ detail: String) {
        all.append(Fault(path: path, line: line, detail: detail))
    }
}
