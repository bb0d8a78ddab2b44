import Foundation
import Testing

/// Completes queries as a person would who presses the tabulator key, through the script that the
/// program writes for the shell.
@Suite struct CompletionTests {
    private let reticle: Reticle

    init() throws {
        reticle = try Reticle()
        let lines = [
            #"{"path":"a.tif","facts":{"beam.voltage":"5 kV","stain":"uranyl"}}"#,
            #"{"path":"b.tif","facts":{"beam.voltage":"20 kV","stain":"it's $(touch HACKED)"}}"#,
            #"{"path":"c.tif","facts":{"beam.voltage":"20 kV","beam.`touch HACKED` $(touch HACKED)":1}}"#,
        ]
        _ = try reticle.run("import", "-", input: lines.joined(separator: "\n"))
    }

    private func run(_ shell: String, _ script: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [shell] + (shell == "fish" ? ["--no-config"] : []) + ["-c", script]
        process.currentDirectoryURL = reticle.folder
        let programs = Reticle.program.deletingLastPathComponent().path
        process.environment = [
            "PATH": programs + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
            "RETICLE_INDEX": reticle.folder.appendingPathComponent("index.sqlite").path,
            "HOME": reticle.folder.path, "SWIFT_BACKTRACE": "enable=no",
        ]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    static func isInstalled(_ shell: String) -> Bool {
        ["/bin/", "/usr/bin/", "/usr/local/bin/"].contains {
            FileManager.default.isExecutableFile(atPath: $0 + shell)
        }
    }

    /// The script gets the words as readline would hand them over; what it replies is what readline
    /// would insert. The last word comes without the quote that is open.
    private func bash(
        _ line: String, _ words: String..., completing word: String
    ) throws -> String {
        let quoted = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
        return try run(
            "bash",
            """
            source <(reticle --generate-completion-script bash)
            COMP_WORDS=(reticle find \(quoted.joined(separator: " "))); COMP_CWORD=$((${#COMP_WORDS[@]}-1))
            COMP_LINE='reticle find \(line.replacing("'", with: "'\\''"))'; COMP_POINT=${#COMP_LINE}
            _reticle reticle '\(word.replacing("'", with: "'\\''"))' find
            printf '%s\\n' "${COMPREPLY[@]}"
            """)
    }

    @Test(.enabled(if: isInstalled("bash"), "bash is not installed"))
    func `bash completes keys, values and units, within quotes and without`() throws {
        #expect(try bash("'beam.vol", "'beam.vol", completing: "beam.vol") == "beam.voltage\n")
        #expect(
            try bash(
                "'stain:osmium beam.vol", "'stain:osmium beam.vol",
                completing: "stain:osmium beam.vol") == "stain:osmium beam.voltage\n")
        #expect(
            try bash("'beam.voltage>5k", "'beam.voltage>5k", completing: "beam.voltage>5k")
                == "beam.voltage>5kV\n")
        // Without quotes, readline takes the word apart at the colon.
        #expect(try bash("stain:ur", "stain", ":", "ur", completing: "ur") == "uranyl\n")
        #expect(try bash("nonesuch", "nonesuch", completing: "nonesuch") == "\n")
    }

    @Test(.enabled(if: isInstalled("bash"), "bash is not installed"))
    func `nothing that the index holds is run by bash`() throws {
        let replies = try bash("'beam.", "'beam.", completing: "beam.")
        #expect(replies.contains("beam.```touch HACKED`` $(touch HACKED)`"), "\(replies)")
        #expect(try bash("'stain:", "'stain:", completing: "stain:").contains("$(touch HACKED)"))
        let made = reticle.folder.appendingPathComponent("HACKED").path
        #expect(!FileManager.default.fileExists(atPath: made))
    }

    /// Completion of zsh and fish works only while somebody types: looked at is that the shell takes
    /// the script, and what the program gives to it.
    @Test(.enabled(if: isInstalled("zsh"), "zsh is not installed"))
    func `zsh takes the script, and gets colons with a backslash`() throws {
        let script = """
            autoload -Uz compinit; compinit -u -D
            source <(reticle --generate-completion-script zsh); whence -w _reticle
            SAP_SHELL=zsh reticle ---completion find -- positional@0 2 9 reticle find "'stain:ur"
            """
        #expect(try run("zsh", script) == "_reticle: function\nstain\\:uranyl\n \n")
    }

    @Test(.enabled(if: isInstalled("fish"), "fish is not installed"))
    func `fish takes the script, and gets words as they are`() throws {
        let script = """
            reticle --generate-completion-script fish | source; and echo taken
            SAP_SHELL=fish reticle ---completion find -- positional@0 2 8 reticle find stain:ur
            """
        #expect(try run("fish", script) == "taken\nstain:uranyl\n")
    }
}
