internal import MetadataModel
internal import Search

/// What an index holds under one name, for a person: with its distribution as a row of blocks.
enum KeyProfileText {
    private static let blocks: [Character] = Array("▁▂▃▄▅▆▇█")
    private static let maximumKeyCount = 8

    static func text(of profile: KeyProfile) -> String {
        var text = "\(profile.name)  (\(profile.origin.rawValue))\n"
        if let definition = profile.definition { text += "\(definition)\n" }
        text += "\n"
        var table = TextTable(headings: [], wholeColumns: [1])
        table.add(["assets", "\(profile.assetCount)"])
        let types = [
            ("text", profile.textCount), ("number", profile.numberCount),
            ("date", profile.dateCount),
        ]
        table.add([
            "facts", types.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", "),
        ])
        if !profile.units.isEmpty {
            table.add([
                "units", profile.units.map { "\($0.unit) \($0.count)" }.joined(separator: ", "),
            ])
        }
        for (place, coverage) in profile.formats.prefix(maximumKeyCount).enumerated() {
            let share = coverage.count * 100 / max(1, coverage.total)
            table.add([
                place == 0 ? "formats" : "",
                "\(coverage.format) \(coverage.count) of \(coverage.total), \(share) %",
            ])
        }
        add("stated by", profile.extractors, to: &table)
        if let statistics = profile.statistics, let least = statistics.least,
            let greatest = statistics.greatest
        {
            let unit = statistics.unit.map { " " + $0 } ?? ""
            var line = "\(spelling(least)) to \(spelling(greatest))\(unit)"
            if let median = statistics.median { line += ", median \(spelling(median))\(unit)" }
            table.add(["numbers", line])
            if let numbers = profile.numbers {
                table.add(["", sparkline(numbers, from: least, to: greatest)])
            }
        }
        if let dates = profile.dates, let first = dates.bins.first, let last = dates.bins.last {
            table.add(["dates", "\(spelling(first)) to \(spelling(last)), by \(dates.width)"])
            table.add(["", blocks(of: dates.bins.map(\.count))])
        }
        add("values", profile.values.values, to: &table)
        if profile.values.distinctCount > profile.values.values.count {
            table.add(["", "… of \(profile.values.distinctCount)"])
        }
        if let first = profile.firstSeen, let last = profile.lastSeen {
            table.add(["seen", first == last ? first : "\(first) to \(last)"])
        }
        for (place, key) in profile.keys.prefix(maximumKeyCount).enumerated() {
            table.add([place == 0 ? "keys" : "", key.description])
        }
        if profile.keys.count > maximumKeyCount { table.add(["", "… of \(profile.keys.count)"]) }
        return text + table.text
    }

    private static func add(
        _ name: String, _ values: [FacetAnswer.Value], to table: inout TextTable
    ) {
        for (place, value) in values.enumerated() {
            table.add([place == 0 ? name : "", "\(value.text)  \(value.count)"])
        }
    }

    /// The bins of a histogram from the least number to the greatest, the empty ones too.
    private static func sparkline(
        _ histogram: HistogramAnswer, from least: Double, to greatest: Double
    ) -> String {
        var counts = Array(repeating: 0, count: SearchEngine.profileBinCount + 1)
        let width = (greatest - least) / Double(SearchEngine.profileBinCount)
        for bin in histogram.bins {
            guard case .number(let start) = bin.start else { continue }
            let place = Int(max(0, ((start - least) / width).rounded()))
            counts[min(place, counts.count - 1)] += bin.count
        }
        return blocks(of: counts)
    }

    private static func blocks(of counts: [Int]) -> String {
        let most = max(1, counts.max() ?? 1)
        return String(
            counts.map { count in
                count == 0
                    ? " " : blocks[min(blocks.count - 1, count * (blocks.count - 1) / most)]
            })
    }

    private static func spelling(_ bin: HistogramAnswer.Bin) -> String {
        switch bin.start {
        case .number(let number): spelling(number)
        case .date(let date): date
        }
    }

    private static func spelling(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
