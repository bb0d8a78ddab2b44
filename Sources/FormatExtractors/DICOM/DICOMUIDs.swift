/// The names of the unique identifiers that the standard assigns: transfer syntaxes, SOP classes,
/// well-known frames of reference and instances.
///
/// A line of the tables is the identifier behind `1.2.840.10008.`, a space and the name.
///
/// Source: DICOM PS3.6, annex A
/// <https://dicom.nema.org/medical/dicom/current/output/chtml/part06/chapter_A.html>.
enum DICOMUIDs {
    private static let root = "1.2.840.10008."

    static func name(of uid: String) -> String? {
        guard uid.hasPrefix(root) else { return nil }
        return names[String(uid.dropFirst(root.count))]
    }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for line in [part1, part2].joined(separator: "\n").split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            if words.count == 2 { names[String(words[0])] = String(words[1]) }
        }
        return names
    }()
}
