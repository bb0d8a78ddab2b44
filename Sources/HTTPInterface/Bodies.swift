internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension ReticleServer {
    /// Bytes of a body that is one JSON document.
    static let maximumBodyByteCount = 1 << 20

    /// The JSON that a request sends.
    ///
    /// - Throws: ``Refusal``: 415 where it is sent as something else, 400 where it is none or not
    ///   of the shape; an error of status 413 where it is too large.
    func body<Shape: Decodable>(of request: Request) async throws -> Shape {
        if let type = request.headers[.contentType],
            type.prefix(while: { $0 != ";" }).lowercased() != "application/json"
        {
            throw Refusal(.unsupportedMediaType, "expected application/json")
        }
        let bytes = try await request.body.collect(upTo: Self.maximumBodyByteCount)
        do {
            return try JSONDecoder().decode(Shape.self, from: Data(Array(buffer: bytes)))
        } catch let DecodingError.keyNotFound(key, _) {
            throw Refusal(.badRequest, "expected a member `\(key.stringValue)`")
        } catch let DecodingError.typeMismatch(type, context) {
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw Refusal(.badRequest, "`\(place)`: expected \(type)")
        } catch is DecodingError {
            throw Refusal(.badRequest, "expected one JSON object")
        }
    }

    /// A long answer, which a thread of its own makes while it is sent.
    ///
    /// - Throws: `WorkQueue.Busy` where too many are under way.
    func stream(
        headers: HTTPFields, _ produce: @escaping @Sendable (ChunkStream) throws -> Void
    ) throws -> Response {
        let chunks = ChunkStream()
        let hasRoom = streams.start {
            do {
                try produce(chunks)
                chunks.finish(with: [])
            } catch {
                chunks.finish(throwing: error)
            }
        }
        guard hasRoom else { throw WorkQueue.Busy() }
        return Response(status: .ok, headers: headers, body: chunks.body)
    }
}
