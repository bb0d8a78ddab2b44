import Foundation
import Search
import Testing

/// Queries that nobody would type: deep, long, wild and strange. Each ends, with an answer or with a
/// reason; `RETICLE_HOSTILE` says how many are made.
@Suite struct HostileQueryTests {
    private static let count =
        ProcessInfo.processInfo.environment["RETICLE_HOSTILE"].flatMap(Int.init) ?? 300

    /// Makes queries from a grammar of extremes.
    private struct Generator {
        var random: SplitMix

        init(seed: UInt64) {
            random = SplitMix(state: seed)
        }

        private mutating func pick(_ texts: [String]) -> String {
            texts[Int(random.next() % UInt64(texts.count))]
        }

        private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

        mutating func query() -> String {
            switch below(8) {
            case 0:
                let depth = below(400)
                return String(repeating: pick(["(", "-(", "NOT (", "Channel{ "]), count: depth)
                    + filter(2) + String(repeating: pick([")", "}", ""]), count: depth)
            case 1:
                return (0..<below(400)).map { _ in filter(0) }.joined(
                    separator: pick([" OR ", " "]))
            case 2:
                return "name:"
                    + String(repeating: pick(["*a", "?*", "**", "*?"]), count: below(400))
            case 3:
                return "voltage:(" + (0..<below(600)).map { "\($0)kV" }.joined(separator: ",") + ")"
            case 4: return String((0..<below(300)).map { _ in Character(scalar()) })
            case 5: return filter(3) + " | " + stage() + " | " + stage()
            case 6:
                return String(
                    repeating: pick(["x ", "\"", "a:", "5kV..", "{", "&& ", "select "]),
                    count: below(900))
            default: return filter(4)
            }
        }

        private mutating func scalar() -> Unicode.Scalar {
            let value = UInt32(below(4) == 0 ? below(0x11_0000) : below(0x250))
            return Unicode.Scalar(value) ?? "\u{202E}"
        }

        private mutating func filter(_ depth: Int) -> String {
            guard depth > 0 else {
                return pick([
                    "**", "*.*.*", "voltage", "fei.**", "Channel[*].Name", "`a``b`", "é\u{301}",
                ])
                    + pick([":", "=", "!=", "<", ">=", "~", "~=", "≤"]) + value()
            }
            switch below(6) {
            case 0: return "(" + filter(depth - 1) + " OR " + filter(depth - 1) + ")"
            case 1: return "-" + filter(depth - 1)
            case 2: return "Channel{ " + filter(depth - 1) + " }"
            case 3:
                return pick(["count", "all", "none"]) + "(Channel)" + pick([">=", "=", "<"])
                    + value()
            case 4: return pick(["has:", "missing:"]) + pick(["**", "*", "voltage", "a.b.c.*"])
            default: return filter(depth - 1) + " " + filter(depth - 1)
            }
        }

        private mutating func value() -> String {
            pick([
                "1e308kV", "-1e-320", "9999999999999999999999", "1..1e300", "-1e300V..1e300V",
                "0000-00-00", "9999-12-31", "-99999999999y", "now+9999999999999d", "*****",
                "a*b*c*d*e",
                "\"" + String(repeating: "ä", count: below(200)) + "\"", "5±1e308", "5kV±300%",
                "NaN", "inf", "\u{0}", "(a OR b OR c)", "5zz^9", "1/nm^-9",
            ])
        }

        private mutating func stage() -> String {
            pick([
                "sort **", "facet voltage by 1e-300kV top 999999999", "limit 9223372036854775807",
                "sample 9223372036854775807 seed -1", "select **", "distinct **", "group name",
                "stats **", "after zz", "facet acquired by minute", "count by **", "explain",
                "facet name top 0", "select voltage in kV",
            ])
        }
    }

    private struct SplitMix {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }

    @Test func `hostile queries end with an answer or a reason`() throws {
        let index = try SuggestionTests.index()
        var generator = Generator(seed: 20_261_124)
        let options = SearchOptions(timeLimit: .milliseconds(500), explains: true)
        var slowest = (seconds: 0.0, query: "")
        var answered = 0
        for _ in 0..<Self.count {
            let query = generator.query()
            let clock = ContinuousClock()
            let began = clock.now
            do {
                _ = try index.engine.answer(query, options: options)
                answered += 1
            } catch let errors as SearchErrors {
                #expect(!errors.faults.isEmpty)
                _ = errors.mended
            } catch {
                #expect("\(error)".contains("cursor"), "\(query.prefix(200)): \(error)")
            }
            _ = try index.engine.suggest(query)
            let seconds = (clock.now - began) / .seconds(1)
            if seconds > slowest.seconds { slowest = (seconds, String(query.prefix(200))) }
        }
        #expect(answered > 0)
        if Self.count > 1000 { print("\(Self.count) hostile queries, the slowest: \(slowest)") }
    }
}
