public import MetadataModel

extension FactCollector {
    /// Adds how far an image extends along axes for which its file has no field, where the
    /// structure of the file leaves one answer only: a PNG is one plane at one time.
    ///
    /// | Key           | Axis        |
    /// |:--------------|:------------|
    /// | `image.SizeZ` | slices      |
    /// | `image.SizeC` | channels    |
    /// | `image.SizeT` | time points |
    ///
    /// - Parameter locus: Where the structure stands that leaves no other answer.
    public func extent(
        z: Int64? = nil, channels: Int64? = nil, times: Int64? = nil, locus: Locus
    ) {
        let axes: [(key: FactKey, size: Int64?)] = [
            ("image.SizeZ", z), ("image.SizeC", channels), ("image.SizeT", times),
        ]
        for axis in axes {
            if let size = axis.size { integer(axis.key, size, locus: locus) }
        }
    }

    /// Adds the extent of an array of so many dimensions, of which the first are columns, rows and
    /// slices: along the others it is 1.
    public func extent(ofArrayWithDimensions count: Int, locus: Locus) {
        guard count == 2 || count == 3 else { return }
        extent(z: count == 2 ? 1 : nil, channels: 1, times: 1, locus: locus)
    }
}
