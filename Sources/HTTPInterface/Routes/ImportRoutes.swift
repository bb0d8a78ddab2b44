internal import Access
internal import Foundation
internal import HTTPTypes
internal import Harvesting
internal import Hummingbird
internal import MetadataModel
internal import NIOCore
internal import WireFormat

extension ReticleServer {
    /// Lines of an import that are named when they are wrong; more are counted.
    private static let maximumNamedRefusals = 100

    /// `POST /v1/imports`: facts that were made elsewhere.
    func addImportRoutes(to router: Router<CallContext>) {
        router.post("/v1/imports") { request, context in
            let caller = try context.callerOfWhole(for: .harvest)
            if let type = request.headers[.contentType],
                !["application/x-ndjson", "application/ndjson", "application/jsonl"].contains(
                    type.prefix { $0 != ";" }.lowercased())
            {
                throw Refusal(.unsupportedMediaType, "expected application/x-ndjson")
            }
            let parameters = try URLParameters(request.uri.query)
            let name = parameters.value("source").map { String($0.prefix(200)) } ?? caller.name
            return try await importBody(of: request, named: name)
        }
    }

    /// The body goes to a file first, so that the index is not locked while a client is slow.
    private func importBody(of request: Request, named name: String) async throws -> Response {
        let spool = try SpoolFile(beside: writing.indexPath)
        for try await var piece in request.body {
            guard spool.byteCount + piece.readableBytes <= settings.maximumImportByteCount else {
                throw Refusal(
                    .contentTooLarge, "more than \(settings.maximumImportByteCount) bytes")
            }
            try spool.append(piece.readBytes(length: piece.readableBytes) ?? [])
        }
        guard spool.byteCount > 0 else {
            throw Refusal(.badRequest, "expected lines of NDJSON in the body, found none")
        }
        let (summary, refusals) = try await writing.write { store in
            var refusals: [ImportRefusal] = []
            let summary = try FactImport(into: store) { refusal in
                if refusals.count < Self.maximumNamedRefusals { refusals.append(refusal) }
            }.run(descriptor: spool.rewound(), source: name)
            return (summary, refusals)
        }
        var text = JSONText()
        text.object { text in
            text.member("assets", summary.assetCount)
            text.member("facts", summary.factCount)
            text.member("lines", summary.lineCount)
            text.member("refused", summary.refusedCount)
            text.array("refusals") { text in
                for refusal in refusals {
                    text.object { text in
                        text.member("line", refusal.line)
                        text.member("detail", refusal.issue.detail)
                    }
                }
            }
        }
        return Response(
            status: .ok, headers: [.contentType: Representation.json.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text.bytes)))
    }
}
