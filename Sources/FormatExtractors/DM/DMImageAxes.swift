internal import Extraction
internal import MetadataModel

/// The axes of a file's images under names of their own: by the specification the first dimension
/// is X, the second Y, the third Z. The images that are thumbnails of others are left out.
///
/// | Key                        | From                                          | Unit       |
/// |:---------------------------|:----------------------------------------------|:-----------|
/// | `dm.ImageList.SizeX`       | `ImageData.Dimensions`, its first tag         | px         |
/// | `dm.ImageList.PixelSizeX`  | `ImageData.Calibrations.Dimension`, its first | its `Units` |
struct DMImageAxes {
    private struct Axis {
        var image: Int
        var index: Int
        var key: String
        var number: Number
        var unit: String?
        var locus: Locus
    }

    private static let names = ["X", "Y", "Z"]
    private static let maximumCount = 1024

    private var axes: [Axis] = []
    private var thumbnails: Set<Int64> = []
    private var dimensionCounts: [Int: Int] = [:]

    /// Keeps a tag's number if it is one of an image's axes.
    mutating func note(
        _ number: Number, unit: String?, key: FactKey, _ element: ElementPath, _ locus: Locus
    ) {
        let indices = element.indices
        switch key.description {
        case "dm.Thumbnails.ImageIndex":
            if case .integer(let index) = number { thumbnails.insert(index) }
        case "dm.ImageList.ImageData.Dimensions":
            if indices.count == 2 { dimensionCounts[indices[0]] = indices[1] + 1 }
            keep("Size", number, "px", indices, locus)
        case "dm.ImageList.ImageData.Calibrations.Dimension.Scale":
            // Of a length, `A` is the ångström.
            keep("PixelSize", number, unit == "A" ? "Å" : unit, indices, locus)
        default:
            break
        }
    }

    private mutating func keep(
        _ name: String, _ number: Number, _ unit: String?, _ indices: [Int], _ locus: Locus
    ) {
        guard indices.count == 2, indices[1] < Self.names.count, axes.count < Self.maximumCount
        else { return }
        axes.append(
            Axis(
                image: indices[0], index: indices[1], key: name + Self.names[indices[1]],
                number: number, unit: unit, locus: locus))
    }

    func state(key: FactKey, into collector: FactCollector) {
        // A file with nothing but a thumbnail has no other image.
        let shown = axes.filter { !thumbnails.contains(Int64($0.image)) }
        for axis in shown.isEmpty ? axes : shown {
            let written: String? =
                if case .real(let value) = axis.number {
                    BinaryText.spelling(of: Float(value))
                } else { nil }
            if axis.key == "SizeY" { stateExtent(of: axis, into: collector) }
            collector.numbers(
                key.appending("ImageList").appending(axis.key), [axis.number],
                written: written.map { [$0] },
                element: ElementPath(segment: 1, index: axis.image), unit: axis.unit,
                locus: axis.locus)
        }
    }

    /// Adds that an image has no axes but those it states; of the last image of a file, which is
    /// the one that is shown.
    private func stateExtent(of axis: Axis, into collector: FactCollector) {
        guard axis.image == axes.last?.image, let count = dimensionCounts[axis.image] else {
            return
        }
        collector.extent(ofArrayWithDimensions: count, locus: axis.locus)
    }
}
