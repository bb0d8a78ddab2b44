internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL

/// Why a message did not reach its receiver.
struct HTTPPostError: Error {
    /// One clause for a person.
    let detail: String
    let canBeTriedAgain: Bool
}

/// One message that is sent to an address over HTTP/1.1, encrypted for `https`.
///
/// Our own, since Foundation's client brings libcurl and thirty libraries with it, which every start
/// of the program would load.
struct HTTPPost {
    private let host: String
    private let port: Int
    private let head: HTTPRequestHead
    private let body: Data
    private let encryption: NIOSSLContext?

    /// - Throws: ``HTTPPostError`` where the address is none of HTTP.
    init(to url: URL, _ body: Data, headers: [(String, String)]) throws {
        guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = url.host, !host.isEmpty
        else {
            throw HTTPPostError(detail: "expected http:// or https://", canBeTriedAgain: false)
        }
        self.host = host
        self.body = body
        let isEncrypted = scheme == "https"
        port = url.port ?? (isEncrypted ? 443 : 80)
        encryption =
            isEncrypted ? try NIOSSLContext(configuration: .makeClientConfiguration()) : nil
        var path = url.path(percentEncoded: true)
        if path.isEmpty { path = "/" }
        if let query = url.query(percentEncoded: true) { path += "?" + query }
        var fields = HTTPHeaders(headers)
        fields.add(name: "Host", value: url.port.map { "\(host):\($0)" } ?? host)
        fields.add(name: "Content-Length", value: String(body.count))
        fields.add(name: "Connection", value: "close")
        head = HTTPRequestHead(version: .http1_1, method: .POST, uri: path, headers: fields)
    }

    /// Sends it and waits for the answer; not to be called on a thread of NIO.
    ///
    /// - Returns: The status code.
    /// - Throws: ``HTTPPostError`` where there is no answer within the time.
    func send(within time: TimeAmount) throws -> Int {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let status = loop.makePromise(of: Int.self)
        let limit = loop.scheduleTask(in: time) {
            status.fail(HTTPPostError(detail: "no answer in time", canBeTriedAgain: true))
        }
        defer { limit.cancel() }
        let (head, body, host, encryption) = (head, body, host, encryption)
        let connection = ClientBootstrap(group: loop).connectTimeout(time)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let encryption {
                        try pipeline.addHandler(
                            NIOSSLClientHandler(context: encryption, serverHostname: host))
                    }
                    try pipeline.addHTTPClientHandlers()
                    try pipeline.addHandler(Exchange(head, body, status))
                }
            }
            .connect(host: host, port: port)
        connection.whenFailure { status.fail($0) }
        defer { connection.whenSuccess { $0.close(promise: nil) } }
        do {
            return try status.futureResult.wait()
        } catch let error as HTTPPostError {
            throw error
        } catch {
            throw HTTPPostError(detail: "no answer: \(error)", canBeTriedAgain: true)
        }
    }

    /// Writes the request as soon as the connection stands, and keeps the status of the answer.
    private final class Exchange: ChannelInboundHandler {
        typealias InboundIn = HTTPClientResponsePart
        typealias OutboundOut = HTTPClientRequestPart

        private let head: HTTPRequestHead
        private let body: Data
        private let status: EventLoopPromise<Int>

        init(_ head: HTTPRequestHead, _ body: Data, _ status: EventLoopPromise<Int>) {
            self.head = head
            self.body = body
            self.status = status
        }

        func channelActive(context: ChannelHandlerContext) {
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(
                wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            if case .head(let answer) = unwrapInboundIn(data) {
                status.succeed(Int(answer.status.code))
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            status.fail(error)
            context.close(promise: nil)
        }

        func channelInactive(context: ChannelHandlerContext) {
            status.fail(
                HTTPPostError(
                    detail: "the connection was closed before an answer", canBeTriedAgain: true))
        }
    }
}
