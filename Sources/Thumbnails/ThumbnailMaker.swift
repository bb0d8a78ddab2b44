public import ExtractionWorker
internal import Glibc

/// Makes small pictures of image files, each in a process of its own: a file that ends the
/// process, or hangs it, has no picture and does no other harm.
public struct ThumbnailMaker: Sendable {
    private let program: String
    private let arguments: [String]
    private let deadlineMilliseconds: Int32

    /// - Parameters:
    ///   - program: The program to start; its standard input is the file.
    ///   - arguments: Make it call ``ThumbnailWorker``.
    ///   - deadline: The time for one picture.
    public init(program: String, arguments: [String], deadline: Duration = .seconds(5)) {
        self.program = program
        self.arguments = arguments
        deadlineMilliseconds = Int32(clamping: Int64(deadline / .milliseconds(1)))
    }

    /// A picture of a file; `nil` where it has no pixels that can be had cheaply.
    ///
    /// Blocks until the process ends or its time is over.
    ///
    /// - Throws: Where no process can be started.
    public func picture(of file: OpenFile) throws(ThumbnailError) -> Picture? {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            throw ThumbnailError(detail: "no socket: \(String(cString: strerror(errno)))")
        }
        defer { close(ends[0]) }
        let started = start(input: file.descriptor, output: ends[1])
        close(ends[1])
        guard case .success(let process) = started else {
            throw ThumbnailError(detail: "\(program) does not start")
        }
        let bytes = answer(from: ends[0])
        kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard let bytes, let first = bytes.first, let kind = Picture.Kind(rawValue: first)
        else { return nil }
        return Picture(kind, Array(bytes.dropFirst()))
    }

    private enum Start {
        case success(pid_t)
        case failure
    }

    private func start(input: Int32, output: Int32) -> Start {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        let words = ([program] + arguments).map { strdup($0) }
        // The runtime's crash report starts another program, which can hang.
        var environment = [strdup("SWIFT_BACKTRACE=enable=no")]
        if let path = getenv("LD_LIBRARY_PATH") {
            environment.append(strdup("LD_LIBRARY_PATH=\(String(cString: path))"))
        }
        var process: pid_t = 0
        let code = posix_spawn(
            &process, program, &actions, nil, words + [nil], environment + [nil])
        (words + environment).forEach { free($0) }
        return code == 0 ? .success(process) : .failure
    }

    /// What the process writes until it closes its output; `nil` where that takes too long or is
    /// too much.
    private func answer(from descriptor: Int32) -> [UInt8]? {
        let clock = ContinuousClock()
        let end = clock.now + .milliseconds(Int(deadlineMilliseconds))
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= Picture.maximumByteCount {
            let left = (end - clock.now) / .milliseconds(1)
            guard left > 0 else { return nil }
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, Int32(left.rounded(.up))) != 0 else { return nil }
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
        return nil
    }
}

/// Why no process makes a picture.
public struct ThumbnailError: Error, Sendable, Hashable {
    /// One clause for a person.
    public var detail: String
}
