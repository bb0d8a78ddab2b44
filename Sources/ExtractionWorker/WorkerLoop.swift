public import Extraction
internal import Glibc
internal import MetadataModel

/// The life of a worker: reads the files that come over a socket, one after the other.
///
/// It opens no file, socket or program by itself. It ends when the parent closes the socket.
public enum WorkerLoop {
    /// Answers requests until there are no more.
    ///
    /// - Parameters:
    ///   - socket: The connected socket to the parent.
    ///   - limits: Are put on this process first.
    ///   - extraction: How files are read.
    public static func run(socket: Int32, limits: WorkerLimits, extraction: FileExtraction) {
        limits.confineThisProcess()
        var careful = extraction
        careful.batchCount = 1
        let answers = AnswerStream(socket: socket)
        answers.hello()
        var requests = RequestStream(socket: socket)
        while let request = requests.next() {
            limits.restartProcessorTimer()
            answers.isCareful = request.isCareful
            let reader = ByteReader(descriptor: request.descriptor, count: request.file.count)
            let outcome = (request.isCareful ? careful : extraction).run(
                reader, request.file, began: answers.began, deliver: answers.facts)
            answers.ended(outcome)
            close(request.descriptor)
            if answers.isBroken { return }
        }
    }
}

/// The parent's requests, as a worker sees them.
private struct RequestStream {
    let socket: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(socket: Int32) {
        self.socket = socket
    }

    /// The next request; `nil` at the end. Each comes as one message with one descriptor.
    mutating func next() -> WorkerRequest? {
        while true {
            let (count, descriptor) = buffer.withUnsafeMutableBytes {
                DescriptorPassing.receive(into: $0, from: socket)
            }
            if count < 0, errno == EINTR { continue }
            guard count > WorkerProtocol.lengthByteCount, let descriptor else { return nil }
            return buffer.withUnsafeBytes { bytes in
                var wire = WireReader(
                    UnsafeRawBufferPointer(
                        rebasing: bytes[WorkerProtocol.lengthByteCount..<count]))
                return try? WorkerRequest(from: &wire, descriptor: descriptor)
            }
        }
    }
}

/// Writes a worker's answers.
private final class AnswerStream {
    let socket: Int32
    /// Whether every fact is sent at once.
    var isCareful = false
    /// True once the parent listens no more.
    private(set) var isBroken = false

    private var wire = WireWriter()
    private var encoder = FactEncoder()

    init(socket: Int32) {
        self.socket = socket
    }

    func hello() {
        let start = wire.beginFrame(.hello)
        wire.byte(WorkerProtocol.version)
        wire.endFrame(start)
        flush()
    }

    func began(_ outcome: ExtractionOutcome) {
        let start = wire.beginFrame(.began)
        wire.text(outcome.type)
        wire.text(outcome.extractor)
        wire.endFrame(start)
    }

    func facts(_ facts: [Fact]) {
        var start = wire.beginFrame(.facts)
        // Facts are large values: they are looked at where they stand.
        facts.withUnsafeBufferPointer { facts in
            for place in facts.indices {
                if wire.count - start >= WorkerProtocol.fullFrameByteCount {
                    wire.endFrame(start)
                    flush()
                    start = wire.beginFrame(.facts)
                }
                encoder.write(facts[place], to: &wire)
            }
        }
        wire.endFrame(start)
        if isCareful || wire.count >= WorkerProtocol.fullFrameByteCount { flush() }
    }

    func ended(_ outcome: ExtractionOutcome) {
        let start = wire.beginFrame(.ended)
        wire.varint(outcome.bytesRead)
        let issues = outcome.issues.prefix(WorkerProtocol.maximumIssueCount)
        wire.varint(UInt64(issues.count))
        for issue in issues { wire.issue(issue) }
        wire.endFrame(start)
        flush()
    }

    private func flush() {
        wire.bytes.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count, !isBroken {
                let count = write(socket, bytes.baseAddress! + sent, bytes.count - sent)
                if count > 0 { sent += count }
                if count < 0, errno != EINTR { isBroken = true }
            }
        }
        wire.removeAll()
    }
}
