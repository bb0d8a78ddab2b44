internal import HTTPTypes
internal import Hummingbird

/// A whole body with the tag by which a client knows it again.
struct Content {
    private let bytes: [UInt8]
    private let type: String
    private let tag: String
    private let lifetime: String

    /// - Parameters:
    ///   - identity: What the tag is made of, where the bytes hold what does not count: the time
    ///     that a search took.
    ///   - lifetime: The cache's directive; by default a client asks each time whether the tag
    ///     still holds.
    init(
        _ bytes: [UInt8], type: String, identifiedBy identity: [UInt8]? = nil,
        lifetime: String = "no-cache"
    ) {
        self.bytes = bytes
        self.type = type
        self.lifetime = lifetime
        // FNV-1a, 64 bits: <http://www.isthe.com/chongo/tech/comp/fnv/>
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in identity ?? bytes { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        tag = "\"\(String(digest, radix: 36))\""
    }

    init(_ text: String, type: String, lifetime: String = "no-cache") {
        self.init(Array(text.utf8), type: type, lifetime: lifetime)
    }

    /// The body, or 304 where the client says that it has it.
    func response(to request: Request, status: HTTPResponse.Status = .ok) -> Response {
        var headers: HTTPFields = [.eTag: tag, .cacheControl: lifetime, .vary: "Accept"]
        if Self.isKnown(tag, request.headers[.ifNoneMatch] ?? "") {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = type
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Whether a tag is among those of `If-None-Match`.
    static func isKnown(_ tag: String, _ tags: String) -> Bool {
        tags.split(separator: ",").contains { known in
            let known = known.drop { $0 == " " }
            return known == "*" || known == tag || known == "W/\(tag)"
        }
    }
}
