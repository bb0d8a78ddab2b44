internal import Extraction
internal import MetadataModel

/// The types of a colour profile's tags that are structures of numbers: how the colours were
/// measured, how they are viewed, and curves given by a formula.
///
/// Source: ICC.1:2022, sections 10.14, 10.18 and 10.30
/// <https://www.color.org/specification/ICC.1-2022-05.pdf>
enum ICCStructures {
    private static let illuminants =
        "1 D50; 2 D65; 3 D93; 4 F2; 5 D55; 6 A; 7 equi-power (E); 8 F8"

    private static let measurement = StructureTable(
        namespace: "icc.Measurement",
        """
        8 uint32 StandardObserver: 1 CIE 1931; 2 CIE 1964
        12 fixed32[3] Backing
        24 uint32 Geometry: 1 0°:45° or 45°:0°; 2 0°:d or d:0°
        28 fixed32 Flare
        32 uint32 StandardIlluminant: \(illuminants)
        """)

    private static let viewing = StructureTable(
        namespace: "icc.ViewingConditions",
        """
        8 fixed32[3] Illuminant
        20 fixed32[3] Surround
        32 uint32 StandardIlluminant: \(illuminants)
        """)

    /// Adds how the colours were measured; false where the tag is cut.
    static func measurement(
        _ value: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        state(measurement, value, element, into: collector)
    }

    /// Adds how the colours are viewed; false where the tag is cut.
    static func viewing(
        _ value: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        state(viewing, value, element, into: collector)
    }

    private static func state(
        _ table: StructureTable, _ value: BinaryBlock, _ element: ElementPath,
        into collector: FactCollector
    ) -> Bool {
        guard value.bytes.count >= table.byteCount else { return false }
        table.state(value, element: element, into: collector)
        return true
    }

    /// How many parameters each function of a parametric curve has, `g a b c d e f` of them.
    private static let parameterCounts = [1, 3, 4, 5, 7]

    /// Adds the function of a parametric curve and its parameters.
    static func parametricCurve(
        _ key: FactKey, _ value: BinaryBlock, _ element: ElementPath, into collector: FactCollector
    ) -> Bool {
        guard let function = value.integer(at: 8, as: UInt16.self),
            Int(function) < parameterCounts.count
        else { return false }
        let count = parameterCounts[Int(function)]
        let parameters = (0..<count).compactMap {
            value.integer(at: 12 + $0 * 4, as: Int32.self).map { Number.real(Double($0) / 65536) }
        }
        guard parameters.count == count else { return false }
        collector.integer(
            key.appending("FunctionType"), Int64(function), element: element,
            locus: value.locus(at: 8, count: 2))
        collector.numbers(
            key.appending("Parameters"), parameters, element: element,
            locus: value.locus(at: 12, count: count * 4))
        return true
    }
}
