internal import MetadataModel

/// The known tags of each kind of directory, built once.
enum TIFFTagTable {
    /// The tag of a number in a kind of directory; `nil` where no table knows it.
    ///
    /// Exif tags that stand among the image's, as TIFF/EP and camera-raw files have them, keep
    /// their `exif.` keys.
    static func tag(_ number: UInt16, in kind: TIFFDirectoryKind) -> TIFFTag? {
        switch kind {
        case .image: image[number] ?? exif[number]
        case .exif: exif[number]
        case .gps: gps[number]
        case .interoperability: interoperability[number]
        }
    }

    private static let image = table(
        [
            TIFFTagNames.baseline, DNGTagNames.dng, PrivateTagNames.vendors,
            PanasonicRawTagNames.raw,
        ], namespace: "tiff",
        codes: TIFFCodes.image, units: imageUnits, readings: imageReadings)

    private static let exif = table(
        [EXIFTagNames.exif], namespace: "exif", codes: EXIFCodes.exif, units: exifUnits,
        readings: [
            36864: .version, 37500: .block(MakerNoteReader()), 37510: .codedText,
            40960: .version, 41730: .block(CFAPatternReader()),
            40965: .directories(.interoperability),
        ])

    private static let gps = table(
        [EXIFTagNames.gps], namespace: "gps", codes: EXIFCodes.gps, units: gpsUnits,
        readings: [
            0: .version, 2: .angle(reference: 1), 4: .angle(reference: 3),
            20: .angle(reference: 19),
            22: .angle(reference: 21), 27: .codedText, 28: .codedText,
        ])

    private static let interoperability = table(
        [EXIFTagNames.interoperability], namespace: "interoperability", codes: [:], units: [:],
        readings: [2: .version])

    private static let imageReadings: [UInt16: TIFFTag.Reading] = [
        273: .layout, 279: .layout, 288: .layout, 289: .layout, 324: .layout, 325: .layout,
        513: .layout, 514: .layout, 519: .layout, 520: .layout, 521: .layout,
        65324: .layout, 65325: .layout, 65426: .layout, 65432: .layout,
        330: .directories(.image), 400: .directories(.image), 34665: .directories(.exif),
        34853: .directories(.gps), 34954: .directories(.image), 50933: .directories(.image),
        700: .text, 18247: .text, 33471: .text, 34118: .text, 34680: .text, 34682: .text,
        34683: .text, 42112: .text, 51023: .text, 51123: .text, 51159: .text, 65200: .text,
        65449: .text,
        40091: .wideText, 40092: .wideText, 40093: .wideText, 40094: .wideText, 40095: .wideText,
        46: .block(EmbeddedJPEGReader()), 50341: .block(PrintIMReader()),
        33560: .block(OlympusSISReader()),
        33628: .block(MetaMorphReader(table: .first)),
        33629: .block(MetaMorphReader(table: .second)),
        33630: .block(MetaMorphReader(table: .third)),
        33631: .block(MetaMorphReader(table: .fourth)),
        33723: .block(IPTCReader()), 34361: .block(FluoViewReader()),
        34377: .block(PhotoshopReader()), 34412: .block(LSMReader()),
        34675: .block(ICCProfileReader()), 34735: .block(GeoTIFFReader()),
        50706: .version, 50707: .version, 50740: .block(AdobePrivateReader()),
        37706: .block(TVIPSReader()), 37707: .block(TVIPSReader()),
        37708: .block(TVIPSReader()), 43314: .block(NIHImageReader()),
        50839: .block(ImageJMetadataReader()),
        50435: .block(ParkReader()),
    ]

    private static let imageUnits: [UInt16: TIFFTag.UnitSource] = [
        282: .resolution(isPerLength: true), 283: .resolution(isPerLength: true),
        286: .resolution(isPerLength: false), 287: .resolution(isPerLength: false),
        65006: .text(of: 65003), 65007: .text(of: 65004), 65008: .text(of: 65005),
        65009: .text(of: 65003), 65010: .text(of: 65004), 65011: .text(of: 65005),
        65024: .text(of: 65022), 65025: .text(of: 65022),
    ]

    private static let exifUnits: [UInt16: TIFFTag.UnitSource] = {
        let inches: [Int64: String] = [2: "1/in", 3: "1/cm", 4: "1/mm", 5: "1/um"]
        let exif = TIFFTag.UnitSource.code(of: 41488, units: inches, fallback: "1/in")
        let electronicPhotography = TIFFTag.UnitSource.code(
            of: 37392, units: inches, fallback: "1/in")
        return [
            37390: electronicPhotography, 37391: electronicPhotography, 41486: exif, 41487: exif,
        ]
    }()

    private static let gpsUnits: [UInt16: TIFFTag.UnitSource] = [
        13: .letter(of: 12, units: ["K": "km/h", "M": "mi/h", "N": "kn"]),
        26: .letter(of: 25, units: ["K": "km", "M": "mi", "N": "nmi"]),
    ]

    /// Reads tables of lines `number name [unit]`.
    private static func table(
        _ names: [String], namespace: String, codes: [UInt16: [Int64: String]],
        units: [UInt16: TIFFTag.UnitSource], readings: [UInt16: TIFFTag.Reading]
    ) -> [UInt16: TIFFTag] {
        var table: [UInt16: TIFFTag] = [:]
        for line in names.lazy.flatMap({ $0.split(separator: "\n") }) {
            let words = line.split(separator: " ")
            guard words.count >= 2, let number = UInt16(words[0]) else {
                preconditionFailure("a tag needs a number and a name: \(line)")
            }
            let name = String(words[1])
            table[number] = TIFFTag(
                name: name, key: FactKey(segments: [namespace, name]),
                unit: units[number] ?? (words.count > 2 ? .fixed(String(words[2])) : .none),
                codes: codes[number], reading: readings[number] ?? .plain)
        }
        return table
    }
}
