/// A pattern over the names of files, compared without regard to case.
///
/// | Sign | Stands for                                        |
/// |:-----|:--------------------------------------------------|
/// | `@`  | the stem of the data set                          |
/// | `#`  | a digit or more; `###` is at least three          |
/// | `*`  | any characters within a name                      |
/// | `**` | any characters, also over folders                 |
struct NamePattern: Sendable, Hashable {
    private enum Token: Sendable, Hashable {
        case byte(UInt8)
        case digits(atLeast: Int)
        /// Any characters; within a name or over folders.
        case any(crossesFolders: Bool)
    }

    private var tokens: [Token] = []
    /// The characters before the first sign that stands for several texts, in lower case.
    private(set) var prefix = ""
    /// Whether it stands for one name alone, which is ``prefix``.
    private(set) var isName = true

    /// - Parameter stem: What `@` stands for.
    init(_ text: String, stem: String) {
        var rest = text.lowercased().utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "@"):
                tokens += stem.lowercased().utf8.map(Token.byte)
                if isName { prefix += stem.lowercased() }
                continue
            case UInt8(ascii: "#"):
                var count = 1
                while rest.first == byte {
                    rest.removeFirst()
                    count += 1
                }
                tokens.append(.digits(atLeast: count))
            case UInt8(ascii: "*"):
                let crossesFolders = rest.first == byte
                if crossesFolders { rest.removeFirst() }
                tokens.append(.any(crossesFolders: crossesFolders))
            default:
                tokens.append(.byte(byte))
                if isName { prefix.unicodeScalars.append(Unicode.Scalar(byte)) }
                continue
            }
            isName = false
        }
    }

    /// Whether a name, or a path below the folder of the set, fits as a whole.
    ///
    /// - Parameter name: In lower case.
    func matches(_ name: String) -> Bool {
        Self.matches(tokens[...], Array(name.utf8)[...])
    }

    private static func matches(_ tokens: ArraySlice<Token>, _ name: ArraySlice<UInt8>) -> Bool {
        var tokens = tokens
        var name = name
        while let token = tokens.popFirst() {
            switch token {
            case .byte(let byte):
                guard name.popFirst() == byte else { return false }
            case .digits(let count):
                let digits = name.prefix(while: isDigit)
                guard digits.count >= count else { return false }
                name = name[digits.endIndex...]
            case .any(let crossesFolders):
                guard !tokens.isEmpty else {
                    return crossesFolders || !name.contains(UInt8(ascii: "/"))
                }
                while true {
                    if matches(tokens, name) { return true }
                    guard let next = name.popFirst(),
                        crossesFolders || next != UInt8(ascii: "/")
                    else { return false }
                }
            }
        }
        return name.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
