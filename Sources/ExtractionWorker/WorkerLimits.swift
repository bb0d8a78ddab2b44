internal import Glibc

/// What one worker and one file may cost.
public struct WorkerLimits: Sendable, Hashable {
    /// Time for one file; the worker is killed then.
    public var deadline: Duration = .seconds(60)
    /// Bytes of memory of one worker.
    public var memoryByteCount: UInt64 = 1 << 30

    public init() {}

    /// Descriptors that a worker has open at most: its socket and the files waiting for it.
    static let descriptorCount = 64

    /// Puts the limits on this process, for good.
    ///
    /// The memory that counts is what a process can write (`RLIMIT_DATA`): its program and
    /// libraries, mapped and shared, do not use the limit up. No file can be written or grow.
    public func confineThisProcess() {
        signal(SIGPIPE, SIG_IGN)
        // Descriptors that the parent's own parent left open.
        for descriptor in STDERR_FILENO + 1..<1024 { close(descriptor) }
        for (resource, maximum) in [
            (RLIMIT_DATA, memoryByteCount), (RLIMIT_CORE, 0), (RLIMIT_FSIZE, 0),
            (RLIMIT_NOFILE, UInt64(Self.descriptorCount)),
        ] {
            var limit = rlimit(rlim_cur: rlim_t(maximum), rlim_max: rlim_t(maximum))
            setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
        }
    }

    /// Has this process killed once it has used its processor for longer than the deadline.
    ///
    /// The parent watches the clock; this is for a worker whose parent has died. Waiting for a slow
    /// reader of the answers does not count.
    public func restartProcessorTimer() {
        var timer = itimerval()
        timer.it_value.tv_sec = Int(deadline.components.seconds) + 5
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    }
}
