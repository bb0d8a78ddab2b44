internal import Extraction
internal import MetadataModel

extension HDF4Walk {
    /// Values of a data set of any shape that are stated.
    private static let listCount = 64
    /// Values along one axis that are read to sum them up.
    private static let lineCount = 4096
    /// Rows of a table that are read.
    private static let rowCount = 1 << 16

    // MARK: Scientific data sets

    /// States a data set, which is a group of elements: what describes the values, and these.
    mutating func stateDataSet(
        _ name: HDF4Name, key: FactKey, path: String
    ) throws(ExtractionError) {
        guard var members = try directory.cursor(name) else { return }
        var parts: [Int: HDF4Name] = [:]
        while members.remaining >= 4 {
            let part = try members.name()
            parts[part.tag] = parts[part.tag] ?? part
        }
        let variable = variables[name]
        if let variable { stateAttributes(variable.members, key: key, path: path) }
        let isDescribed = stateStrings(parts, key: key, path: path)
        let dimensions =
            variable?.members.compactMap { groups[$0] }
            .filter { $0.kind == "Dim0.0" || $0.kind == "UDim0.0" }.map(\.name) ?? []
        // The library makes these names up where a program gave none.
        if !dimensions.allSatisfy({ $0.hasPrefix("fakeDim") }) {
            collector.add(
                Fact(
                    key: key.appending("dimensions"), value: dimensions.joined(separator: ", "),
                    locus: Locus(address: path)))
        }
        guard let part = parts[HDF4Tag.dimensions], var shape = try directory.cursor(part) else {
            return
        }
        let rank = try shape.uint16()
        let start = shape.place
        var counts: [Int] = []
        for _ in 0..<rank { counts.append(try shape.uint32()) }
        let code = try typeCode(try shape.name())
        // Of a text, its length and type say nothing.
        if rank != 1 || code & 0xFFF > 4 {
            collector.numbers(
                key.appending("shape"), counts.map { .integer(Int64($0)) },
                locus: Locus(
                    offset: start, length: start.map { _ in UInt64(4 * rank) }, address: path))
            collector.add(
                Fact(
                    key: key.appending("type"), value: HDF4Type.name(code: code),
                    locus: Locus(address: path)))
        }
        let unit = variable.flatMap { units(of: $0.members).own } ?? isDescribed
        try stateRange(parts, code: code, key: key, path: path)
        try stateValues(of: parts, counts, code, unit: unit, key: key, path: path)
    }

    /// The code of a number type, with bit 14 where it is little-endian.
    private func typeCode(_ name: HDF4Name) throws(ExtractionError) -> Int {
        guard var type = try directory.cursor(name) else { return 0 }
        _ = try type.uint8()
        let code = try type.uint8()
        _ = try type.uint8()
        return code | (try type.uint8() == 4 ? 0x4000 : 0)
    }

    private mutating func stateValues(
        of parts: [Int: HDF4Name], _ counts: [Int], _ code: Int, unit: String?, key: FactKey,
        path: String
    ) throws(ExtractionError) {
        guard let type = HDF4Type.type(code: code), let name = parts[HDF4Tag.data] else { return }
        var count = 1
        for extent in counts {
            let (product, isTooLarge) = count.multipliedReportingOverflow(by: extent)
            guard !isTooLarge else { return }
            count = product
        }
        let isLine = counts.count { $0 > 1 } <= 1
        let isText = code & 0xFFF <= 4
        let limit = isText ? Self.rowCount : isLine ? Self.lineCount : Self.listCount
        guard count > 0, count <= limit,
            let values = try directory.cursor(name, maximum: 4 << 20)
        else { return }
        // A record variable is as long as its last record, whatever its dimensions say.
        guard values.bytes.count >= count * type.byteCount else { return }
        let width = isText ? max(1, counts.last ?? 1) : type.byteCount
        let whole = HDF5Datatype(kind: type.kind, byteCount: width)
        try self.values.state(
            HDF5Statement(
                key: key, type: whole, count: isText ? count / width : count,
                bytes: values.bytes[..<(count * type.byteCount)], place: values.offset, unit: unit,
                address: path, segment: key.segments.count - 1))
    }

    /// States the older descriptions: labels, units, formats for the data and its dimensions.
    ///
    /// - Returns: The unit of the data.
    private mutating func stateStrings(
        _ parts: [Int: HDF4Name], key: FactKey, path: String
    ) -> String? {
        var unit: String?
        let kinds = [(704, "label"), (705, "unit"), (706, "format"), (708, "coordinate_system")]
        for (tag, segment) in kinds {
            guard let name = parts[tag], let cursor = try? directory.cursor(name) else { continue }
            let key = key.appending(segment)
            for (index, bytes) in cursor.bytes.split(separator: 0, omittingEmptySubsequences: false)
                .enumerated() where !bytes.isEmpty
            {
                let text = HDF5Text(code: 0).text(in: bytes)
                if tag == 705, index == 0 { unit = text }
                collector.text(
                    key, text,
                    element: index == 0
                        ? .root : ElementPath(segment: key.segments.count - 1, index: index),
                    locus: Locus(
                        offset: cursor.offset.map { $0 &+ UInt64(bytes.startIndex) },
                        length: cursor.offset.map { _ in UInt64(bytes.count) }, address: path))
            }
        }
        return unit
    }

    /// States range, fill value and calibration.
    private mutating func stateRange(
        _ parts: [Int: HDF4Name], code: Int, key: FactKey, path: String
    ) throws(ExtractionError) {
        let own = HDF4Type.type(code: code)
        let kinds = [
            (707, "range", own, 2), (732, "fill_value", own, 1),
            (731, "calibration", HDF4Type.type(code: 6), 4),
        ]
        for (tag, segment, type, count) in kinds {
            guard let name = parts[tag], let type, let cursor = try directory.cursor(name),
                cursor.bytes.count >= count * type.byteCount
            else { continue }
            let key = key.appending(segment)
            try values.state(
                HDF5Statement(
                    key: key, type: type, count: count,
                    bytes: cursor.bytes[..<(count * type.byteCount)], place: cursor.offset,
                    address: path, segment: key.segments.count - 1, isColumn: true))
        }
    }

    // MARK: Tables

    /// States a Vdata: every field of every record, told apart by the record.
    mutating func state(
        _ table: HDF4Table, _ name: HDF4Name, key: FactKey, path: String
    ) throws(ExtractionError) {
        if !table.kind.isEmpty {
            collector.add(
                Fact(key: key.appending("class"), value: table.kind, locus: Locus(address: path)))
        }
        collector.integer(
            key.appending("records"), Int64(table.recordCount), locus: Locus(address: path))
        stateAttributes(
            table.attributes.filter { $0.field >= table.fields.count }.map(\.name), key: key,
            path: path)
        guard let records = try records(of: name), table.recordCount > 0,
            table.recordCount <= Self.rowCount
        else { return }
        var within = 0
        for (number, field) in table.fields.enumerated() {
            defer { within += field.byteCount }
            let own = table.attributes.filter { $0.field == number }.map(\.name)
            let unit = units(of: own).own
            stateAttributes(
                own, key: key.appending(field.name), path: "\(path)/\(field.name)")
            guard let type = HDF4Type.type(code: field.code), field.order > 0 else { continue }
            let isText = field.code & 0xFFF <= 4
            let byteCount = field.byteCount
            guard byteCount >= type.byteCount * field.order else { continue }
            var bytes: [UInt8] = []
            for record in 0..<table.recordCount {
                let start =
                    table.isByRecord
                    ? record * table.recordByteCount + within
                    : within * table.recordCount + record * byteCount
                guard start + byteCount <= records.bytes.count else { break }
                bytes += records.bytes[start..<start + byteCount]
            }
            let count = bytes.count / max(1, byteCount)
            let kind: HDF5Datatype.Kind =
                isText || field.order == 1
                ? type.kind : .array(type, [field.order])
            let fieldKey = key.appending(field.name)
            try values.state(
                HDF5Statement(
                    key: fieldKey, type: HDF5Datatype(kind: kind, byteCount: byteCount),
                    count: count, bytes: bytes[...],
                    place: count == 1 ? records.offset.map { $0 &+ UInt64(within) } : nil,
                    unit: unit, address: path + "/" + field.name,
                    segment: key.segments.count - 1, isColumn: count > 1))
        }
    }
}
