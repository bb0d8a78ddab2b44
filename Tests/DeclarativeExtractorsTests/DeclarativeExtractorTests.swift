import Extraction
import Foundation
import MetadataModel
import Testing

@testable import DeclarativeExtractors

@Suite struct DeclarativeExtractorTests {
    private let scanner = """
        id: scanner
        version: 2
        name: A scanner
        source: https://example.org
        suffixes: [scn]
        signatures:
          - {offset: 0, text: SCNR}
        header:
          byteOrder: {offset: 4, little: 1, big: 2}
          fields:
            - {key: Width, offset: 6, type: uint16, unit: px}
            - {key: Height, type: uint16, unit: px}
            - {key: Voltage, type: float32, unit: kV}
            - {key: Mode, type: uint8, labels: {0: fast, 1: fine}}
            - {key: Count, type: uint8}
            - {key: Angle, type: int16, count: Count, unit: deg, when: {Mode: ["1"]}}
            - {key: Aspect, quotient: [Width, Height]}
        """

    private func extractor(_ yaml: String) throws -> DeclarativeExtractor {
        DeclarativeExtractor(description: try FormatDescription(yaml: yaml, path: "x.yaml"))
    }

    private func facts(
        _ bytes: [UInt8], _ extractor: DeclarativeExtractor
    ) -> (facts: [Fact], issues: [MetadataModel.Issue]) {
        var facts: [Fact] = []
        let collector = FactCollector { facts += $0 }
        do throws(ExtractionError) {
            try extractor.extract(from: ByteReader(bytes: bytes), into: collector)
        } catch {
            collector.report(error.issue)
        }
        collector.flush()
        return (facts, collector.issues)
    }

    @Test(
        arguments: [
            // 7 × 5, 80 kV, fine, two angles: -1 and 258.
            [0x53, 0x43, 0x4E, 0x52, 1, 0, 7, 0, 5, 0, 0, 0, 0xA0, 0x42, 1, 2, 0xFF, 0xFF, 2, 1],
            [0x53, 0x43, 0x4E, 0x52, 2, 0, 0, 7, 0, 5, 0x42, 0xA0, 0, 0, 1, 2, 0xFF, 0xFF, 1, 2],
        ] as [[UInt8]])
    func `a header is read in both byte orders`(bytes: [UInt8]) throws {
        let read = try facts(bytes, extractor(scanner))
        #expect(read.issues.isEmpty)
        #expect(
            read.facts.map { "\($0.key)=\($0.value)\($0.unit ?? "")" } == [
                "scanner.Width=7px", "scanner.Height=5px", "scanner.Voltage=80kV", "scanner.Mode=1",
                "scanner.Count=2", "scanner.Angle=-1, 258deg", "scanner.Aspect=1.4",
            ])
        #expect(read.facts[2].numbers.first?.si == 80_000)
        #expect(read.facts[3].label == "fine")
        #expect(read.facts[2].locus.offset == 10)
    }

    @Test func `a header that is cut keeps what came before`() throws {
        let read = try facts(
            [0x53, 0x43, 0x4E, 0x52, 1, 0, 7, 0, 5, 0, 0, 0], extractor(scanner))
        #expect(read.facts.map(\.key.description) == ["scanner.Width", "scanner.Height"])
        #expect(read.issues.map(\.kind) == [.truncated])
        #expect(read.issues.first?.locus.offset == 12)
    }

    @Test func `every fault is told at once`() {
        let error = #expect(throws: Faults.self) {
            try FormatDescription(
                yaml: """
                    id: file
                    version: 0
                    name: x
                    suffixes: [x]
                    header:
                      fields:
                        - {key: A, type: int12}
                        - {key: A, type: int8, unit: florp}
                        - {key: B, type: int8, count: Nonesuch}
                        - {kye: C, type: int8}
                    """, path: "x.yaml")
        }
        let lines = error?.all.map(\.line) ?? []
        #expect(Set(lines).isSuperset(of: [1, 2, 7, 8, 9, 10]))
        #expect(lines == lines.sorted())
    }
}
