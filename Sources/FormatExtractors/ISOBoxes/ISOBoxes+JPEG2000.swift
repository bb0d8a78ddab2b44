internal import Extraction
internal import MetadataModel

/// Boxes of JPEG 2000 files.
///
/// Sources: ITU-T T.800 annex I <https://www.itu.int/rec/T-REC-T.800>; ITU-T T.801 annex M;
/// XMP part 3 for the identifiers of `uuid` boxes.
extension ISOBoxes {
    private static let tables: [String: StructureTable] = [
        "ihdr": StructureTable(
            namespace: "jp2.ihdr",
            """
            0 uint32 HEIGHT px
            4 uint32 WIDTH px
            8 uint16 NC
            10 uint8 BPC
            11 uint8 C: 7 JPEG 2000
            12 uint8 UnkC: 0 colourspace known; 1 colourspace unknown
            13 uint8 IPR: 0 no rights stated; 1 rights stated
            """),
        "pclr": StructureTable(
            namespace: "jp2.pclr",
            """
            0 uint16 NE
            2 uint8 NPC
            """),
    ]

    private static let colours: [UInt32: String] = [
        0: "bi-level", 1: "YCbCr(1)", 3: "YCbCr(2)", 4: "YCbCr(3)", 9: "PhotoYCC", 11: "CMY",
        12: "CMYK", 13: "YCCK", 14: "CIELab", 15: "bi-level(2)", 16: "sRGB", 17: "greyscale",
        18: "sYCC", 19: "CIEJab", 20: "e-sRGB", 21: "ROMM-RGB", 24: "e-sYCC",
    ]

    /// Adds the facts of a box; false where it is none of these.
    func stateJPEG2000(_ box: Box) throws(ExtractionError) -> Bool {
        if let table = Self.tables[box.type] {
            table.state(try content(of: box), element: box.element, into: collector)
            return true
        }
        switch box.type {
        case "jP  ": return true
        case "ftyp": try fileType(box)
        case "colr": try colour(box)
        case "resc", "resd": try resolution(box)
        case "bpcc", "cdef", "cmap", "rreq":
            let block = try content(of: box)
            collector.numbers(
                key(box), block.bytes.map { .integer(Int64($0)) }, element: box.element,
                locus: block.locus)
        case "jp2c":
            try JPEG2000Codestream.read(
                reader, from: box.start, to: box.end, into: collector)
        case "xml ", "lbl ", "url ":
            let block = try content(of: box)
            let start = box.type == "url " ? min(4, block.bytes.count) : 0
            collector.text(
                key(box), TextDecoding.text(of: block.bytes[start...].prefix { $0 != 0 }).text,
                element: box.element, locus: block.locus)
        case "uuid": return try identified(box)
        default: return false
        }
        return true
    }

    private func fileType(_ box: Box) throws(ExtractionError) {
        let block = try content(of: box)
        if let brand = block.text(at: 0, count: 4) {
            collector.text(key(box, "BR"), brand, locus: block.locus(at: 0, count: 4))
        }
        if let minor = block.integer(at: 4, as: UInt32.self) {
            collector.integer(key(box, "MinV"), Int64(minor), locus: block.locus(at: 4, count: 4))
        }
        for place in stride(from: 8, to: block.bytes.count, by: 4) {
            guard let brand = block.text(at: place, count: 4), !brand.isEmpty else { break }
            collector.text(
                key(box, "CL"), brand, element: ElementPath(segment: 2, index: (place - 8) / 4),
                locus: block.locus(at: place, count: 4))
        }
    }

    private func colour(_ box: Box) throws(ExtractionError) {
        let block = try content(of: box)
        if namespace != "jp2" {
            let type = block.text(at: 0, count: 4) ?? ""
            collector.text(
                key(box, "colour_type"), type, element: box.element,
                locus: block.locus(at: 0, count: 4))
            let rest = BinaryBlock(block, at: 4, count: block.bytes.count)
            if type == "nclx" {
                Self.nclx.state(rest, element: box.element, into: collector)
            } else {
                _ = ICCProfileReader.read(rest, element: .root, into: collector)
            }
            return
        }
        guard let method = block.bytes.first else { return }
        collector.integer(
            key(box, "METH"), Int64(method), element: box.element,
            label: [1: "enumerated", 2: "restricted ICC profile", 3: "any ICC profile"][method],
            locus: block.locus(at: 0, count: 1))
        if method == 1, let code = block.integer(at: 3, as: UInt32.self) {
            collector.integer(
                key(box, "EnumCS"), Int64(code), element: box.element, label: Self.colours[code],
                locus: block.locus(at: 3, count: 4))
        } else if method == 2 || method == 3 {
            let profile = BinaryBlock(block, at: 3, count: block.bytes.count)
            _ = ICCProfileReader.read(profile, element: .root, into: collector)
        }
    }

    private static let nclx = StructureTable(
        namespace: "heif.colr",
        """
        0 uint16 colour_primaries: 1 BT.709; 9 BT.2020; 12 Display P3
        2 uint16 transfer_characteristics: 1 BT.709; 13 sRGB; 16 PQ; 18 HLG
        4 uint16 matrix_coefficients: 0 identity; 1 BT.709; 5 BT.470; 6 BT.601; 9 BT.2020
        6 uint8 full_range_flag
        """)

    /// Numerators, denominators and exponents of the vertical and horizontal grid points a metre.
    private func resolution(_ box: Box) throws(ExtractionError) {
        let block = try content(of: box)
        let suffix = box.type == "resc" ? "c" : "d"
        for (name, place, exponent) in [("VR", 0, 8), ("HR", 4, 9)] {
            guard let numerator = block.integer(at: place, as: UInt16.self),
                let denominator = block.integer(at: place + 2, as: UInt16.self),
                let power = block.integer(at: exponent, as: Int8.self)
            else { return }
            var value = Double(numerator) / Double(denominator)
            for _ in 0..<abs(Int(power)) { value *= power > 0 ? 10 : 0.1 }
            collector.real(
                key(box, name + suffix), (value * 1e6).rounded() / 1e6,
                written: "\(numerator)/\(denominator) × 10^\(power)", element: box.element,
                unit: "1/m", locus: block.locus(at: place, count: 4))
        }
    }

    /// Adds what a box holds whose type is a UUID.
    private func identified(_ box: Box) throws(ExtractionError) -> Bool {
        guard box.count >= 16, box.count <= Self.maximumByteCount else { return false }
        let block = try content(of: box)
        let identifier = PhotoshopResources.hexadecimal(block.bytes.prefix(16))
        let body = BinaryBlock(block, at: 16, count: block.bytes.count)
        switch identifier {
        case "be7acfcb97a942e89c71999491e3afac":
            collector.text(
                FactKey(segments: [namespace, "XMP"]), TextDecoding.text(of: body.bytes).text,
                element: box.element, locus: body.locus)
        case "4a706754696666457869662d3e4a5032", "b14bf8bd083d4b43a5ae8cd7d5a6ce03",
            "0537cdab9d0c4431a72afa561f2a113e":
            // Exif, GeoTIFF (a TIFF file of one pixel), and Photoshop's Exif.
            return EmbeddedTIFF.read(body, into: collector)
                || EmbeddedTIFF.read(body, from: 6, into: collector)
        case "33c7a4d2b81d4723a0baf1a3e097ad38", "09a14e97c0b442e0beebdf6fae3c9e7e":
            return IPTCReader.read(
                body, from: 0, count: body.bytes.count, element: .root, into: collector)
        case "2c4c010085044040b03e7bcf8f8b3a9e":
            return PhotoshopReader.read(body, element: .root, into: collector)
        case "85c0b687820f11e08111f4ce462b6a48", "eaf42b5e1c984b88b9fbb7dc406e4d16":
            // Canon's: boxes within.
            let inner = identifier.hasPrefix("eaf4") ? 24 : 16
            try walk(
                from: box.start + UInt64(min(inner, block.bytes.count)), to: box.end,
                depth: box.depth + 1)
        default:
            collector.text(
                key(box, "ID"), identifier, element: box.element,
                locus: block.locus(at: 0, count: 16))
            guard body.bytes.count > 3, body.bytes.withUnsafeBytes(TIFFText.isReadable) else {
                collector.opaque(
                    key(box, "DATA"), body.bytes, element: box.element, locus: body.locus)
                return true
            }
            collector.text(
                key(box, "DATA"), TextDecoding.text(of: body.bytes).text, element: box.element,
                locus: body.locus)
        }
        return true
    }
}
