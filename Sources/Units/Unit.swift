public import MetadataModel

/// A unit of measure: how its numbers become numbers in SI base units.
///
/// `si = value × numerator ÷ denominator + offset`; both factors are kept so that `65 nm` becomes
/// exactly the double nearest to 6.5e-8.
public struct Unit: Hashable, Sendable {
    public var dimension: Dimension
    public var numerator: Double
    public var denominator: Double
    public var offset: Double

    public init(
        dimension: Dimension, numerator: Double = 1, denominator: Double = 1, offset: Double = 0
    ) {
        self.dimension = dimension
        self.numerator = numerator
        self.denominator = denominator
        self.offset = offset
    }

    /// The SI value of a number in this unit.
    @inlinable
    public func si(_ value: Double) -> Double {
        value * numerator / denominator + offset
    }

    /// The number in this unit of an SI value.
    @inlinable
    public func value(fromSI si: Double) -> Double {
        (si - offset) * denominator / numerator
    }
}
