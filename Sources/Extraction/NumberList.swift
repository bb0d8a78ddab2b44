public import MetadataModel

/// A list of numbers of any length, of which no more is kept than its fact needs.
///
/// A list within ``ExtractionLimits/maximumListCount`` is kept in full; of a longer one the count,
/// the least, the greatest and the first members stay.
public struct NumberList: Sendable {
    public private(set) var count = 0
    private var values: [Number] = []
    private var spellings: [String] = []
    private var least: Number?
    private var greatest: Number?
    private let limits: ExtractionLimits

    public init(limits: ExtractionLimits) {
        self.limits = limits
    }

    /// Adds a member; `written` is how the file spells it.
    public mutating func append(_ number: Number, written: @autoclosure () -> String) {
        count += 1
        if values.count < limits.maximumListCount {
            values.append(number)
            spellings.append(written())
        }
        guard number.double.isFinite else { return }
        if least.map({ number.double < $0.double }) ?? true { least = number }
        if greatest.map({ number.double > $0.double }) ?? true { greatest = number }
    }

    /// The members with their spellings, as long as the list is kept in full.
    public var members: [(number: Number, written: String)]? {
        count == values.count ? Array(zip(values, spellings)).map { ($0, $1) } : nil
    }

    /// The fact of the whole list.
    public func fact(
        _ key: FactKey, element: ElementPath, unit: String?, locus: Locus
    ) -> Fact {
        let isLong = count > values.count
        let kept = isLong ? min(values.count, limits.abridgedListCount) : values.count
        var spelled = Array(spellings[..<kept])
        var slots = values[..<kept].filter(\.double.isFinite).map { NumberSlot($0) }
        if isLong {
            let range = "\(least?.spelling ?? "?") to \(greatest?.spelling ?? "?")"
            spelled.append("… (\(count) values, \(range))")
            slots += [least, greatest].compactMap { $0 }.map { NumberSlot($0) }
        }
        var fact = Fact(
            key: key, element: element, value: spelled.joined(separator: ", "), unit: unit,
            numbers: slots, isAbridged: isLong, locus: locus)
        fact.applyUnit()
        return fact
    }

    /// Reads a text that is nothing but numbers, divided by white space, commas or semicolons;
    /// `nil` where it is anything else.
    public init?(text: String, limits: ExtractionLimits) {
        self.init(limits: limits)
        for member in text.utf8.split(whereSeparator: Self.divides) {
            let written = Substring(member)
            if let integer = Int64(written) {
                append(.integer(integer), written: String(written))
            } else if let real = Double(written), member.first.map(Self.beginsNumber) == true {
                append(.real(real), written: String(written))
            } else {
                return nil
            }
        }
    }

    private static func divides(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: ";")
    }

    /// Keeps out `inf` and `nan`, which are words here.
    private static func beginsNumber(_ byte: UInt8) -> Bool {
        (0x2B...0x39).contains(byte) && byte != UInt8(ascii: "/")
    }
}
