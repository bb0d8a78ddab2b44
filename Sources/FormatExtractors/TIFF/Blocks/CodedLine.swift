/// One entry of a table of names: `text[: code meaning; code meaning …]`.
struct CodedLine {
    /// What stands before the codes.
    let text: String
    /// The meanings of coded values, by the value as it is written.
    let codes: [String: String]

    /// The entries of a table, one a line; a line that begins with a space goes on with the codes
    /// of the line before.
    static func lines(of table: String) -> [CodedLine] {
        var joined: [String] = []
        for line in table.split(separator: "\n") {
            if line.first == " ", !joined.isEmpty {
                joined[joined.count - 1] += line
            } else {
                joined.append(String(line))
            }
        }
        return joined.map(CodedLine.init)
    }

    private init(_ line: String) {
        // The colon that begins the codes is followed by a space; one within a name is not.
        var end = line.startIndex
        while end < line.endIndex {
            let next = line.index(after: end)
            if line[end] == ":", next == line.endIndex || line[next] == " " { break }
            end = next
        }
        text = String(line[..<end])
        var codes: [String: String] = [:]
        if end < line.endIndex {
            for entry in line[line.index(after: end)...].split(separator: ";") {
                let parts = entry.split(separator: " ", maxSplits: 1)
                guard parts.count == 2 else { continue }
                codes[String(parts[0])] = String(parts[1])
            }
        }
        self.codes = codes
    }
}
