internal import MetadataModel

/// What a file says about other files that are one data set with it.
struct FileLink {
    /// What a fact's value says.
    private enum Meaning {
        /// The name of a file that belongs to the set.
        case part
        /// The name of the file that describes the set.
        case main
        /// What all files of the set in one folder have alike, each of these.
        case series
        case seriesKind
    }

    private static let meanings: [FactKey: Meaning] = [
        "ome.Image.Pixels.TiffData.UUID.FileName": .part,
        "ome.BinaryOnly.MetadataFile": .main,
        "dicom.SeriesInstanceUID": .series,
        "dicom.Modality": .seriesKind,
        "metaimage.ElementDataFile": .part,
        "nrrd.`data file`": .part,
        "nrrd.datafile": .part,
        "interfile.`name of data file`": .part,
        "lei.Series.FileName": .part,
        "xml.root.raw_file.filename": .part,
    ]
    private static let maximumNameCount = 100_000

    let path: String
    private(set) var partNames: Set<String> = []
    private(set) var mainName: String?
    private var seriesIdentifier: String?
    private var seriesKind = ""

    /// What all files of the set have alike.
    var series: String? { seriesIdentifier.map { $0 + " " + seriesKind } }

    init(path: String) {
        self.path = path
    }

    /// Whether it names no other file.
    var isEmpty: Bool { partNames.isEmpty && mainName == nil && seriesIdentifier == nil }

    /// Takes facts of the file.
    mutating func observe(_ facts: [Fact]) {
        for fact in facts {
            guard let meaning = Self.meanings[fact.key] else { continue }
            switch meaning {
            case .part:
                guard isOther(fact.value), partNames.count < Self.maximumNameCount else { continue }
                partNames.insert(fact.value)
            case .main: if isOther(fact.value) { mainName = fact.value }
            case .series where fact.element == .root: seriesIdentifier = fact.value
            case .seriesKind where fact.element == .root: seriesKind = fact.value
            case .series, .seriesKind: continue
            }
        }
    }

    /// Whether a text can be the name of another file in the same folder.
    private func isOther(_ name: String) -> Bool {
        !name.isEmpty && !name.utf8.contains(UInt8(ascii: "/")) && !path.hasSuffix("/" + name)
    }
}
