internal import Extraction
internal import MetadataModel

/// A moment as binary structures count it, and as a fact states it: the count as the value, the
/// date in ISO form as the label.
struct BinaryMoment {
    /// The count as the file has it.
    let written: String
    /// Since 1970; `nil` where the count names no year from 1601 to 9999, or is 0.
    let microseconds: Int64?
    let hasZone: Bool

    init(filetime: UInt64) {
        written = String(filetime)
        hasZone = true
        microseconds =
            filetime == 0 || filetime > 2_650_467_744_000_000_000
            ? nil : Int64(filetime / 10) - 11_644_473_600_000_000
    }

    init(unixSeconds: Int64) {
        written = String(unixSeconds)
        hasZone = true
        microseconds = unixSeconds == 0 ? nil : Self.microseconds(unixSeconds)
    }

    init(macSeconds: Int64) {
        written = String(macSeconds)
        hasZone = false
        microseconds = macSeconds == 0 ? nil : Self.microseconds(macSeconds &- 2_082_844_800)
    }

    init(oleDays: Double) {
        written = Fact.spelling(of: oleDays)
        hasZone = false
        microseconds =
            oleDays > 1 && oleDays < 2_958_466
            ? Self.microseconds(Int64(((oleDays - 25_569) * 86_400).rounded())) : nil
    }

    private static func microseconds(_ seconds: Int64) -> Int64? {
        guard (-11_644_473_600...253_402_300_799).contains(seconds) else { return nil }
        return seconds * 1_000_000
    }

    /// The moment as an ISO text, without a zone where none is known.
    var timestamp: String? {
        microseconds.map { moment in
            let text = TimeSpan.timestamp(ofMicroseconds: moment)
            return hasZone || !text.hasSuffix("Z") ? text : String(text.dropLast())
        }
    }

    func fact(_ key: FactKey, element: ElementPath, locus: Locus) -> Fact {
        Fact(
            key: key, element: element, value: written, label: timestamp,
            numbers: Int64(written).map { [NumberSlot(.integer($0))] }
                ?? Double(written).map { [NumberSlot(.real($0))] } ?? [],
            date: microseconds.map {
                TimeSpan(start: $0, end: $0 &+ 1_000_000, hasZone: hasZone)
            }, locus: locus)
    }
}
