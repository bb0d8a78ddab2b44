import MetadataModel
import MetadataStore

/// Makes facts of all kinds, few enough values that predicates meet them.
struct RandomAssets {
    static let length = Dimension([.metre: 1])
    static let duration = Dimension([.second: 1])
    static let texts = [
        "DAPI", "dapi", "Osmium tetroxide", "osmium  TETROXIDE stain", "Müller", "müller", "Muller",
        "SEM-2", "img_0042.tif", "IMG0042 b", "2026.03.01 scan", "0.125", "", "-", "x\u{0}y z",
        "a*b", "Grünewald, Jürgen", "tetroxide osmium", "10nm", "3f2a9c81d77e4b", "日本 語",
        String(repeating: "very long text ", count: 20) + "end",
        String(repeating: "Very long text ", count: 20) + "END",
        String(repeating: "very long text ", count: 20) + "other end",
    ]
    static let labels: [String?] = [nil, nil, "LZW", "none at all", "Müller", "none"]
    static let keys = [
        "t.Stain", "t.Operator", "t.Count", "t.Size", "t.Acquired", "t.Flag", "t.Mixed",
        "u.Stain", "ome.Image.Channel.Name", "ome.Image.Channel.Exposure",
    ]

    var random: Sequence64

    mutating func facts() -> [Fact] {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in fact() }
    }

    mutating func fact() -> Fact {
        let key = random.pick(Self.keys)
        var fact = Fact(key: FactKey(printed: key), value: "")
        switch key {
        case "t.Count": addNumbers(to: &fact)
        case "t.Size": addQuantity(Self.length, to: &fact)
        case "t.Acquired": addDate(to: &fact)
        case "t.Flag":
            fact.truth = random.chance(50)
            fact.value = fact.truth == true ? "true" : "False"
        case "t.Mixed":
            switch Int.random(in: 0..<4, using: &random) {
            case 0: addNumbers(to: &fact)
            case 1: addQuantity(random.pick([Self.length, Self.duration]), to: &fact)
            case 2: addDate(to: &fact)
            default: addText(to: &fact)
            }
        case "ome.Image.Channel.Exposure": addQuantity(Self.duration, to: &fact)
        default: addText(to: &fact)
        }
        if key.hasPrefix("ome"), random.chance(70) {
            fact.element = ElementPath(segment: 2, index: Int.random(in: 0..<3, using: &random))
            if random.chance(30) {
                fact.element.steps.insert(ElementStep(segment: 1, index: 1), at: 0)
            }
        }
        addLocus(to: &fact)
        fact.isAbridged = random.chance(5)
        return fact
    }

    private mutating func addText(to fact: inout Fact) {
        fact.value = random.pick(Self.texts)
        fact.label = random.pick(Self.labels)
    }

    private mutating func addNumbers(to fact: inout Fact) {
        fact.numbers = (0..<random.pick([1, 1, 1, 3])).map { _ in NumberSlot(number()) }
        fact.value = fact.numbers.map { "\($0.number.double)" }.joined(separator: ", ")
    }

    private mutating func number() -> Number {
        random.chance(60)
            ? .integer(random.pick([-3, 0, 1, 2, 5, 100, .max, 9_007_199_254_740_993]))
            : .real(random.pick([-2.5, -0.0, 0.125, 2, 1e-9, 1e300]))
    }

    private mutating func addQuantity(_ dimension: Dimension, to fact: inout Fact) {
        let number = self.number()
        fact.value = "\(number.double)"
        fact.unit = random.pick(["nm", "um", "furlong"])
        let factor = ["nm": 1e-9, "um": 1e-6][fact.unit ?? ""]
        fact.numbers = [NumberSlot(number, si: factor.map { number.double * $0 })]
        if factor != nil { fact.dimension = dimension }
    }

    private mutating func addDate(to fact: inout Fact) {
        let start = Int64.random(in: -20...20, using: &random) * 43_200_000_000
        let length = random.pick([1, 86_400_000_000, 31 * 86_400_000_000] as [Int64])
        fact.date = TimeSpan(start: start, end: start + length, hasZone: random.chance(50))
        fact.value = TimeSpan.timestamp(ofMicroseconds: start)
    }

    private mutating func addLocus(to fact: inout Fact) {
        if random.chance(70) { fact.locus.offset = UInt64.random(in: 0...1 << 40, using: &random) }
        if random.chance(60) { fact.locus.length = UInt64.random(in: 0...9999, using: &random) }
        fact.locus.address = random.pick([
            "", "IFD 3 tag 256", "/OME/Image[1]/@Name", "line 007", "a\u{1}b 3",
            "/a/0/b", "byte 123456789012345678901234567890",
        ])
    }
}
