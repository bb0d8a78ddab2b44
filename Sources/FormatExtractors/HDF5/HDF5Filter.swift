internal import Extraction
internal import MetadataModel

/// One step of what was done to a chunk before it was written.
struct HDF5Filter {
    let id: Int
    let name: String
    let values: [Int]

    /// The filters that the HDF Group has registered and that occur.
    static let names: [Int: String] = [
        1: "deflate", 2: "shuffle", 3: "fletcher32", 4: "szip", 5: "nbit", 6: "scaleoffset",
        305: "LZO", 307: "bzip2", 32000: "lzf", 32001: "blosc", 32002: "mafisc", 32003: "snappy",
        32004: "lz4", 32005: "apax", 32006: "cbf", 32007: "jpeg-xr", 32008: "bitshuffle",
        32009: "spdp", 32010: "lpc-rice", 32011: "ccsds-123", 32012: "jpeg-ls", 32013: "zfp",
        32014: "fpzip", 32015: "zstd", 32016: "b3d", 32017: "sz", 32018: "fcidecomp",
        32019: "jpeg", 32020: "vbz", 32021: "fapec", 32022: "bitgroom", 32023: "granular-bitround",
        32024: "sz3", 32025: "delta-rice", 32026: "blosc2", 32027: "flac", 32028: "sperr",
    ]

    /// Reads a filter pipeline message of version 1 or 2.
    static func pipeline(_ cursor: inout HDF5Cursor) throws(ExtractionError) -> [HDF5Filter] {
        let version = try cursor.uint8()
        let count = try cursor.uint8()
        guard version == 1 || version == 2 else {
            throw cursor.malformed("a filter pipeline of version \(version)")
        }
        if version == 1 { try cursor.skip(6) }
        var filters: [HDF5Filter] = []
        for _ in 0..<count {
            let id = try cursor.uint16()
            let nameCount = version == 1 || id >= 256 ? try cursor.uint16() : 0
            try cursor.skip(2)
            let valueCount = try cursor.uint16()
            let start = cursor.position
            let written = HDF5Text(code: 0).text(in: try cursor.take(nameCount))
            if version == 1 { cursor.align(from: start) }
            var values: [Int] = []
            for _ in 0..<valueCount { values.append(try cursor.uint32()) }
            if version == 1, valueCount % 2 == 1 { try cursor.skip(min(4, cursor.remaining)) }
            filters.append(
                HDF5Filter(id: id, name: names[id] ?? written, values: values))
        }
        return filters
    }

    /// Undoes the filter; `nil` where it is none that is read here.
    func undone(
        _ bytes: [UInt8], byteCount: Int, offset: UInt64, limits: ExtractionLimits
    ) throws(ExtractionError) -> [UInt8]? {
        switch id {
        case 1:
            var inflated: [UInt8] = []
            var limits = limits
            limits.maximumInflatedByteCount = byteCount + 8
            var inflation = try Inflation(.zlib, limits: limits)
            try inflation.inflate(bytes, offset: offset) { inflated += $0 }
            return inflated
        case 2: return Self.unshuffled(bytes, width: values.first ?? 1)
        case 3: return Array(bytes.dropLast(4))
        case 32000: return try HDF5Filter.expandedLZF(bytes, byteCount: byteCount, offset: offset)
        default: return nil
        }
    }

    /// Puts the bytes of each value together again; what is left over stands as it is.
    private static func unshuffled(_ bytes: [UInt8], width: Int) -> [UInt8] {
        guard width > 1, width <= bytes.count else { return bytes }
        let count = bytes.count / width
        var plain = bytes
        for value in 0..<count {
            for byte in 0..<width { plain[value * width + byte] = bytes[byte * count + value] }
        }
        return plain
    }

    /// Expands LibLZF's format: runs of literals, and copies of what stands before.
    private static func expandedLZF(
        _ bytes: [UInt8], byteCount: Int, offset: UInt64
    ) throws(ExtractionError) -> [UInt8] {
        let damaged = ExtractionError(.malformed, "LZF bytes are damaged", offset: offset)
        var plain: [UInt8] = []
        plain.reserveCapacity(byteCount)
        var position = 0
        while position < bytes.count {
            let control = Int(bytes[position])
            position += 1
            if control < 32 {
                guard position + control < bytes.count else { throw damaged }
                plain += bytes[position...position + control]
                position += control + 1
            } else {
                var count = control >> 5
                if count == 7 {
                    guard position < bytes.count else { throw damaged }
                    count += Int(bytes[position])
                    position += 1
                }
                guard position < bytes.count else { throw damaged }
                let back = ((control & 31) << 8) + Int(bytes[position]) + 1
                position += 1
                guard back <= plain.count else { throw damaged }
                for _ in 0..<count + 2 { plain.append(plain[plain.count - back]) }
            }
            guard plain.count <= byteCount + 8 else { throw damaged }
        }
        return plain
    }
}
