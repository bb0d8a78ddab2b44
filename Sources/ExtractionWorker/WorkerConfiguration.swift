internal import Glibc

/// How a pool starts its workers.
public struct WorkerConfiguration: Sendable, Hashable {
    /// The program to start; its standard input is the socket.
    public var program: String
    /// The program's arguments, its own name left out.
    public var arguments: [String]
    /// How many workers run at once, at most.
    public var workerCount: Int
    public var limits: WorkerLimits

    public init(
        program: String, arguments: [String], workerCount: Int = WorkerConfiguration.processorCount,
        limits: WorkerLimits = WorkerLimits()
    ) {
        self.program = program
        self.arguments = arguments
        self.workerCount = max(1, workerCount)
        self.limits = limits
    }

    /// The processors that this process may use.
    public static var processorCount: Int {
        max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}

/// Why no worker does its work.
public struct WorkerPoolError: Error, Sendable, Hashable, CustomStringConvertible {
    public var detail: String

    public var description: String { detail }
}
