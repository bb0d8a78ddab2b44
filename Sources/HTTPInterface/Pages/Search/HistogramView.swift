internal import Foundation
internal import QueryLanguage
internal import Search

/// The bins of a histogram in their order, those without assets among them.
struct HistogramBins: Sendable {
    /// More bins are a list, not a picture.
    static let pictureLimit = 48

    struct Bin: Sendable {
        /// `10–20 kV`, `2026-03`
        var label: String
        var start: String
        var count: Int
        /// What holds for the assets of the bin; absent where it cannot be said in the language.
        var condition: Filter?
    }

    var bins: [Bin]
    var remark: String

    init(_ histogram: HistogramAnswer, _ key: FacetKey) {
        remark = "by \(histogram.width)"
        if case .width(let quantity)? = key.bin, quantity.value > 0 {
            bins = Self.numbers(histogram, key.key, width: quantity.value)
        } else {
            bins = Self.dates(histogram, key.key)
        }
    }

    private static func numbers(
        _ histogram: HistogramAnswer, _ key: KeyPattern, width: Double
    ) -> [Bin] {
        var bins: [Bin] = []
        var last: Double?
        for bin in histogram.bins {
            guard case .number(let start) = bin.start else { continue }
            if let last {
                let gap = ((start - last) / width).rounded() - 1
                if gap > 0, gap < Double(pictureLimit) {
                    for place in 1...Int(gap) {
                        bins.append(
                            number(from: last + Double(place) * width, width, 0, key, histogram))
                    }
                }
            }
            bins.append(number(from: start, width, bin.count, key, histogram))
            last = start
        }
        return bins
    }

    private static func number(
        from start: Double, _ width: Double, _ count: Int, _ key: KeyPattern,
        _ histogram: HistogramAnswer
    ) -> Bin {
        let unit = histogram.unit.map { " \($0)" } ?? ""
        func bound(_ value: Double, _ comparison: Comparison) -> Filter {
            let quantity = Quantity(number: value.spelled, unit: histogram.unit)
            return .clause(
                Clause(key: key, comparison: comparison, value: .scalar(.quantity(quantity))))
        }
        return Bin(
            label: "\(start.shortened)–\((start + width).shortened)\(unit)",
            start: start.shortened + unit, count: count,
            condition: .and([bound(start, .greaterOrEqual), bound(start + width, .less)]))
    }

    private static func dates(_ histogram: HistogramAnswer, _ key: KeyPattern) -> [Bin] {
        let isNamed = histogram.width != "week"
        var bins: [Bin] = []
        var last: Int?
        for bin in histogram.bins {
            guard case .date(let start) = bin.start else { continue }
            let place = monthOrYear(start)
            if let last, let place, place - last > 1, place - last < pictureLimit {
                for missing in last + 1..<place { bins.append(empty(missing, like: start)) }
            }
            last = place
            let condition = Filter.clause(
                Clause(key: key, comparison: .matches, value: .scalar(.date(.absolute(start)))))
            bins.append(
                Bin(
                    label: isNamed ? start : "week of \(start)", start: start, count: bin.count,
                    condition: isNamed ? condition : nil))
        }
        return bins
    }

    /// The number of a month or a year, by which gaps are found; `nil` for finer dates.
    private static func monthOrYear(_ date: String) -> Int? {
        let parts = date.split(separator: "-").map { Int($0) }
        switch (date.count, parts.count) {
        case (4, 1): return parts[0]
        case (7, 2):
            guard let year = parts[0], let month = parts[1] else { return nil }
            return year * 12 + month - 1
        default: return nil
        }
    }

    private static func empty(_ place: Int, like date: String) -> Bin {
        let month = place % 12 + 1
        let name = date.count == 4 ? "\(place)" : "\(place / 12)-\(month < 10 ? "0" : "")\(month)"
        return Bin(label: name, start: name, count: 0)
    }
}

/// A histogram as columns, each of which leads to the assets of its bin.
struct HistogramView: Sendable {
    struct Column: Sendable {
        var label: String
        var count: String
        var link: String?
        /// Where the column begins and how high it is, in percent.
        var top: Int
        var height: Int
    }

    var columns: [Column]
    var first: String
    var last: String

    /// - Returns: `nil` where the bins are too few or too many for a picture.
    init?(_ bins: HistogramBins, _ narrowing: Narrowing) {
        guard (3...HistogramBins.pictureLimit).contains(bins.bins.count),
            let first = bins.bins.first, let last = bins.bins.last
        else { return nil }
        let most = max(1, bins.bins.map(\.count).max() ?? 1)
        columns = bins.bins.map { bin in
            let height = bin.count == 0 ? 0 : max(3, bin.count * 100 / most)
            return Column(
                label: bin.label, count: bin.count.counted("asset"),
                link: bin.count == 0 ? nil : bin.condition.flatMap(narrowing.link),
                top: 100 - height, height: height)
        }
        self.first = first.start
        self.last = last.label
    }
}

extension Double {
    /// The number with at most six significant digits.
    var shortened: String {
        self == rounded() && magnitude < 1e15
            ? Int(self).grouped : String(format: "%.6g", self)
    }

    /// The number with at most five significant digits.
    var brief: String { String(format: "%.5g", self) }

    /// The number as a query writes it.
    var spelled: String {
        self == rounded() && magnitude < 1e15
            ? String(Int(self)) : String(format: "%.12g", self)
    }
}
