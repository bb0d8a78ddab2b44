internal import Extraction
internal import Glibc
internal import MetadataModel

/// A program that is reading a file: its standard input and descriptor 3 are the file, its
/// standard output is what it says.
///
/// It is started without a shell, has little of the environment, and is under the limits of the
/// worker that starts it: memory, descriptors, no file that can be written. It ends with the last
/// owner.
final class ProgramProcess {
    private static let pieceByteCount = 1 << 16

    private let identifier: pid_t
    private let output: Int32
    private let end: ContinuousClock.Instant
    private let seconds: Int
    private var isCollected = false

    /// Starts a program.
    ///
    /// - Parameter file: A descriptor, which stays the caller's to close.
    init(_ program: ProgramDescription, reading file: Int32) throws(ExtractionError) {
        var pipe: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &pipe) == 0 else {
            throw Self.error("no socket", errno)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The output first: its descriptor may be the one that the file is to have.
        posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, 3)
        lseek(file, 0, SEEK_SET)
        var environment = ["LC_ALL=C.UTF-8"]
        if let path = getenv("PATH") { environment.append("PATH=" + String(cString: path)) }
        var process: pid_t = 0
        let words = program.command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        let code = posix_spawnp(&process, program.command[0], &actions, nil, words, variables)
        (words + variables).forEach { free($0) }
        close(pipe[1])
        guard code == 0 else {
            close(pipe[0])
            throw Self.error(program.command[0], code)
        }
        identifier = process
        output = pipe[0]
        seconds = program.seconds
        end = .now + .seconds(program.seconds)
    }

    deinit {
        close(output)
        if !isCollected { _ = collect(killing: true) }
    }

    /// The next bytes of the output; none at its end.
    ///
    /// - Throws: `timedOut` where the program takes too long.
    func read() throws(ExtractionError) -> [UInt8] {
        while true {
            let left = (end - .now) / Duration.milliseconds(1)
            guard left > 0 else {
                throw ExtractionError(.timedOut, "the program took longer than \(seconds) s")
            }
            var wait = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wait, 1, Int32(min(left, 60_000).rounded(.up)))
            if ready < 0, errno != EINTR { throw Self.error("its output", errno) }
            guard ready > 0 else { continue }
            var failure: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceByteCount) { bytes, count in
                let got = Glibc.read(output, bytes.baseAddress, bytes.count)
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failure == EINTR { continue }
            if failure != 0 { throw Self.error("its output", failure) }
            return piece
        }
    }

    /// Waits for the program's end.
    ///
    /// - Throws: `crashed` where it did not end well.
    func finish() throws(ExtractionError) {
        let status = collect(killing: false)
        let signal = status & 0x7F
        if signal != 0 {
            throw ExtractionError(.crashed, "the program was ended by signal \(signal)")
        }
        let code = (status >> 8) & 0xFF
        if code != 0 { throw ExtractionError(.crashed, "the program ended with status \(code)") }
    }

    private func collect(killing: Bool) -> Int32 {
        if killing { kill(identifier, SIGKILL) }
        var status: Int32 = 0
        while true {
            // One that has closed its output and does not end is not waited for longer.
            let got = waitpid(identifier, &status, killing ? 0 : WNOHANG)
            if got == identifier || (got < 0 && errno != EINTR) { break }
            if got == 0 {
                if .now >= end { kill(identifier, SIGKILL) }
                usleep(500)
            }
        }
        isCollected = true
        return status
    }

    private static func error(_ what: String, _ code: Int32) -> ExtractionError {
        ExtractionError(.unsupported, "\(what): \(String(cString: strerror(code)).lowercased())")
    }
}
