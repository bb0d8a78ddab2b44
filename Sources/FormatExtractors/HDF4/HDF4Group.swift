internal import Extraction
internal import MetadataModel

/// A Vgroup: names of elements under a name and a class.
///
/// Count of members, their tags, their references, then name and class behind their lengths,
/// the name of an extension, and where there are any flags: four bytes of flags, a count and the
/// names of attributes. Version and 2 bytes end the element.
struct HDF4Group {
    let name: String
    let kind: String
    let members: [HDF4Name]
    let attributes: [HDF4Name]

    init(_ cursor: HDF4Cursor) throws(ExtractionError) {
        var cursor = cursor
        let count = try cursor.uint16()
        var tags: [Int] = []
        for _ in 0..<count { tags.append(try cursor.uint16()) }
        var members: [HDF4Name] = []
        for tag in tags { members.append(HDF4Name(tag: tag, reference: try cursor.uint16())) }
        self.members = members
        name = try cursor.text()
        kind = try cursor.text()
        _ = try cursor.name()
        attributes = cursor.remaining >= 12 ? try Self.attributes(&cursor) : []
    }

    private static func attributes(
        _ cursor: inout HDF4Cursor
    ) throws(ExtractionError) -> [HDF4Name] {
        guard try cursor.uint32() & 1 == 1 else { return [] }
        let count = try cursor.uint32()
        var attributes: [HDF4Name] = []
        while attributes.count < count, cursor.remaining >= 8 {
            attributes.append(try cursor.name())
        }
        return attributes
    }
}

/// A Vdata: a table of records.
///
/// | Part                   | Bytes                                         |
/// |:-----------------------|:----------------------------------------------|
/// | interlace, records, bytes of a record, fields | 2, 4, 2, 2             |
/// | for all fields: types, bytes, offsets, orders | 2 each                 |
/// | names of the fields, then name and class       | each behind its length |
/// | extension, version, 2 bytes, flags, count and names of attributes | 4, 2, 2, 4, 4, 8 each |
struct HDF4Table {
    struct Field {
        let name: String
        let code: Int
        let byteCount: Int
        /// Values of one record.
        let order: Int
    }

    struct Attribute {
        /// The number of the field; `0xFFFFFFFF` for the table itself.
        let field: Int
        let name: HDF4Name
    }

    /// Fields that the library allows.
    static let maximumFieldCount = 256

    let name: String
    let kind: String
    let recordCount: Int
    let recordByteCount: Int
    let fields: [Field]
    let attributes: [Attribute]
    /// False where all values of one field stand together.
    let isByRecord: Bool

    init(_ cursor: HDF4Cursor) throws(ExtractionError) {
        var cursor = cursor
        isByRecord = try cursor.uint16() == 0
        recordCount = try cursor.uint32()
        recordByteCount = try cursor.uint16()
        let count = try cursor.uint16()
        guard count <= Self.maximumFieldCount else {
            throw ExtractionError(
                .malformed, "a table of \(count) fields", offset: cursor.place ?? 0)
        }
        var columns: [[Int]] = []
        for _ in 0..<4 {
            var column: [Int] = []
            for _ in 0..<count { column.append(try cursor.uint16()) }
            columns.append(column)
        }
        var fields: [Field] = []
        for index in 0..<count {
            fields.append(
                Field(
                    name: try cursor.text(), code: columns[0][index], byteCount: columns[1][index],
                    order: columns[3][index]))
        }
        self.fields = fields
        name = try cursor.text()
        kind = try cursor.text()
        attributes = (try? Self.attributes(&cursor)) ?? []
    }

    /// The attributes, which only newer tables have, behind extension, version and flags.
    private static func attributes(
        _ cursor: inout HDF4Cursor
    ) throws(ExtractionError) -> [Attribute] {
        _ = try cursor.name()
        guard try cursor.uint16() >= 4 else { return [] }
        _ = try cursor.uint16()
        guard try cursor.uint32() & 1 == 1 else { return [] }
        let count = try cursor.uint32()
        var attributes: [Attribute] = []
        while attributes.count < count, cursor.remaining >= 8 {
            let field = try cursor.uint32()
            attributes.append(Attribute(field: field, name: try cursor.name()))
        }
        return attributes
    }
}
