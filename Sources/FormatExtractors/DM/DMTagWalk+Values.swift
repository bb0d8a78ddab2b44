internal import Extraction
internal import MetadataModel

/// The type of a tag's value, as its type words state it.
///
/// | Type words                                                       | Value              |
/// |:-----------------------------------------------------------------|:-------------------|
/// | code                                                             | one of a simple type |
/// | 15, name length, n, n × (name length, code)                      | structure          |
/// | 18, n                                                            | text in UTF-16     |
/// | 20, type words, n                                                | array              |
private indirect enum DMShape {
    case simple(DMType)
    case text(UInt64)
    case structure([(nameByteCount: UInt64, type: DMType)], nameByteCount: UInt64)
    case array(DMShape, count: UInt64)

    /// Bytes of a value; `nil` where they are more than a number can say.
    var byteCount: UInt64? {
        switch self {
        case .simple(let type):
            return UInt64(type.byteCount)
        case .text(let count):
            let (bytes, overflows) = count.multipliedReportingOverflow(by: 2)
            return overflows ? nil : bytes
        case .structure(let fields, let nameByteCount):
            var sum = nameByteCount
            for field in fields {
                let (next, overflows) = sum.addingReportingOverflow(field.nameByteCount)
                let (all, overflowsToo) = next.addingReportingOverflow(UInt64(field.type.byteCount))
                if overflows || overflowsToo { return nil }
                sum = all
            }
            return sum
        case .array(let member, let count):
            guard let size = member.byteCount else { return nil }
            let (bytes, overflows) = size.multipliedReportingOverflow(by: count)
            return overflows ? nil : bytes
        }
    }
}

extension DMTagWalk {
    /// Members of an array whose least and greatest are looked for.
    private static let maximumMemberCount: UInt64 = 4096
    /// Members of an array of structures that are read: the colours of a table are 256.
    private static let maximumStructureCount: UInt64 = 1024
    /// Characters of a text that are read.
    private static let maximumCharacterCount: UInt64 = 1 << 20
    /// Type words of one value.
    private static let maximumWordCount: UInt64 = 4096

    /// Reads a value, and moves behind it.
    ///
    /// - Parameter isSamples: Whether an array is the samples of an image, which are not read.
    func readValue(named name: String, isSamples: Bool) throws(ExtractionError) -> DMValue {
        let start = position
        guard try reader.uint32(at: position, .big) == 0x2525_2525 else {
            throw ExtractionError(.malformed, "expected %%%% before a value", offset: position)
        }
        position += 4
        let wordCount = try count()
        guard wordCount > 0, wordCount <= Self.maximumWordCount else {
            throw ExtractionError(
                .malformed, "expected 1 to \(Self.maximumWordCount) type words, found \(wordCount)",
                offset: start)
        }
        var words: [UInt64] = []
        for _ in 0..<wordCount { words.append(try count()) }
        var rest = words[...]
        guard let shape = Self.shape(&rest, depth: 0), let byteCount = shape.byteCount else {
            throw ExtractionError(
                .malformed, "a value of an unknown type \(words.prefix(4))", offset: start)
        }
        let offset = position
        guard offset <= reader.count, byteCount <= reader.count - offset else {
            throw ExtractionError(
                .truncated, "expected \(byteCount) bytes of \(name)", offset: offset)
        }
        position = offset + byteCount
        collector.noteMetadata(Int(offset - start), understood: true)
        let content = try content(of: shape, at: offset, isSamples: isSamples)
        if case .samples = content {
        } else {
            collector.noteMetadata(Int(clamping: byteCount), understood: true)
        }
        return DMValue(content: content, offset: offset, byteCount: byteCount)
    }

    private static func shape(_ words: inout ArraySlice<UInt64>, depth: Int) -> DMShape? {
        guard depth < 8, let code = words.popFirst() else { return nil }
        switch code {
        case 15:
            guard let nameByteCount = words.popFirst(), let count = words.popFirst(),
                count <= UInt64(words.count / 2)
            else { return nil }
            var fields: [(nameByteCount: UInt64, type: DMType)] = []
            for _ in 0..<count {
                guard let name = words.popFirst(), let type = words.popFirst().flatMap(DMType.init)
                else { return nil }
                fields.append((name, type))
            }
            return .structure(fields, nameByteCount: nameByteCount)
        case 18:
            return words.popFirst().map { .text($0) }
        case 20:
            guard let member = shape(&words, depth: depth + 1), let count = words.popFirst() else {
                return nil
            }
            return .array(member, count: count)
        default:
            return DMType(code: code).map { .simple($0) }
        }
    }

    private func content(
        of shape: DMShape, at offset: UInt64, isSamples: Bool = false
    ) throws(ExtractionError) -> DMValue.Content {
        switch shape {
        case .simple(.boolean):
            return .truth(try reader.uint8(at: offset) != 0)
        case .simple(let type):
            return .numbers(
                try numbers(type, 1, at: offset), count: 1, isSingle: type == .float32)
        case .text(let count):
            return .text(try text(count, at: offset))
        case .structure(let fields, let nameByteCount):
            return try structure(fields, nameByteCount, at: offset)
        case .array(.simple(let type), let count):
            if isSamples { return .samples(count: count, type) }
            return try array(of: type, count, at: offset)
        case .array(let member, let count):
            return try array(of: member, count, at: offset)
        }
    }

    private func numbers(
        _ type: DMType, _ count: Int, at offset: UInt64
    ) throws(ExtractionError) -> [Number] {
        let order = order
        return try reader.withBytes(at: offset, count: count * type.byteCount) {
            bytes throws(ExtractionError) in
            (0..<count).map { bytes.number(type.field, at: $0 * type.byteCount, order) }
        }
    }

    private func text(_ count: UInt64, at offset: UInt64) throws(ExtractionError) -> String {
        let kept = Int(min(count, Self.maximumCharacterCount))
        return BinaryText.wide(try reader.bytes(at: offset, count: kept * 2), order)
    }

    private func array(
        of type: DMType, _ count: UInt64, at offset: UInt64
    ) throws(ExtractionError) -> DMValue.Content {
        if count == 0 {
            return type == .uint16 ? .text("") : .numbers([], count: 0, isSingle: false)
        }
        if type == .uint16, count <= Self.maximumCharacterCount,
            let text = try plainText(Int(count), at: offset)
        {
            return .text(text)
        }
        if type == .char || type == .octet, count > UInt64(collector.limits.maximumListCount) {
            let kept = Int(min(count, Self.maximumMemberCount))
            return .opaque(try reader.bytes(at: offset, count: kept))
        }
        let kept = Int(count <= Self.maximumMemberCount ? count : 16)
        return .numbers(
            try numbers(type, kept, at: offset), count: Int(clamping: count),
            isSingle: type == .float32)
    }

    /// The text that an array of 16-bit numbers is; `nil` where they are no characters. DM
    /// writes all its texts this way.
    private func plainText(_ count: Int, at offset: UInt64) throws(ExtractionError) -> String? {
        let bytes = try reader.bytes(at: offset, count: count * 2)
        var end = bytes.count
        while end > 1, bytes[end - 1] == 0, bytes[end - 2] == 0 { end -= 2 }
        let (text, isExact) = bytes.withUnsafeBytes {
            TextDecoding.utf16(UnsafeRawBufferPointer(rebasing: $0[..<end]), order)
        }
        guard isExact else { return nil }
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F || (0x09...0x0D).contains($0.value)
        }
        return isPlain ? text : nil
    }

    private func structure(
        _ fields: [(nameByteCount: UInt64, type: DMType)], _ nameByteCount: UInt64,
        at offset: UInt64
    ) throws(ExtractionError) -> DMValue.Content {
        var place = offset + nameByteCount
        var members: [(name: String, number: Number)] = []
        for field in fields {
            let name = try reader.bytes(at: place, count: Int(clamping: field.nameByteCount))
            place += field.nameByteCount
            members.append(
                (TextDecoding.text(of: name).text, try numbers(field.type, 1, at: place)[0]))
            place += UInt64(field.type.byteCount)
        }
        guard members.isEmpty || members.contains(where: { $0.name.isEmpty }) else {
            return .fields(members)
        }
        return .numbers(
            members.map(\.number), count: members.count,
            isSingle: !fields.isEmpty && fields.allSatisfy { $0.type == .float32 })
    }

    /// An array of structures or of arrays: a value for each of its first members.
    private func array(
        of member: DMShape, _ count: UInt64, at offset: UInt64
    ) throws(ExtractionError) -> DMValue.Content {
        guard let stride = member.byteCount, stride > 0, count > 0 else {
            return .numbers([], count: 0, isSingle: false)
        }
        var members: [DMValue] = []
        for index in 0..<min(count, Self.maximumStructureCount) {
            let place = offset + index * stride
            members.append(
                DMValue(
                    content: try content(of: member, at: place), offset: place, byteCount: stride))
        }
        return .members(members, count: count)
    }
}
