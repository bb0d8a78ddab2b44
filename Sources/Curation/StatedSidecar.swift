public import Foundation
internal import MetadataModel
internal import MetadataStore

/// A file beside another one that keeps what people state about it, so that it survives the index.
///
/// ```
/// {"tag":["reviewed"],"user.dose":["5 mg"],"user.depth":[{"value":"3","unit":"nm"}]}
/// ```
///
/// A unit that stands in the value is part of it, one that was given beside it stands beside it.
public struct StatedSidecar: Sendable, Hashable {
    /// What follows the name of the file that is described.
    public static let suffix = ".reticle.json"

    public var facts: [StatedFact]

    public init(_ facts: [StatedFact]) {
        self.facts = facts
    }

    /// Reads a sidecar.
    ///
    /// - Throws: ``CurationError`` where it is none, or states what people do not state.
    public init(_ bytes: Data) throws {
        let values: [String: [Value]]
        do {
            values = try JSONDecoder().decode([String: [Value]].self, from: bytes)
        } catch is DecodingError {
            throw CurationError(.invalid, "expected an object with a list of values for each key")
        }
        facts = try values.sorted { $0.key < $1.key }.flatMap { key, values in
            guard FactKey.curated(key).description == key else {
                throw CurationError(.invalid, "`\(key)` is no key of what people state")
            }
            return values.map { StatedFact(key: key, value: $0.value, unit: $0.unit) }
        }
    }

    private struct Value: Decodable {
        var value: String
        var unit: String?

        private enum CodingKeys: String, CodingKey { case value, unit }

        init(from decoder: any Decoder) throws {
            do {
                value = try decoder.singleValueContainer().decode(String.self)
            } catch DecodingError.typeMismatch {
                let members = try decoder.container(keyedBy: CodingKeys.self)
                value = try members.decode(String.self, forKey: .value)
                unit = try members.decodeIfPresent(String.self, forKey: .unit)
            }
        }
    }
}

extension Curation {
    /// States again what sidecars say, in one edit; what is stated already stays as it is.
    ///
    /// - Parameter sidecars: By the paths of the files that they describe. One that is not in the
    ///   index yet has the facts when it comes.
    /// - Returns: The edit's number, where anything changed.
    public func restore(
        _ sidecars: [String: StatedSidecar], by author: Author
    ) throws -> Int64? {
        var paths: [StatedFact: [String]] = [:]
        for (path, sidecar) in sidecars {
            for fact in sidecar.facts { paths[fact, default: []].append(path) }
        }
        let ordered = paths.sorted {
            ($0.key.key, $0.key.value, $0.key.unit ?? "")
                < ($1.key.key, $1.key.value, $1.key.unit ?? "")
        }
        return try edit(
            by: author, summary: { _ in "restore sidecars of \(sidecars.count) files" }
        ) { session in
            for (fact, paths) in ordered { try session.make(.state, fact, about: paths.sorted()) }
        }.number
    }
}
