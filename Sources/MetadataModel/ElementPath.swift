/// One step of an ``ElementPath``: which of several, at one segment of the key.
public struct ElementStep: Hashable, Sendable {
    /// The position, from 0, of the repeated segment in the key: 3 for `Channel` in
    /// `ome.Image.Pixels.Channel.Name`. A format whose keys do not name the repeated thing
    /// (TIFF directories, table rows) repeats segment 0.
    public var segment: UInt16
    /// Which one, from 0.
    public var index: UInt32

    @inlinable
    public init(segment: Int, index: Int) {
        self.segment = UInt16(clamping: segment)
        self.index = UInt32(clamping: index)
    }
}

/// Which of several elements a fact belongs to: `Channel[1]`, `IFD[3]`.
///
/// Facts of different elements share their key and differ here. Steps stand in the order of
/// their segments, at most one a segment; a segment without a step counts as the first of its
/// kind, so extractors that stream need not know whether an element will repeat.
public struct ElementPath: Hashable, Sendable {
    public var steps: [ElementStep]

    /// The path of a fact whose key says everything.
    public static let root = ElementPath(steps: [])

    @inlinable
    public init(steps: [ElementStep]) {
        self.steps = steps
    }

    /// The path of element `index` of what segment `segment` of the key names.
    @inlinable
    public init(segment: Int = 0, index: Int) {
        steps = [ElementStep(segment: segment, index: index)]
    }

    /// This path with one more step at its end.
    @inlinable
    public func appending(segment: Int, index: Int) -> ElementPath {
        ElementPath(steps: steps + [ElementStep(segment: segment, index: index)])
    }

    /// The indices alone, as programs see them: `[0, 1]`.
    public var indices: [Int] {
        steps.map { Int($0.index) }
    }
}
