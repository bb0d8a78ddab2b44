import Foundation
import Testing

/// Files of one instrument, harvested day by day.
@Suite struct DriftTests {
    private let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    /// A file whose facts a described format reads from lines `key=value`.
    private func put(_ name: String, _ lines: [String]) throws {
        try reticle.put(name, Data((["[Image]"] + lines).joined(separator: "\n").utf8))
    }

    private func harvest() throws {
        let run = try reticle.run(
            "harvest", reticle.data, "--quiet", "--extractors", reticle.folder.path)
        #expect(run.exitCode == 0, "\(run.complaints)")
    }

    private func events() throws -> [(kind: String, key: String, detail: String, concept: String?)]
    {
        let run = try reticle.run(
            "drift", "--json", "--extractors", reticle.folder.path)
        struct Answer: Decodable {
            struct Event: Decodable {
                var kind: String
                var key: String
                var detail: String
                var concept: String?
            }
            var events: [Event]
        }
        return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)).events
            .map { ($0.kind, $0.key, $0.detail, $0.concept) }
    }

    @Test func `new and vanished keys, other types, units and values are noticed once`() throws {
        let vocabulary = """
            concepts:
              instrument.model: {definition: The instrument., keys: ["**.Instrument"]}
              voltage: {definition: Voltage of the beam., unit: V, keys: ["**.HighVoltage"]}
            """
        try Data(vocabulary.utf8).write(
            to: reticle.folder.appendingPathComponent("vocabulary.yaml"))
        for number in 0..<12 {
            try put(
                "day1-\(number).ini",
                [
                    "Instrument=SEM-2", "Mode=SE", "Dwell=\(number + 10)", "Width=5 nm",
                    "HighVoltage=\(5 + number % 3) kV", "Gone=1",
                ])
        }
        try harvest()
        #expect(try reticle.run("drift", "--extractors", reticle.folder.path).exitCode == 1)
        for number in 0..<6 {
            try put(
                "day2-\(number).ini",
                [
                    "Instrument=SEM-2", "Mode=7", "Dwell=\(number == 3 ? 9000 : 15)", "Width=5 µm",
                    "HighVoltage=6 kV", "BeamVoltage=6 kV",
                ])
        }
        try harvest()
        let events = try events()
        let kinds = events.map { event in
            event.kind + " " + (event.key.split(separator: ".").last.map(String.init) ?? "")
        }
        #expect(
            Set(kinds) == [
                "new key BeamVoltage", "vanished key Gone", "changed type Mode",
                "changed unit Width", "unusual value Dwell",
            ], "\(events)")
        #expect(kinds.count == 5)
        #expect(events.first { $0.kind == "unusual value" }?.detail.contains("9000") == true)
        let found = try reticle.run("find", "has:issue.drift", "--count")
        #expect(found.output == "2\n", "\(found.output)")
        // The same again is no news.
        try put("day3.ini", ["Instrument=SEM-2", "Mode=8", "Width=6 µm", "HighVoltage=6 kV"])
        try harvest()
        #expect(try self.events().count == 5)
    }
}
