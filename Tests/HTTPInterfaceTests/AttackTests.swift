import Foundation
import Glibc
import Hummingbird
import HummingbirdTesting
import Testing

@testable import HTTPInterface

/// What strangers send, over a real connection.
@Suite struct AttackTests {
    /// A connection that says what it likes.
    final class Wire {
        private let descriptor: Int32

        init(port: Int) throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(UInt16(port).bigEndian)
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            let size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let code = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, size)
                }
            }
            guard code == 0 else { throw POSIXError(.ECONNREFUSED) }
            var limit = timeval(tv_sec: 20, tv_usec: 0)
            setsockopt(
                descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit,
                socklen_t(MemoryLayout<timeval>.size))
        }

        deinit { close(descriptor) }

        /// Sends as much as the server takes.
        func send(_ text: String) {
            _ = Array(text.utf8).withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
        }

        /// What the server answers until it closes the connection, or has said `enough`.
        func answer(until enough: String = "\r\n\r\n") -> String {
            var received: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = recv(descriptor, &piece, piece.count, 0)
                guard count > 0 else { break }
                received += piece[..<count]
                if String(decoding: received, as: UTF8.self).contains(enough) { break }
            }
            return String(decoding: received, as: UTF8.self)
        }
    }

    /// Runs `body` with the port of a server, on a thread that may wait: those of the server's own
    /// pool are as many as there are cores.
    private func withServer(_ body: @escaping @Sendable (Int) throws -> Void) async throws {
        let index = try SampleIndex()
        try await index.server.application().test(.live) { client in
            let port = try #require(client.port)
            try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread { continuation.resume(with: Result { try body(port) }) }
            }
        }
    }

    private static let ending = "Host: localhost\r\nConnection: close\r\n\r\n"

    static let requests: [String] = [
        "GARBAGE\r\n\r\n",
        "GET / HTTP/9.9\r\n" + ending,
        "GET /v1/search?q=\0 HTTP/1.1\r\n" + ending,
        "GET /../../../../etc/passwd HTTP/1.1\r\n" + ending,
        "GET /v1/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1\r\n" + ending,
        "POST /v1/imports HTTP/1.1\r\nContent-Length: -1\r\n" + ending,
        "POST /v1/imports HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n" + ending
            + "0\r\n\r\nGET /healthz HTTP/1.1\r\n" + ending,
        "POST /v1/imports HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n" + ending,
        "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 200_000))\r\n" + ending,
        "GET /\(String(repeating: "a", count: 200_000)) HTTP/1.1\r\n" + ending,
    ]

    @Test func `what is no request of ours is refused, and the next one is answered`() async throws
    {
        try await withServer { port in
            for request in Self.requests {
                let wire = try Wire(port: port)
                wire.send(request)
                let answer = wire.answer()
                let isRefused =
                    answer.isEmpty || answer.hasPrefix("HTTP/1.1 4")
                    || answer.hasPrefix("HTTP/1.1 5") || answer.hasPrefix("HTTP/1.0 4")
                #expect(isRefused, "\(request.prefix(60)): \(answer.prefix(200))")
                #expect(!answer.contains("root:"))
                let next = try Wire(port: port)
                next.send("GET /healthz HTTP/1.1\r\n" + Self.ending)
                #expect(next.answer().hasPrefix("HTTP/1.1 200"), "\(request.prefix(60))")
            }
        }
    }

    @Test func `line ends in a query reach no header`() async throws {
        try await withServer { port in
            for path in [
                "/v1/search.csv?q=a%0d%0aX-Evil:%201", "/?q=a%0d%0aX-Evil:%201",
                "/v1/assets/a%0d%0aX-Evil:%201", "/id/a%0d%0aX-Evil:%201",
            ] {
                let wire = try Wire(port: port)
                wire.send("GET \(path) HTTP/1.1\r\n" + Self.ending)
                let answer = wire.answer()
                #expect(answer.hasPrefix("HTTP/1.1 "))
                let head = answer.components(separatedBy: "\r\n\r\n")[0].lowercased()
                #expect(!head.contains("\r\nx-evil"), "\(head)")
            }
        }
    }

    @Test func `clients that say nothing, or half a word, keep nobody from an answer`() async throws
    {
        try await withServer { port in
            let slow = try (0..<64).map { _ in try Wire(port: port) }
            for (number, wire) in slow.enumerated() where number.isMultiple(of: 2) {
                wire.send("GET /v1/search?q=a HT")
            }
            for _ in 0..<8 {
                let wire = try Wire(port: port)
                wire.send("GET /v1/search?q= HTTP/1.1\r\n" + Self.ending)
                #expect(wire.answer().hasPrefix("HTTP/1.1 200"))
            }
            slow[0].send("TP/1.1\r\n" + Self.ending)
            #expect(slow[0].answer().hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test(arguments: ["/v1/search", "/v1/keys", "/healthz", "/v1/tokens", "/"])
    func `a method that an address has not is named as such`(path: String) async throws {
        let index = try SampleIndex()
        try await index.server.application().test(.router) { client in
            let response = try await client.execute(uri: path, method: .trace)
            #expect(response.status == .methodNotAllowed)
            #expect(response.headers[.allow]?.contains("GET, HEAD") == true)
            let head = try await client.execute(uri: path, method: .head)
            #expect(head.status != .methodNotAllowed)
        }
    }
}
