internal import Foundation
internal import QueryLanguage
internal import Search

/// What a person is told on standard error about a query.
enum Complaints {
    /// Each fault under the query's text, with marks under its place.
    static func write(_ errors: SearchErrors) {
        var text = ""
        for fault in errors.faults {
            text += underlined(errors.text, fault.range)
            text += "error: \(FactTable.printable(fault.message))\(hint(fault.suggestions))\n"
        }
        if let mended = errors.mended { text += "try: \(FactTable.printable(mended))\n" }
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Why nothing was found, and a query that finds something.
    static func write(_ diagnosis: Diagnosis) {
        var text = "nothing found because of `\(diagnosis.clause)`: \(diagnosis.reason)"
        if !diagnosis.nearest.isEmpty {
            text += "; near are " + diagnosis.nearest.map { "`\($0)`" }.joined(separator: ", ")
        }
        write(text)
        if let query = diagnosis.query, let total = diagnosis.total {
            write("\(total) found by: \(query)")
        }
    }

    static func write(_ warnings: [SearchWarning]) {
        let text = warnings.map { warning in
            "warning: \(FactTable.printable(warning.message))\(hint(warning.suggestions))\n"
        }
        FileHandle.standardError.write(Data(text.joined().utf8))
    }

    /// One line about a thing that is wrong.
    static func write(_ line: String) {
        FileHandle.standardError.write(Data((FactTable.printable(line) + "\n").utf8))
    }

    private static func hint(_ suggestions: [String]) -> String {
        guard !suggestions.isEmpty else { return "" }
        let list = suggestions.map { "`\(FactTable.printable($0))`" }.joined(separator: ", ")
        return "; did you mean \(list)?"
    }

    private static func underlined(_ text: String, _ range: SourceRange) -> String {
        let bytes = Array(text.utf8)
        let start = min(max(0, range.start), bytes.count)
        let end = min(max(start, range.end), bytes.count)
        let before = FactTable.printable(String(decoding: bytes[..<start], as: UTF8.self))
        let marked = FactTable.printable(String(decoding: bytes[start..<end], as: UTF8.self))
        return "  \(FactTable.printable(text))\n  " + String(repeating: " ", count: before.count)
            + String(repeating: "^", count: max(1, marked.count)) + "\n"
    }
}
