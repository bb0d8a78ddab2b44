internal import Extraction
internal import MetadataModel

/// The walk over all directories of one file.
///
/// Every directory is visited once, however often and from wherever it is pointed to. A directory
/// that cannot be read costs itself and what hangs on it, and is reported.
struct TIFFWalk {
    private let file: TIFFFile
    private let collector: FactCollector
    private var visited: Set<UInt64> = []
    private var references: [[Int]: TIFFReference] = [:]
    private let stated = StatedFacts()
    private var layoutSummary = TIFFLayoutSummary()
    private var isStack = false
    /// Whether the one directory of the file may describe several planes.
    private var mayHoldStack = false

    init(_ file: TIFFFile, into collector: FactCollector) {
        self.file = file
        self.collector = collector
    }

    /// Walks the chain, and everything that hangs on it.
    mutating func run() throws(ExtractionError) {
        var offset = try file.firstDirectoryOffset()
        guard offset != 0 else {
            throw ExtractionError(
                .malformed, "expected the offset of the first directory, found 0",
                offset: file.layout.firstOffsetPlace)
        }
        var index = 0
        while offset != 0, !collector.isFull {
            let place = TIFFPlace(chain: index)
            guard let directory = visit(offset, at: place) else { break }
            isStack = file.nesting == 0 && (isStack || directory.next != 0)
            state(directory, at: place)
            mayHoldStack = mayHoldStack || directory.describesStack(of: file)
            offset = directory.next
            index += 1
        }
        layoutSummary.state(into: collector)
        if index > 0, file.nesting == 0 {
            let locus = Locus(address: "IFDs")
            collector.integer("tiff.DirectoryCount", Int64(index), locus: locus)
            if index == 1, !mayHoldStack, collector.issues.isEmpty {
                collector.extent(z: 1, times: 1, locus: locus)
            }
        }
    }

    /// Reads the directory at an offset; `nil`, with a report, where it cannot be read, was read
    /// before, or would be one too many.
    private mutating func visit(_ offset: UInt64, at place: TIFFPlace) -> TIFFDirectory? {
        let locus = Locus(
            offset: offset.addingReportingOverflow(file.reader.baseOffset).0,
            address: place.address)
        guard visited.count < collector.limits.maximumDirectoryCount else {
            collector.report(
                Issue(
                    .limitExceeded,
                    "more than \(collector.limits.maximumDirectoryCount) directories", at: locus))
            return nil
        }
        guard visited.insert(offset).inserted else {
            collector.report(
                Issue(
                    .malformed, "expected a new directory, found the one at byte \(offset) again",
                    at: locus))
            return nil
        }
        do throws(ExtractionError) {
            return try file.directory(at: offset, address: place.address, into: collector)
        } catch {
            collector.report(error.issue)
            return nil
        }
    }

    /// Adds the facts of a directory, and of those that hang on it.
    private mutating func state(_ directory: TIFFDirectory, at place: TIFFPlace) {
        let isFirst = place.element.steps.first?.index == 0
        var reference: TIFFReference?
        if isStack {
            if isFirst {
                remember(directory, at: place)
            } else {
                reference = references[place.path]
            }
        }
        var understoodByteCount = 0
        var opaqueByteCount = 0
        for entry in directory.entries where !collector.isFull {
            let tag =
                TIFFTagTable.tag(entry.tag, in: place.kind)
                ?? .unknown(entry.tag, namespace: place.kind.names.namespace)
            let field = TIFFField(
                file: file, directory: directory, entry: entry, tag: tag, key: place.key(of: tag),
                element: place.element, directoryAddress: place.address)
            let byteCount =
                file.layout.entryByteCount + (entry.isInline ? 0 : entry.byteCount)
            do throws(ExtractionError) {
                if try state(field, at: place, isFirst: isFirst, reference) {
                    understoodByteCount += byteCount
                } else {
                    opaqueByteCount += byteCount
                }
            } catch {
                opaqueByteCount += byteCount
                collector.report(error.issue)
            }
        }
        collector.noteMetadata(understoodByteCount, understood: true)
        collector.noteMetadata(opaqueByteCount, understood: false)
    }

    private mutating func remember(_ directory: TIFFDirectory, at place: TIFFPlace) {
        do throws(ExtractionError) {
            references[place.path] = try TIFFReference(directory, of: file)
        } catch {
            collector.report(error.issue)
        }
    }

    /// Adds the facts of a field, unless the first directory states them; false where its bytes
    /// are not understood.
    private mutating func state(
        _ field: TIFFField, at place: TIFFPlace, isFirst: Bool, _ reference: TIFFReference?
    ) throws(ExtractionError) -> Bool {
        switch field.tag.reading {
        case .directories(let kind):
            if isFirst, try !field.state(into: collector) { return false }
            try walk(kind, from: field, at: place)
            return true
        case .layout where !isFirst && file.nesting == 0:
            try layoutSummary.add(field)
            return true
        default:
            if let reference, try reference.states(field.entry, of: field.file) { return true }
            guard isStack else { return try field.state(into: collector) }
            let stated = stated
            if isFirst {
                collector.accepts = { fact in
                    stated.insert(fact)
                    return true
                }
            } else {
                collector.stated = stated
            }
            defer {
                collector.accepts = nil
                collector.stated = nil
            }
            return try field.state(into: collector)
        }
    }

    /// Walks the directories that a field points to, and those that they chain to.
    private mutating func walk(
        _ kind: TIFFDirectoryKind, from field: TIFFField, at place: TIFFPlace
    ) throws(ExtractionError) {
        guard place.depth < collector.limits.maximumDepth else {
            throw ExtractionError(
                .limitExceeded, "more than \(collector.limits.maximumDepth) nested directories",
                at: field.locus)
        }
        var offsets: [UInt64] = []
        for case .integer(let offset) in try field.file.numbers(
            of: field.entry, maximum: TIFFField.maximumMemberCount) where offset > 0
        {
            offsets.append(UInt64(offset))
        }
        var index = 0
        while index < offsets.count {
            let child = place.child(kind, index: index, by: field)
            if let directory = visit(offsets[index], at: child) {
                state(directory, at: child)
                // Technical note 1 lets the children of a directory form a chain of their own.
                if kind == .image, directory.next != 0 { offsets.append(directory.next) }
            }
            index += 1
        }
    }
}
