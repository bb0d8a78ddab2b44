internal import Extraction
internal import MetadataModel

/// Values of one type, ready to be stated under a key.
struct HDF5Statement {
    var key: FactKey
    var element: ElementPath = .root
    var type: HDF5Datatype
    /// How many values there are.
    var count: Int
    var bytes: ArraySlice<UInt8>
    /// Where the bytes stand in the file, if they do as they are.
    var place: UInt64?
    var unit: String?
    /// The path within the file.
    var address: String
    /// The segment that several values, or the rows of a table, count at.
    var segment: Int
    /// True for a column of a table, whose values belong to rows.
    var isColumn = false

    var locus: Locus {
        Locus(offset: place, length: place.map { _ in UInt64(bytes.count) }, address: address)
    }

    /// The bytes of one value.
    func bytes(of index: Int) -> ArraySlice<UInt8> {
        let start = bytes.startIndex + index * type.byteCount
        return bytes[start..<start + type.byteCount]
    }

    /// The statement of one value alone.
    func value(_ index: Int) -> HDF5Statement {
        var value = self
        value.count = 1
        value.bytes = bytes(of: index)
        value.place = place.map { $0 &+ UInt64(index * type.byteCount) }
        if count > 1 { value.element = row(index) }
        return value
    }

    func row(_ index: Int) -> ElementPath {
        element.appending(segment: segment, index: index)
    }
}
