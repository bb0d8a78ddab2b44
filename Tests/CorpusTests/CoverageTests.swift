import MetadataModel
import Testing

/// `coverage` says how much of a file's metadata was understood.
@Suite struct CoverageTests {
    private func coverage(_ sample: String) throws -> Double? {
        let reading = try Reading(of: Corpus.bytes(of: sample), named: sample)
        return reading.facts.first { $0.key == "reticle.coverage" }?.numbers.first?.number.double
    }

    @Test func `a coverage is a share`() throws {
        var count = 0
        for sample in Corpus.samples {
            guard let share = try coverage(sample) else { continue }
            #expect((0...1).contains(share), "\(sample)")
            count += 1
        }
        #expect(count > 100)
    }

    @Test func `what nobody understands lowers it`() throws {
        // The last of five blocks is of a kind that the program does not know.
        #expect(try coverage("acme/scan.acq") == 0.736)
        #expect(try coverage("acme/known.acq") == 1)
    }
}
