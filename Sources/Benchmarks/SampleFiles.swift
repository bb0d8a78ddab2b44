internal import Foundation

/// Makes the files that the measurements read.
enum SampleFiles {
    /// `count` small TIFFs in folders of 100, each with a JSON sidecar of the same base name.
    static func writeTIFFsWithSidecars(count: Int, to root: URL) throws {
        for number in 0..<count {
            let folder = root.appendingPathComponent(String(format: "run%03d", number / 100))
            if number % 100 == 0 {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true)
            }
            let base = folder.appendingPathComponent(String(format: "image%05d", number))
            let sidecar = """
                {"sample": {"id": "S-\(number / 7)", "fixation": "2.5 % glutaraldehyde"},
                 "stain": "\(["osmium tetroxide", "uranyl acetate", "DAPI"][number % 3])",
                 "operator": "\(["mueller", "sato", "okafor"][number % 3])", "temperature": "\(20 + number % 5) °C"}
                """
            try tiff(number: number).write(to: base.appendingPathExtension("tif"))
            try Data(sidecar.utf8).write(to: base.appendingPathExtension("json"))
        }
    }

    /// A classic little-endian TIFF of 16 × 8 pixels with the tags a microscope's software writes.
    static func tiff(number: Int) -> Data {
        var file = TIFFBytes()
        file.append(directory: number, isLast: true)
        return file.data
    }

    /// A TIFF whose `count` directories are alike but for their places and times.
    static func stack(directoryCount: Int) -> Data {
        var file = TIFFBytes()
        for number in 0..<directoryCount {
            file.append(directory: number, isLast: number == directoryCount - 1)
        }
        return file.data
    }

    /// An OME-XML document of about `byteCount` bytes: one image with very many planes.
    static func writeOMEXML(byteCount: Int, to file: URL) throws {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06"><Image ID="Image:0" Name="large">
            <Pixels ID="Pixels:0" DimensionOrder="XYZCT" Type="uint16" SizeX="7" SizeY="5" SizeZ="3" SizeC="1" SizeT="9"
             PhysicalSizeX="65" PhysicalSizeXUnit="nm"><Channel ID="Channel:0:0" Name="DAPI"/>

            """
        var written = 0
        var plane = 0
        while written < byteCount {
            text += """
                <Plane TheZ="\(plane % 3)" TheC="0" TheT="\(plane / 3)" DeltaT="\(Double(plane) * 0.25)" ExposureTime="0.1" \
                PositionX="\(plane % 1000)" PositionY="\(plane / 1000)" PositionZ="0.5"/>

                """
            plane += 1
            if text.utf8.count > 1 << 20 {
                try handle.write(contentsOf: Data(text.utf8))
                written += text.utf8.count
                text = ""
            }
        }
        try handle.write(contentsOf: Data((text + "</Pixels></Image></OME>\n").utf8))
        try handle.close()
    }
}

/// Writes TIFF directories one after the other.
private struct TIFFBytes {
    private(set) var data = Data([0x49, 0x49, 42, 0, 8, 0, 0, 0])

    mutating func append(directory number: Int, isLast: Bool) {
        let entries: [(tag: UInt16, type: UInt16, value: Value)] = [
            (256, 3, .short(16)), (257, 3, .short(8)), (258, 3, .short(8)), (259, 3, .short(1)),
            (262, 3, .short(1)),
            (270, 2, .text("specimen \(number), section \(number % 40)")),
            (271, 2, .text("Example Instruments")), (272, 2, .text("EM-\(number % 4)")),
            (273, 4, .long(8)), (277, 3, .short(1)), (278, 3, .short(8)), (279, 4, .long(128)),
            (282, 5, .rational(2_000_000, UInt32(100 + number % 50))),
            (283, 5, .rational(2_000_000, UInt32(100 + number % 50))), (296, 3, .short(3)),
            (305, 2, .text("Acquire 4.\(number % 10)")),
            (
                306, 2,
                .text(String(format: "2026:03:%02d 12:%02d:05", 1 + number % 28, number % 60))
            ),
            (315, 2, .text(["mueller", "sato", "okafor"][number % 3])),
        ]
        let start = data.count
        let valuesStart = start + 2 + entries.count * 12 + 4
        var values = Data()
        append(UInt16(entries.count))
        for entry in entries {
            append(entry.tag)
            append(entry.type)
            switch entry.value {
            case .short(let value):
                append(UInt32(1))
                append(UInt32(value))
            case .long(let value):
                append(UInt32(1))
                append(value)
            case .text(let text):
                append(UInt32(text.utf8.count + 1))
                append(UInt32(valuesStart + values.count))
                values.append(contentsOf: Array(text.utf8) + [0])
                if values.count % 2 == 1 { values.append(0) }
            case .rational(let numerator, let denominator):
                append(UInt32(1))
                append(UInt32(valuesStart + values.count))
                for part in [numerator, denominator] {
                    withUnsafeBytes(of: part.littleEndian) { values.append(contentsOf: $0) }
                }
            }
        }
        append(isLast ? UInt32(0) : UInt32(valuesStart + values.count))
        data.append(values)
    }

    private enum Value {
        case short(UInt16), long(UInt32), text(String), rational(UInt32, UInt32)
    }

    private mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
}
