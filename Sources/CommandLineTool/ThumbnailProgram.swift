internal import ExtractionWorker
internal import Thumbnails

/// This program as a process that makes one picture; not for people.
///
/// It is told apart before arguments are parsed, so that it starts fast.
enum ThumbnailProgram {
    private static let word = "thumbnail"
    /// What one picture may cost.
    private static let deadline = Swift.Duration.seconds(5)
    private static let memoryByteCount: UInt64 = 512 << 20

    /// Starts this program for each picture.
    static let maker = ThumbnailMaker(
        program: "/proc/self/exe", arguments: [word], deadline: deadline)

    /// Makes a picture if the arguments say so; false where they do not.
    static func runIfAsked(_ arguments: [String]) -> Bool {
        guard arguments.dropFirst() == [word] else { return false }
        var limits = WorkerLimits()
        limits.deadline = deadline
        limits.memoryByteCount = memoryByteCount
        ThumbnailWorker.run(limits: limits)
        return true
    }
}
