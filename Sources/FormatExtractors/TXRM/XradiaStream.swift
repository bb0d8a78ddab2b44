internal import Extraction
internal import MetadataModel

/// What the bytes of a stream of an XRM file are.
///
/// Streams state no type. The names of the specification's streams fix it; for others the bytes
/// decide: texts are printable and padded with zeros, small integers have an exponent of zero when
/// they are taken for floating point, and numbers of instruments lie between 1e-9 and 1e12.
enum XradiaStream {
    case texts([String])
    case numbers([Number], written: [String]?)
    case unknown

    /// - Parameters:
    ///   - bytes: The stream, or its beginning.
    ///   - name: The stream's name.
    init(_ bytes: [UInt8], name: String) {
        if bytes.allSatisfy({ $0 == 0 }) {
            // Zeros are text of no length, or one number or two.
            self =
                bytes.count <= 8 && bytes.count % 4 == 0
                ? .numbers(Array(repeating: .integer(0), count: bytes.count / 4), written: nil)
                : .texts([])
            return
        }
        if Self.realNames.contains(name), bytes.count % 4 == 0 {
            self = Self.reals(bytes)
        } else if Self.integerNames.contains(name), bytes.count % 4 == 0 {
            self = .numbers(Self.words(bytes).map { .integer(Int64($0)) }, written: nil)
        } else if let texts = Self.texts(bytes) {
            self = .texts(texts)
        } else if bytes.count == 1 {
            self = .numbers([.integer(Int64(bytes[0]))], written: nil)
        } else if bytes.count == 2 {
            let value = bytes.withUnsafeBytes { $0.integer(at: 0, .little, as: Int16.self) }
            self = .numbers([.integer(Int64(value))], written: nil)
        } else {
            self = Self.guessed(bytes)
        }
    }

    private static func guessed(_ bytes: [UInt8]) -> XradiaStream {
        guard bytes.count >= 4, bytes.count % 4 == 0 else { return .unknown }
        let words = words(bytes)
        let used = words.filter { $0 != 0 }
        if used.allSatisfy({ isReal($0) }) { return reals(bytes) }
        if used.allSatisfy({ abs(Int64($0)) < 1 << 26 }) {
            return .numbers(words.map { .integer(Int64($0)) }, written: nil)
        }
        if bytes.count % 8 == 0 {
            let doubles = bytes.withUnsafeBytes { raw in
                stride(from: 0, to: raw.count, by: 8).map {
                    Double(bitPattern: raw.integer(at: $0, .little, as: UInt64.self))
                }
            }
            if doubles.allSatisfy({ $0 == 0 || (1e-9...1e12).contains(abs($0)) }) {
                return .numbers(doubles.map { .real($0) }, written: nil)
            }
        }
        let realCount = used.count { isReal($0) }
        if words.count > 8, realCount * 10 >= used.count * 9 { return reals(bytes) }
        // A lone number that is neither: the larger integers are more likely than tiny reals.
        return words.count == 1
            ? .numbers([.integer(Int64(words[0]))], written: nil) : .unknown
    }

    private static func words(_ bytes: [UInt8]) -> [Int32] {
        bytes.withUnsafeBytes { raw in
            stride(from: 0, to: raw.count - 3, by: 4).map { raw.integer(at: $0, .little) }
        }
    }

    private static func isReal(_ word: Int32) -> Bool {
        let value = abs(Float(bitPattern: UInt32(bitPattern: word)))
        return value >= 1e-9 && value < 1e12
    }

    private static func reals(_ bytes: [UInt8]) -> XradiaStream {
        let values = words(bytes).map { Float(bitPattern: UInt32(bitPattern: $0)) }
        return .numbers(
            values.map { .real(Double($0)) }, written: values.map { Fact.spelling(of: $0) })
    }

    /// The texts of a stream of one or more texts, each padded with zeros; `nil` where the bytes
    /// are no texts.
    private static func texts(_ bytes: [UInt8]) -> [String]? {
        let parts = bytes.split(separator: 0)
        guard let first = parts.first, bytes.first != 0, isText(first) else { return nil }
        let isPadded = bytes.contains(0)
        // Four bytes without an end, or very few letters, are a number's bytes.
        if bytes.count <= 8, !isPadded || first.count < 3 { return nil }
        if first.count < 2, bytes.count % 4 == 0, bytes.count < 20 { return nil }
        if first.count <= 4, bytes.count % 4 == 0, !first.allSatisfy({ isPlain($0) }) {
            return nil
        }
        if first.count == 1, !parts.dropFirst().isEmpty { return nil }
        // What follows an end may be the rest of what stood there before: only texts at equal
        // distances are a list.
        let starts = parts.map(\.startIndex)
        let distance = starts.count > 1 ? starts[1] : bytes.count
        let isList =
            distance >= 10 && bytes.count % distance == 0
            && starts.allSatisfy { $0 % distance == 0 } && parts.allSatisfy { isText($0) }
        return (isList ? parts : [first]).map { TextDecoding.text(of: $0).text }
    }

    private static func isText(_ part: ArraySlice<UInt8>) -> Bool {
        part.allSatisfy { (0x20...0x7E).contains($0) || $0 >= 0xA0 || (0x09...0x0D).contains($0) }
            && (part.first.map { $0 < 0x80 || $0 == 0xB5 } ?? false)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || " -_.:/".utf8.contains(byte)
    }

    /// Streams of 32-bit floating point, by name, in every version of the format.
    private static let realNames: Set<String> = [
        "Angles", "CamPixelSize", "CameraTemperature", "CCDPixelSize", "ConeAngle", "Current",
        "Energy", "ExpTimes", "ExpTime", "ExposureTime", "FanAngle", "MotorPositions",
        "OpticalMagnification", "PixelSize", "SourceFilterThickness",
        "StoRADistance", "DtoRADistance", "Temperature", "Voltage", "XPosition", "XrayCurrent",
        "XrayVoltage", "YPosition", "ZPosition", "x-shifts", "y-shifts", "CenterShift",
        "GlobalMin", "GlobalMax", "AutoCenterShift", "BeamHardening", "RotationAngle",
    ]

    /// Streams of 32-bit integers, by name, in every version of the format.
    private static let integerNames: Set<String> = [
        "AcquisitionMode", "CameraBinning", "CameraNo", "DataType", "FileType", "HorizontalBin",
        "VerticalBin", "ImageHeight", "ImageWidth", "ImagesPerProjection", "ImagesTaken",
        "MosiacColumns", "MosiacMode", "MosiacRows", "NoOfImages", "NoOfImagesAveraged",
        "ObjectiveID", "ReconBinning", "ReconDataType", "ReconFilter",
        "TotalAxis", "NumOfImagesPerEpoch", "AveragedFrames",
    ]
}
