internal import Foundation
public import MetadataStore
public import Search
public import Thumbnails

/// Where and how the server listens, and what it lets callers do.
///
/// Each can be set in a configuration file; see ``ServerSettings/read(_:)``.
public struct ServerSettings: Sendable {
    /// A certificate and its key, in PEM files.
    public struct Encryption: Sendable, Hashable {
        public var certificate: String
        public var key: String

        public init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// What one caller may ask of what all share.
    public struct CallerLimit: Sendable, Hashable {
        /// Requests a second in the long run.
        public var perSecond: Int
        /// Requests under way at a time.
        public var atOnce: Int

        public init(perSecond: Int, atOnce: Int) {
            self.perSecond = perSecond
            self.atOnce = atOnce
        }
    }

    public var host = "127.0.0.1"
    /// 0 takes any free port.
    public var port = 8750
    /// How long one search may take.
    public var timeLimit = Duration.seconds(10)
    /// Where the saved queries are; none are served without it.
    public var savedQueries: SavedQueryFolder?
    /// Makes the pictures of assets; without it each has a placeholder.
    public var thumbnails: ThumbnailMaker?
    /// How long a request waits for another writer of the index.
    public var writingPatience = Duration.seconds(2)
    /// Whether anybody may read without a token; by default where only this machine can connect.
    public var opensReading: Bool?
    /// By default none where only this machine can connect.
    public var callerLimit: CallerLimit?
    /// Folders below which harvesters may have files harvested; administrators may anywhere.
    public var harvestRoots: [String] = []
    /// Bytes of the largest import over HTTP.
    public var maximumImportByteCount = 4 << 30
    /// Long answers that are sent at the same time.
    public var streamLimit = 64
    /// TLS, where it is present.
    public var encryption: Encryption?
    /// Harvests the folder of a project into which files were given; they wait for the next harvest
    /// where it is absent.
    public var harvestFolder: (@Sendable (String, MetadataStore) throws -> Void)?
    /// `info` logs every request, `warning` what went wrong.
    public var logLevel = "warning"

    public init() {}

    /// Whether only programs of this machine can connect.
    public var isLoopback: Bool { Self.isLoopback(host) }

    /// Whether a name or address always means the machine itself.
    static func isLoopback(_ host: String) -> Bool {
        ["localhost", "::1", "[::1]"].contains(host)
            || host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == 0x2E || 0x30...0x39 ~= $0 }
    }

    /// The limit that is in force.
    var callerLimitInForce: CallerLimit? {
        callerLimit ?? (isLoopback ? nil : CallerLimit(perSecond: 100, atOnce: 16))
    }
}
