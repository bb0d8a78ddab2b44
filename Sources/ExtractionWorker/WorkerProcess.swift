internal import Glibc
internal import MetadataModel

/// A worker as its parent sees it.
///
/// The process is killed and its remains are collected when the last owner lets go of it.
final class WorkerProcess {
    let socket: Int32
    private let identifier: pid_t
    private var isCollected = false
    private var inbox = [UInt8](repeating: 0, count: 1 << 18)
    private var inboxCount = 0
    private var decoder = FactDecoder()
    private(set) var hasSaidHello = false
    /// True once the worker has closed its side.
    private(set) var hasEnded = false

    /// Starts a worker.
    ///
    /// It is in a process group of its own, so that an interrupt typed at the terminal reaches
    /// the parent alone. It inherits no descriptor but its socket, and little of the environment.
    init(_ configuration: WorkerConfiguration) throws(WorkerPoolError) {
        var pair: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &pair) == 0 else {
            throw WorkerPoolError(detail: "no socket: \(String(cString: strerror(errno)))")
        }
        defer { close(pair[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pair[1], STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var process: pid_t = 0
        let code = withTerminatedTexts([configuration.program] + configuration.arguments) { words in
            withTerminatedTexts(Self.environment) { environment in
                posix_spawn(
                    &process, configuration.program, &actions, &attributes, words, environment)
            }
        }
        guard code == 0 else {
            close(pair[0])
            let reason = String(cString: strerror(code))
            throw WorkerPoolError(detail: "\(configuration.program) does not start: \(reason)")
        }
        identifier = process
        socket = pair[0]
    }

    deinit {
        if !isCollected { _ = end() }
        close(socket)
    }

    /// Ends the worker, unless it has ended by itself, and tells how it ended. Called once.
    func end() -> String {
        // The group, for a program that the worker has started may read the file.
        kill(-identifier, SIGKILL)
        kill(identifier, SIGKILL)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        isCollected = true
        let signal = status & 0x7F
        return signal == 0
            ? "the worker ended with status \((status >> 8) & 0xFF)"
            : "the worker was ended by signal \(signal) (\(String(cString: strsignal(signal))))"
    }

    /// What a worker inherits: where libraries are, nothing that is secret.
    private static var environment: [String] {
        // The runtime's crash report starts another program, which can hang.
        var environment = ["SWIFT_BACKTRACE=enable=no"]
        for name in ["PATH", "LD_LIBRARY_PATH", "TZ"] {
            if let value = getenv(name) { environment.append("\(name)=\(String(cString: value))") }
        }
        return environment
    }

    /// Asks for a file to be read; false where the worker does not listen.
    func ask(_ request: WorkerRequest) -> Bool {
        let frame = request.frame
        return DescriptorPassing.send(frame, with: request.descriptor, to: socket) == frame.count
    }

    /// The answers that have come, with the bytes that each took.
    func answers() throws(ProtocolViolation) -> [(answer: WorkerAnswer, byteCount: Int)] {
        let place = inboxCount
        let count = inbox.withUnsafeMutableBytes { bytes in
            recv(
                socket, bytes.baseAddress! + place, bytes.count - place,
                Int32(MSG_DONTWAIT))
        }
        if count < 0, errno == EAGAIN || errno == EINTR { return [] }
        guard count > 0 else {
            hasEnded = true
            return []
        }
        inboxCount += count
        return try takeFrames()
    }

    private func takeFrames() throws(ProtocolViolation) -> [(WorkerAnswer, Int)] {
        var answers: [(WorkerAnswer, Int)] = []
        var start = 0
        while inboxCount - start >= WorkerProtocol.lengthByteCount {
            let body = start + WorkerProtocol.lengthByteCount
            let length = inbox[start..<body].reversed().reduce(0) { $0 << 8 | Int($1) }
            guard (1...WorkerProtocol.maximumFrameByteCount).contains(length) else {
                throw ProtocolViolation("a frame of \(length) bytes")
            }
            let end = body + length
            if end - start > inbox.count {
                inbox.append(contentsOf: repeatElement(0, count: end - start - inbox.count))
            }
            guard end <= inboxCount else { break }
            answers.append((try answer(in: body..<end), length))
            start = end
        }
        inbox.withUnsafeMutableBytes { bytes in
            bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<inboxCount]))
        }
        inboxCount -= start
        return answers
    }

    private func answer(in range: Range<Int>) throws(ProtocolViolation) -> WorkerAnswer {
        let answer = try inbox.withUnsafeBufferPointer { bytes throws(ProtocolViolation) in
            var wire = WireReader(
                UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])))
            return try WorkerAnswer(from: &wire, decoder: &decoder)
        }
        if case .hello = answer {
            hasSaidHello = true
        } else if !hasSaidHello {
            throw ProtocolViolation("an answer before hello")
        }
        return answer
    }
}

/// One frame of a worker.
enum WorkerAnswer {
    case hello
    case began(type: String, extractor: String)
    case facts([Fact])
    case ended(bytesRead: UInt64, issues: [Issue])

    init(from wire: inout WireReader, decoder: inout FactDecoder) throws(ProtocolViolation) {
        switch FrameKind(rawValue: try wire.byte()) {
        case .hello:
            let version = try wire.byte()
            guard version == WorkerProtocol.version else {
                throw ProtocolViolation("protocol version \(version)")
            }
            self = .hello
        case .began:
            self = .began(type: try wire.text(), extractor: try wire.text())
        case .facts:
            var facts: [Fact] = []
            while !wire.isAtEnd { facts.append(try decoder.fact(from: &wire)) }
            self = .facts(facts)
        case .ended:
            let bytesRead = try wire.varint()
            let count = try wire.count(maximum: WorkerProtocol.maximumIssueCount)
            var issues: [Issue] = []
            for _ in 0..<count { issues.append(try wire.issue()) }
            self = .ended(bytesRead: bytesRead, issues: issues)
        case .request, nil:
            throw ProtocolViolation("a frame of unknown kind")
        }
        guard wire.isAtEnd else { throw ProtocolViolation("a frame is longer than its contents") }
    }
}

/// Calls `body` with the texts as C sees an array of them.
private func withTerminatedTexts<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
}
