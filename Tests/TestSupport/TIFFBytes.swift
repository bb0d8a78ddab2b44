/// Builds files of the TIFF family, byte by byte.
///
/// ```
/// TIFFBytes(.big).file([[.short(256, 7), .ascii(270, "cells")]])
/// ```
///
/// Each directory stands behind its predecessor and in front of its values and subdirectories, so
/// that a test can tell every offset.
public struct TIFFBytes: Sendable {
    public enum Order: Sendable, CaseIterable {
        case little, big
    }

    public typealias Directory = [Field]

    /// One field: a tag with its value.
    public struct Field: Sendable {
        enum Value: Sendable {
            /// Numbers of a width in bytes.
            case numbers([UInt64], width: Int)
            case bytes([UInt8])
            case directories([Directory])
        }

        let tag: UInt16
        let type: UInt16
        let value: Value
        /// The count that the entry states; that of the value where it is `nil`.
        var statedCount: UInt64?

        /// This field with a count that is not its value's.
        public func claiming(_ count: UInt64) -> Field {
            var field = self
            field.statedCount = count
            return field
        }

        public static func short(_ tag: UInt16, _ values: UInt16...) -> Field {
            Field(tag: tag, type: 3, value: .numbers(values.map(UInt64.init), width: 2))
        }

        public static func long(_ tag: UInt16, _ values: UInt32...) -> Field {
            Field(tag: tag, type: 4, value: .numbers(values.map(UInt64.init), width: 4))
        }

        /// Numerators and denominators in turn.
        public static func rational(_ tag: UInt16, _ parts: UInt32...) -> Field {
            Field(tag: tag, type: 5, value: .numbers(parts.map(UInt64.init), width: 4))
        }

        /// Text with its terminating NUL.
        public static func ascii(_ tag: UInt16, _ text: String) -> Field {
            Field(tag: tag, type: 2, value: .bytes(Array(text.utf8) + [0]))
        }

        public static func undefined(_ tag: UInt16, _ bytes: [UInt8]) -> Field {
            Field(tag: tag, type: 7, value: .bytes(bytes))
        }

        /// Numbers of any type, by their bits.
        public static func numbers(
            _ tag: UInt16, type: UInt16, width: Int, _ bits: [UInt64]
        ) -> Field {
            Field(tag: tag, type: type, value: .numbers(bits, width: width))
        }

        /// Offsets of subdirectories, which are written behind this directory.
        public static func directories(_ tag: UInt16, _ directories: [Directory]) -> Field {
            Field(tag: tag, type: 13, value: .directories(directories))
        }
    }

    public let order: Order
    public let isBig: Bool

    public init(_ order: Order, isBig: Bool = false) {
        self.order = order
        self.isBig = isBig
    }

    /// A file of a chain of directories.
    ///
    /// - Parameter loopsTo: The directory of the chain that the last one points to as its next.
    public func file(_ chain: [Directory], loopsTo: Int? = nil) -> [UInt8] {
        var bytes: [UInt8] = order == .little ? [0x49, 0x49] : [0x4D, 0x4D]
        append(isBig ? 43 : 42, width: 2, to: &bytes)
        if isBig {
            append(8, width: 2, to: &bytes)
            append(0, width: 2, to: &bytes)
        }
        var pointer = bytes.count
        append(0, width: offsetWidth, to: &bytes)
        var offsets: [Int] = []
        for directory in chain {
            offsets.append(bytes.count)
            patch(UInt64(bytes.count), at: pointer, in: &bytes)
            pointer = append(directory, to: &bytes)
        }
        if let loopsTo { patch(UInt64(offsets[loopsTo]), at: pointer, in: &bytes) }
        return bytes
    }

    private var offsetWidth: Int { isBig ? 8 : 4 }

    /// Appends a directory with everything that hangs on it.
    ///
    /// - Returns: The place of its pointer to the next directory.
    private func append(_ directory: Directory, to bytes: inout [UInt8]) -> Int {
        append(UInt64(directory.count), width: isBig ? 8 : 2, to: &bytes)
        var places: [(field: Field, place: Int)] = []
        for field in directory {
            append(UInt64(field.tag), width: 2, to: &bytes)
            append(UInt64(field.type), width: 2, to: &bytes)
            append(field.statedCount ?? UInt64(count(of: field)), width: offsetWidth, to: &bytes)
            places.append((field, bytes.count))
            append(0, width: offsetWidth, to: &bytes)
        }
        let pointer = bytes.count
        append(0, width: offsetWidth, to: &bytes)
        for (field, place) in places {
            var value = encoded(field)
            if case .directories(let children) = field.value {
                for child in children {
                    append(UInt64(bytes.count), width: 4, to: &value)
                    _ = append(child, to: &bytes)
                }
            }
            if value.count <= offsetWidth {
                bytes.replaceSubrange(place..<place + value.count, with: value)
            } else {
                patch(UInt64(bytes.count), at: place, in: &bytes)
                bytes += value
            }
        }
        return pointer
    }

    private func count(of field: Field) -> Int {
        switch field.value {
        case .numbers(let numbers, _):
            field.type == 5 || field.type == 10 ? numbers.count / 2 : numbers.count
        case .bytes(let bytes): bytes.count
        case .directories(let directories): directories.count
        }
    }

    private func encoded(_ field: Field) -> [UInt8] {
        var bytes: [UInt8] = []
        switch field.value {
        case .numbers(let numbers, let width):
            for number in numbers { append(number, width: width, to: &bytes) }
        case .bytes(let value): bytes = value
        case .directories: break
        }
        return bytes
    }

    private func append(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
        let places = order == .little ? Array(0..<width) : Array((0..<width).reversed())
        for place in places {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place)))
        }
    }

    private func patch(_ value: UInt64, at place: Int, in bytes: inout [UInt8]) {
        var encoded: [UInt8] = []
        append(value, width: offsetWidth, to: &encoded)
        bytes.replaceSubrange(place..<place + encoded.count, with: encoded)
    }
}
