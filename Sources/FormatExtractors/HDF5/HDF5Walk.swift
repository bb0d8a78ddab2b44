internal import Extraction
internal import MetadataModel

/// Walks the groups of a file and states every object once.
struct HDF5Walk {
    let file: HDF5File
    let collector: FactCollector
    var values: HDF5ValueFacts
    /// Objects that have been stated, with their paths.
    private var paths: [UInt64: String] = [:]
    /// Times that have been stated.
    private var times: Set<Int> = []
    /// Bytes of lists of numbers that may still be read.
    var budget: UInt64

    /// One object on the way.
    struct Place {
        let address: UInt64
        let key: FactKey
        /// The path within the file, such as `/entry/data`.
        let path: String
        let depth: Int
        /// The unit that a sibling states.
        var unit: String?

        func child(_ name: String) -> String { path == "/" ? "/" + name : path + "/" + name }
    }

    init(_ file: HDF5File, into collector: FactCollector) {
        self.file = file
        self.collector = collector
        values = HDF5ValueFacts(
            file: file, heap: HDF5GlobalHeap(of: file), collector: collector)
        budget = max(4 << 20, file.reader.count / 50)
    }

    mutating func run(from root: UInt64) {
        visit(Place(address: root, key: "hdf5", path: "/", depth: 0))
        values.stateReferences(paths: paths)
    }

    /// Reports a problem that costs one object or a part of it.
    func report(_ error: ExtractionError, at path: String) {
        var issue = error.issue
        issue.locus.address = path + (issue.locus.address.isEmpty ? "" : ": " + issue.locus.address)
        collector.report(issue)
    }

    // MARK: Objects

    private mutating func visit(_ place: Place) {
        guard !collector.isFull else { return }
        if let path = paths[place.address] {
            collector.add(
                Fact(
                    key: place.key, value: path, label: "hard link",
                    locus: Locus(address: place.path)))
            return
        }
        guard place.depth <= collector.limits.maximumDepth,
            paths.count < collector.limits.maximumDirectoryCount
        else {
            let limit = ExtractionError(
                .limitExceeded, "more than \(collector.limits.maximumDepth) groups deep",
                at: .init())
            return report(limit, at: place.path)
        }
        paths[place.address] = place.path
        do throws(ExtractionError) {
            let header = try HDF5ObjectHeader(at: place.address, of: file)
            collector.noteMetadata(header.byteCount, understood: true)
            if let problem = header.problem { report(problem, at: place.path) }
            state(header, at: place)
        } catch {
            report(error, at: place.path)
        }
    }

    private mutating func state(_ header: HDF5ObjectHeader, at place: Place) {
        let attributes = file.attributes(of: header) { report($0, at: place.path) }
        var units = HDF5Units()
        for attribute in attributes {
            units.take(attribute.name) { text(of: attribute) }
        }
        if let dataSet = HDF5DataSet(header, of: file, report: { report($0, at: place.path) }) {
            let unit = units.own ?? place.unit
            attempt(at: place.path) { walk throws(ExtractionError) in
                try walk.state(dataSet, at: place, unit: unit)
            }
            stateExternalFiles(of: header, at: place)
        } else if header.messages.contains(where: { [0x02, 0x06, 0x11].contains($0.type) }) {
            stateLinks(of: header, hasAttributes: !attributes.isEmpty, at: place)
        } else if let message = header.messages.first(where: { $0.type == 0x03 }) {
            attempt(at: place.path) { walk throws(ExtractionError) in
                var body = try walk.file.body(of: message)
                walk.collector.add(
                    Fact(
                        key: place.key, value: try HDF5Datatype(&body).name,
                        label: "named datatype", locus: Locus(address: place.path)))
            }
        }
        for attribute in attributes {
            attempt(at: "\(place.path)@\(attribute.name)") { walk throws(ExtractionError) in
                try walk.state(attribute, of: place, unit: units.unit(of: attribute.name))
            }
        }
        stateTimes(of: header, at: place)
    }

    /// Does what may fail without costing anything else.
    private mutating func attempt(
        at path: String, _ body: (inout HDF5Walk) throws(ExtractionError) -> Void
    ) {
        do throws(ExtractionError) {
            try body(&self)
        } catch {
            report(error, at: path)
        }
    }

    private mutating func state(
        _ attribute: HDF5Attribute, of place: Place, unit: String?
    ) throws(ExtractionError) {
        let key = place.key.appending(attribute.name)
        let address = "\(place.path)@\(attribute.name)"
        guard attribute.space.valueCount > 0 else {
            return collector.add(
                Fact(key: key, value: "", label: "empty", locus: Locus(address: address)))
        }
        let (byteCount, isTooLarge) = attribute.space.valueCount.multipliedReportingOverflow(
            by: attribute.type.byteCount)
        guard !isTooLarge, byteCount <= attribute.bytes.bytes.count else {
            throw ExtractionError(
                .malformed,
                "\(attribute.space.valueCount) values of \(attribute.type.byteCount) bytes in "
                    + "\(attribute.bytes.bytes.count) bytes",
                offset: attribute.bytes.place ?? 0)
        }
        try values.state(
            HDF5Statement(
                key: key, type: attribute.type, count: attribute.space.valueCount,
                bytes: attribute.bytes.bytes.prefix(byteCount), place: attribute.bytes.place,
                unit: unit, address: address, segment: key.segments.count - 1))
    }

    // MARK: Groups

    private mutating func stateLinks(
        of header: HDF5ObjectHeader, hasAttributes: Bool, at place: Place
    ) {
        let links = file.links(of: header) { report($0, at: place.path) }
        if links.isEmpty, !hasAttributes {
            collector.add(
                Fact(
                    key: place.key, value: "", label: "empty group",
                    locus: Locus(address: place.path)))
        }
        var units = HDF5Units()
        for link in links {
            guard case .object(let address) = link.target else { continue }
            units.take(link.name) { text(at: address) }
        }
        for link in links {
            let key = place.key.appending(link.name)
            let path = place.child(link.name)
            let locus = Locus(address: path)
            switch link.target {
            case .object(let address):
                visit(
                    Place(
                        address: address, key: key, path: path, depth: place.depth + 1,
                        unit: units.unit(of: link.name)))
            case .path(let target):
                collector.add(Fact(key: key, value: target, label: "soft link", locus: locus))
            case .external(let file, let target):
                collector.add(
                    Fact(key: key, value: "\(file):\(target)", label: "external link", locus: locus)
                )
            case .other(let type, let byteCount):
                collector.add(
                    Fact(
                        key: key, value: "link of type \(type), \(byteCount) bytes", locus: locus))
            }
        }
    }

    // MARK: What an object states beside its values

    /// Comment and times; a time is stated by the first object that has it, and not again.
    private mutating func stateTimes(of header: HDF5ObjectHeader, at place: Place) {
        let locus = Locus(address: place.path)
        for message in header.messages {
            var body = message.body
            if message.type == 0x0D, let text = try? body.nulTerminated(), !text.isEmpty {
                collector.text(
                    place.key.appending("comment"), TextDecoding.text(of: Array(text)).text,
                    locus: Locus(
                        offset: message.body.place, length: UInt64(text.count),
                        address: place.path))
            }
            if message.type == 0x12, (try? body.skip(4)) != nil, let time = try? body.uint32() {
                add(time: time, "modification_time", place, locus)
            }
        }
        guard let times = header.times else { return }
        let names = ["modification_time", "birth_time", "change_time", "access_time"]
        for (name, index) in zip(names, [1, 3, 2, 0]) {
            add(time: Int(times[index]), name, place, locus)
        }
    }

    private mutating func add(time: Int, _ name: String, _ place: Place, _ locus: Locus) {
        guard time > 0, times.insert(time).inserted else { return }
        var fact = Fact(
            key: place.key.appending(name), value: UnixTime.spelling(of: Int64(time)), locus: locus)
        fact.deriveSlots()
        collector.add(fact)
    }

    /// The files that hold a data set's values, where these stand outside.
    private mutating func stateExternalFiles(of header: HDF5ObjectHeader, at place: Place) {
        guard let message = header.messages.first(where: { $0.type == 0x07 }) else { return }
        attempt(at: place.path) { walk throws(ExtractionError) in
            var body = message.body
            try body.skip(6)
            let count = try body.uint16()
            guard let address = try body.address() else { return }
            let names = try walk.file.localHeap(at: address)
            let key = place.key.appending("external_file")
            for index in 0..<count {
                let name = try walk.file.name(at: try body.length(), in: names)
                try body.skip(2 * walk.file.lengthByteCount)
                walk.collector.add(
                    Fact(
                        key: key,
                        element: ElementPath(segment: key.segments.count - 1, index: index),
                        value: name, locus: Locus(address: place.path)))
            }
        }
    }

    // MARK: Units

    /// The text of an attribute that is one text.
    private func text(of attribute: HDF5Attribute) -> String? {
        text(attribute.type, attribute.space, attribute.bytes.bytes)
    }

    /// The text of a data set that is one text.
    private func text(at address: UInt64) -> String? {
        guard let header = try? HDF5ObjectHeader(at: address, of: file),
            let dataSet = HDF5DataSet(header, of: file, report: { _ in }),
            let found = try? dataSet.values(of: file, maximum: 4096)
        else { return nil }
        return text(dataSet.type, dataSet.space, found.bytes[...])
    }

    private func text(
        _ type: HDF5Datatype, _ space: HDF5Dataspace, _ bytes: ArraySlice<UInt8>
    ) -> String? {
        guard space.valueCount >= 1 else { return nil }
        switch type.kind {
        case .text(let text):
            // Imaris writes one character a value.
            guard type.byteCount == 1 || space.valueCount == 1 else { return nil }
            return text.text(in: bytes)
        case .variableText(let text):
            var pointer = file.cursor(over: bytes, at: nil)
            guard space.valueCount == 1, (try? pointer.skip(4)) != nil,
                let address = try? pointer.address(), let index = try? pointer.uint32(),
                let object = try? values.heap.object(at: address, index: index)
            else { return nil }
            return text.text(in: object.bytes)
        default: return nil
        }
    }
}
