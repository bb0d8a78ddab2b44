internal import Extraction
internal import MetadataModel

/// The types of values, by their codes.
enum NetCDFType: UInt32 {
    case byte = 1
    case char, short, int, float, double, ubyte, ushort, uint, int64, uint64

    var byteCount: Int {
        switch self {
        case .byte, .char, .ubyte: 1
        case .short, .ushort: 2
        case .int, .uint, .float: 4
        case .double, .int64, .uint64: 8
        }
    }
}

struct NetCDFDimension {
    let name: String
    /// 0 for the dimension that grows.
    let count: UInt64
    let locus: Locus
}

struct NetCDFAttribute {
    let name: String
    let type: NetCDFType
    let count: Int
    let offset: UInt64
}

struct NetCDFVariable {
    let name: String
    let dimensions: [NetCDFDimension]
    let attributes: [NetCDFAttribute]
    let type: NetCDFType
    let offset: UInt64

    /// Whether the variable grows: its records then stand among those of others.
    var isRecord: Bool { dimensions.first?.count == 0 }

    /// Bytes of one record, or of all values where there are no records; `nil` where they are too
    /// many to count.
    var byteCount: UInt64? {
        var product = UInt64(type.byteCount)
        for dimension in isRecord ? dimensions.dropFirst() : dimensions[...] {
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: dimension.count)
            guard !isTooLarge, next < 1 << 60 else { return nil }
            product = next
        }
        return product
    }

    /// Bytes from one record to the next: all growing variables, each padded to four bytes where
    /// there are several; `nil` where they are too many to count.
    static func recordByteCount(of variables: [NetCDFVariable]) -> UInt64? {
        let growing = variables.filter(\.isRecord)
        guard growing.count != 1 else { return growing[0].byteCount }
        var sum: UInt64 = 0
        for variable in growing {
            guard let count = variable.byteCount, sum < 1 << 60 else { return nil }
            sum += count + (4 - count % 4) % 4
        }
        return sum
    }
}

/// Reads the header from its beginning to its end; everything is big-endian.
///
/// ```
/// 'C' 'D' 'F' version, records, dimensions, attributes, variables
/// list:      tag (10 dimensions, 11 variables, 12 attributes), count, members; 0 0 where empty
/// dimension: name, length
/// attribute: name, type, count, values
/// variable:  name, count and numbers of dimensions, attributes, type, size, offset of the values
/// ```
///
/// Names and values are padded to multiples of four bytes. Counts take four bytes, in CDF-5
/// eight; offsets take four bytes in CDF-1 alone.
struct NetCDFHeader {
    /// Members of a list.
    static let maximumListCount: UInt64 = 1 << 20
    static let maximumNameByteCount: UInt64 = 1 << 16

    let reader: ByteReader
    let version: UInt8
    /// Records written; 0 while a file is being streamed.
    let recordCount: UInt64
    private(set) var position: UInt64 = 4
    private(set) var dimensions: [NetCDFDimension] = []

    private var countWidth: UInt64 { version == 5 ? 8 : 4 }

    init(_ reader: ByteReader) throws(ExtractionError) {
        self.reader = reader
        version = try reader.uint8(at: 3)
        let isWide = version == 5
        let records =
            isWide
            ? try reader.uint64(at: 4, .big) : UInt64(try reader.uint32(at: 4, .big))
        recordCount = records == (isWide ? .max : UInt64(UInt32.max)) ? 0 : records
        position = isWide ? 12 : 8
    }

    mutating func readDimensions() throws(ExtractionError) {
        for _ in 0..<(try listCount(tag: 10)) {
            let (name, _) = try name()
            let start = position
            let count = try count()
            dimensions.append(
                NetCDFDimension(
                    name: name, count: count,
                    locus: Locus(offset: start, length: countWidth, address: "dimension \(name)")))
        }
    }

    mutating func attributes() throws(ExtractionError) -> [NetCDFAttribute] {
        var attributes: [NetCDFAttribute] = []
        for _ in 0..<(try listCount(tag: 12)) {
            let (name, start) = try name()
            let type = try type()
            let count = try count()
            let (byteCount, isTooLarge) = count.multipliedReportingOverflow(
                by: UInt64(type.byteCount))
            guard !isTooLarge, byteCount <= reader.count, position <= reader.count - byteCount
            else {
                throw ExtractionError(
                    .truncated, "\(count) values of attribute \(name)", offset: start)
            }
            attributes.append(
                NetCDFAttribute(name: name, type: type, count: Int(count), offset: position))
            position += byteCount + (4 - byteCount % 4) % 4
        }
        return attributes
    }

    /// Reads the variables one after another; those before an error stay.
    mutating func readVariables(into variables: inout [NetCDFVariable]) throws(ExtractionError) {
        for _ in 0..<(try listCount(tag: 11)) {
            let (name, start) = try name()
            let rank = try count()
            guard rank <= 1024 else {
                throw ExtractionError(
                    .limitExceeded, "\(rank) dimensions of \(name)", offset: start)
            }
            var own: [NetCDFDimension] = []
            for _ in 0..<rank {
                let number = try count()
                guard number < UInt64(dimensions.count) else {
                    throw ExtractionError(
                        .malformed, "dimension \(number) of \(dimensions.count)", offset: position)
                }
                own.append(dimensions[Int(number)])
            }
            let attributes = try attributes()
            let type = try type()
            _ = try count()
            let offset = version == 1 ? UInt64(try uint32()) : try uint64()
            variables.append(
                NetCDFVariable(
                    name: name, dimensions: own, attributes: attributes, type: type,
                    offset: offset))
        }
    }

    // MARK: Parts

    private mutating func listCount(tag: UInt32) throws(ExtractionError) -> UInt64 {
        let start = position
        let found = try uint32()
        let count = try count()
        guard found == tag || found == 0 && count == 0 else {
            throw ExtractionError(
                .malformed, "expected a list with tag \(tag), found \(found)", offset: start)
        }
        guard count <= Self.maximumListCount else {
            throw ExtractionError(.limitExceeded, "a list of \(count)", offset: start)
        }
        return count
    }

    private mutating func name() throws(ExtractionError) -> (name: String, place: UInt64) {
        let start = position
        let count = try count()
        guard count <= Self.maximumNameByteCount else {
            throw ExtractionError(.limitExceeded, "a name of \(count) bytes", offset: start)
        }
        let bytes = try reader.bytes(at: position, count: Int(count))
        position += count + (4 - count % 4) % 4
        return (TextDecoding.text(of: bytes).text, start)
    }

    private mutating func type() throws(ExtractionError) -> NetCDFType {
        let start = position
        let code = try uint32()
        guard let type = NetCDFType(rawValue: code) else {
            throw ExtractionError(.malformed, "type \(code) is none", offset: start)
        }
        return type
    }

    private mutating func count() throws(ExtractionError) -> UInt64 {
        version == 5 ? try uint64() : UInt64(try uint32())
    }

    private mutating func uint32() throws(ExtractionError) -> UInt32 {
        defer { position += 4 }
        return try reader.uint32(at: position, .big)
    }

    private mutating func uint64() throws(ExtractionError) -> UInt64 {
        defer { position += 8 }
        return try reader.uint64(at: position, .big)
    }
}
