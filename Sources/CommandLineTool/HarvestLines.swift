internal import Harvesting
internal import MetadataModel
internal import WireFormat

/// What a harvest did, in words and as JSON.
enum HarvestLines {
    /// For people.
    static func text(of summary: HarvestSummary, seconds: Double) -> String {
        var parts = ["\(summary.newCount) new"]
        for (count, word) in [
            (summary.changedCount, "changed"), (summary.movedCount, "moved"),
            (summary.returnedCount, "back again"), (summary.describedCount, "described anew"),
            (summary.removedCount, "removed"),
        ] where count > 0 {
            parts.append("\(count) \(word)")
        }
        parts.append("\(summary.unchangedCount) unchanged")
        let rate = Int(Double(summary.readCount) / max(seconds, 0.001))
        let time = "\((seconds * 100).rounded() / 100) s"
        var text = parts.joined(separator: ", ") + " in \(time)"
        if summary.readCount > 0 { text += ", \(rate) files/s" }
        let issues = Issue.Kind.allCases.compactMap { kind in
            summary.issueCounts[kind].map { "\($0) \(kind.rawValue)" }
        }
        if !issues.isEmpty { text += "\nissues: " + issues.joined(separator: ", ") }
        if summary.wasInterrupted { text += "\ninterrupted: the next harvest goes on" }
        return text
    }

    /// For programs: an object.
    static func json(of summary: HarvestSummary, seconds: Double) -> String {
        var text = JSONText()
        text.object { text in
            text.harvestMembers(summary)
            text.member("seconds", seconds)
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
