public import Curation
public import MetadataStore
internal import MetadataModel

extension JSONText {
    /// What an edit did: `POST /v1/curations`, `reticle tag --json`.
    ///
    /// ```
    /// {"edit":7,"dry_run":false,"steps":[{"target":…,"action":…,"matching":5,"changed":3,
    ///   "samples":[{"path":…,"changes":["+ tag: reviewed"]},…]},…]}
    /// ```
    public mutating func stepReports(_ reports: [StepReport], edit: Int64?, isTrial: Bool) {
        object { text in
            if let edit { text.member("edit", edit) }
            text.member("dry_run", isTrial)
            text.array("steps") { text in
                for report in reports { text.stepReport(report) }
            }
        }
    }

    private mutating func stepReport(_ report: StepReport) {
        object { text in
            text.member("target", report.step.target.text)
            text.member("action", report.step.action.text)
            text.member("matching", report.matchingCount)
            text.member("changed", report.changedCount)
            text.array("samples") { text in
                for sample in report.samples {
                    text.object { text in
                        text.member("path", sample.path)
                        text.array("changes") { text in
                            for change in sample.changes { text.string(change) }
                        }
                    }
                }
            }
        }
    }

    /// An edit: `{"edit":7,"moment":…,"who":…,"why":…,"summary":…,"undoes":…,"undone_by":…}`.
    public mutating func edit(_ edit: Edit) {
        object { text in
            text.member("edit", edit.number)
            text.member("moment", TimeSpan.timestamp(ofMicroseconds: edit.moment))
            text.member("who", edit.who)
            text.member("why", edit.why)
            text.member("summary", edit.summary)
            if let undone = edit.undoes { text.member("undoes", undone) }
            if let undoing = edit.undoneBy { text.member("undone_by", undoing) }
        }
    }

    /// `GET /v1/assets/{id}/tags`: `{"id":…,"edit":7,"facts":[{"key":…,"value":…,"by":…},…]}`.
    public mutating func curatedFacts(of asset: StoredAsset, edit: Int64) {
        object { text in
            text.member("id", asset.identity.description)
            text.member("path", asset.path)
            text.member("edit", edit)
            text.array("facts") { text in
                for (source, facts) in asset.contributions {
                    for fact in facts {
                        text.object { text in
                            text.member("key", fact.key.description)
                            text.member("value", fact.value)
                            if let unit = fact.unit { text.member("unit", unit) }
                            text.member("by", source.path)
                        }
                    }
                }
            }
        }
    }

    /// `{"projects":[{"name":…,"files":…,…},…]}`
    public mutating func projects(_ projects: [(project: Project, assetCount: Int)]) {
        object { text in
            text.array("projects") { text in
                for (project, count) in projects { text.project(project, assetCount: count) }
            }
        }
    }

    /// A project: `{"name":…,"files":…,"edit":…,"description":…,"parent":…,"roots":[…],…}`.
    public mutating func project(_ project: Project, assetCount: Int) {
        object { text in
            text.member("name", project.name)
            text.member("files", assetCount)
            text.member("edit", project.lastEdit)
            if let description = project.description { text.member("description", description) }
            if let parent = project.parent { text.member("parent", parent) }
            for (name, values) in [
                ("roots", project.roots), ("rules", project.rules), ("members", project.members),
                ("tags", project.tags), ("stars", project.stars),
            ] {
                text.array(name) { text in for value in values { text.string(value) } }
            }
        }
    }
}
