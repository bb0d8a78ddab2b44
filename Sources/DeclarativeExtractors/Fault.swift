/// A mistake in the description of a format, and where it stands.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path of the YAML file.
    public var path: String
    /// From 1; 0 where the file as a whole is meant.
    public var line: Int
    /// One clause: what was expected, what was found.
    public var detail: String

    public init(path: String, line: Int, detail: String) {
        self.path = path
        self.line = line
        self.detail = detail
    }

    /// `extractors/mrc.yaml:12: unknown word "offest"; expected offset, …`
    public var description: String {
        line == 0 ? "\(path): \(detail)" : "\(path):\(line): \(detail)"
    }
}

/// All mistakes found in a folder of descriptions.
public struct Faults: Error, Hashable, Sendable, CustomStringConvertible {
    public var all: [Fault]

    public init(_ all: [Fault]) {
        self.all = all
    }

    public var description: String {
        all.map(\.description).joined(separator: "\n")
    }
}
