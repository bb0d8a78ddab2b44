internal import Extraction
internal import MetadataModel

/// JPK's images (`.jpk`, `.jpk-qi-image`), which are TIFF files with tags of their own from 0x8000 on.
///
/// Tags are read as those of any TIFF file; JPK's own then stand under `jpk.` and their names. Some
/// numbers mean one thing in the first directory, which describes the scan, and another in those
/// of the channels. Each conversion slot of a channel has 48 numbers from 0x8090 on.
struct JPKImage {
    let reader: ByteReader

    /// Collects the facts of the file.
    func read(into collector: FactCollector) throws(ExtractionError) {
        let inner = FactCollector(
            limits: collector.limits, payloadReaders: BuiltinExtractors.payloadReaders
        ) { facts in
            for fact in facts { collector.add(Self.named(fact)) }
        }
        defer {
            inner.flush()
            for issue in inner.issues { collector.report(issue) }
            collector.noteMetadata(Int(clamping: inner.understoodByteCount), understood: true)
            collector.noteMetadata(
                Int(clamping: inner.metadataByteCount - inner.understoodByteCount),
                understood: false)
        }
        try TIFFExtractor().extract(from: reader, into: inner)
    }

    /// The number of the tag that a fact was read from: its name may be another vendor's.
    private static func tag(of fact: Fact) -> UInt16? {
        let address = fact.locus.address
        guard let mark = address.firstRange(of: " tag ") else { return nil }
        return UInt16(address[mark.upperBound...].prefix { ("0"..."9").contains($0) })
    }

    private static func named(_ fact: Fact) -> Fact {
        var segments = fact.key.segments
        guard segments.count >= 2, segments[0] == "tiff", let tag = tag(of: fact) else {
            return fact
        }
        let isChannel = fact.element.steps.first.map { $0.segment == 0 && $0.index > 0 } ?? false
        guard let name = JPKTags.name(tag, isChannel: isChannel) else { return fact }
        var fact = fact
        segments[0] = "jpk"
        segments[1] = name
        if let slot = JPKTags.slot(tag) {
            segments.insert("Slot", at: 1)
            fact.element = fact.element.appending(segment: 1, index: slot)
        }
        fact.key = FactKey(segments: segments)
        if fact.unit == nil, segments.count == 2, !fact.numbers.isEmpty,
            let unit = JPKTags.units[name]
        {
            fact.unit = unit
            fact.applyUnit()
        }
        return fact
    }
}

/// The names of JPK's tags. Those that programs of today give another meaning than the specification
/// did keep their numbers.
///
/// Source: JPK's file specification, as in Gwyddion's `jpk.h`.
enum JPKTags {
    /// The name of a tag; `nil` where it is none of JPK's.
    static func name(_ tag: UInt16, isChannel: Bool) -> String? {
        if let slot = slot(tag) { return slots[tag - 0x8090 - UInt16(slot) * 0x30] }
        return isChannel ? channel[tag] : scan[tag]
    }

    /// The number of the conversion slot that a tag belongs to.
    static func slot(_ tag: UInt16) -> Int? {
        guard (0x8090..<0x8390).contains(tag) else { return nil }
        let place = tag - 0x8090
        return slots[place % 0x30] == nil ? nil : Int(place / 0x30)
    }

    static let units = [
        "Cantilever_SpringConst": "N/m", "Cantilever_Radius": "m", "Feedback_iGain": "Hz",
        "Feedback_Setpoint": "V", "Grid_x0": "m", "Grid_y0": "m", "Grid_uLength": "m",
        "Grid_vLength": "m", "Scanrate_Frequency": "Hz", "Z_Start": "m", "Z_End": "m",
        "PauseAtEnd": "s", "PauseAtStart": "s", "TraceScanTime": "s", "RetraceScanTime": "s",
    ]

    private static let scan: [UInt16: String] = [
        0x8003: "StartDate", 0x8004: "Name", 0x8005: "Comment", 0x8006: "EndDate",
        0x8007: "Sample", 0x8009: "AccountName",
        0x8010: "Cantilever_Comment", 0x8011: "Cantilever_SpringConst",
        0x8012: "Cantilever_Calibrated", 0x8013: "Cantilever_Shape", 0x8014: "Cantilever_Radius",
        0x8015: "ApproachID", 0x801A: "Approach_PGain", 0x801B: "Tipsaver_Setpoint",
        0x801C: "Tipsaver_Active", 0x801D: "Tipsaver_LowerLimit", 0x8030: "Feedback_Mode",
        0x8031: "Feedback_pGain", 0x8032: "Feedback_iGain", 0x8033: "Feedback_Setpoint",
        0x8034: "Feedback_Var1", 0x8035: "Feedback_Var2", 0x8036: "Feedback_Var3",
        0x8037: "Feedback_Var4", 0x8038: "Feedback_Var5", 0x8039: "Approach_IGain",
        0x8040: "Grid_x0", 0x8041: "Grid_y0", 0x8042: "Grid_uLength", 0x8043: "Grid_vLength",
        0x8044: "Grid_Theta", 0x8045: "Grid_Reflect", 0x8048: "Lineend",
        0x8049: "Scanrate_Frequency", 0x804A: "Scanrate_Dutycycle", 0x804B: "Motion",
        0x804C: "Scanline_Start", 0x804D: "Scanline_Size", 0x8050: "ForceSettings_Name",
        0x8051: "K_Length", 0x8052: "ForceMap_Feedback_Mode", 0x8053: "Z_Start",
        0x8054: "Z_End", 0x8055: "Setpoint", 0x8056: "PauseAtEnd", 0x8057: "PauseAtStart",
        0x8058: "PauseOnTipsaver", 0x8059: "TraceScanTime", 0x805A: "RetraceScanTime",
        0x805B: "Z_Start_Pause_Option", 0x805C: "Z_End_Pause_Option",
        0x805D: "Tipsaver_Pause_Option", 0x8060: "Scanner", 0x8061: "FitAlgorithmName",
        0x8062: "LastIndex", 0x8063: "BackAndForth",
    ]

    private static let channel: [UInt16: String] = [
        0x8050: "Channel", 0x8051: "Channel_retrace", 0x8052: "ChannelFancyName",
        0x8080: "NrOfSlots", 0x8081: "DefaultSlot",
    ]

    private static let slots: [UInt16: String] = [
        0x00: "Slot_Name", 0x01: "Slot_Type", 0x02: "Slot_Parent", 0x10: "Calibration_Name",
        0x11: "Encoder_Name", 0x12: "Encoder_Unit", 0x13: "Scaling_Type",
        0x14: "Scaling_Multiply", 0x15: "Scaling_Offset", 0x16: "Scaling_Var3",
        0x17: "Scaling_Var4", 0x18: "Scaling_Var5",
    ]
}
