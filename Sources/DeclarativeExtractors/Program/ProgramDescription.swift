internal import Glibc

/// A program that reads a format, as its manifest describes it.
struct ProgramDescription: Sendable, Hashable {
    /// The program and its arguments. A name that is a file beside the manifest is that file; any
    /// other program is looked for as the shell does.
    var command: [String]
    /// How long it may take for one file.
    var seconds: Int

    /// - Parameter path: The manifest's path.
    init(_ command: DescriptionNode, seconds: DescriptionNode?, manifest path: String) {
        let folder =
            path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
        self.seconds = seconds?.integer(1...3600) ?? 30
        self.command = command.members.map(\.text).map { word in
            access(folder + "/" + word, F_OK) == 0 ? folder + "/" + word : word
        }
        if self.command[0].hasPrefix(folder + "/"), access(self.command[0], X_OK) != 0 {
            command.fault("\"\(self.command[0])\" may not be executed: chmod +x")
        }
    }
}
