internal import Extraction

/// Tells whether a file was read by extractors as they are now.
struct ExtractorVersions: Sendable {
    /// What stands in the state of a file that could not be opened.
    static let unread = ""

    private let current: Set<String>
    private let unknown: String

    init(_ extractors: [any Extractor]) {
        let versions = extractors.map { "\($0.id)@\($0.version)" }
        // A file that no extractor knew is read again once there are other extractors.
        var hash: UInt32 = 2_166_136_261
        for byte in versions.joined(separator: " ").utf8 {
            hash = (hash ^ UInt32(byte)) &* 16_777_619
        }
        unknown = ExtractionOutcome.unknown.extractor + " of " + String(hash, radix: 16)
        current = Set(versions + [unknown])
    }

    func isCurrent(_ extractor: String) -> Bool {
        current.contains(extractor)
    }

    /// What change detection remembers of a file that was read.
    func remembered(_ extractor: String) -> String {
        extractor == ExtractionOutcome.unknown.extractor ? unknown : extractor
    }
}
