import Foundation

/// The built program, run as a person would run it, with a folder of its own.
final class Reticle {
    struct Run {
        var exitCode: Int32
        var output: String
        var complaints: String

        /// The lines of the output.
        var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
    }

    static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Where samples are put; also the working folder's index is here.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("reticle-tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("data"), withIntermediateDirectories: true)
    }

    deinit {
        // A folder that stays behind in the temporary folder fails no test.
        try? FileManager.default.removeItem(at: folder)
    }

    /// Puts a file into the data folder.
    @discardableResult
    func put(_ name: String, _ content: Data) throws -> String {
        let file = folder.appendingPathComponent("data").appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file)
        return file.path
    }

    /// Puts a sample of the project's corpus into the data folder.
    @discardableResult
    func put(sample: String, as name: String) throws -> String {
        try put(
            name,
            Data(
                contentsOf: Self.project.appendingPathComponent("corpus").appendingPathComponent(
                    sample)))
    }

    var data: String { folder.appendingPathComponent("data").path }

    private var environment: [String: String] {
        [
            "RETICLE_INDEX": folder.appendingPathComponent("index.sqlite").path,
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
            "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    /// Runs a command on the index of the folder.
    func run(_ arguments: String..., input: String? = nil) throws -> Run {
        try run(arguments: arguments, input: input)
    }

    /// Starts a command that goes on until it is ended; its output goes to a file.
    func start(_ arguments: String...) throws -> (process: Process, output: URL) {
        try start(arguments: arguments)
    }

    func start(arguments: [String]) throws -> (process: Process, output: URL) {
        let output = folder.appendingPathComponent("output-" + UUID().uuidString)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = Self.project
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        return (process, output)
    }

    func run(arguments: [String], input: String? = nil) throws -> Run {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = Self.project
        process.environment = environment
        // Files hold any amount of output without anybody reading along.
        let output = folder.appendingPathComponent("output")
        let complaints = folder.appendingPathComponent("complaints")
        let inputFile = folder.appendingPathComponent("input")
        for (file, text) in [(output, ""), (complaints, ""), (inputFile, input ?? "")] {
            try Data(text.utf8).write(to: file)
        }
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaints)
        try process.run()
        process.waitUntilExit()
        return Run(
            exitCode: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            complaints: String(decoding: try Data(contentsOf: complaints), as: UTF8.self))
    }

    /// The program lies beside the bundle of the tests, in the folder of products.
    static let program: URL = {
        var folder = Bundle(for: Reticle.self).bundleURL
        while folder.pathComponents.count > 1 {
            let candidate = folder.appendingPathComponent("reticle")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return folder
    }()
}
