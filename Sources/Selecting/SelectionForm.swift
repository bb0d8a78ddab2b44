/// A form in which a job takes its inputs.
///
/// | Form        | Is                                                                           |
/// |:------------|:-----------------------------------------------------------------------------|
/// | `json`      | the selection with all of its files                                          |
/// | `ndjson`    | a file a line                                                                |
/// | `csv`       | a heading and a file a row                                                   |
/// | `paths`     | a path a line; `paths0`: each path ends with a zero byte, for `xargs -0`     |
/// | `snakemake` | a sample sheet divided by tabs: `sample path id`                             |
/// | `nextflow`  | a sample sheet divided by commas: `sample,path,id`                           |
/// | `cwl`       | a job of the Common Workflow Language: the input `files`                     |
/// | `rocrate`   | `ro-crate-metadata.json` of an RO-Crate that holds the files                 |
///
/// Sources: <https://www.commonwl.org/v1.2/CommandLineTool.html#File>,
/// <https://www.researchobject.org/ro-crate/specification/1.1/>
public enum SelectionForm: String, Sendable, CaseIterable {
    case json, ndjson, csv, paths, paths0, snakemake, nextflow, cwl, rocrate

    public var contentType: String {
        switch self {
        case .json, .cwl: "application/json"
        case .rocrate: "application/ld+json"
        case .ndjson: "application/x-ndjson"
        case .csv, .nextflow: "text/csv; charset=utf-8"
        case .snakemake: "text/tab-separated-values; charset=utf-8"
        case .paths: "text/plain; charset=utf-8"
        case .paths0: "application/octet-stream"
        }
    }

    /// The name under which a person would save it.
    public func fileName(of id: String) -> String {
        let stem = "selection-\(id.prefix(12))"
        return switch self {
        case .json, .ndjson, .csv: "\(stem).\(rawValue)"
        case .paths, .paths0: "\(stem).txt"
        case .snakemake: "\(stem).tsv"
        case .nextflow: "\(stem).csv"
        case .cwl: "\(stem).cwl.json"
        case .rocrate: "ro-crate-metadata.json"
        }
    }
}
