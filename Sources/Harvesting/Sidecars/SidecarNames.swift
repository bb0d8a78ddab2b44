internal import Extraction

/// What the names in one folder say about which of its files describe others.
///
/// | Role      | Name                                                | Describes |
/// |:----------|:----------------------------------------------------|:----------|
/// | `beside`  | `img.json`, `img.tif.json`, `img.txt` by `img.tif`  | that file |
/// | `table`   | any other `.csv`, `.tsv`, `.xlsx`                   | the files that its rows name, here and below |
/// | `wide`    | `metadata.yaml`, `sample.csv`, `README.txt` …       | all files here and below |
/// | `data`    | what is no text                                     | nothing |
/// | `plain`   | any other text                                      | nothing |
///
/// A table with a `wide` name and no column that names files describes all files, too.
/// A file that describes others is itself described by none.
struct SidecarNames: Sendable {
    enum Role: Sendable, Hashable {
        case wide, table, beside, plain, data
    }

    private static let tableSuffixes: Set<String> = ["csv", "tsv", "tab", "xlsx"]
    private static let textSuffixes: Set<String> = [
        "txt", "text", "json", "yaml", "yml", "xml", "ini", "cfg", "conf", "properties", "md",
    ]
    private static let wideNames: Set<String> = [
        "metadata", "meta", "sample", "samples", "specimen", "preparation", "acquisition",
        "experiment", "session", "readme", "info", "description", "dataset",
    ]

    private let names: [String]
    /// Names of data files by what the name of their sidecar begins with.
    private var dataByStem: [String: [String]] = [:]
    /// Names of texts and tables by their stem.
    private var textsByStem: [String: [String]] = [:]

    init(names: [String]) {
        self.names = names
        let texts = names.filter(Self.isText)
        for text in texts { textsByStem[Self.stem(of: text), default: []].append(text) }
        guard !texts.isEmpty else { return }
        for name in names where !Self.isText(name) {
            for stem in Self.stems(ofData: name) where textsByStem[stem] != nil {
                dataByStem[stem, default: []].append(name)
            }
        }
    }

    func role(of name: String) -> Role {
        guard Self.isText(name) else { return .data }
        let stem = Self.stem(of: name)
        if dataByStem[stem] != nil { return .beside }
        if Self.isTable(name) { return .table }
        return Self.isWide(name) ? .wide : .plain
    }

    /// The sidecars beside a data file, in the order of their names.
    func sidecars(of data: String) -> [String] {
        guard !textsByStem.isEmpty, !Self.isText(data) else { return [] }
        return Self.stems(ofData: data).flatMap { textsByStem[$0] ?? [] }.sorted()
    }

    /// The data files that a sidecar of the given name would be beside.
    func described(bySidecar name: String) -> [String] {
        names.filter { !Self.isText($0) && Self.stems(ofData: $0).contains(Self.stem(of: name)) }
    }

    /// The names in the order in which the files are read: what describes comes before what is
    /// described, and a sidecar right before the file that it is beside.
    func readingOrder(_ chosen: [String]) -> [String] {
        func place(_ name: String) -> (Int, Substring, Int, String) {
            switch role(of: name) {
            case .wide: (0, "", 0, name)
            case .table: (1, "", 0, name)
            case .beside: (2, name.prefix { $0 != "." }, 0, name)
            case .plain, .data: (2, name.prefix { $0 != "." }, 1, name)
            }
        }
        return chosen.map(place).sorted { $0 < $1 }.map(\.3)
    }

    /// Names of files that describe the whole folder or are tables of its files.
    var farReaching: [String] {
        names.filter { Self.isText($0) && [.wide, .table].contains(role(of: $0)) }
    }

    /// Whether a file of this name, were it there, could describe files of other names.
    static func isFarReaching(_ name: String) -> Bool {
        isTable(name) || isWide(name)
    }

    static func isOfSameSuffix(_ name: String, _ other: String) -> Bool {
        FileHeader.suffix(of: name) == FileHeader.suffix(of: other)
    }

    /// Whether a table of this path is called one of samples.
    static func isOfSamples(_ path: String) -> Bool {
        let name = PathText.divided(path).name
        return ["sample", "samples", "specimen", "specimens"].contains(stem(of: name).lowercased())
    }

    /// Whether a file of this name may say something about others. What Reticle wrote beside a file
    /// of what people state does not: it is taken in as an edit, see `reticle restate`.
    static func isText(_ name: String) -> Bool {
        if name.hasSuffix(".reticle.json") { return false }
        let suffix = FileHeader.suffix(of: name)
        return suffix.isEmpty
            ? isWide(name) : textSuffixes.contains(suffix) || tableSuffixes.contains(suffix)
    }

    private static func isTable(_ name: String) -> Bool {
        tableSuffixes.contains(FileHeader.suffix(of: name))
    }

    static func isWide(_ name: String) -> Bool {
        wideNames.contains(stem(of: name).lowercased())
    }

    /// What a sidecar's name without its suffix may be: the whole name, the name without its
    /// suffix, and for `img.ome.tif` also `img`.
    private static func stems(ofData name: String) -> [String] {
        let stem = stem(of: name)
        guard stem.hasSuffix(".ome") else { return stem == name ? [name] : [name, stem] }
        return [name, stem, String(stem.dropLast(4))]
    }

    static func stem(of name: String) -> String {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
            return name
        }
        return String(name[..<dot])
    }
}
