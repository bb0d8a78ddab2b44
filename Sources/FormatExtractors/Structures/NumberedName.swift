internal import MetadataModel

/// A name in parts, of which the numbers are elements: `lcd-info.2.unit` is `lcd-info.unit`, element 2
/// at the segment of `lcd-info`.
struct NumberedName {
    private(set) var segments: [String]
    private(set) var element = ElementPath.root

    init(_ segments: [String]) {
        self.segments = segments
    }

    var key: FactKey { FactKey(segments: segments) }

    /// The name with another element.
    func at(_ element: ElementPath) -> NumberedName {
        var name = self
        name.element = element
        return name
    }

    /// Adds parts; a number tells which of what stands before it, or, at the beginning, behind it.
    mutating func append(_ parts: [String]) {
        for part in parts {
            guard let index = UInt32(part) else {
                segments.append(part)
                continue
            }
            let place = segments.count == 1 ? 1 : segments.count - 1
            if let last = element.steps.last, Int(last.segment) >= place {
                segments.append(part)
            } else {
                element = element.appending(segment: place, index: Int(index))
            }
        }
    }
}
