/// The namespaced name of a fact, a path of segments such as `ome.Image.Pixels.SizeX`.
///
/// The first segment is the format or namespace. Segments are spelled as the format's
/// specification spells them. In print they are joined by dots; a segment that holds a dot, a
/// space, a bracket, a backtick or nothing at all is printed in backticks, with backticks inside
/// doubled.
public struct FactKey: Hashable, Sendable, Comparable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    /// The printed form, and the identity of the key: `tiff.ImageWidth`, ``sample.`Gene Symbol` ``.
    public let description: String

    /// First segments that belong to Reticle and to people: no file can state a fact in them.
    public static let reservedNamespaces: Set<String> = [
        "file", "asset", "tag", "user", "project", "process", "issue", "reticle",
    ]

    /// A key from its printed form, which is taken as it is.
    @inlinable
    public init(printed: String) {
        description = printed
    }

    /// A key from segments in plain spelling.
    public init(segments: [String]) {
        description = segments.map(Self.printed(segment:)).joined(separator: ".")
    }

    @inlinable
    public init(stringLiteral value: String) {
        description = value
    }

    /// The key one level below this one.
    public func appending(_ segment: String) -> FactKey {
        FactKey(printed: description + "." + Self.printed(segment: segment))
    }

    /// The segments in plain spelling, without backticks.
    public var segments: [String] {
        var segments: [String] = []
        var current: [UInt8] = []
        var isQuoted = false
        let bytes = Array(description.utf8)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "`") {
                if isQuoted, position + 1 < bytes.count, bytes[position + 1] == byte {
                    current.append(byte)
                    position += 1
                } else {
                    isQuoted.toggle()
                }
            } else if byte == UInt8(ascii: "."), !isQuoted {
                segments.append(String(decoding: current, as: UTF8.self))
                current.removeAll(keepingCapacity: true)
            } else {
                current.append(byte)
            }
            position += 1
        }
        segments.append(String(decoding: current, as: UTF8.self))
        return segments
    }

    /// The spelling under which keys are compared: lower case, no backticks, and one `_` where the
    /// key has a space, `_` or `-`.
    public var folded: String {
        Self.folded(description)
    }

    /// Folds the printed form of a key, or a part of it; see ``folded``.
    public static func folded(_ printed: String) -> String {
        var isPlain = true
        for byte in printed.utf8 where byte >= 0x80 {
            isPlain = false
            break
        }
        let lowered = isPlain ? printed : printed.lowercased()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(lowered.utf8.count)
        for byte in lowered.utf8 {
            switch byte {
            case UInt8(ascii: "`"): continue
            case UInt8(ascii: " "), UInt8(ascii: "-"): bytes.append(UInt8(ascii: "_"))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One segment as it is printed within a key.
    public static func printed(segment: String) -> String {
        var needsQuotes = segment.isEmpty
        for byte in segment.utf8 {
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), 0..<0x20:
                needsQuotes = true
            default: continue
            }
            break
        }
        guard needsQuotes else { return segment }
        var quoted = "`"
        for character in segment.unicodeScalars {
            if character == "`" { quoted.unicodeScalars.append("`") }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "`"
    }

    public static func < (left: FactKey, right: FactKey) -> Bool {
        left.description < right.description
    }
}
