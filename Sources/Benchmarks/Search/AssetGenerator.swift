internal import Foundation

/// Writes the assets that indexes are measured on, one JSON object a line, the same ones every time.
///
/// The annotation of real screens (`idr-rows.ndjson.gz` in `$RETICLE_BENCH`, 19 facts a row) is
/// repeated as often as needed, or made up where that folder is absent. Each asset adds what an
/// instrument would write: 24 typical keys with terms, numbers, positions and times of its own,
/// free text, one to three channels, and one or two of 5,000 rare keys. About 46 facts an asset.
struct AssetGenerator {
    static let vendors = ["Zeiss", "Leica", "Nikon", "Olympus", "Hamamatsu", "Andor", "Thermo"]
    static let detectors = ["hybrid", "ccd", "scmos", "pmt", "emccd"]
    static let dyes = ["DAPI", "GFP", "mCherry", "Cy5", "TRITC", "brightfield"]
    static let firstSecond: Int64 = 1_672_531_200  // 2023-01-01T00:00:00Z
    static let secondSpan: Int64 = 2 * 365 * 86_400
    static let rareKeyCount = 5000

    private let rows: [ArraySlice<UInt8>]
    private let words: [String]
    private let total: Int
    private var random = SplitMix(state: 0)

    init(total: Int) throws {
        self.total = total
        rows = try Self.rows()
        words = Self.vocabulary()
    }

    /// Writes assets `range`; each line is the same whatever the range.
    mutating func write(_ range: Range<Int>, to file: URL) throws {
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw BenchmarkError("cannot write to \(file.path)")
        }
        let handle = try FileHandle(forWritingTo: file)
        var bytes: [UInt8] = []
        for number in range {
            append(number, to: &bytes)
            if bytes.count > 4 << 20 {
                try handle.write(contentsOf: bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try handle.write(contentsOf: bytes)
        try handle.close()
    }

    static func path(_ number: Int) -> String { "bench/\(number / 1000)/image\(number).tif" }

    private mutating func append(_ number: Int, to bytes: inout [UInt8]) {
        random = SplitMix(state: UInt64(number) &* 0x2545_F491_4F6C_DD1D)
        let vendor = pick(of: [30, 20, 15, 12, 10, 8, 5])
        let second = Self.firstSecond + Int64(random.below(UInt64(Self.secondSpan)))
        var text = "{\"path\":\"\(Self.path(number))\",\"facts\":{"
        text += "\"instrument.vendor\":\"\(Self.vendors[vendor])\""
        text += ",\"instrument.model\":\"model\(vendor * 5 + Int(random.below(5)))\""
        text += ",\"objective.na\":\([0.3, 0.45, 0.75, 0.95, 1.2, 1.4][Int(random.below(6))])"
        text += ",\"objective.magnification\":\([4, 10, 20, 40, 63, 100][Int(random.below(6))])"
        text += ",\"detector\":\"\(Self.detectors[pick(of: [25, 20, 20, 20, 15])])\""
        text += ",\"exposure.ms\":\(decimal(random.below(1_000_000), places: 3))"
        text += ",\"size.x\":\([512, 1024, 2048, 2304][Int(random.below(4))])"
        text += ",\"size.y\":\([512, 1024, 2048, 2304][Int(random.below(4))])"
        text += ",\"size.z\":\(1 + random.below(60)),\"bits\":\([8, 12, 16][Int(random.below(3))])"
        text += ",\"pixel.size\":\([0.065, 0.1, 0.108, 0.13, 0.325, 0.65][Int(random.below(6))])"
        text += ",\"stage.x\":\(decimal(random.below(1_000_000), places: 4))"
        text += ",\"stage.y\":\(decimal(random.below(1_000_000), places: 4))"
        text += ",\"voltage.kv\":\([5, 80, 120, 200, 300][Int(random.below(5))])"
        text += ",\"acquired\":\"\(Self.timestamp(second))\""
        text += ",\"image.name\":\"image_\(number)_\(random.below(100)).tif\""
        text += ",\"sha256\":\"\(hexadecimal(count: 32))\""
        text += ",\"operator\":\"operator\(random.below(200))\""
        text += ",\"specimen\":\"S\(random.below(UInt64(max(1, total / 20))))\""
        text += ",\"bytes\":\(random.below(1_000_000_000)),\"sequence\":\(number)"
        text += ",\"reviewed\":\(random.below(2) == 0)"
        text += ",\"description\":\"\(sentence())\""
        text += ",\"Channel\":["
        for place in 0...random.below(3) {
            text += place > 0 ? "," : ""
            text += "{\"Name\":\"\(Self.dyes[Int(random.below(6))])\""
            text += ",\"Exposure\":\(1 + random.below(1000))}"
        }
        text += "]"
        for place in 0...random.below(2) {
            let key = random.below(UInt64(Self.rareKeyCount / 2)) * 2 + place
            text += ",\"vendor.tag\(key)\":"
            text += key % 3 == 0 ? "\"value \(random.below(40))\"" : "\(random.below(10_000))"
        }
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: ","))
        bytes.append(contentsOf: rows[number % rows.count])
        bytes.append(contentsOf: "}}\n".utf8)
    }

    // MARK: Values

    private mutating func pick(of weights: [UInt64]) -> Int {
        var rest = random.below(weights.reduce(0, +))
        for (place, weight) in weights.enumerated() {
            if rest < weight { return place }
            rest -= weight
        }
        return 0
    }

    private func decimal(_ value: UInt64, places: Int) -> String {
        let digits = String(value)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return "\(padded.dropLast(places)).\(padded.suffix(places))"
    }

    private mutating func hexadecimal(count: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: (0..<count).map { _ in digits[Int(random.next() & 15)] }, as: UTF8.self)
    }

    /// Words as texts have them: the nth is met about n times less than the first.
    private mutating func sentence() -> String {
        (0..<(6 + random.below(8))).map { _ in
            let share = Double(random.below(1 << 20)) / Double(1 << 20)
            return words[min(words.count - 1, Int(pow(Double(words.count), share)) - 1)]
        }.joined(separator: " ")
    }

    static func timestamp(_ second: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(second))
        return date.formatted(.iso8601)
    }

    // MARK: What is repeated

    /// The insides of the `facts` of each row.
    private static func rows() throws -> [ArraySlice<UInt8>] {
        let folder = ProcessInfo.processInfo.environment["RETICLE_BENCH"] ?? ""
        let file = folder + "/idr-rows.ndjson.gz"
        guard !folder.isEmpty, FileManager.default.fileExists(atPath: file),
            let gunzip = Program.peer("gunzip", ["-c", file])
        else { return madeUpRows() }
        let begin = Array("\"facts\":{".utf8)
        return try gunzip.run(keepingOutput: true).output.split(separator: 0x0A).compactMap {
            line in
            let line = Array(line)
            guard let start = line.firstRange(of: begin) else { return nil }
            return line[start.upperBound...].dropLast(2)
        }.filter { !$0.isEmpty }
    }

    private static func madeUpRows() -> [ArraySlice<UInt8>] {
        var random = SplitMix(state: 7)
        let keys = (0..<200).map { "Characteristics [Trait \($0)]" }
        return (0..<20_000).map { number in
            let facts = (0..<19).map { place in
                "\"\(keys[place * 10 + Int(random.below(10))])\":\"trait \(random.below(500))\""
            }
            return Array(
                (facts + ["\"Well Number\":\"\(number % 384)\""]).joined(separator: ",").utf8)[...]
        }
    }

    static func vocabulary() -> [String] {
        var random = SplitMix(state: 99)
        let syllables = [
            "ta", "ri", "mo", "ne", "lu", "sha", "ke", "bo", "vin", "os", "ter", "qua",
        ]
        return (0..<20_000).map { number in
            (0..<3).map { _ in syllables[Int(random.below(12))] }.joined()
                + (number < 1000 ? "" : "x\(number)")
        }
    }
}

/// A sequence of numbers that a seed decides.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func below(_ bound: UInt64) -> UInt64 {
        next().multipliedFullWidth(by: bound).high
    }
}
