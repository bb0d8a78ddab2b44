internal import MetadataModel

/// The data elements of the standard by their tag: keyword and value representation.
///
/// The tables are lists of words. `@0010` begins a group; `0020LOPatientID` is element 0020 of the
/// group, of VR `LO`. `XS` stands for US or SS, `OX` for OB or OW, `--` for none.
///
/// Source: DICOM PS3.6, chapters 6 to 9
/// <https://dicom.nema.org/medical/dicom/current/output/chtml/part06/chapter_6.html>.
enum DICOMDictionary {
    struct Entry: Sendable {
        let vr: String
        let keyword: String
    }

    /// The entry of a standard element, repeating groups included; `nil` for an unknown one.
    static func entry(_ tag: DICOMTag) -> Entry? {
        if let known = entries[tag.value] { return known }
        if tag.element == 0 { return Entry(vr: "UL", keyword: "GenericGroupLength") }
        if !tag.isPrivate, tag.element >= 0x10, tag.element <= 0xFF, tag.group % 2 == 1 {
            return Entry(vr: "LO", keyword: "PrivateCreator")
        }
        return tag.repeatingTag.flatMap { repeating[$0] }
    }

    private static let entries = read(
        [part1, part2, part3, part4, part5, part6, part7, part8].joined(separator: "\n"))

    private static let repeating = read(repeatingGroups)

    private static func read(_ table: String) -> [UInt32: Entry] {
        var entries: [UInt32: Entry] = [:]
        entries.reserveCapacity(table.utf8.count / 24)
        var group: UInt32 = 0
        for word in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if word.first == "@" {
                group = UInt32(word.dropFirst(), radix: 16) ?? 0
            } else if let element = UInt32(word.prefix(4), radix: 16) {
                entries[group << 16 | element] = Entry(
                    vr: String(word.dropFirst(4).prefix(2)), keyword: String(word.dropFirst(6)))
            }
        }
        return entries
    }

    /// Elements of the groups 50xx, 60xx and 7Fxx, under the first of these groups.
    private static let repeatingGroups = """
        @5000
        0005USCurveDimensions 0010USNumberOfPoints 0020CSTypeOfData 0022LOCurveDescription
        0030SHAxisUnits 0040SHAxisLabels 0103USDataValueRepresentation
        0104USMinimumCoordinateValue 0105USMaximumCoordinateValue 0106SHCurveRange
        0110USCurveDataDescriptor 0112USCoordinateStartValue 0114USCoordinateStepValue
        1001CSCurveActivationLayer 2000USAudioType 2002USAudioSampleFormat
        2004USNumberOfChannels 2006ULNumberOfSamples 2008ULSampleRate 200AULTotalTime
        200COXAudioSampleData 200ELTAudioComments 2500LOCurveLabel
        2600SQCurveReferencedOverlaySequence 2610USCurveReferencedOverlayGroup 3000OXCurveData
        @6000
        0010USOverlayRows 0011USOverlayColumns 0012USOverlayPlanes
        0015ISNumberOfFramesInOverlay 0022LOOverlayDescription 0040CSOverlayType
        0045LOOverlaySubtype 0050SSOverlayOrigin 0051USImageFrameOrigin
        0052USOverlayPlaneOrigin 0060CSOverlayCompressionCode
        0061SHOverlayCompressionOriginator 0062SHOverlayCompressionLabel
        0063CSOverlayCompressionDescription 0066ATOverlayCompressionStepPointers
        0068USOverlayRepeatInterval 0069USOverlayBitsGrouped 0100USOverlayBitsAllocated
        0102USOverlayBitPosition 0110CSOverlayFormat 0200USOverlayLocation
        0800CSOverlayCodeLabel 0802USOverlayNumberOfTables 0803ATOverlayCodeTableLocation
        0804USOverlayBitsForCodeWord 1001CSOverlayActivationLayer
        1100USOverlayDescriptorGray 1101USOverlayDescriptorRed 1102USOverlayDescriptorGreen
        1103USOverlayDescriptorBlue 1200USOverlaysGray 1201USOverlaysRed
        1202USOverlaysGreen 1203USOverlaysBlue 1301ISROIArea 1302DSROIMean
        1303DSROIStandardDeviation 1500LOOverlayLabel 3000OXOverlayData
        4000LTOverlayComments
        @7F00
        0010OXVariablePixelData 0011USVariableNextDataGroup 0020OWVariableCoefficientsSDVN
        0030OWVariableCoefficientsSDHN 0040OWVariableCoefficientsSDDN
        """
}

/// The tag of a data element: group and element number.
struct DICOMTag: Hashable {
    let value: UInt32

    static let item = DICOMTag(value: 0xFFFE_E000)
    static let itemEnd = DICOMTag(value: 0xFFFE_E00D)
    static let sequenceEnd = DICOMTag(value: 0xFFFE_E0DD)
    static let pixelData = DICOMTag(value: 0x7FE0_0010)
    static let transferSyntax = DICOMTag(value: 0x0002_0010)
    static let frameCount = DICOMTag(value: 0x0028_0008)
    static let characterSet = DICOMTag(value: 0x0008_0005)
    static let pixelRepresentation = DICOMTag(value: 0x0028_0103)

    var group: UInt32 { value >> 16 }
    var element: UInt32 { value & 0xFFFF }

    /// Whether the element belongs to whoever reserved its block, and is no reservation itself.
    var isPrivate: Bool { group % 2 == 1 && element >= 0x1000 }

    /// Whether the element reserves a block of private elements for a creator.
    var isCreator: Bool { group % 2 == 1 && (0x10...0xFF).contains(element) }

    /// What identifies the block of a private element, and of the element that reserves it.
    var block: UInt32 { group << 16 | (isPrivate ? element >> 8 : element) }

    /// The same element of the first of its repeating groups, and which of these groups it is in.
    var repeatingTag: UInt32? {
        switch group & 0xFF00 {
        case 0x5000, 0x6000, 0x7F00: (group & 0xFF00) << 16 | element
        default: nil
        }
    }

    /// Which of several repeating groups this is, from 0.
    var repetition: Int {
        repeatingTag == nil || self == .pixelData || group == 0x7FE0 ? 0 : Int(group & 0xFF) / 2
    }

    /// `0010,0020`, with `xx` for the block of a private element where its creator is known.
    func written(hidingBlock: Bool = false) -> String {
        let number = Self.hexadecimal(element)
        return Self.hexadecimal(group) + ","
            + (hidingBlock ? "xx" + number.suffix(2) : number)
    }

    private static func hexadecimal(_ number: UInt32) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
