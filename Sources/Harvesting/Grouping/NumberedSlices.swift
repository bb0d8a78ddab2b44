/// Files that are the slices of one volume or the moments of one series, as names and sizes say.
///
/// Taken together are only files whose names differ in numbers alone, written with as many digits
/// (at least three), whose numbers leave no gap, and which have as many bytes: at least three of
/// them. Behind `_z`, `_t`, `_c`, `_ch` two digits suffice, and sizes that are alike.
enum NumberedSlices {
    private static let leastCount = 3
    private static let suffixes: Set<String> = [
        "tif", "tiff", "bmp", "png", "jpg", "jpeg", "jp2", "dcm", "edf", "cbf", "raw", "img",
    ]
    private static let axes: Set<String> = ["_z", "_t", "_c", "_ch"]

    /// A name taken apart: what stays and the numbers that vary.
    private struct Parts {
        var template: String
        /// Whether names say what the numbers count.
        var namesAxes: Bool
        var numbers: [Int]
    }

    /// The groups among some names, each in the order of the names.
    ///
    /// - Parameter size: The bytes of a file; `nil` where it has vanished.
    static func groups(_ names: [String], size: (String) -> UInt64?) -> [[String]] {
        var byTemplate: [String: [(name: String, parts: Parts)]] = [:]
        for name in names where suffixes.contains(SetRule.suffix(of: name).lowercased()) {
            guard let parts = parts(of: name) else { continue }
            byTemplate[parts.template, default: []].append((name, parts))
        }
        return byTemplate.values.filter { members in
            guard members.count >= leastCount, isComplete(members.map(\.parts.numbers)) else {
                return false
            }
            let sizes = members.compactMap { size($0.name) }
            guard let least = sizes.min(), let greatest = sizes.max() else { return false }
            let range = members[0].parts.namesAxes ? least / 16 : 0
            return sizes.count == members.count && greatest - least <= range
        }.map { $0.map(\.name).sorted() }.sorted { $0[0] < $1[0] }
    }

    /// Whether the numbers of each place leave no gap and all combinations are there.
    private static func isComplete(_ numbers: [[Int]]) -> Bool {
        var count = 1
        for place in numbers[0].indices {
            let values = Set(numbers.map { $0[place] })
            guard let least = values.min(), let greatest = values.max(),
                greatest - least == values.count - 1
            else { return false }
            let (product, isOverflown) = count.multipliedReportingOverflow(by: values.count)
            guard !isOverflown else { return false }
            count = product
        }
        return count == numbers.count
    }

    private static func parts(of name: String) -> Parts? {
        let bytes = Array(name.utf8)
        let end = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.count
        var runs: [Range<Int>] = []
        var place = 0
        while place < end {
            guard isDigit(bytes[place]) else {
                place += 1
                continue
            }
            let start = place
            while place < end, isDigit(bytes[place]) { place += 1 }
            if place - start <= 9 { runs.append(start..<place) }
        }
        let named = runs.filter { run in
            let letters = bytes[..<run.lowerBound].reversed().prefix { $0 != UInt8(ascii: "_") }
            let axis = "_" + String(decoding: letters.reversed(), as: UTF8.self).lowercased()
            return axes.contains(axis) && run.count >= 2
        }
        let chosen = named.isEmpty ? runs.suffix(1).filter { $0.count >= 3 } : named
        guard !chosen.isEmpty else { return nil }
        var template: [UInt8] = []
        var numbers: [Int] = []
        var from = 0
        for run in chosen {
            guard let number = Int(String(decoding: bytes[run], as: UTF8.self)) else { return nil }
            template += bytes[from..<run.lowerBound] + Array(repeating: 0, count: run.count)
            numbers.append(number)
            from = run.upperBound
        }
        template += bytes[from...]
        return Parts(
            template: String(decoding: template, as: UTF8.self), namesAxes: !named.isEmpty,
            numbers: numbers)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
