internal import Extraction
internal import MetadataModel

/// What a worker is asked: to read one open file.
struct WorkerRequest {
    var file: FileDescription
    var descriptor: Int32
    /// Whether every fact is to be sent at once, because this file ended a worker before.
    var isCareful: Bool

    init(file: FileDescription, descriptor: Int32, isCareful: Bool) {
        self.file = file
        self.descriptor = descriptor
        self.isCareful = isCareful
    }

    init(from wire: inout WireReader, descriptor: Int32) throws(ProtocolViolation) {
        guard try wire.byte() == FrameKind.request.rawValue else {
            throw ProtocolViolation("expected a request")
        }
        self.descriptor = descriptor
        isCareful = try wire.byte() & WorkerProtocol.carefulFlag != 0
        let count = try wire.varint()
        let modified = try wire.signed()
        file = FileDescription(
            path: try wire.text(), count: count, modifiedNanoseconds: modified)
    }

    var frame: [UInt8] {
        var wire = WireWriter()
        let start = wire.beginFrame(.request)
        wire.byte(isCareful ? WorkerProtocol.carefulFlag : 0)
        wire.varint(file.count)
        wire.signed(file.modifiedNanoseconds)
        wire.text(file.path)
        wire.endFrame(start)
        return wire.bytes
    }
}

extension WireWriter {
    mutating func issue(_ issue: Issue) {
        text(issue.kind.rawValue)
        text(issue.detail)
        text(issue.locus.address)
        byte((issue.locus.offset == nil ? 0 : 1) | (issue.locus.length == nil ? 0 : 2))
        if let offset = issue.locus.offset { varint(offset) }
        if let length = issue.locus.length { varint(length) }
    }
}

extension WireReader {
    mutating func issue() throws(ProtocolViolation) -> Issue {
        let kindName = try text()
        guard let kind = Issue.Kind(rawValue: kindName) else {
            throw ProtocolViolation("an issue of unknown kind")
        }
        var issue = Issue(kind, try text())
        issue.locus.address = try text()
        let flags = try byte()
        if flags & 1 != 0 { issue.locus.offset = try varint() }
        if flags & 2 != 0 { issue.locus.length = try varint() }
        return issue
    }
}
