internal import Extraction
internal import MetadataModel

/// How many values there are, along which axes.
struct HDF5Dataspace {
    /// Axes that a library allows.
    static let maximumRank = 32

    /// Empty for a single value.
    let counts: [UInt64]
    /// Where they differ from `counts`; `UInt64.max` for an axis without limit.
    let maxima: [UInt64]?
    /// True where there is no value at all.
    let isNull: Bool
    /// The product of `counts`.
    let valueCount: Int

    /// Reads a dataspace message of version 1 or 2.
    init(_ cursor: inout HDF5Cursor) throws(ExtractionError) {
        let version = try cursor.uint8()
        let rank = try cursor.uint8()
        let flags = try cursor.uint8()
        guard version == 1 || version == 2, rank <= Self.maximumRank else {
            throw cursor.malformed("a dataspace of version \(version) with \(rank) axes")
        }
        let kind = version == 2 ? try cursor.uint8() : rank == 0 ? 0 : 1
        if version == 1 { try cursor.skip(5) }
        var counts: [UInt64] = []
        for _ in 0..<rank { counts.append(try cursor.length()) }
        var maxima: [UInt64] = []
        if flags & 1 != 0 {
            let unlimited = UInt64.max >> UInt64(64 - 8 * cursor.lengthByteCount)
            for _ in 0..<rank {
                let maximum = try cursor.length()
                maxima.append(maximum == unlimited ? .max : maximum)
            }
        }
        self.counts = counts
        self.maxima = maxima.isEmpty || maxima == counts ? nil : maxima
        isNull = kind == 2
        valueCount = isNull ? 0 : Self.product(of: counts)
    }

    /// Values along axes that do not grow; one value where there is no axis.
    init(counts: [UInt64] = []) {
        self.counts = counts
        maxima = nil
        isNull = false
        valueCount = Self.product(of: counts)
    }

    private static func product(of counts: [UInt64]) -> Int {
        var product: UInt64 = 1
        for count in counts where product > 0 {
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: count)
            product = isTooLarge ? .max : next
        }
        return counts.contains(0) ? 0 : Int(clamping: product)
    }

    /// True where at most one axis has more than one value.
    var isLinear: Bool { counts.count { $0 > 1 } <= 1 }
}
