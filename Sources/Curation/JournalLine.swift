internal import Crypto
internal import Foundation

/// A line of the journal: one edit, or a part of a large one.
///
/// A line is a JSON object whose last member is the SHA-256 of everything before that member.
/// `previous` is the hash of the line before, so that no line can be changed, taken out or put in
/// without every later one telling.
///
/// ```
/// {"changes":[{"assets":{"/data/a/":["1.tif","2.tif"]},"fact":{"key":"tag","value":"reviewed"},
///   "kind":"state"}],"edit":7,"moment":"2026-03-01T09:00:00Z","number":12,"previous":"…",
///   "summary":"tag 2 assets: reviewed","who":"mueller","why":"…","hash":"…"}
/// ```
public struct JournalLine: Sendable, Hashable, Codable {
    public struct Change: Sendable, Hashable, Codable {
        public enum Kind: String, Sendable, Hashable, Codable {
            case state, retract
        }

        public var kind: Kind
        public var fact: StatedFact
        /// Names by folder; a folder ends with a slash, and an empty one means whole names.
        public var assets: [String: [String]]?
        /// What is no asset: `project/bone`.
        public var subject: String?

        init(
            kind: Kind, fact: StatedFact, assets: [String: [String]]? = nil, subject: String? = nil
        ) {
            self.kind = kind
            self.fact = fact
            self.assets = assets
            self.subject = subject
        }

        /// The paths of the assets, by folder and in the order of the line.
        public var paths: [String] {
            (assets ?? [:]).sorted { $0.key < $1.key }.flatMap { folder, names in
                names.map { folder + $0 }
            }
        }
    }

    /// Counted from 1.
    public var number: Int64
    public var edit: Int64
    public var moment: String
    public var who: String
    public var why: String
    public var summary: String
    public var undoes: Int64?
    public var changes: [Change]
    /// The hash of the line before; 64 zeros in the first.
    public var previous: String

    /// What stands in the place of the hash before the first line.
    static let beginning = String(repeating: "0", count: 64)
    private static let hashOpening = Array(",\"hash\":\"".utf8)
    private static let hashByteCount = 64

    /// The line as it is stored, without its line feed, and its hash.
    func encoded() throws -> (line: [UInt8], hash: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var line = Array(try encoder.encode(self).dropLast())
        let hash = Self.hash(of: line[...])
        line += Self.hashOpening + Array(hash.utf8) + Array("\"}".utf8)
        return (line, hash)
    }

    /// Reads a line and checks its hash.
    ///
    /// - Parameter expected: The number that the line should have, if that is known.
    /// - Throws: ``JournalFault`` where the line is cut or was changed.
    static func decoded(
        _ line: [UInt8], number expected: Int64?
    ) throws -> (line: JournalLine, hash: String) {
        let number = expected ?? 0
        let tail = hashOpening.count + hashByteCount + 2
        guard line.count > tail else {
            throw JournalFault(line: number, detail: "expected a line with a hash, found a piece")
        }
        let body = line.dropLast(tail)
        let stated = line.suffix(tail).dropFirst(hashOpening.count).prefix(hashByteCount)
        guard line.suffix(tail).starts(with: hashOpening), hash(of: body).utf8.elementsEqual(stated)
        else {
            throw JournalFault(
                line: number, detail: "its hash does not fit its text: it was changed or cut")
        }
        let decoded: JournalLine
        do {
            decoded = try JSONDecoder().decode(JournalLine.self, from: Data(body) + Data("}".utf8))
        } catch is DecodingError {
            throw JournalFault(line: number, detail: "expected the members of a journal's line")
        }
        guard expected == nil || decoded.number == expected else {
            throw JournalFault(
                line: number, detail: "expected line \(number), found line \(decoded.number)")
        }
        return (decoded, String(decoding: stated, as: UTF8.self))
    }

    private static func hash(of bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// What is wrong with a journal.
public struct JournalFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, counted from 1.
    public var line: Int64
    public var detail: String

    public var description: String { "journal line \(line): \(detail)" }
}
