internal import Extraction
internal import MetadataModel

/// Reads the datasets of an IPTC record as `iptc.<Name>`; unknown ones as `iptc.2:231`.
///
/// Each dataset is `0x1C`, record, dataset number, a 16-bit big-endian length, and its bytes. A
/// length with its highest bit set says how many bytes the length itself takes.
///
/// Source: IPTC-NAA Information Interchange Model 4.2, chapters 5 and 6
/// <https://www.iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf>.
struct IPTCReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        Self.read(
            try BinaryBlock(field, order: .big), from: 0, count: field.entry.byteCount,
            element: field.element, into: collector)
    }

    /// Reads the datasets in a part of a block.
    ///
    /// - Returns: False where the part begins with no dataset.
    static func read(
        _ block: BinaryBlock, from start: Int, count: Int, element: ElementPath,
        into collector: FactCollector
    ) -> Bool {
        var place = start
        while place + 5 <= min(start + count, block.bytes.count), block.bytes[place] == 0x1C {
            let record = Int(block.bytes[place + 1])
            let dataset = Int(block.bytes[place + 2])
            var length = Int(block.integer(at: place + 3, as: UInt16.self) ?? 0)
            if length == 0x8004 {
                length = Int(block.integer(at: place + 5, as: UInt32.self) ?? 0)
                place += 4
            }
            let locus = block.locus(at: place + 5, count: length)
            guard let bytes = block.bytes(at: place + 5, count: length) else {
                collector.report(
                    Issue(.truncated, "expected \(length) bytes of dataset \(dataset)", at: locus))
                return true
            }
            let name = record == 2 ? names[dataset] : record == 1 ? envelopeNames[dataset] : nil
            let key = FactKey(segments: ["iptc", name ?? "\(record):\(dataset)"])
            if record == 2 && dataset == 0 || record == 1 && envelopeNumbers.contains(dataset) {
                let number = bytes.reduce(Int64(0)) { ($0 & 0xFF_FFFF) << 8 | Int64($1) }
                collector.integer(key, number, element: element, locus: locus)
            } else if bytes.withUnsafeBytes(TIFFText.isReadable) {
                collector.text(
                    key, TextDecoding.text(of: bytes).text, element: element, locus: locus)
            } else {
                collector.opaque(key, Array(bytes), element: element, locus: locus)
            }
            place += 5 + length
        }
        return place > start
    }

    private static let envelopeNumbers: Set<Int> = [0, 20, 22]

    private static let envelopeNames: [Int: String] = [
        0: "ModelVersion", 5: "Destination", 20: "FileFormat", 22: "FileFormatVersion",
        30: "ServiceIdentifier", 40: "EnvelopeNumber", 50: "ProductID", 60: "EnvelopePriority",
        70: "DateSent", 80: "TimeSent", 90: "CodedCharacterSet", 100: "UNO",
    ]

    private static let names: [Int: String] = [
        0: "RecordVersion", 3: "ObjectTypeReference", 4: "ObjectAttributeReference",
        5: "ObjectName", 7: "EditStatus", 8: "EditorialUpdate", 10: "Urgency",
        12: "SubjectReference", 15: "Category", 20: "SupplementalCategory",
        22: "FixtureIdentifier", 25: "Keywords", 26: "ContentLocationCode",
        27: "ContentLocationName", 30: "ReleaseDate", 35: "ReleaseTime", 37: "ExpirationDate",
        38: "ExpirationTime", 40: "SpecialInstructions", 42: "ActionAdvised",
        45: "ReferenceService", 47: "ReferenceDate", 50: "ReferenceNumber", 55: "DateCreated",
        60: "TimeCreated", 62: "DigitalCreationDate", 63: "DigitalCreationTime",
        65: "OriginatingProgram", 70: "ProgramVersion", 75: "ObjectCycle", 80: "By-line",
        85: "By-lineTitle", 90: "City", 92: "Sub-location", 95: "Province-State",
        100: "Country-PrimaryLocationCode", 101: "Country-PrimaryLocationName",
        103: "OriginalTransmissionReference", 105: "Headline", 110: "Credit", 115: "Source",
        116: "CopyrightNotice", 118: "Contact", 120: "Caption-Abstract", 122: "Writer-Editor",
        125: "RasterizedCaption", 130: "ImageType", 131: "ImageOrientation",
        135: "LanguageIdentifier",
    ]
}
