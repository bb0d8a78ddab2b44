internal import Extraction
internal import MetadataModel

/// One attribute of an OpenEXR file.
struct EXRAttribute {
    let key: FactKey
    let element: ElementPath
    let value: BinaryBlock

    private static let numbers: [String: String] = [
        "int": "int32", "float": "float32", "double": "float64", "box2i": "int32",
        "box2f": "float32", "v2i": "int32", "v2f": "float32", "v3i": "int32", "v3f": "float32",
        "m33f": "float32", "m44f": "float32", "chromaticities": "float32", "v2d": "float64",
        "v3d": "float64", "m33d": "float64", "m44d": "float64", "rational": "int32",
        "timecode": "uint32", "keycode": "int32",
    ]

    private static let codes: [String: [UInt8: String]] = [
        "compression": [
            0: "none", 1: "RLE", 2: "ZIPS", 3: "ZIP", 4: "PIZ", 5: "PXR24", 6: "B44", 7: "B44A",
            8: "DWAA", 9: "DWAB",
        ],
        "lineOrder": [0: "increasing Y", 1: "decreasing Y", 2: "random Y"],
        "envmap": [0: "latitude-longitude", 1: "cube"],
        "deepImageState": [0: "messy", 1: "sorted", 2: "non-overlapping", 3: "tidy"],
    ]

    /// Adds the value, which is of a type.
    func state(_ type: String, into collector: FactCollector) {
        if let number = Self.numbers[type],
            let table = StructureTable(
                key: key, typeName: number, byteCount: value.bytes.count)
        {
            table.state(value, element: element, into: collector)
        } else if let codes = Self.codes[type], let code = value.bytes.first {
            collector.integer(
                key, Int64(code), element: element, label: codes[code], locus: value.locus)
        } else if type == "string" {
            collector.text(
                key, TextDecoding.text(of: value.bytes).text, element: element, locus: value.locus)
        } else if type == "stringvector" {
            strings(into: collector)
        } else if type == "chlist" {
            channels(into: collector)
        } else if type == "tiledesc" {
            tiles(into: collector)
        } else {
            collector.opaque(key, value.bytes, element: element, locus: value.locus)
        }
    }

    private func strings(into collector: FactCollector) {
        var place = 0
        while let count = value.integer(at: place, as: UInt32.self),
            let bytes = value.bytes(at: place + 4, count: Int(count))
        {
            collector.text(
                key, TextDecoding.text(of: bytes).text, element: element,
                locus: value.locus(at: place + 4, count: Int(count)))
            place += 4 + Int(count)
        }
    }

    private func channels(into collector: FactCollector) {
        var place = 0
        var index = 0
        while place < value.bytes.count, value.bytes[place] != 0, index < 4096 {
            let name = value.bytes[place...].prefix { $0 != 0 }
            let element = element.appending(segment: 1, index: index)
            collector.text(
                key.appending("name"), TextDecoding.text(of: name).text, element: element,
                locus: value.locus(at: place, count: name.count))
            let start = name.endIndex + 1
            guard let type = value.integer(at: start, as: Int32.self),
                let x = value.integer(at: start + 8, as: Int32.self),
                let y = value.integer(at: start + 12, as: Int32.self)
            else { return }
            collector.integer(
                key.appending("pixelType"), Int64(type), element: element,
                label: [0: "uint", 1: "half", 2: "float"][type],
                locus: value.locus(at: start, count: 4))
            collector.integer(
                key.appending("xSampling"), Int64(x), element: element,
                locus: value.locus(at: start + 8, count: 4))
            collector.integer(
                key.appending("ySampling"), Int64(y), element: element,
                locus: value.locus(at: start + 12, count: 4))
            place = start + 16
            index += 1
        }
    }

    private func tiles(into collector: FactCollector) {
        guard let x = value.integer(at: 0, as: UInt32.self),
            let y = value.integer(at: 4, as: UInt32.self), let mode = value.bytes.dropFirst(8).first
        else { return }
        collector.integer(
            key.appending("xSize"), Int64(x), element: element, unit: "px",
            locus: value.locus(at: 0, count: 4))
        collector.integer(
            key.appending("ySize"), Int64(y), element: element, unit: "px",
            locus: value.locus(at: 4, count: 4))
        collector.integer(
            key.appending("mode"), Int64(mode), element: element,
            label: [0: "one level", 1: "mipmap", 2: "ripmap"][mode & 15],
            locus: value.locus(at: 8, count: 1))
    }
}
