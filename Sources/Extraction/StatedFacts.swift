public import MetadataModel

/// Facts that one of several alike elements stated, so that the others need not.
///
/// Facts are the same where key, value and element are, but for the elements of the key's first
/// segment.
public final class StatedFacts {
    private var digests: Set<Int> = []

    public init() {}

    /// Remembers a fact.
    public func insert(_ fact: Fact) {
        digests.insert(Self.digest(of: fact))
    }

    public func contains(_ fact: Fact) -> Bool {
        digests.contains(Self.digest(of: fact))
    }

    /// Whether a fact was stated, of which no more is known than it takes.
    ///
    /// - Parameter keyHash: The `hashValue` of the key.
    public func contains(
        keyHash: Int, value: UnsafeBufferPointer<UInt8>, element: ElementPath
    ) -> Bool {
        digests.contains(Self.digest(keyHash, value, element))
    }

    private static func digest(of fact: Fact) -> Int {
        var value = fact.value
        return value.withUTF8 { digest(fact.key.hashValue, $0, fact.element) }
    }

    private static func digest(
        _ keyHash: Int, _ value: UnsafeBufferPointer<UInt8>, _ element: ElementPath
    ) -> Int {
        var hasher = Hasher()
        hasher.combine(keyHash)
        hasher.combine(bytes: UnsafeRawBufferPointer(value))
        for step in element.steps where step.segment > 0 {
            hasher.combine(step)
        }
        return hasher.finalize()
    }
}
