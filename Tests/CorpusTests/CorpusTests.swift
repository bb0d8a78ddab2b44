import Extraction
import Foundation
import MetadataModel
import Testing

@Suite struct CorpusTests {
    @Test(arguments: Corpus.samples)
    func `a sample states its golden facts`(sample: String) throws {
        let reading = try Reading(of: Corpus.bytes(of: sample), named: sample)
        for golden in try Corpus.goldenFacts(of: sample) {
            let disagreement = golden.disagreement(with: reading)
            #expect(disagreement == nil, "\(sample): \(disagreement ?? "")")
        }
    }

    @Test func `a sample of the study states what no sidecar adds`() throws {
        for (sample, facts) in try Corpus.study() {
            let reading = try Reading(of: Corpus.bytes(of: "study/\(sample)"), named: sample)
            for golden in facts where golden.from == nil {
                let disagreement = golden.disagreement(with: reading)
                #expect(disagreement == nil, "study/\(sample): \(disagreement ?? "")")
            }
        }
    }

    @Test func `a good sample is read without an issue`() throws {
        for sample in Corpus.samples where !sample.hasPrefix("hostile/") {
            let reading = try Reading(of: Corpus.bytes(of: sample), named: sample)
            #expect(reading.outcome.issues.isEmpty, "\(sample)")
        }
    }

    @Test func `there are samples`() {
        #expect(Corpus.formats.isSuperset(of: ["tiff", "study", "hostile"]))
    }

    @Test func `every extractor has a folder of samples`() throws {
        for extractor in try Reading.extraction().detector.extractors {
            #expect(Corpus.formats.contains(extractor.id), "no corpus/\(extractor.id)")
        }
    }

    @Test(arguments: Corpus.samples)
    func `a sample cut at any length is read to its end`(sample: String) throws {
        let bytes = try Corpus.bytes(of: sample)
        for length in Set((0..<24).map { bytes.count * $0 / 24 }) {
            let reading = try Reading(of: Array(bytes.prefix(length)), named: sample)
            #expect(reading.facts.contains { $0.key == "file.name" })
        }
    }

    @Test(arguments: Corpus.samples)
    func `a sample with a flipped byte is read to its end`(sample: String) throws {
        let bytes = try Corpus.bytes(of: sample)
        guard !bytes.isEmpty else { return }
        var random = SeededGenerator(state: UInt64(bytes.count))
        for _ in 0..<(bytes.count > 8192 ? 12 : 60) {
            var flipped = bytes
            flipped[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(
                in: 1...255, using: &random)
            let reading = try Reading(of: flipped, named: sample)
            #expect(reading.facts.contains { $0.key == "file.name" })
        }
    }
}

/// Files of real instruments, which are not part of the project.
@Suite(.enabled(if: RealSamples.folder != nil, "skipped: RETICLE_CORPUS names no folder"))
struct RealSampleTests {
    @Test func `every real sample is read to its end`() throws {
        let folder = try #require(RealSamples.folder)
        for name in Corpus.files(below: folder) {
            let file = try FileHandle(forReadingFrom: folder.appendingPathComponent(name))
            defer { try? file.close() }
            let count = try file.seekToEnd()
            let reading = try Reading(
                ByteReader(descriptor: file.fileDescriptor, count: count), named: name)
            #expect(reading.facts.contains { $0.key == "file.name" }, "\(name)")
        }
    }
}

enum RealSamples {
    static let folder = ProcessInfo.processInfo.environment["RETICLE_CORPUS"].map {
        URL(fileURLWithPath: $0)
    }
}

/// The same numbers on every run; Knuth's multiplier.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
