public import Extraction
internal import MetadataModel

/// Reads the acquisition, sample and calibration blocks of a spectrum in Canberra's CAM format,
/// `.cnf`.
///
/// From byte 112 on stand headers of 48 bytes, each with the block's type (bytes `00 20 01` for the
/// acquisition, `01 20 01` the sample, `05 20 01` the counts) and, at byte 10, where it stands.
///
/// | Key                        | Where                                                  | Unit |
/// |:---------------------------|:-------------------------------------------------------|:-----|
/// | `cnf.SampleName`           | sample block, byte 48, 32 characters                   |      |
/// | `cnf.SampleDescription`    | then 48 characters                                     |      |
/// | `cnf.AcquisitionStart`     | acquisition block, behind a byte at 48 + uint16 at 36; 100 ns since 1858-11-17 | |
/// | `cnf.RealTime`, `.LiveTime` | then each as the complement of a number of 100 ns     | s    |
/// | `cnf.ChannelCount`         | acquisition block, byte 186, in 256                    |      |
/// | `cnf.EnergyCalibration`    | acquisition block, byte 116 + uint16 at 34; three numbers of the PDP-11 | keV |
///
/// Source: no specification is public; <https://github.com/wojdyr/xylib/blob/master/xylib/canberra_cnf.cpp>
public struct CNFExtractor: Extractor {
    public let id = "cnf"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        guard header.suffix == "cnf", header.bytes.count >= 160, header.has([0x20, 0x01], at: 113)
        else { return nil }
        return .suffix("cnf")
    }

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var acquisition: UInt64?
        var sample: UInt64?
        var place: UInt64 = 112
        while place + 48 <= min(reader.count, 1 << 16) {
            let head = try reader.bytes(at: place, count: 48)
            guard head[1] == 0x20, head[2] == 0x01 else { break }
            let offset = UInt64(try reader.uint32(at: place + 10, .little))
            if head[0] == 0, acquisition == nil { acquisition = offset }
            if head[0] == 1, sample == nil { sample = offset }
            place += 48
        }
        collector.noteMetadata(Int(place - 112), understood: true)
        if let sample, sample > 0 {
            var record = RecordReader(reader, at: sample + 48, key: "cnf", into: collector)
            try record.text("SampleName", count: 32)
            try record.text("SampleDescription", count: 48)
        }
        guard let acquisition, acquisition > 0 else {
            throw ExtractionError(.malformed, "no block of the acquisition", offset: 112)
        }
        try extractAcquisition(reader, at: acquisition, into: collector)
    }

    private func extractAcquisition(
        _ reader: ByteReader, at start: UInt64, into collector: FactCollector
    ) throws(ExtractionError) {
        let calibration = start + 48 + UInt64(try reader.uint16(at: start + 34, .little)) + 68
        let times = start + 49 + UInt64(try reader.uint16(at: start + 36, .little))
        let ticks = try reader.uint64(at: times, .little)
        // Days are counted from 1858-11-17, the day 0 of the modified Julian date.
        let epoch = UInt64(3_506_716_800)
        if ticks / 10_000_000 > epoch, ticks / 10_000_000 < epoch + 32_503_680_000 {
            let seconds = Int64(ticks / 10_000_000 - epoch)
            let stamp = TimeSpan.timestamp(ofMicroseconds: seconds * 1_000_000)
            collector.text(
                "cnf.AcquisitionStart", stamp.hasSuffix("Z") ? String(stamp.dropLast()) : stamp,
                locus: Locus(offset: times, length: 8, address: "acquisition"))
        }
        for (name, place) in [("RealTime", times + 8), ("LiveTime", times + 16)] {
            let value = Double(~(try reader.uint64(at: place, .little))) * 1e-7
            collector.real(
                FactKey(segments: ["cnf", name]), value,
                written: Fact.spelling(of: Float(value)), unit: "s",
                locus: Locus(offset: place, length: 8, address: "acquisition"))
        }
        let channels = try reader.uint16(at: start + 186, .little)
        collector.integer(
            "cnf.ChannelCount", Int64(channels) * 256,
            locus: Locus(offset: start + 186, length: 2, address: "acquisition"))
        let bytes = try reader.bytes(at: calibration, count: 12)
        let numbers = (0..<3).map { Self.pdp11(Array(bytes[$0 * 4..<$0 * 4 + 4])) }
        collector.numbers(
            "cnf.EnergyCalibration", numbers.map { .real($0) },
            written: numbers.map { Fact.spelling(of: Float($0)) }, unit: "keV",
            locus: Locus(offset: calibration, length: 12, address: "acquisition"))
    }

    /// A single-precision number of the PDP-11: the words of an IEEE number exchanged, and four times
    /// its value.
    private static func pdp11(_ bytes: [UInt8]) -> Double {
        let bits =
            UInt32(bytes[1]) << 24 | UInt32(bytes[0]) << 16 | UInt32(bytes[3]) << 8
            | UInt32(bytes[2])
        let value = Double(Float(bitPattern: bits)) / 4
        return value.isFinite ? value : 0
    }
}
