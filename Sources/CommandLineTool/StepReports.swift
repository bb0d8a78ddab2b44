internal import Curation
internal import WireFormat

/// What the steps of an edit did, for a person and for a program.
enum StepReports {
    static func text(_ reports: [StepReport], edit: Int64?, isTrial: Bool) -> String {
        var text = ""
        for report in reports {
            let verb = isTrial ? "would change" : "changed"
            text += FactTable.printable(report.step.target.text) + "\n"
            text += "  \(FactTable.printable(report.step.action.text)): \(verb) "
            text += "\(report.changedCount) of \(report.matchingCount)\n"
            for sample in report.samples {
                text += "    \(FactTable.printable(sample.path))"
                text += "  \(FactTable.printable(sample.changes.joined(separator: "; ")))\n"
            }
        }
        if let edit { text += "edit \(edit); `reticle undo \(edit)` takes it back\n" }
        return text
    }

    static func json(_ reports: [StepReport], edit: Int64?, isTrial: Bool) -> String {
        var text = JSONText()
        text.stepReports(reports, edit: edit, isTrial: isTrial)
        text.endLine()
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
