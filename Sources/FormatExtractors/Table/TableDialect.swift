/// How a text divides its cells: the delimiter, and the comma in numbers.
struct TableDialect: Sendable, Hashable {
    var delimiter: UInt8
    /// Whether numbers are written as `12,5`.
    var hasDecimalComma = false
    /// The line, from 0, with which the rows of cells begin; what stands above is a preamble.
    var firstLine = 0
    /// Whether the text is a table beyond doubt, whatever its name.
    var isCertain = false

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    private static let delimiters = [0x09, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]

    /// Finds the delimiter with the longest run of lines of equally many cells.
    ///
    /// - Parameter text: Whole lines in UTF-8.
    init?(sniffing text: [UInt8]) {
        let lineEnd: UInt8 = text.contains(0x0A) ? 0x0A : 0x0D
        let lines = text.split(separator: lineEnd, omittingEmptySubsequences: false)
        var best: (dialect: TableDialect, run: Int, cells: Int)?
        for delimiter in Self.delimiters {
            let counts = lines.map { Self.cellCount(in: $0, delimiter) }
            let run = Self.longestRun(in: counts)
            guard run.cells > 1 else { continue }
            if run.lines.count > best?.run ?? 0
                || run.lines.count == best?.run && run.cells > best?.cells ?? 0
            {
                var dialect = TableDialect(delimiter: delimiter)
                dialect.firstLine = Self.firstLine(of: run, in: counts, delimiter)
                dialect.isCertain = Self.isCertain(run, counts, text.count, delimiter)
                best = (dialect, run.lines.count, run.cells)
            }
        }
        guard var found = best?.dialect else { return nil }
        found.hasDecimalComma =
            found.delimiter != UInt8(ascii: ",")
            && Self.hasDecimalCommas(lines, delimiter: found.delimiter)
        self = found
    }

    /// Cells of a line; 0 for an empty line. Delimiters between quotes divide nothing.
    private static func cellCount(in line: ArraySlice<UInt8>, _ delimiter: UInt8) -> Int {
        var count = 1
        var isQuoted = false
        var isBlank = true
        for byte in line {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == delimiter, !isQuoted { count += 1 }
            if byte > 0x20 { isBlank = false }
        }
        return isBlank ? 0 : count
    }

    private struct Run {
        var lines: Range<Int> = 0..<0
        var cells = 0
    }

    private static func longestRun(in counts: [Int]) -> Run {
        var best = Run()
        var start = 0
        for place in 0...counts.count {
            if place < counts.count, place > start, counts[place] == counts[start] { continue }
            if start < counts.count, counts[start] > 1,
                place - start > best.lines.count
                    || place - start == best.lines.count && counts[start] > best.cells
            {
                best = Run(lines: start..<place, cells: counts[start])
            }
            start = place
        }
        return best
    }

    /// The table begins with its run, or higher where lines of the same delimiter stand above it
    /// without a gap: rows with a cell too many or too few.
    private static func firstLine(of run: Run, in counts: [Int], _ delimiter: UInt8) -> Int {
        var first = run.lines.lowerBound
        let least = delimiter == 0x09 ? 1 : max(2, run.cells / 2)
        while first > 0, counts[first - 1] >= least { first -= 1 }
        return first
    }

    private static func isCertain(
        _ run: Run, _ counts: [Int], _ byteCount: Int, _ delimiter: UInt8
    ) -> Bool {
        let filled = counts.count { $0 > 0 }
        if delimiter == 0x09 {
            return run.cells > 5 || filled >= 2 && counts.count { $0 > 1 } * 5 >= filled * 3
        }
        let cells = run.lines.count * run.cells
        return run.lines.count >= 3 && run.lines.count * 5 >= filled * 4 && byteCount < cells * 40
    }

    /// Numbers such as `12,5` occur, and no numbers such as `12.5`.
    private static func hasDecimalCommas(
        _ lines: [ArraySlice<UInt8>], delimiter: UInt8
    ) -> Bool {
        var commas = 0
        for line in lines {
            for cell in line.split(separator: delimiter) {
                let digits = cell.filter { !$0.isBlank && $0 != 0x0D && $0 != UInt8(ascii: "\"") }
                guard let mark = digits.firstIndex(where: { $0 == 0x2C || $0 == 0x2E }),
                    digits.enumerated().allSatisfy({ place, byte in
                        place == mark || byte.isDigit
                            || place == 0 && (byte == 0x2D || byte == 0x2B)
                    }), digits.count > 1
                else { continue }
                if digits[mark] == 0x2E { return false }
                commas += 1
            }
        }
        return commas > 0
    }
}
