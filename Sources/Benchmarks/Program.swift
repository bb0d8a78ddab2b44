internal import Foundation

/// A process that is measured.
struct Program {
    struct Run {
        var seconds: Double
        /// Time of processors that the process and its children took, in user and system.
        var processorSeconds: Double
        var exitCode: Int32
        var output: Data
        /// Greatest resident set of the process, and of any one child of it, in bytes.
        var peakResident: Int
        var peakResidentOfChild: Int
    }

    var path: String
    var arguments: [String]

    init(_ path: String, _ arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// The `reticle` built beside this program.
    static func reticle(_ arguments: [String]) throws -> Program {
        let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        let path = folder.appendingPathComponent("reticle").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw BenchmarkError("no reticle beside Benchmarks: swift build -c release")
        }
        return Program(path, arguments)
    }

    /// A peer found in `$PATH`; `nil` where it is not installed.
    static func peer(_ name: String, _ arguments: [String]) -> Program? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for folder in folders {
            let path = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: path) {
                return Program(path, arguments)
            }
        }
        return nil
    }

    /// Runs it once; its output goes to a file, so that reading it costs the process nothing.
    func run(samplingMemory: Bool = false, keepingOutput: Bool = false) throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let outputFile = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-benchmark-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: outputFile) }
        if keepingOutput {
            try Data().write(to: outputFile)
            process.standardOutput = try FileHandle(forWritingTo: outputFile)
        } else {
            process.standardOutput = FileHandle.nullDevice
        }
        let processorBefore = Self.processorSecondsOfChildren
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        var peak = 0
        var peakOfChild = 0
        while samplingMemory, process.isRunning {
            let pid = process.processIdentifier
            peak = max(peak, Self.peakResident(of: pid))
            for child in Self.children(of: pid) {
                peakOfChild = max(peakOfChild, Self.peakResident(of: child))
            }
            Thread.sleep(forTimeInterval: 0.01)
        }
        process.waitUntilExit()
        let elapsed = clock.now - start
        let (seconds, attoseconds) = elapsed.components
        return Run(
            seconds: Double(seconds) + Double(attoseconds) * 1e-18,
            processorSeconds: Self.processorSecondsOfChildren - processorBefore,
            exitCode: process.terminationStatus,
            output: keepingOutput ? try Data(contentsOf: outputFile) : Data(),
            peakResident: peak, peakResidentOfChild: peakOfChild)
    }

    /// The least wall time of some runs, in seconds.
    func leastSeconds(of runs: Int) throws -> Double {
        var least = Double.infinity
        for _ in 0..<runs { least = min(least, try run().seconds) }
        return least
    }

    /// The least times of some runs, wall and processor each.
    func leastRun(of runs: Int) throws -> Run {
        var least = try run()
        for _ in 1..<max(1, runs) {
            let next = try run()
            least.seconds = min(least.seconds, next.seconds)
            least.processorSeconds = min(least.processorSeconds, next.processorSeconds)
        }
        return least
    }

    private static var processorSecondsOfChildren: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
        }
    }

    /// The greatest resident set of a process so far, in bytes.
    static func peakResident(of pid: Int32) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        else {
            // The process has ended between two looks.
            return 0
        }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
        return kilobytes * 1024
    }

    private static func children(of pid: Int32) -> [Int32] {
        let tasks =
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        return tasks.flatMap { task in
            let list = try? String(
                contentsOfFile: "/proc/\(pid)/task/\(task)/children", encoding: .utf8)
            return (list ?? "").split(separator: " ").compactMap { Int32($0) }
        }
    }
}

/// Why a measurement could not be made.
struct BenchmarkError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}
