internal import Extraction
internal import MetadataModel

/// States attributes and variables.
struct NetCDFFacts {
    /// Values of a variable of any shape that are stated.
    private static let listCount = 64
    /// Values along one axis that are read to sum them up.
    private static let lineCount = 4096
    /// Characters of a variable that are read.
    private static let textByteCount = 1 << 16

    private let header: NetCDFHeader
    private let collector: FactCollector

    init(_ header: NetCDFHeader, _ collector: FactCollector) {
        self.header = header
        self.collector = collector
    }

    func state(_ attributes: [NetCDFAttribute], of key: FactKey, unit: HDF5Units?) {
        for attribute in attributes {
            do throws(ExtractionError) {
                try state(
                    key.appending(attribute.name), attribute.type, count: attribute.count,
                    at: attribute.offset, unit: unit?.unit(of: attribute.name),
                    address: "\(key.segments.dropFirst().joined())@\(attribute.name)")
            } catch {
                collector.report(error.issue)
            }
        }
    }

    /// - Parameter recordByteCount: Bytes from one record to the next, where they can be counted.
    func state(_ variable: NetCDFVariable, recordByteCount: UInt64?) {
        let key = FactKey(segments: ["netcdf", variable.name])
        let locus = Locus(address: variable.name)
        var units = HDF5Units()
        for attribute in variable.attributes where attribute.type == .char {
            units.take(attribute.name) { try? text(at: attribute.offset, count: attribute.count) }
        }
        let counts = variable.dimensions.map { $0.count == 0 ? header.recordCount : $0.count }
        if !counts.isEmpty {
            collector.add(
                Fact(
                    key: key.appending("dimensions"),
                    value: variable.dimensions.map(\.name).joined(separator: ", "), locus: locus))
            collector.numbers(
                key.appending("shape"), counts.map { .integer(Int64(clamping: $0)) }, locus: locus)
        }
        collector.add(Fact(key: key.appending("type"), value: "\(variable.type)", locus: locus))
        state(variable.attributes, of: key, unit: units)
        guard let count = wantedCount(variable, counts) else { return }
        do throws(ExtractionError) {
            let rowCount = counts.last.map { Int(clamping: $0) }
            guard variable.isRecord, counts.first != 1 else {
                return try state(
                    key, variable.type, count: count, at: variable.offset, unit: units.own,
                    address: variable.name, rowCount: rowCount)
            }
            guard let recordByteCount, let own = variable.byteCount else { return }
            let bytes = try records(
                at: variable.offset, count: header.recordCount, of: own, every: recordByteCount)
            try state(
                key, variable.type, bytes, at: nil, unit: units.own, address: variable.name,
                rowCount: rowCount)
        } catch {
            collector.report(error.issue)
        }
    }

    /// The records of one variable, put together.
    private func records(
        at offset: UInt64, count: UInt64, of byteCount: UInt64, every stride: UInt64
    ) throws(ExtractionError) -> [UInt8] {
        var bytes: [UInt8] = []
        var place = offset
        for _ in 0..<count {
            bytes += try header.reader.bytes(at: place, count: Int(byteCount))
            let (next, isTooLarge) = place.addingReportingOverflow(stride)
            guard !isTooLarge else { break }
            place = next
        }
        return bytes
    }

    /// How many values a variable has, where they are few enough to be stated.
    private func wantedCount(_ variable: NetCDFVariable, _ counts: [UInt64]) -> Int? {
        var product: UInt64 = 1
        for count in counts {
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: count)
            guard !isTooLarge, next <= 1 << 20 else { return nil }
            product = next
        }
        let count = Int(product)
        let isLine = counts.count { $0 > 1 } <= 1
        let limit =
            variable.type == .char
            ? Self.textByteCount : isLine ? Self.lineCount : Self.listCount
        return count > 0 && count <= limit ? count : nil
    }

    private func text(at offset: UInt64, count: Int) throws(ExtractionError) -> String {
        let bytes = try header.reader.bytes(at: offset, count: count)
        return HDF5Text(code: 0).text(in: bytes[...])
    }

    /// States values that stand in one piece.
    private func state(
        _ key: FactKey, _ type: NetCDFType, count: Int, at offset: UInt64, unit: String?,
        address: String, rowCount: Int? = nil
    ) throws(ExtractionError) {
        let bytes = try header.reader.bytes(at: offset, count: count * type.byteCount)
        try state(
            key, type, bytes, at: offset, unit: unit, address: address, rowCount: rowCount)
    }

    /// States values of one type; characters as one text a row.
    private func state(
        _ key: FactKey, _ type: NetCDFType, _ bytes: [UInt8], at offset: UInt64?, unit: String?,
        address: String, rowCount: Int?
    ) throws(ExtractionError) {
        let count = bytes.count / type.byteCount
        guard type != .char else {
            let width = min(max(1, rowCount ?? count), max(1, count))
            for row in 0..<max(1, count / width) {
                let part = bytes[row * width..<min(count, (row + 1) * width)]
                let text = HDF5Text(code: 0).text(in: part)
                collector.text(
                    key, text,
                    element: count > width
                        ? ElementPath(segment: key.segments.count - 1, index: row) : .root,
                    locus: Locus(
                        offset: offset.map { $0 &+ UInt64(part.startIndex) },
                        length: offset.map { _ in UInt64(part.count) }, address: address))
            }
            return
        }
        let locus = Locus(
            offset: offset, length: offset.map { _ in UInt64(bytes.count) }, address: address)
        let numbers = (0..<count).map { index in
            type.number(in: bytes[index * type.byteCount..<(index + 1) * type.byteCount])
        }
        collector.numbers(
            key, numbers.map(\.number), written: numbers.prefix(64).map(\.written), unit: unit,
            locus: locus)
    }
}

extension NetCDFType {
    /// The number in big-endian bytes of the type's width.
    func number(in bytes: ArraySlice<UInt8>) -> HDF5Number {
        let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let value: Int64
        switch self {
        case .float: return HDF5Number(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        case .double:
            let real = Double(bitPattern: bits)
            return HDF5Number(number: .real(real), written: Fact.spelling(of: real))
        case .uint64:
            guard let exact = Int64(exactly: bits) else {
                return HDF5Number(number: .real(Double(bits)), written: String(bits))
            }
            value = exact
        case .byte: value = Int64(Int8(truncatingIfNeeded: bits))
        case .short: value = Int64(Int16(truncatingIfNeeded: bits))
        case .int: value = Int64(Int32(truncatingIfNeeded: bits))
        case .int64: value = Int64(bitPattern: bits)
        case .char, .ubyte, .ushort, .uint: value = Int64(truncatingIfNeeded: bits)
        }
        return HDF5Number(number: .integer(value), written: String(value))
    }
}
