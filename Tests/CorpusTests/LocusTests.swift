import Extraction
import Foundation
import MetadataModel
import Testing

/// Reads the bytes at each fact's locus back and looks for the value in them; what `image.` facts say
/// follows from a structure and stands nowhere.
@Suite struct LocusTests {
    /// Formats of which values lie within something compressed or reassembled, so that their loci
    /// are those of the container; texts of Kyocera are stored backwards, numbers of tar in octal.
    private static let packed: Set<String> = [
        "wdf", "mat", "jet", "bcf", "jpk", "kyocera", "tar",
    ]

    /// What is said of a text or an image as a whole stands nowhere in it.
    private static func isOfWhole(_ key: FactKey) -> Bool {
        key.isOurs || key.segments[0] == "image"
            || ["encoding", "lines"].contains(key.segments.last)
    }

    @Test func `a value stands at its locus`() throws {
        var counts: [String: Count] = [:]
        var examples: [String: [String]] = [:]
        for sample in Corpus.samples where !sample.hasPrefix("hostile/") {
            let bytes = try Corpus.bytes(of: sample)
            let reading = try Reading(of: bytes, named: sample)
            let type = reading.outcome.type
            for fact in reading.facts where !Self.isOfWhole(fact.key) {
                guard let offset = fact.locus.offset else {
                    counts[type, default: Count()].placeless += 1
                    continue
                }
                let length = fact.locus.length ?? 64
                guard offset <= UInt64(bytes.count) else {
                    Issue.record("\(sample): \(fact.key) at byte \(offset) of \(bytes.count)")
                    continue
                }
                let end = min(UInt64(bytes.count), offset &+ length)
                counts[type, default: Count()].placed += 1
                let stored = StoredValue(bytes[Int(offset)..<Int(max(offset, end))])
                if fact.isAbridged || stored.holds(fact) { continue }
                counts[type, default: Count()].lost += 1
                examples[type, default: []].append("\(sample): \(fact.key) = \(fact.value)")
            }
        }
        for (type, count) in counts where count.lost > 0 && !Self.packed.contains(type) {
            let most = max(3, count.placed / 8)
            #expect(
                count.lost <= most,
                "\(type): \(count.lost) of \(count.placed): \(examples[type]?.prefix(5) ?? [])")
        }
        let total = counts.values.reduce(Count()) { $0 + $1 }
        #expect(
            total.lost * 50 <= total.placed, "\(total.lost) of \(total.placed) are not found")
        // Formats of text and XML within containers have addresses and no offsets.
        #expect(total.placed > 10_000)
    }

    private struct Count {
        var placed = 0
        var lost = 0
        var placeless = 0

        static func + (left: Count, right: Count) -> Count {
            Count(
                placed: left.placed + right.placed, lost: left.lost + right.lost,
                placeless: left.placeless + right.placeless)
        }
    }
}

/// The bytes of a value, and the ways in which files write one.
private struct StoredValue {
    let bytes: [UInt8]

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = Array(bytes)
    }

    func holds(_ fact: Fact) -> Bool {
        if bytes.isEmpty { return fact.value.isEmpty }
        // Packed dates have forms of their own: seconds, days, fields of a few bits.
        if fact.date != nil, bytes.count <= 32 { return true }
        if holds(text: fact.value) { return true }
        if fact.truth != nil, bytes.count == 1 { return true }
        guard !fact.numbers.isEmpty else { return isCode(fact) || holds(digits: fact.value) }
        return fact.numbers.prefix(4).allSatisfy { holds($0.number.double) }
    }

    /// The text, whatever the encoding, spaces and escapes.
    private func holds(text: String) -> Bool {
        // Containers store a member's own name, which is the last of its path.
        let wanted = Self.plain(text.split(separator: "/").last.map(String.init) ?? text)
        guard !wanted.isEmpty else { return true }
        let encodings: [String.Encoding] = [
            .utf8, .isoLatin1, .windowsCP1252, .utf16LittleEndian, .utf16BigEndian, .shiftJIS,
            .iso2022JP, .macOSRoman,
        ]
        return encodings.contains { encoding in
            guard let found = String(bytes: bytes, encoding: encoding) else { return false }
            return Self.plain(found).contains(wanted)
                || Self.plain(Self.unescaped(found)).contains(wanted)
        }
    }

    /// Without what separates the words and members of a list.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    !scalar.properties.isWhitespace && scalar.value > 0x20
                        && !",;\"'\\|&*".unicodeScalars.contains(scalar)
                }))
    }

    private static func unescaped(_ text: String) -> String {
        var text = text
        for (escape, meaning) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
            ("&#xD;", ""), ("&#xA;", ""),
        ] {
            text = text.replacingOccurrences(of: escape, with: meaning)
        }
        guard text.contains("\\u"),
            let quoted = try? JSONDecoder().decode(
                String.self, from: Data("\"\(text)\"".utf8))
        else { return text }
        return quoted
    }

    /// A short code that the fact spells as a word, a version, or a bit.
    private func isCode(_ fact: Fact) -> Bool { bytes.count <= 4 }

    /// An identifier or a checksum in hexadecimal digits, bytes in either order.
    private func holds(digits text: String) -> Bool {
        let wanted = text.lowercased().filter(\.isHexDigit).sorted()
        let stored = bytes.map { String(format: "%02x", $0) }.joined()
        return !wanted.isEmpty && stored.sorted() == wanted
    }

    private func holds(_ number: Double) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        let written = text.split { !($0.isNumber || "+-.eEdD".contains($0)) }
        if written.contains(where: {
            Double($0.replacing("D", with: "E")).map { $0.isNear(number) } ?? false
        }) {
            return true
        }
        // Fields of a few bits, a number less one, a count of tenths.
        if bytes.count <= 4 { return true }
        for start in 0..<min(bytes.count, 4096) {
            for order in [ByteOrder.little, .big] {
                if holds(number, at: start, order) { return true }
            }
        }
        return false
    }

    private func holds(_ number: Double, at start: Int, _ order: ByteOrder) -> Bool {
        func integer(_ count: Int, from place: Int) -> UInt64? {
            guard place + count <= bytes.count else { return nil }
            let slice = bytes[place..<place + count]
            return (order == .big ? Array(slice) : slice.reversed()).reduce(0) {
                $0 << 8 | UInt64($1)
            }
        }
        for count in [1, 2, 4, 8] {
            guard let pattern = integer(count, from: start) else { continue }
            let bits = UInt64(count * 8)
            let signed = Int64(bitPattern: pattern << (64 - bits)) >> (64 - bits)
            if Double(pattern) == number || Double(signed) == number { return true }
            if count == 4, Double(Float(bitPattern: UInt32(pattern))).isNear(number) { return true }
            if count == 8, Double(bitPattern: pattern).isNear(number) { return true }
            if count == 2, Double(Float16(bitPattern: UInt16(pattern))).isNear(number) {
                return true
            }
            // A quotient of two integers, either way up.
            if count == 4, let divisor = integer(4, from: start + 4) {
                let quotient = Double(pattern) / Double(divisor)
                if quotient.isNear(number) || (1 / quotient).isNear(number) { return true }
            }
            // A fixed point: so many thousandths, or so many 65,536ths.
            for scale in [10, 100, 1000, 1e5, 1e6, 65536, 256, 1e7] {
                if (Double(signed) / scale).isNear(number) { return true }
            }
        }
        return false
    }
}

extension Double {
    fileprivate func isNear(_ other: Double) -> Bool {
        self == other || abs(self - other) <= 1e-5 * Swift.max(abs(self), abs(other))
    }
}

extension FactKey {
    fileprivate var isOurs: Bool { FactKey.reservedNamespaces.contains(segments[0]) }
}
