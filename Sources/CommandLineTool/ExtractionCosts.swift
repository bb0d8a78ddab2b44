internal import Extraction
internal import ExtractionWorker
internal import Harvesting
internal import WireFormat

/// What reading files costs: how many bytes of them are read, by format.
struct ExtractionCosts {
    private struct Sum {
        var fileCount = 0
        var factCount = 0
        var issueCount = 0
        var byteCount: UInt64 = 0
        var bytesRead: UInt64 = 0
        /// The greatest share read of a file that is larger than ``ExtractionCosts/largeByteCount``.
        var greatestShare: Double?
    }

    /// Files above this size are those of which only a small part may be read.
    private static let largeByteCount: UInt64 = 50 << 20

    private var sums: [String: Sum] = [:]
    private var file: FileDescription?
    private var factCount = 0

    /// Takes an event; at the end of a file, the line of NDJSON about it is written.
    mutating func take(_ event: ExtractionEvent<NamedFiles.Subject>, line: inout JSONText) {
        switch event {
        case .began(_, let begun, _):
            file = begun
            factCount = 0
        case .facts(let facts):
            factCount += facts.count
        case .ended(let outcome):
            guard let file else { return }
            add(outcome, file)
            line.object { text in
                text.member("path", file.path)
                text.member("type", outcome.type)
                text.member("extractor", outcome.extractor)
                text.member("bytes", file.count)
                text.member("bytesRead", outcome.bytesRead)
                text.member("facts", factCount)
                text.array("issues") { text in
                    for issue in outcome.issues { text.issue(issue) }
                }
            }
            line.endLine()
        case .passed:
            break
        }
    }

    private mutating func add(_ outcome: ExtractionOutcome, _ file: FileDescription) {
        var sum = sums[outcome.type] ?? Sum()
        sum.fileCount += 1
        sum.factCount += factCount
        sum.issueCount += outcome.issues.count
        sum.byteCount += file.count
        sum.bytesRead += outcome.bytesRead
        if file.count > Self.largeByteCount {
            let share = Double(outcome.bytesRead) / Double(file.count)
            sum.greatestShare = max(sum.greatestShare ?? 0, share)
        }
        sums[outcome.type] = sum
    }

    /// The sums by format, as a table.
    var table: String {
        var table = TextTable(headings: [
            "type", "files", "facts", "issues", "bytes", "bytes read", "share",
            "most of one > \(Self.largeByteCount >> 20) MiB",
        ])
        for (type, sum) in sums.sorted(by: { $0.key < $1.key }) {
            let share = sum.byteCount == 0 ? 0 : Double(sum.bytesRead) / Double(sum.byteCount)
            table.add([
                type, "\(sum.fileCount)", "\(sum.factCount)", "\(sum.issueCount)",
                "\(sum.byteCount)", "\(sum.bytesRead)", Self.percent(share),
                sum.greatestShare.map(Self.percent) ?? "",
            ])
        }
        return table.text
    }

    private static func percent(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
    }
}
