/// Makes queries from a grammar of extremes: deep, long, wild and strange ones.
struct HostileQueries {
    private var random: SplitMix

    init(seed: UInt64) {
        random = SplitMix(state: seed)
    }

    mutating func next() -> String {
        switch below(8) {
        case 0:
            let depth = below(400)
            return String(repeating: pick(["(", "-(", "NOT (", "Channel{ "]), count: depth)
                + filter(2) + String(repeating: pick([")", "}", ""]), count: depth)
        case 1:
            let count = below(400)
            return (0..<count).map { _ in filter(0) }.joined(separator: pick([" OR ", " "]))
        case 2:
            return "name:" + String(repeating: pick(["*a", "?*", "**", "*?"]), count: below(400))
        case 3:
            let count = below(600)
            return "voltage.kv:(" + (0..<count).map { "\($0)kV" }.joined(separator: ",") + ")"
        case 4: return String((0..<below(300)).map { _ in Character(scalar()) })
        case 5: return filter(3) + " | " + pick(Self.stages) + " | " + pick(Self.stages)
        case 6:
            return String(
                repeating: pick(["x ", "\"", "a:", "5kV..", "{", "&& ", "select "]),
                count: below(900))
        default: return filter(4)
        }
    }

    private mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

    private mutating func below(_ bound: Int) -> Int { Int(random.below(UInt64(bound))) }

    private mutating func scalar() -> Unicode.Scalar {
        let value = UInt32(below(4) == 0 ? below(0x11_0000) : below(0x250))
        return Unicode.Scalar(value) ?? "\u{202E}"
    }

    private mutating func filter(_ depth: Int) -> String {
        guard depth > 0 else {
            return pick(Self.keys) + pick([":", "=", "!=", "<", ">=", "~", "~=", "≤"])
                + pick(Self.values)
        }
        switch below(6) {
        case 0: return "(" + filter(depth - 1) + " OR " + filter(depth - 1) + ")"
        case 1: return "-" + filter(depth - 1)
        case 2: return "Channel{ " + filter(depth - 1) + " }"
        case 3:
            return pick(["count", "all", "none"]) + "(Channel)" + pick([">=", "=", "<"])
                + pick(Self.values)
        case 4: return pick(["has:", "missing:"]) + pick(["**", "*", "voltage.kv", "a.b.c.*"])
        default: return filter(depth - 1) + " " + filter(depth - 1)
        }
    }

    private static let keys = [
        "**", "*.*.*", "voltage.kv", "vendor.**", "Channel[*].Name", "`a``b`", "é\u{301}",
    ]

    private static let values = [
        "1e308kV", "-1e-320", "9999999999999999999999", "1..1e300", "-1e300V..1e300V",
        "0000-00-00", "9999-12-31", "-99999999999y", "now+9999999999999d", "*****", "a*b*c*d*e",
        "\"" + String(repeating: "ä", count: 200) + "\"", "5±1e308", "5kV±300%", "NaN", "inf",
        "\u{0}", "(a OR b OR c)", "5zz^9", "1/nm^-9",
    ]

    private static let stages = [
        "sort **", "facet voltage.kv by 1e-300kV top 999999999", "limit 9223372036854775807",
        "sample 9223372036854775807 seed -1", "select **", "distinct **", "group name",
        "stats **", "after zz", "facet acquired by minute", "count by **", "explain",
        "facet name top 0", "select voltage.kv in kV",
    ]
}
