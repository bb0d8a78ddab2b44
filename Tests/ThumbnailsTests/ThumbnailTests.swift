import Foundation
import Testing

@testable import Thumbnails

@Suite struct ThumbnailTests {
    /// A page of 7 × 5 grey samples of 16 bits, the darkest 1000 and the brightest 35,000.
    static func grey() -> [UInt8] {
        let (width, height) = (7, 5)
        let samples = (1...width * height).flatMap { number in
            [UInt8(number * 1000 & 0xFF), UInt8(number * 1000 >> 8)]
        }
        let entries: [(UInt16, UInt32)] = [
            (256, 7), (257, 5), (258, 16), (259, 1), (262, 1), (273, 8), (277, 1), (278, 5),
            (279, UInt32(samples.count)),
        ]
        var file: [UInt8] = [0x49, 0x49, 42, 0]
        func append(_ value: UInt32, _ byteCount: Int) {
            for place in 0..<byteCount { file.append(UInt8(value >> (8 * UInt32(place)) & 0xFF)) }
        }
        append(UInt32(8 + samples.count), 4)
        file += samples
        append(UInt32(entries.count), 2)
        for (tag, value) in entries {
            append(UInt32(tag), 2)
            append(4, 2)
            append(1, 4)
            append(value, 4)
        }
        append(0, 4)
        return file
    }

    @Test func `a grey page becomes a bitmap whose darkest is black and brightest white`() throws {
        let picture = try #require(try Self.picture(Self.grey()))
        #expect(picture.kind == .bmp)
        // Rows of 7 pixels and one byte that fills them up, from the lowest row up.
        let rows = picture.bytes.suffix(8 * 5).map { $0 }
        #expect(rows[6] == 255)
        #expect(rows[32] == 0)
        #expect(rows[33] > rows[32] && rows[32 + 6] < rows[24])
    }

    @Test func `a page whose samples are cut off has no picture`() throws {
        #expect(try Self.picture(Array(Self.grey().prefix(40))) == nil)
    }

    static func picture(_ bytes: [UInt8]) throws -> Picture? {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-thumbnail-\(UUID().uuidString)")
        try Data(bytes).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let descriptor = open(path.path, O_RDONLY)
        return ThumbnailWorker.picture(of: descriptor)
    }

    @Test func `small files of the web are sent as they are, under their own type`() throws {
        let gif = Array("GIF89a".utf8) + [7, 0, 5, 0, 0, 0, 0]
        #expect(try Self.picture(gif) == Picture(.gif, gif))
    }

    @Test func `a small file that says it is a huge image is not sent`() throws {
        let gif = Array("GIF89a".utf8) + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0]
        #expect(try Self.picture(gif) == nil)
    }

    @Test func `what is no image has no picture`() throws {
        #expect(try Self.picture(Array("osteocyte".utf8)) == nil)
        #expect(try Self.picture([]) == nil)
        #expect(try Self.picture([0x49, 0x49, 0x2A, 0, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
    }

    @Test func `a grey raster is stretched between its own black and white`() {
        let raster = Raster(width: 2, height: 1, planes: [[100, 300]])
        let bytes = raster.picture.bytes
        #expect(bytes.prefix(2) == [0x42, 0x4D])
        #expect(Array(bytes.suffix(4)) == [0, 255, 0, 0])
    }

    @Test func `a bitmap's rows stand upside down and blue comes first`() {
        let bytes = BMP.bytes(width: 1, height: 2, planes: [[1, 2], [3, 4], [5, 6]])
        #expect(Array(bytes.suffix(8)) == [6, 4, 2, 0, 5, 3, 1, 0])
    }
}
