internal import Foundation
internal import Glibc
internal import MetadataStore

/// A command of the shell that is told of an asset.
///
/// It is begun once, whatever is killed when: the shell that runs it first makes a folder, the
/// *receipt*, and where there is one already, it does nothing.
struct ShellCommand {
    private static let script = """
        if mkdir "$0" 2>/dev/null; then exec /bin/sh -c "$1"; fi; [ -d "$0" ] || exit 126
        """
    /// What a command that is told to end may still take.
    private static let grace = 5.0

    private let message: HookMessage
    private let command: String

    init(_ message: HookMessage, _ command: String) {
        self.message = message
        self.command = command
    }

    /// - Parameter receipt: Where the receipt is; `nil` for a command that is begun in any case.
    func run(receipt: String?) -> HookFailure? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = receipt.map { ["-c", Self.script, $0, command] } ?? ["-c", command]
        var environment = ProcessInfo.processInfo.environment
        environment["RETICLE_HOOK"] = message.hook.name
        environment["RETICLE_ID"] = message.identity
        environment["RETICLE_PATH"] = message.path
        environment["RETICLE_DELIVERY"] = message.delivery
        process.environment = environment
        process.standardOutput = FileHandle.standardError
        let input = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-hook-\(UUID().uuidString)")
        do {
            try (message.body + Data("\n".utf8)).write(to: input)
            defer { unlink(input.path) }
            process.standardInput = try FileHandle(forReadingFrom: input)
            try process.run()
        } catch {
            return HookFailure(detail: "\(error)", canBeTriedAgain: false)
        }
        guard Self.wait(for: process, seconds: Double(message.hook.seconds)) else {
            process.terminate()
            if !Self.wait(for: process, seconds: Self.grace) {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            return HookFailure(
                detail: "the command was ended after \(message.hook.seconds) s",
                canBeTriedAgain: false)
        }
        guard process.terminationStatus == 0 else {
            return HookFailure(
                detail: "the command ended with \(process.terminationStatus)",
                canBeTriedAgain: false)
        }
        return nil
    }

    private static func wait(for process: Process, seconds: Double) -> Bool {
        let deadline = Date().addingTimeInterval(seconds)
        while process.isRunning {
            guard Date() < deadline else { return false }
            Thread.sleep(forTimeInterval: 0.005)
        }
        return true
    }
}
