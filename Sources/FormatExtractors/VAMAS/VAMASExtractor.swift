public import Extraction
internal import MetadataModel

/// Reads spectra in the VAMAS format (`.vms`): every field of the experiment and of its blocks,
/// by its name in the standard; ordinate values are counted, never read.
///
/// | Key                                   | Element | What                                 |
/// |:--------------------------------------|:--------|:-------------------------------------|
/// | `vamas.InstitutionIdentifier` …       | none    | the experiment's fields              |
/// | `vamas.ExperimentalVariable.Label` …  | ExperimentalVariable | a variable, with its unit |
/// | `vamas.Block.Technique` …             | Block   | a block's fields, see `VAMASBlocks`  |
/// | `vamas.Block.CorrespondingVariable.Label` … | Block, CorrespondingVariable | an ordinate |
/// | `vamas.Block.AdditionalParameter.Value` … | Block, AdditionalParameter | a parameter of its own |
///
/// Source: ISO 14976:1998; W. A. Dench et al., Surf. Interface Anal. 13 (1988) 63.
public struct VAMASExtractor: Extractor {
    public let id = "vamas"
    public let version = 1

    public init() {}

    public func recognizes(_ header: FileHeader) -> Recognition? {
        header.has("VAMAS Surface Chemical Analysis Standard Data Transfer Format")
            ? .signature("VAMAS") : nil
    }

    private static let maximumCount = 100_000

    public func extract(
        from reader: ByteReader, into collector: FactCollector
    ) throws(ExtractionError) {
        var reading = VAMASReading(lines: TextLines(reader), collector: collector)
        defer { collector.noteMetadata(Int(clamping: reading.metadataByteCount), understood: true) }
        for name in [
            "FormatIdentifier", "InstitutionIdentifier", "InstrumentModelIdentifier",
            "OperatorIdentifier", "ExperimentIdentifier",
        ] {
            try reading.text(name)
        }
        try reading.comment("Comment", .root)
        let mode = try reading.text("ExperimentMode").uppercased()
        let scan = try reading.text("ScanMode").uppercased()
        if ["MAP", "MAPDP", "NORM", "SDP"].contains(mode) {
            try reading.integer("NumberOfSpectralRegions")
        }
        if ["MAP", "MAPDP"].contains(mode) {
            try reading.integer("NumberOfAnalysisPositions")
            try reading.integer("NumberOfDiscreteXCoordinates")
            try reading.integer("NumberOfDiscreteYCoordinates")
        }
        let variableCount = try reading.count("NumberOfExperimentalVariables")
        var units: [String] = []
        for index in 0..<variableCount {
            let element = ElementPath(segment: 1, index: index)
            try reading.text("ExperimentalVariable.Label", element)
            units.append(try reading.text("ExperimentalVariable.Units", element))
        }
        var layout = VAMASBlocks(mode: mode, scan: scan, variableUnits: units)
        try reading.parameterList(&layout)
        let manual = try reading.count("NumberOfManuallyEnteredItems")
        for index in 0..<manual {
            try reading.text(
                "ManuallyEnteredItem", ElementPath(segment: 1, index: index))
        }
        let upgrades = try reading.count("NumberOfFutureUpgradeExperimentEntries")
        layout.futureUpgradeCount = try reading.count("NumberOfFutureUpgradeBlockEntries")
        for index in 0..<upgrades {
            try reading.text(
                "FutureUpgradeExperimentEntry", ElementPath(segment: 1, index: index))
        }
        let blockCount = try reading.count("NumberOfBlocks")
        for index in 0..<blockCount where !collector.isFull {
            try layout.read(&reading, index)
        }
    }
}

/// The lines of a VAMAS file on their way to facts.
struct VAMASReading {
    var lines: TextLines
    let collector: FactCollector
    /// Bytes of all lines that became facts.
    private(set) var metadataByteCount: UInt64 = 0

    /// Bytes of a file that are read at most: blocks stand behind one another's values.
    static let maximumByteCount: UInt64 = 64 << 20
    private static let maximumCount = 100_000

    init(lines: TextLines, collector: FactCollector) {
        self.lines = lines
        self.collector = collector
    }

    /// Adds a line's fact and returns the line.
    @discardableResult
    mutating func text(
        _ name: String, _ element: ElementPath = .root, unit: String? = nil
    ) throws(ExtractionError) -> String {
        let (text, locus) = try lines.next(name)
        metadataByteCount += (locus.length ?? 0) + 1
        let trimmed = text.trimmingBlanks()
        guard !trimmed.isEmpty else { return trimmed }
        // The standard's mark for a value that nobody knows.
        let isUnknown = (TextLines.number(trimmed) ?? 0) >= 1e36
        collector.text(
            FactKey(printed: "vamas." + name), trimmed, element: element,
            unit: unit.flatMap { $0.isEmpty || isUnknown ? nil : $0 },
            label: isUnknown ? "not known" : nil, locus: locus)
        return trimmed
    }

    /// Adds a line's fact and returns its number.
    @discardableResult
    mutating func integer(
        _ name: String, _ element: ElementPath = .root
    ) throws(ExtractionError) -> Int {
        let (value, locus) = try lines.integer(name)
        metadataByteCount += (locus.length ?? 0) + 1
        collector.integer(
            FactKey(printed: "vamas." + name), Int64(value), element: element, locus: locus)
        return value
    }

    /// A number of lines or things that follow.
    mutating func count(
        _ name: String, _ element: ElementPath = .root
    ) throws(ExtractionError) -> Int {
        let value = try integer(name, element)
        guard (0...Self.maximumCount).contains(value) else {
            throw ExtractionError(
                .malformed, "\(name) is \(value)", at: Locus(address: "line \(lines.number)"))
        }
        return value
    }

    /// Adds a comment of counted lines as one text.
    mutating func comment(
        _ name: String, _ element: ElementPath
    ) throws(ExtractionError) {
        let counted = name == "Comment" ? "NumberOfLinesInComment" : "Block.NumberOfLinesInComment"
        let count = try count(counted, element)
        guard count > 0 else { return }
        let start = lines.place
        let first = lines.number + 1
        var parts: [String] = []
        for _ in 0..<count { parts.append(try lines.next(name).text) }
        metadataByteCount += lines.place - start
        let text = parts.joined(separator: "\n")
        guard !text.trimmingBlanks().isEmpty else { return }
        collector.text(
            FactKey(printed: "vamas." + name), text, element: element,
            locus: Locus(
                offset: start, length: lines.place - start,
                address: "lines \(first) to \(lines.number)"))
    }

    /// Reads which parameters blocks after the first state again.
    mutating func parameterList(_ layout: inout VAMASBlocks) throws(ExtractionError) {
        let count = try integer("NumberOfEntriesInParameterInclusionOrExclusionList")
        guard abs(count) <= VAMASBlocks.parameterCount else {
            throw ExtractionError(
                .malformed, "\(count) parameters in a list of at most 40",
                at: Locus(address: "line \(lines.number)"))
        }
        guard count != 0 else { return }
        layout.isRepeated = Array(
            repeating: count < 0, count: VAMASBlocks.parameterCount + 1)
        for index in 0..<abs(count) {
            let number = try integer(
                "ParameterInclusionOrExclusion", ElementPath(segment: 1, index: index))
            guard (1...VAMASBlocks.parameterCount).contains(number) else { continue }
            layout.isRepeated[number] = count > 0
        }
    }
}

extension String {
    /// The text without blanks at either end.
    fileprivate func trimmingBlanks() -> String {
        var part = self[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
