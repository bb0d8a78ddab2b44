internal import Extraction
internal import MetadataModel

/// Values that consist of others, or lead to others.
extension HDF5ValueFacts {
    /// The object of the heap that a variable-length value points to, and its count of values.
    func object(
        of value: HDF5Statement
    ) throws(ExtractionError) -> (object: HDF5Cursor, count: Int)? {
        var pointer = file.cursor(over: value.bytes, at: value.place)
        let count = try pointer.uint32()
        guard let address = try pointer.address(),
            let object = try heap.object(at: address, index: try pointer.uint32())
        else { return nil }
        return (object, count)
    }

    mutating func stateSequences(
        _ values: HDF5Statement, of base: HDF5Datatype, _ depth: Int
    ) throws(ExtractionError) {
        for index in 0..<min(values.count, Self.maximumSequenceCount) {
            var value = values.value(index)
            guard let found = try object(of: value) else { continue }
            value.type = base
            value.count = found.count
            value.bytes = found.object.bytes
            value.place = found.object.fileOffset
            value.isColumn = false
            value.segment = values.segment + 1
            try state(value, depth: depth + 1)
        }
    }

    mutating func stateParts(
        _ values: HDF5Statement, of base: HDF5Datatype, _ partCount: Int, _ depth: Int
    ) throws(ExtractionError) {
        let (all, isTooLarge) = values.count.multipliedReportingOverflow(by: partCount)
        guard !isTooLarge, partCount > 0 else { return }
        guard values.isColumn, (2...Self.maximumRowCount).contains(values.count) else {
            var parts = values
            parts.type = base
            parts.count = all
            parts.isColumn = false
            return try state(parts, depth: depth + 1)
        }
        for index in 0..<values.count {
            var parts = values.value(index)
            parts.type = base
            parts.count = partCount
            parts.isColumn = false
            parts.segment = values.segment + 1
            try state(parts, depth: depth + 1)
        }
    }

    mutating func stateRows(
        _ values: HDF5Statement, _ members: [HDF5Datatype.Member], _ depth: Int
    ) throws(ExtractionError) {
        for member in members {
            let (end, isTooLarge) = member.offset.addingReportingOverflow(member.type.byteCount)
            guard !isTooLarge, end <= values.type.byteCount else { continue }
            var column = values
            column.key = values.key.appending(member.name)
            column.type = member.type
            column.isColumn = values.count > 1 || values.isColumn
            column.address = values.address + "/" + member.name
            if values.count == 1 {
                column.bytes = values.bytes.dropFirst(member.offset).prefix(member.type.byteCount)
                column.place = values.place.map { $0 &+ UInt64(member.offset) }
            } else {
                var bytes: [UInt8] = []
                for index in 0..<values.count {
                    bytes += values.bytes(of: index).dropFirst(member.offset)
                        .prefix(member.type.byteCount)
                }
                column.bytes = bytes[...]
                column.place = nil
            }
            try state(column, depth: depth + 1)
        }
    }

    mutating func stateReferences(
        _ values: HDF5Statement, _ kind: HDF5Datatype.Reference
    ) throws(ExtractionError) {
        var addresses: [UInt64] = []
        for index in 0..<min(values.count, Self.maximumRowCount) {
            var cursor = file.cursor(over: values.bytes(of: index), at: nil)
            switch kind {
            case .object:
                if let address = try cursor.address() { addresses.append(address) }
            case .region:
                guard let collection = try cursor.address(),
                    var object = try heap.object(at: collection, index: try cursor.uint32())
                else { continue }
                if let address = try object.address() { addresses.append(address) }
            case .other: continue
            }
        }
        let fact = Fact(
            key: values.key, element: values.element, value: "", label: kind.rawValue,
            locus: values.locus)
        if references.count < 1 << 16 { references.append((fact, addresses)) }
    }

    /// States what was put off: references by the paths of what they refer to.
    func stateReferences(paths: [UInt64: String]) {
        for (fact, addresses) in references {
            var fact = fact
            fact.value = addresses.map { paths[$0] ?? "(object at \($0))" }.joined(separator: ", ")
            collector.add(fact)
        }
    }
}
