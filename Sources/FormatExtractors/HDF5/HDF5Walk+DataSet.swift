internal import Extraction
internal import MetadataModel

extension HDF5Walk {
    /// Values of a data set of any shape that are stated one by one.
    private static let listCount = 64
    /// Values along one axis that are read to sum them up.
    private static let lineCount = 4096
    /// Bytes of texts, tables and characters of one data set.
    private static let maximumByteCount = 4 << 20
    /// Rows of a table that are read.
    private static let rowCount = 4096

    /// States shape, type and storage of a data set, and its values where these are no image.
    mutating func state(
        _ dataSet: HDF5DataSet, at place: Place, unit: String?
    ) throws(ExtractionError) {
        let locus = Locus(address: place.path)
        let space = dataSet.space
        if !space.counts.isEmpty {
            let counts = space.counts.map { HDF5Walk.number($0) }
            collector.numbers(place.key.appending("shape"), counts, locus: locus)
        }
        if let maxima = space.maxima {
            let written = maxima.map { $0 == .max ? "unlimited" : String($0) }
            collector.add(
                Fact(
                    key: place.key.appending("maximum_shape"),
                    value: written.joined(separator: ", "), locus: locus))
        }
        if space.isNull || !dataSet.type.isText {
            collector.add(
                Fact(
                    key: place.key.appending("dtype"), value: dataSet.type.name,
                    label: space.isNull ? "empty" : nil, locus: locus))
        }
        try stateStorage(of: dataSet, at: place)
        try stateValues(of: dataSet, at: place, unit: unit)
    }

    static func number(_ value: UInt64) -> Number {
        Int64(exactly: value).map { .integer($0) } ?? .real(Double(value))
    }

    private mutating func stateStorage(
        of dataSet: HDF5DataSet, at place: Place
    ) throws(ExtractionError) {
        let locus = Locus(address: place.path)
        if case .chunked(let chunking) = dataSet.layout {
            collector.numbers(
                place.key.appending("chunks"), chunking.shape.map { .integer(Int64($0)) },
                locus: locus)
        }
        if case .virtual(let address?, let index) = dataSet.layout,
            let sources = try values.heap.object(at: address, index: index)
        {
            collector.opaque(
                place.key.appending("virtual_sources"), Array(sources.bytes.prefix(1 << 16)),
                byteCount: sources.bytes.count,
                locus: Locus(
                    offset: sources.fileOffset, length: UInt64(sources.bytes.count),
                    address: place.path))
        }
        if !dataSet.filters.isEmpty {
            let names = dataSet.filters.map { filter in
                let name = filter.name.isEmpty ? "filter \(filter.id)" : filter.name
                return filter.id == 1 && filter.values.count == 1
                    ? "\(name) \(filter.values[0])" : name
            }
            collector.add(
                Fact(
                    key: place.key.appending("filters"), value: names.joined(separator: ", "),
                    locus: locus))
        }
        if let fillValue = dataSet.fillValue, fillValue.count == dataSet.type.byteCount,
            fillValue.contains(where: { $0 != 0 }), dataSet.type.number(in: fillValue) != nil
        {
            let key = place.key.appending("fill_value")
            try values.state(
                HDF5Statement(
                    key: key, type: dataSet.type, count: 1, bytes: fillValue,
                    address: place.path, segment: key.segments.count - 1))
        }
    }

    // MARK: Values

    private mutating func stateValues(
        of dataSet: HDF5DataSet, at place: Place, unit: String?
    ) throws(ExtractionError) {
        let count = dataSet.space.valueCount
        guard count > 0 else { return }
        guard !count.multipliedReportingOverflow(by: dataSet.type.byteCount).overflow else {
            throw ExtractionError(
                .malformed, "more values than can be counted", at: Locus(address: "data set"))
        }
        if try stateFrameTexts(of: dataSet, at: place) { return }
        guard isWanted(dataSet) else { return }
        guard let found = try dataSet.values(of: file, maximum: Self.maximumByteCount) else {
            return
        }
        let isTextOrNothing = count > Self.listCount && isCharacters(dataSet)
        if isTextOrNothing, HDF5CharacterText.text(of: found.bytes[...]) == nil,
            !isShortLine(dataSet)
        {
            return
        }
        budget -= min(budget, UInt64(found.bytes.count))
        try values.state(
            HDF5Statement(
                key: place.key, type: dataSet.type, count: count, bytes: found.bytes[...],
                place: found.place, unit: unit, address: place.path,
                segment: place.key.segments.count - 1))
    }

    private func isCharacters(_ dataSet: HDF5DataSet) -> Bool {
        guard case .integer = dataSet.type.kind else { return false }
        return dataSet.type.byteCount == 1 && dataSet.space.isLinear
    }

    private func isShortLine(_ dataSet: HDF5DataSet) -> Bool {
        dataSet.space.isLinear && dataSet.space.valueCount <= Self.lineCount
    }

    /// Whether the values say something about the image, rather than being one.
    private func isWanted(_ dataSet: HDF5DataSet) -> Bool {
        let count = dataSet.space.valueCount
        let (byteCount, isTooLarge) = count.multipliedReportingOverflow(
            by: dataSet.type.byteCount)
        guard !isTooLarge, byteCount <= Self.maximumByteCount else { return false }
        switch dataSet.type.kind {
        case .text, .variableText: return true
        case .compound, .sequence: return count <= Self.rowCount && UInt64(byteCount) <= budget
        case .opaque, .reference: return count <= Self.listCount
        case .integer, .real, .bitfield, .time, .enumeration, .array, .complex:
            if count <= Self.listCount { return true }
            guard UInt64(byteCount) <= budget else { return false }
            // Lists of points and vectors are no images either.
            let isTable = dataSet.space.counts.count == 2 && dataSet.space.counts[1] <= 4
            return isShortLine(dataSet) || isTable && count <= Self.lineCount
                || isCharacters(dataSet) && mayBeText(dataSet)
        }
    }

    /// Whether the first bytes read as text, as far as they can be seen cheaply.
    private func mayBeText(_ dataSet: HDF5DataSet) -> Bool {
        guard case .contiguous(let address?) = dataSet.layout,
            let place = try? file.place(address),
            let bytes = try? file.reader.prefix(from: place, maximum: 64)
        else { return true }
        return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
    }

    /// States one text for every frame: a column of characters each, as Velox writes `Metadata`.
    ///
    /// The first frame states everything, the others what differs.
    private mutating func stateFrameTexts(
        of dataSet: HDF5DataSet, at place: Place
    ) throws(ExtractionError) -> Bool {
        guard case .integer = dataSet.type.kind, dataSet.type.byteCount == 1,
            place.path.hasSuffix("/Metadata"), dataSet.space.counts.count == 2
        else { return false }
        var dataSet = dataSet
        if dataSet.space.valueCount > Self.maximumByteCount {
            dataSet.space = HDF5Dataspace(counts: [dataSet.space.counts[0], 1])
        }
        guard let found = try dataSet.values(of: file, maximum: Self.maximumByteCount) else {
            return false
        }
        let frameCount = Int(clamping: dataSet.space.counts[1])
        let characterCount = Int(clamping: dataSet.space.counts[0])
        let stated = StatedFacts()
        let accepts = collector.accepts
        defer { collector.accepts = accepts }
        let segment = place.key.segments.count - 1
        var isText = false
        for frame in 0..<frameCount {
            var bytes: [UInt8] = []
            for place in 0..<characterCount {
                bytes.append(found.bytes[place * frameCount + frame])
            }
            guard let text = HDF5CharacterText.text(of: bytes[...]) else { continue }
            isText = true
            collector.accepts = { fact in
                var plain = fact
                plain.element.steps.removeAll { Int($0.segment) == segment }
                if frame > 0, fact.key == place.key || stated.contains(plain) { return false }
                if frame == 0 { stated.insert(plain) }
                return accepts?(fact) ?? true
            }
            let element = frameCount > 1 ? ElementPath(segment: segment, index: frame) : .root
            let locus = Locus(address: place.path + (frameCount > 1 ? " frame \(frame)" : ""))
            let isOpened = try VeloxMetadata.state(
                text, key: place.key, element: element, locus: locus, into: collector)
            if !isOpened { collector.text(place.key, text, element: element, locus: locus) }
        }
        return isText
    }
}
