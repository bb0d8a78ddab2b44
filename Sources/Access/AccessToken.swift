internal import Crypto
public import MetadataStore

/// A secret by which a caller is known: 256 random bits, which are shown once and kept as a digest.
public struct AccessToken: Sendable, Hashable {
    /// What a token begins with, so that people and scanners of leaked secrets recognise it.
    public static let prefix = "rtk_"
    private static let byteCount = 32

    /// As the caller shows it: the prefix and 64 hexadecimal digits.
    public let text: String

    /// A new token that nobody can guess.
    public init() {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random)
        }
        text = Self.prefix + bytes.hexadecimal
    }

    public init(text: String) {
        self.text = text
    }

    /// SHA-256 of the text.
    public var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// Whether two tokens are the same; how long it takes tells nothing about where they differ.
    public func isSame(as other: AccessToken) -> Bool {
        var difference: UInt8 = 0
        for (left, right) in zip(digest, other.digest) { difference |= left ^ right }
        return difference == 0
    }

    /// The token as the index keeps it.
    ///
    /// - Parameters:
    ///   - made: Microseconds since 1970, as is `expires`.
    public func stored(
        name: String, role: Role, projects: [String]?, made: Int64, expires: Int64?
    ) -> StoredToken {
        StoredToken(
            id: Array(digest.prefix(6)).hexadecimal, digest: digest, name: name,
            role: role.rawValue, projects: projects, made: made, expires: expires)
    }
}

extension [UInt8] {
    /// The bytes as lower-case hexadecimal digits.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
