internal import ArgumentParser
internal import ExtractionWorker
internal import Glibc

/// `reticle worker`: a child process that reads files for its parent; not for people.
///
/// It is told apart before arguments are parsed, so that a worker starts fast.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Read files for a parent process.", shouldDisplay: false)

    /// The first argument of a worker.
    static let word = "worker"

    /// How a pool starts this program as its workers.
    static func configuration(for options: WorkerOptions) throws -> WorkerConfiguration {
        var limits = WorkerLimits()
        limits.deadline = .seconds(options.deadline)
        limits.memoryByteCount = options.memory << 20
        return WorkerConfiguration(
            program: "/proc/self/exe",
            arguments: [word, String(options.deadline), String(options.memory)]
                + [options.extractorsFolder].compactMap { $0 },
            workerCount: options.workers, limits: limits)
    }

    /// Works as a worker if the arguments say so; false where they do not.
    static func runIfAsked(_ arguments: [String]) -> Bool {
        guard arguments.count >= 4, arguments[1] == word, let deadline = Int(arguments[2]),
            let memory = UInt64(arguments[3])
        else { return false }
        var limits = WorkerLimits()
        limits.deadline = .seconds(deadline)
        limits.memoryByteCount = memory << 20
        let folder = arguments.count > 4 ? arguments[4] : nil
        do {
            let extraction = try InstalledExtractors.extraction(descriptionsIn: folder)
            WorkerLoop.run(socket: STDIN_FILENO, limits: limits, extraction: extraction)
        } catch {
            exit(withError: ExitCode(2))
        }
        return true
    }
}
