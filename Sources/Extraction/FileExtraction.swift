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

    /// What every file states, whatever its format, and also one that cannot be read.
    public func facts(type: String) -> [Fact] {
        let microseconds = modifiedNanoseconds / 1000
        var size = Fact(
            key: "file.bytes", value: String(count), unit: "B",
            numbers: [NumberSlot(.integer(Int64(clamping: count)))])
        size.applyUnit()
        return [
            Fact(key: "file.name", value: name),
            Fact(key: "file.path", value: path),
            Fact(key: "file.extension", value: FileHeader.suffix(of: name)),
            size,
            Fact(
                key: "file.modified", value: TimeSpan.timestamp(ofMicroseconds: microseconds),
                date: TimeSpan(start: microseconds, end: microseconds + 1, hasZone: true)),
            Fact(key: "file.type", value: type),
        ]
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

    /// The outcome for a file of which nothing is known yet.
    public static let unknown = ExtractionOutcome(
        type: "unknown", extractor: "file@\(FileExtraction.fileFactsVersion)", issues: [],
        bytesRead: 0)

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
    public var payloadReaders: PayloadReaders
    public var limits: ExtractionLimits
    /// Facts handed on at once; 1 where none may be lost although the reading may crash.
    public var batchCount = FactCollector.batchCount

    public init(
        detector: FormatDetector, payloadReaders: PayloadReaders,
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
    ///   - began: Is called once the format is known and before any fact is handed on, with an
    ///     outcome that names type and extractor.
    ///   - deliver: Is called with facts as they come, `file.` facts first.
    public func run(
        _ reader: ByteReader, _ file: FileDescription,
        began: (ExtractionOutcome) -> Void = { _ in }, deliver: @escaping ([Fact]) -> Void
    ) -> ExtractionOutcome {
        let collector = FactCollector(
            limits: limits, payloadReaders: payloadReaders, batchCount: batchCount,
            deliver: deliver)
        var outcome = ExtractionOutcome.unknown
        var found: (extractor: any Extractor, because: Recognition)?
        do throws(ExtractionError) {
            let bytes = try reader.prefix(maximum: FileHeader.maximumByteCount)
            found = detector.extractor(
                for: FileHeader(bytes: bytes, name: file.name, count: reader.count))
        } catch {
            collector.report(error.issue)
        }
        if let extractor = found?.extractor {
            outcome.type = extractor.id
            outcome.extractor = "\(extractor.id)@\(extractor.version)"
        }
        began(outcome)
        for fact in file.facts(type: outcome.type) { collector.add(fact) }
        if let found {
            collector.add(Fact(key: "reticle.recognized", value: found.because.reason))
            do throws(ExtractionError) {
                try found.extractor.extract(from: reader, into: collector)
            } catch {
                collector.report(error.issue)
            }
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
}
