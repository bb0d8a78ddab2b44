import Foundation
import Testing

/// The visit that the README tells is made: each command is run, and prints what stands there.
@Suite struct VisitTests {
    /// A command line, and what it should print: `…` stands for any text, alone for any lines.
    struct Step: CustomTestStringConvertible {
        var command: String
        var output: [String]
        var testDescription: String { command }
    }

    static func steps() throws -> [Step] {
        let page = try String(
            contentsOf: Reticle.project.appendingPathComponent("README.md"), encoding: .utf8)
        let part = try #require(page.components(separatedBy: "\n### A visit\n").last)
        let block = try #require(part.components(separatedBy: "```\n").dropFirst().first)
        var steps: [Step] = []
        for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), output: []))
            } else if !steps.isEmpty {
                steps[steps.count - 1].output.append(String(line))
            }
        }
        // The text ends with a line break, behind which stands nothing.
        if let last = steps.indices.last { steps[last].output.removeLast() }
        return steps
    }

    /// Whether a text is the pattern with any texts in place of `…`.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        let parts = pattern.components(separatedBy: "…")
        guard parts.count > 1 else { return text == pattern }
        var rest = text[...]
        guard rest.hasPrefix(parts[0]), let last = parts.last else { return false }
        rest = rest.dropFirst(parts[0].count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.range(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }

    @Test func `the visit goes as it is told`() throws {
        let reticle = try Reticle()
        let study = Reticle.project.appendingPathComponent("corpus/study").path
        #expect(try reticle.run("harvest", study).exitCode == 0)
        let steps = try Self.steps()
        #expect(steps.count > 5)
        for step in steps {
            // The commands of the README quote with `'` alone.
            let words = step.command.components(separatedBy: "'").enumerated().flatMap {
                place, part in
                place % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
            }
            let run = try reticle.run(arguments: Array(words.dropFirst()))
            var lines = (run.complaints + run.output).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)[...]
            if lines.last == "" { lines.removeLast() }
            var skips = false
            for pattern in step.output where pattern != "" || !skips {
                if pattern == "…" {
                    skips = true
                    continue
                }
                while skips, let line = lines.first, !Self.matches(line, pattern) {
                    lines.removeFirst()
                }
                let line = lines.popFirst() ?? "(nothing)"
                #expect(Self.matches(line, pattern), "\(step.command): \(pattern): \(line)")
                skips = false
            }
            #expect(skips || lines.isEmpty, "\(step.command): \(lines)")
        }
    }
}
