internal import Extraction
internal import MetadataModel

/// The objects of one file.
struct GWYTree {
    private static let maximumNameByteCount = 4096

    private let reader: ByteReader
    private let collector: FactCollector

    init(_ reader: ByteReader, _ collector: FactCollector) {
        self.reader = reader
        self.collector = collector
    }

    /// A component whose value has not been read yet.
    private struct Component {
        let name: String
        let type: UInt8
        /// Members of an array; 1 for a single value.
        let count: UInt64
        /// Where the value begins, behind an array's count, and where it ends.
        let offset: UInt64
        let end: UInt64
        var letter: String { String(UnicodeScalar(type)) }
    }

    mutating func read(from place: UInt64) throws(ExtractionError) {
        let object = try object(at: place, end: reader.count)
        try read(object, NumberedName(["gwy"]), depth: 0)
        guard object.end <= reader.count else {
            throw ExtractionError(
                .truncated, "expected an object up to byte \(object.end)", offset: reader.count)
        }
    }

    private struct Object {
        let type: String
        let offset: UInt64
        let end: UInt64
    }

    /// The name and the place of the object at a place.
    private func object(at place: UInt64, end: UInt64) throws(ExtractionError) -> Object {
        let type = try text(at: place, end: end, maximum: 256)
        let start = place + UInt64(type.byteCount)
        guard end >= start, end - start >= 4 else {
            throw ExtractionError(.truncated, "expected the length of \(type.text)", offset: start)
        }
        let byteCount = UInt64(try reader.uint32(at: start, .little))
        return Object(type: type.text, offset: start + 4, end: start + 4 + byteCount)
    }

    /// A text up to a NUL, and its bytes with the NUL.
    private func text(
        at place: UInt64, end: UInt64, maximum: Int
    ) throws(ExtractionError) -> (text: String, byteCount: Int) {
        var size = 64
        while true {
            let wanted = min(size, maximum, Int(clamping: end - min(end, place)))
            let bytes = try reader.bytes(at: place, count: wanted)
            if let length = bytes.firstIndex(of: 0) {
                return (TextDecoding.text(of: bytes[..<length]).text, length + 1)
            }
            guard wanted == size, size < maximum else {
                throw ExtractionError(.malformed, "expected the end of a text", offset: place)
            }
            size *= 8
        }
    }

    private func read(_ object: Object, _ name: NumberedName, depth: Int) throws(ExtractionError) {
        guard depth < 64 else {
            throw ExtractionError(
                .limitExceeded, "more than 64 nested objects", offset: object.offset)
        }
        var components: [Component] = []
        var place = object.offset
        let end = min(object.end, reader.count)
        var problem: ExtractionError?
        do throws(ExtractionError) {
            while place < end, components.count < 1_000_000 {
                let component = try component(at: place, end: end)
                components.append(component)
                place = component.end
            }
        } catch {
            problem = error
        }
        let units = (
            xy: unit("si_unit_xy", of: components), z: unit("si_unit_z", of: components)
        )
        for component in components where !collector.isFull {
            let unit: String?
            switch component.name {
            case "xreal", "yreal", "xoff", "yoff", "real", "off": unit = units.xy
            case "zreal", "zoff": unit = units.z
            default: unit = nil
            }
            try state(component, of: object, name, unit: unit, depth: depth)
        }
        if let problem { throw problem }
    }

    /// The unit that an object states in one of its components.
    private func unit(_ name: String, of components: [Component]) -> String? {
        guard
            let component = components.first(where: {
                ($0.name == name || ($0.name == "si_unit_x" && name == "si_unit_xy"))
                    && $0.type == UInt8(ascii: "o")
            }), let object = try? object(at: component.offset, end: component.end),
            let first = try? self.component(
                at: object.offset, end: min(object.end, component.end)),
            first.name == "unitstr", first.type == UInt8(ascii: "s"),
            let unit = try? text(at: first.offset, end: first.end, maximum: 256).text
        else { return nil }
        return unit.isEmpty ? nil : unit
    }

    private func component(at place: UInt64, end: UInt64) throws(ExtractionError) -> Component {
        let name = try text(at: place, end: end, maximum: Self.maximumNameByteCount)
        let typePlace = place + UInt64(name.byteCount)
        var fields = StructureReading(
            reader, collector, order: .little, key: "gwy", place: name.text, from: typePlace,
            end: end)
        let type = try fields.next(UInt8.self)
        let isArray = (0x41...0x5A).contains(type)
        let count = isArray ? UInt64(try fields.next(UInt32.self)) : 1
        let offset = fields.position
        switch type | 0x20 {
        case UInt8(ascii: "b"), UInt8(ascii: "c"): try fields.skip(count)
        case UInt8(ascii: "i"): try fields.skip(count * 4)
        case UInt8(ascii: "q"), UInt8(ascii: "d"): try fields.skip(count * 8)
        case UInt8(ascii: "s"):
            for _ in 0..<count {
                let text = try text(at: fields.position, end: end, maximum: 16 << 20)
                try fields.skip(UInt64(text.byteCount))
            }
        case UInt8(ascii: "o"):
            for _ in 0..<count {
                let object = try object(at: fields.position, end: end)
                // An object that is cut is read as far as it reaches.
                fields.position = min(object.end, end)
                if object.end > end { break }
            }
        default:
            throw ExtractionError(
                .malformed, "a component of the unknown type \(type)", offset: typePlace)
        }
        return Component(
            name: name.text, type: type, count: count, offset: offset, end: fields.position)
    }

    private func state(
        _ component: Component, of object: Object, _ parent: NumberedName, unit: String?, depth: Int
    ) throws(ExtractionError) {
        var name = parent
        name.append(component.name.split(separator: "/").map(String.init))
        let key = name.key
        let segment = name.segments.count - 1
        let locus = Locus(
            offset: reader.baseOffset + component.offset,
            length: component.end - component.offset, address: component.name)
        var fields = StructureReading(
            reader, collector, order: .little, key: key, element: name.element,
            place: component.name, from: component.offset, end: component.end)
        collector.noteMetadata(component.name.utf8.count + 2, understood: true)
        func element(_ index: Int) -> ElementPath {
            index == 0 || Int(name.element.steps.last?.segment ?? 0) >= segment
                ? name.element : name.element.appending(segment: segment, index: index)
        }
        switch component.type {
        case UInt8(ascii: "b"):
            let isTrue = try fields.next(UInt8.self) != 0
            collector.text(key, isTrue ? "true" : "false", element: name.element, locus: locus)
        case UInt8(ascii: "c"):
            let byte = try fields.next(UInt8.self)
            collector.text(key, BinaryText.narrow([byte]), element: name.element, locus: locus)
        case UInt8(ascii: "C"):
            let bytes = try reader.bytes(
                at: component.offset, count: Int(min(component.count, 4096)))
            collector.opaque(
                key, bytes, byteCount: Int(clamping: component.count), element: name.element,
                locus: locus)
        case UInt8(ascii: "i"), UInt8(ascii: "I"):
            try fields.state(numbers: nil, .int32, count: component.count)
        case UInt8(ascii: "q"), UInt8(ascii: "Q"):
            try fields.state(numbers: nil, .int64, count: component.count)
        case UInt8(ascii: "d"):
            try fields.state(numbers: nil, .float64, count: 1, unit: unit)
        case UInt8(ascii: "D"):
            // Samples are no metadata.
            if component.name == "data" { return }
            try fields.state(numbers: nil, .float64, count: component.count)
        case UInt8(ascii: "s"), UInt8(ascii: "S"):
            for index in 0..<Int(clamping: component.count) where !collector.isFull {
                let offset = fields.position
                let text = try text(at: offset, end: component.end, maximum: 16 << 20)
                try fields.skip(UInt64(text.byteCount))
                collector.noteMetadata(text.byteCount, understood: true)
                collector.text(
                    key, text.text, element: element(index),
                    locus: Locus(
                        offset: reader.baseOffset + offset, length: UInt64(text.byteCount - 1),
                        address: component.name))
            }
        default:
            for index in 0..<Int(clamping: component.count) where fields.left > 0 {
                let inner = try self.object(at: fields.position, end: component.end)
                collector.text(
                    key, inner.type, element: element(index),
                    locus: Locus(
                        offset: reader.baseOffset + fields.position,
                        length: UInt64(inner.type.utf8.count), address: component.name))
                try read(inner, name.at(element(index)), depth: depth + 1)
                fields.position = inner.end
            }
        }
    }
}
