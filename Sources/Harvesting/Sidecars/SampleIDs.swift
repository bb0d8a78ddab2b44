internal import MetadataModel

/// The ids of the samples that the facts of a file name, and what sidecars may say of them.
struct SampleIDs {
    private static let names: Set<String> = [
        "sample_id", "sampleid", "sample_number", "sample_code", "sample_name", "sample",
        "specimen_id", "specimenid", "specimen_number", "specimen_name", "specimen", "igsn",
    ]
    private static let lastNames: Set<String> = ["id", "name", "number", "code"]

    /// The ids, folded.
    private(set) var all: Set<String> = []
    private var known: [FactKey: Bool] = [:]

    /// Takes facts of a file, or what others say of it.
    mutating func observe(_ facts: [Fact]) {
        for fact in facts {
            let isSample: Bool
            if let known = known[fact.key] {
                isSample = known
            } else {
                isSample = Self.isSample(fact.key)
                known[fact.key] = isSample
            }
            if isSample { all.insert(Self.folded(fact.value)) }
        }
    }

    /// Whether a key names a sample: `sample_id` or `Sample.ID` at its end.
    static func isSample(_ key: FactKey) -> Bool {
        let last = key.foldedLastSegment
        if names.contains(last) { return true }
        guard lastNames.contains(last), key.segments.count > 1 else { return false }
        return ["sample", "specimen"].contains(
            FactKey.folded(key.segments[key.segments.count - 2]))
    }

    /// An id as ids are compared: without case, and without spaces around it.
    static func folded(_ id: String) -> String { id.trimmed.lowercased() }
}
