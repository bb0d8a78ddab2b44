public import MetadataModel

/// What is known of a file before it is opened.
public struct FileDescription: Sendable, Hashable {
    /// The path as given or found; bytes that are no UTF-8 are percent-encoded.
    public var path: String
    public var count: UInt64
    /// Last change of the content, in nanoseconds since 1970.
    public var modifiedNanoseconds: Int64

    public init(path: String, count: UInt64, modifiedNanoseconds: Int64) {
        self.path = path
        self.count = count
        self.modifiedNanoseconds = modifiedNanoseconds
    }

    /// The last component of the path.
    public var name: String {
        let utf8 = path.utf8
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[utf8.index(after: slash)...])
    }
}

/// How the reading of one file ended. Facts have been handed on by then.
public struct ExtractionOutcome: Sendable, Hashable {
    /// The format's id, or `unknown`.
    public var type: String
    /// `tiff@3`; `file@1` where only the file's own facts were read.
    public var extractor: String
    public var issues: [Issue]
    /// Bytes read from the file.
    public var bytesRead: UInt64

    public init(type: String, extractor: String, issues: [Issue], bytesRead: UInt64) {
        self.type = type
        self.extractor = extractor
        self.issues = issues
        self.bytesRead = bytesRead
    }
}

/// Reads everything that one open file says about itself.
public struct FileExtraction: Sendable {
    /// The version of what every file states, whatever its format.
    public static let fileFactsVersion = 1

    public var detector: FormatDetector
    public var payloadReaders: [any PayloadReader]
    public var limits: ExtractionLimits

    public init(
        detector: FormatDetector, payloadReaders: [any PayloadReader],
        limits: ExtractionLimits = ExtractionLimits()
    ) {
        self.detector = detector
        self.payloadReaders = payloadReaders
        self.limits = limits
    }

    /// Reads a file; never throws, since a broken file is data.
    ///
    /// - Parameters:
    ///   - reader: The file's bytes.
    ///   - deliver: Is called with facts as they come, `file.` facts first.
    public func run(
        _ reader: ByteReader, _ file: FileDescription, deliver: @escaping ([Fact]) -> Void
    ) -> ExtractionOutcome {
        let collector = FactCollector(
            limits: limits, payloadReaders: payloadReaders, deliver: deliver)
        var outcome = ExtractionOutcome(
            type: "unknown", extractor: "file@\(Self.fileFactsVersion)", issues: [], bytesRead: 0)
        do throws(ExtractionError) {
            let bytes = try reader.prefix(maximum: FileHeader.maximumByteCount)
            let header = FileHeader(bytes: bytes, name: file.name, count: reader.count)
            let found = detector.extractor(for: header)
            if let found {
                outcome.type = found.extractor.id
                outcome.extractor = "\(found.extractor.id)@\(found.extractor.version)"
            }
            addFileFacts(file, header, found?.because, type: outcome.type, to: collector)
            if let found {
                try found.extractor.extract(from: reader, into: collector)
            }
        } catch {
            collector.report(error.issue)
        }
        if collector.metadataByteCount > 0 {
            let share = Double(collector.understoodByteCount) / Double(collector.metadataByteCount)
            collector.real("reticle.coverage", (share * 10_000).rounded() / 10_000, locus: Locus())
        }
        collector.flush()
        outcome.issues = collector.issues
        outcome.bytesRead = reader.bytesRead
        return outcome
    }

    private func addFileFacts(
        _ file: FileDescription, _ header: FileHeader, _ because: Recognition?, type: String,
        to collector: FactCollector
    ) {
        let nowhere = Locus()
        func plain(_ key: FactKey, _ value: String) {
            collector.add(Fact(key: key, value: value, locus: nowhere))
        }
        plain("file.name", header.name)
        plain("file.path", file.path)
        plain("file.extension", header.suffix)
        collector.integer("file.bytes", Int64(clamping: file.count), unit: "B", locus: nowhere)
        let microseconds = file.modifiedNanoseconds / 1000
        collector.add(
            Fact(
                key: "file.modified", value: TimeSpan.timestamp(ofMicroseconds: microseconds),
                date: TimeSpan(start: microseconds, end: microseconds + 1, hasZone: true),
                locus: nowhere))
        plain("file.type", type)
        if let because { plain("reticle.recognized", because.reason) }
    }
}
