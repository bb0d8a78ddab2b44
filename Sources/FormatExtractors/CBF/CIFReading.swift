internal import Extraction
internal import MetadataModel

/// Turns CIF text into facts; binary sections divide a file into several texts.
struct CIFReading {
    private struct Token {
        let range: Range<Int>
        let line: Int
        /// Whether it stands without quotes, so that it may be a name or a word of the syntax.
        let isBare: Bool
    }

    private struct Row {
        let text: String
        let locus: Locus
    }

    private let collector: FactCollector
    private var pendingName: String?
    private var columns: [String] = []
    private var cells: [[Row]] = []
    private var cellCount = 0
    private var isInLoopHead = false
    private var isInLoop = false
    private var blockCount = 0
    private var commentCount = 0

    init(_ collector: FactCollector) {
        self.collector = collector
    }

    /// Adds the facts of a text.
    mutating func read(_ text: HeaderText) {
        var position = 0
        var line = 1
        var isLineStart = true
        let bytes = text.bytes
        while position < bytes.count, !collector.isFull {
            let byte = bytes[position]
            if byte == 0x0A || byte == 0x0D {
                if byte == 0x0A || position + 1 >= bytes.count || bytes[position + 1] != 0x0A {
                    line += 1
                }
                position += 1
                isLineStart = true
            } else if byte <= 0x20 || byte == 0x7F {
                position += 1
                isLineStart = false
            } else if byte == UInt8(ascii: "#") {
                let end = Self.lineEnd(bytes, from: position)
                addComment(text, text.trimmed(position + 1..<end), line)
                position = end
            } else if byte == UInt8(ascii: ";"), isLineStart {
                let start = position + 1
                let end = Self.textFieldEnd(bytes, from: start)
                take(text, Token(range: text.trimmed(start..<end), line: line, isBare: false))
                line += bytes[start..<end].count { $0 == 0x0A }
                position = min(end + 2, bytes.count)
                isLineStart = false
            } else {
                let token = Self.token(bytes, from: position, line)
                take(text, token.token)
                position = token.end
                isLineStart = false
            }
        }
    }

    private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// Where the line begins that has the closing semicolon: the place of its line end.
    private static func textFieldEnd(_ bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0x0A || bytes[place] == 0x0D, bytes[place + 1] == UInt8(ascii: ";") {
                return place
            }
            place += 1
        }
        return bytes.count
    }

    private static func token(
        _ bytes: [UInt8], from start: Int, _ line: Int
    ) -> (token: Token, end: Int) {
        let quote = bytes[start]
        if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
            var place = start + 1
            while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D {
                let isLast = place + 1 == bytes.count || bytes[place + 1] <= 0x20
                if bytes[place] == quote, isLast {
                    return (Token(range: start + 1..<place, line: line, isBare: false), place + 1)
                }
                place += 1
            }
        }
        let end = bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
        return (Token(range: start..<end, line: line, isBare: true), end)
    }

    private mutating func take(_ text: HeaderText, _ token: Token) {
        let written = text.text(token.range)
        if token.isBare {
            let folded = written.lowercased()
            if folded == "loop_" {
                endLoop()
                isInLoop = true
                isInLoopHead = true
                return
            }
            if folded.hasPrefix("data_") || folded.hasPrefix("save_") {
                endLoop()
                addBlock(text, token, String(written.dropFirst(5)), isData: folded.hasPrefix("d"))
                return
            }
            if written.first == "_" {
                if isInLoopHead {
                    columns.append(written)
                    cells.append([])
                } else {
                    endLoop()
                    pendingName = written
                }
                return
            }
        }
        let row = Row(text: written, locus: text.locus(token.range, line: token.line))
        if isInLoop, !columns.isEmpty {
            isInLoopHead = false
            cells[cellCount % columns.count].append(row)
            cellCount += 1
        } else if let name = pendingName {
            pendingName = nil
            add(name, row, element: .root)
        }
    }

    private mutating func addBlock(
        _ text: HeaderText, _ token: Token, _ name: String, isData: Bool
    ) {
        guard !name.isEmpty else { return }
        let index = blockCount
        if isData { blockCount += 1 }
        collector.text(
            isData ? "cbf.data_block" : "cbf.save_frame", name,
            element: index == 0 || !isData ? .root : ElementPath(segment: 1, index: index),
            locus: text.locus(token.range, line: token.line))
    }

    private mutating func addComment(_ text: HeaderText, _ range: Range<Int>, _ line: Int) {
        guard text.bytes[range].contains(where: \.isLetter) else { return }
        collector.text(
            "cbf.comment", text.text(range),
            element: commentCount == 0 ? .root : ElementPath(segment: 1, index: commentCount),
            locus: text.locus(range, line: line))
        commentCount += 1
    }

    /// `_diffrn_source.type` has the segments `diffrn_source` and `type`.
    private static func key(_ name: String) -> FactKey {
        FactKey(segments: ["cbf"] + name.dropFirst().split(separator: ".").map(String.init))
    }

    private static let units: [String: String] = [
        "_diffrn_radiation_wavelength.wavelength": "Å", "_array_element_size.size": "m",
        "_diffrn_scan_frame.integration_time": "s",
        "_diffrn_measurement.sample_detector_distance":
            "mm", "_diffrn_source.voltage": "kV", "_diffrn_source.current": "mA",
        "_diffrn_source.power": "kW", "_cell.length_a": "Å", "_cell.length_b": "Å",
        "_cell.length_c": "Å", "_cell.angle_alpha": "deg", "_cell.angle_beta": "deg",
        "_cell.angle_gamma": "deg", "_diffrn.ambient_temp": "K",
        "_diffrn_detector.deadtime": "us",
    ]

    private func add(_ name: String, _ row: Row, element: ElementPath) {
        // A period means inapplicable, a question mark unknown; the item is stated all the same.
        let unit = UnitInName.applies(to: row.text.utf8) ? Self.units[name] : nil
        collector.text(
            Self.key(name), row.text, element: element, unit: row.text == "." ? nil : unit,
            locus: row.locus)
    }

    private mutating func endLoop() {
        defer {
            columns = []
            cells = []
            cellCount = 0
            isInLoop = false
            isInLoopHead = false
            pendingName = nil
        }
        for (column, rows) in zip(columns, cells) {
            guard rows.count > collector.limits.maximumListCount else {
                for (index, row) in rows.enumerated() {
                    add(
                        column, row,
                        element: index == 0 ? .root : ElementPath(segment: 1, index: index))
                }
                continue
            }
            addSummary(column, rows)
        }
    }

    /// Adds a long column as one list of numbers, or as its different texts.
    private func addSummary(_ column: String, _ rows: [Row]) {
        var list = NumberList(limits: collector.limits)
        for row in rows {
            guard let number = Double(row.text), number.isFinite else { break }
            list.append(
                Int64(row.text).map(Number.integer) ?? .real(number), written: row.text)
        }
        if list.count == rows.count {
            collector.add(
                list.fact(
                    Self.key(column), element: .root, unit: Self.units[column],
                    locus: Locus(address: "\(rows.count) rows of \(column)")))
            return
        }
        var known: Set<String> = []
        for (index, row) in rows.enumerated()
        where known.count < collector.limits.maximumListCount && known.insert(row.text).inserted {
            add(column, row, element: index == 0 ? .root : ElementPath(segment: 1, index: index))
        }
    }

    mutating func finish() {
        endLoop()
    }
}
