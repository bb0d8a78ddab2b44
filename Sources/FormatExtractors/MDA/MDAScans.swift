internal import Extraction
internal import MetadataModel

/// Reads the headers of an MDA file's scans: the outermost, and the first of each level below.
struct MDAScans {
    private let collector: FactCollector

    init(into collector: FactCollector) {
        self.collector = collector
    }

    /// Scans below another whose time is stated; each costs a read.
    private static let maximumLowerCount = 64
    private static let maximumPointCount: Int32 = 100_000_000
    private static let maximumMemberCount: Int32 = 1000

    func read(_ first: MDAStream, levelCount: Int) throws(ExtractionError) {
        var stream = first
        for level in 0..<levelCount where !collector.isFull {
            stream.address = "scan \(level + 1)"
            let element = ElementPath(segment: 1, index: level)
            let start = stream.place
            let lower = try readScan(&stream, element, level: level)
            collector.noteMetadata(
                Int(clamping: stream.place > start ? stream.place - start : 0), understood: true)
            stateTimes(lower, in: stream.reader, element)
            guard level + 1 < levelCount else { return }
            guard let next = lower.first(where: { $0 > 0 }), next < stream.reader.count else {
                return
            }
            stream.place = next
        }
    }

    /// Reads a scan's header; returns where the scans below it stand.
    private func readScan(
        _ stream: inout MDAStream, _ element: ElementPath, level: Int
    ) throws(ExtractionError) -> [UInt64] {
        let (rank, rankLocus) = try stream.integer()
        collector.integer("mda.Scan.Rank", Int64(rank), element: element, locus: rankLocus)
        let (points, pointsLocus) = try stream.integer()
        collector.integer(
            "mda.Scan.RequestedPoints", Int64(points), element: element, locus: pointsLocus)
        let (current, currentLocus) = try stream.integer()
        collector.integer(
            "mda.Scan.CurrentPoint", Int64(current), element: element, locus: currentLocus)
        guard (0...Self.maximumPointCount).contains(points) else {
            throw ExtractionError(.malformed, "\(points) points of a scan", at: pointsLocus)
        }
        var lower: [UInt64] = []
        if rank > 1 {
            let start = stream.place
            for _ in 0..<min(Int(points), Self.maximumLowerCount) {
                lower.append(UInt64(UInt32(bitPattern: try stream.integer().0)))
            }
            stream.place = start
            stream.skip(UInt64(points) * 4)
        }
        let (name, nameLocus) = try stream.text()
        state("mda.Scan.Name", name, element, nameLocus)
        let (time, timeLocus) = try stream.text()
        state("mda.Scan.Time", time, element, timeLocus)
        var counts: [Int32] = []
        for key in ["mda.Scan.PositionerCount", "mda.Scan.DetectorCount", "mda.Scan.TriggerCount"] {
            let (count, locus) = try stream.integer()
            collector.integer(
                FactKey(printed: key), Int64(count), element: element, locus: locus)
            guard (0...Self.maximumMemberCount).contains(count) else {
                throw ExtractionError(.malformed, "a count of \(count)", at: locus)
            }
            counts.append(count)
        }
        for index in 0..<Int(counts[0]) {
            try readMember(
                &stream, "mda.Scan.Positioner", element.appending(segment: 2, index: index),
                [
                    "Name", "Description", "StepMode", "Unit", "ReadbackName",
                    "ReadbackDescription", "ReadbackUnit",
                ])
        }
        for index in 0..<Int(counts[1]) {
            try readMember(
                &stream, "mda.Scan.Detector", element.appending(segment: 2, index: index),
                ["Name", "Description", "Unit"])
        }
        for index in 0..<Int(counts[2]) {
            let trigger = element.appending(segment: 2, index: index)
            try readMember(&stream, "mda.Scan.Trigger", trigger, ["Name"])
            let (command, locus) = try stream.real()
            collector.real(
                "mda.Scan.Trigger.Command", Double(command), written: Fact.spelling(of: command),
                element: trigger, locus: locus)
        }
        return lower
    }

    private func readMember(
        _ stream: inout MDAStream, _ key: FactKey, _ element: ElementPath, _ fields: [String]
    ) throws(ExtractionError) {
        let (number, locus) = try stream.integer()
        collector.integer(key.appending("Number"), Int64(number), element: element, locus: locus)
        for field in fields {
            let (text, locus) = try stream.text()
            state(key.appending(field), text, element, locus)
        }
    }

    private func state(_ key: FactKey, _ text: String, _ element: ElementPath, _ locus: Locus) {
        guard !text.isEmpty else { return }
        collector.text(key, text, element: element, locus: locus)
    }

    /// States when the scans below another were made; the first of them is read in full.
    private func stateTimes(_ lower: [UInt64], in reader: ByteReader, _ element: ElementPath) {
        for (index, offset) in lower.enumerated() where offset > 0 {
            var stream = MDAStream(
                reader: reader, place: offset, address: "lower scan \(index + 1)")
            do throws(ExtractionError) {
                let (rank, _) = try stream.integer()
                let (points, locus) = try stream.integer()
                guard (0...Self.maximumPointCount).contains(points) else {
                    throw ExtractionError(.malformed, "\(points) points of a scan", at: locus)
                }
                stream.skip(rank > 1 ? 4 + UInt64(points) * 4 : 4)
                _ = try stream.text()
                let (time, timeLocus) = try stream.text()
                state(
                    "mda.Scan.LowerScan.Time", time, element.appending(segment: 2, index: index),
                    timeLocus)
            } catch {
                collector.report(error.issue)
                return
            }
        }
    }
}
