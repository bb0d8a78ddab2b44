internal import Extraction
internal import MetadataModel

/// One object of a surface file: its header, its comment and its private zone.
struct DigitalSurfObject {
    private var fields: StructureReading
    private let collector: FactCollector
    private let start: UInt64
    /// Where the next object begins.
    private(set) var end: UInt64

    init(_ reader: ByteReader, _ collector: FactCollector, at start: UInt64, index: Int) {
        fields = StructureReading(
            reader, collector, order: .little, key: "digitalsurf.Object",
            element: index == 0 ? .root : ElementPath(segment: 1, index: index),
            place: "object \(index + 1)", from: start)
        self.collector = collector
        self.start = start
        end = start
    }

    /// How many objects the file has: as many as are stated, each with its channels.
    var objectCount: Int {
        let objects = max(1, fields.count("NumberOfObjects"))
        let channels = max(1, fields.count("PSize"))
        return Int(min(objects * channels, 65_536))
    }

    mutating func read() throws(ExtractionError) {
        try fields.state(DigitalSurfLayouts.beginning)
        let behindSpacings = fields.position + 12
        // The names and units of the axes stand behind the spacings that need them.
        let spacings = fields.position
        fields.position = behindSpacings
        try fields.state(DigitalSurfLayouts.axes)
        let behindAxes = fields.position
        let axisUnits = ["XStepUnit", "YStepUnit", "ZStepUnit"].map(unit)
        fields.position = spacings
        for (name, unit) in zip(["XSpacing", "YSpacing", "ZSpacing"], axisUnits) {
            try fields.state(numbers: name, .float32, count: 1, unit: unit)
        }
        fields.position = behindAxes
        try fields.state(DigitalSurfLayouts.processing)
        try stateTime()
        try fields.state(DigitalSurfLayouts.sizes)
        let lengthUnits = ["XLengthUnit", "YLengthUnit", "ZLengthUnit"].map(unit)
        for (name, unit) in zip(["XOffset", "YOffset", "ZOffset"], lengthUnits) {
            try fields.state(numbers: name, .float32, count: 1, unit: unit)
        }
        let times = fields.position
        fields.position = times + 8
        try fields.state(DigitalSurfLayouts.timeAxis)
        fields.position = times
        for name in ["TSpacing", "TOffset"] {
            try fields.state(numbers: name, .float32, count: 1, unit: unit("TStepUnit"))
        }
        fields.position = start + 512
        try readComment()
        let privateCount = fields.count("PrivateSize")
        if privateCount > 0 { try fields.state(opaque: "PrivateZone", byteCount: privateCount) }
        try findEnd()
    }

    private func unit(_ name: String) -> String? {
        fields.texts[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// States the date as one value beside its parts.
    private mutating func stateTime() throws(ExtractionError) {
        let offset = fields.position
        try fields.state(DigitalSurfLayouts.time)
        let parts = ["Year", "Month", "Day", "Hours", "Minutes", "Seconds"].map {
            Int(fields.integer($0) ?? 0)
        }
        guard parts[0] > 0,
            let span = TimeSpan(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4],
                second: parts[5])
        else { return }
        let written = TimeSpan.timestamp(ofMicroseconds: span.start)
        collector.text(
            fields.key.appending("MeasurementDate"),
            written.hasSuffix("Z") ? String(written.dropLast()) : written, element: fields.element,
            locus: fields.locus(offset, 14, "MeasurementDate"))
    }

    /// Comments are free text; programs write `$_TITLE` and `$KEY = value unit` lines into them.
    private mutating func readComment() throws(ExtractionError) {
        let count = fields.count("CommentSize")
        guard count > 0 else { return }
        let offset = fields.position
        let raw = try fields.bytes(Int(clamping: count))
        collector.noteMetadata(raw.count, understood: true)
        let text = BinaryText.narrow(raw)
        let key = fields.key.appending("Comment")
        let locus = fields.locus(offset, raw.count, "Comment")
        guard text.utf8.contains(UInt8(ascii: "$")) else {
            return collector.text(key, text, element: fields.element, locus: locus)
        }
        collector.add(
            Fact(key: key, element: fields.element, value: text, locus: locus))
        var section = key
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("$") {
            let line = line.dropFirst()
            if line.hasPrefix("_") {
                section = key.appending(Self.trimmed(line.dropFirst()))
                continue
            }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.trimmed(parts[0])
            guard !name.isEmpty else { continue }
            collector.text(
                section.appending(name), parts.count > 1 ? Self.trimmed(parts[1]) : "",
                element: fields.element, locus: Locus(address: locus.address + " " + name))
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = Substring(text)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        return String(text)
    }

    /// Finds where the points end.
    private mutating func findEnd() throws(ExtractionError) {
        end = fields.position
        if fields.texts["Signature"] == "DSCOMPRESSED" {
            let count = try fields.next(UInt32.self)
            guard count <= 8192 else {
                throw ExtractionError(
                    .malformed, "\(count) deflated streams", offset: fields.position)
            }
            var deflated: UInt64 = 0
            for _ in 0..<count {
                _ = try fields.next(UInt32.self)
                deflated += UInt64(try fields.next(UInt32.self))
            }
            end = fields.position + deflated
        } else {
            let points = fields.count("TotalNbOfPts")
            let size = fields.count("SizeOfPoints") / 8 * max(1, fields.count("WSize"))
            let (byteCount, overflows) = points.multipliedReportingOverflow(by: size)
            let (place, overflowsToo) = fields.position.addingReportingOverflow(byteCount)
            end = overflows || overflowsToo ? .max : place
        }
        guard end <= fields.reader.count else {
            throw ExtractionError(
                .truncated, "expected points up to byte \(end)", offset: fields.reader.count)
        }
    }
}
