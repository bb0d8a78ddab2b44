public import Harvesting
internal import MetadataModel

extension JSONText {
    /// What a harvest did, as members of an object: counts of files, of issues by kind, and the
    /// folders that were not there.
    public mutating func harvestMembers(_ summary: HarvestSummary) {
        member("new", summary.newCount)
        member("changed", summary.changedCount)
        member("moved", summary.movedCount)
        member("returned", summary.returnedCount)
        member("described", summary.describedCount)
        member("removed", summary.removedCount)
        member("unchanged", summary.unchangedCount)
        object("issues") { text in
            for kind in Issue.Kind.allCases {
                if let count = summary.issueCounts[kind] { text.member(kind.rawValue, count) }
            }
        }
        array("missing") { text in
            for root in summary.missingRoots {
                text.object { text in
                    text.member("path", root.path)
                    text.member("files", root.fileCount)
                }
            }
        }
        member("interrupted", summary.wasInterrupted)
    }
}
