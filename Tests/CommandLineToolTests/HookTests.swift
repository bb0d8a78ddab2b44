import Foundation
import Testing

/// Hooks with a command that writes lines, and with a receiver of messages.
@Suite(.serialized) struct HookTests {
    let reticle: Reticle
    private let files = FileManager.default

    init() throws {
        reticle = try Reticle()
    }

    private var lines: String { reticle.folder.appendingPathComponent("lines").path }

    private func told() throws -> [String] {
        guard files.fileExists(atPath: lines) else { return [] }
        return try String(contentsOfFile: lines, encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    private func addHook(_ query: String, _ command: String? = nil) throws {
        let added = try reticle.run(
            "hook", "add", "lines", "--query", query, "--command",
            command ?? #"echo "$RETICLE_PATH" >> '\#(lines)'"#)
        #expect(added.exitCode == 0)
    }

    private func harvest() throws {
        #expect(try reticle.run("harvest", reticle.data, "--quiet").exitCode == 0)
    }

    @Test func `a hook is told once of each revision that matches`() throws {
        let path = try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        try reticle.put(sample: "tiff/stack.tif", as: "two.tif")
        try addHook("format:mrc")
        try harvest()
        #expect(try told() == [path])
        try harvest()
        #expect(try reticle.run("hook", "run").exitCode == 0)
        #expect(try told() == [path])
        // Another revision, then the same one at another place.
        try reticle.put(sample: "mrc/big.mrc", as: "one.mrc")
        try harvest()
        #expect(try told() == [path, path])
        try files.moveItem(atPath: path, toPath: reticle.data + "/moved.mrc")
        try harvest()
        #expect(try told() == [path, path])
        let list = try reticle.run("hook", "list", "--json").output
        #expect(list.contains("\"delivered\":2,\"failed\":0,\"waiting\":0"))
    }

    @Test func `an asset that is described later matches then`() throws {
        let path = try reticle.put(sample: "tiff/stack.tif", as: "one.tif")
        try addHook("format:tiff sample_id=B17")
        try harvest()
        #expect(try told().isEmpty)
        try reticle.put("samples.csv", Data("file,sample_id\none.tif,B17\n".utf8))
        try harvest()
        #expect(try told() == [path])
        try reticle.put("samples.csv", Data("file,sample_id,dose\none.tif,B17,3\n".utf8))
        try harvest()
        #expect(try told() == [path])
    }

    @Test func `whatever is killed when, no command is begun twice and none is forgotten`() throws {
        let command = #"sleep 0.02; cat >> '\#(lines)'"#
        try addHook("format:mrc", command)
        for number in 0..<20 { try reticle.put(sample: "mrc/little.mrc", as: "\(number).mrc") }
        for turn in 0..<12 {
            let arguments = turn == 0 ? ["harvest", reticle.data] : ["hook", "run"]
            let process = try reticle.start(arguments: arguments).process
            Thread.sleep(forTimeInterval: 0.3 + 0.07 * Double(turn))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        try harvest()
        #expect(try reticle.run("hook", "run").exitCode == 0)
        // A command that outlived its program may still be writing.
        for _ in 0..<100 where try told().count < 20 { Thread.sleep(forTimeInterval: 0.05) }
        struct Message: Decodable {
            var path: String
            var delivery: String
        }
        let messages = try told().map {
            try JSONDecoder().decode(Message.self, from: Data($0.utf8))
        }
        #expect(messages.count == 20)
        #expect(Set(messages.map(\.path)).count == 20)
        #expect(Set(messages.map(\.delivery)).count == 20)
    }

    @Test func `a watch tells hooks, also those added meanwhile`() throws {
        let watch = try reticle.start("watch", reticle.data, "--settle", "0.1", "--json")
        defer { watch.process.terminate() }
        for _ in 0..<200 {
            if try String(contentsOf: watch.output, encoding: .utf8).contains("harvested") { break }
            Thread.sleep(forTimeInterval: 0.05)
        }
        try addHook("format:mrc")
        let path = try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        for _ in 0..<400 where try told().isEmpty { Thread.sleep(forTimeInterval: 0.05) }
        #expect(try told() == [path])
    }

    @Test func `a webhook gets a signed message, and again where it fails`() throws {
        let path = try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        let receiver = try Receiver(answers: [503, 200])
        let added = try reticle.run(
            "hook", "add", "lims", "--query", "format:mrc", "--url",
            "http://127.0.0.1:\(receiver.port)/in")
        #expect(added.output.count == 65)
        let first = try reticle.run("harvest", reticle.data, "--quiet")
        #expect(first.complaints.contains("answered 503; it is tried again"))
        for _ in 0..<60 where receiver.requests.count < 2 {
            Thread.sleep(forTimeInterval: 0.2)
            #expect(try reticle.run("hook", "run").exitCode == 0)
        }
        let requests = receiver.requests
        #expect(requests.count == 2)
        let deliveries = requests.map { request in
            request.split(separator: "\r\n").first { $0.hasPrefix("Reticle-Delivery: ") }
        }
        #expect(deliveries[0] != nil)
        #expect(deliveries[0] == deliveries[1])
        #expect(requests[0].hasPrefix("POST /in HTTP/1.1"))
        #expect(requests[0].contains("Reticle-Signature: t="))
        #expect(requests[0].contains("\"path\":\"\(path)\""))
    }

    @Test func `a hook that cannot be is refused, and one that fails is told of`() throws {
        #expect(
            try reticle.run("hook", "add", "x", "--query", "(", "--command", "true").exitCode == 2)
        #expect(
            try reticle.run("hook", "add", "x", "--saved", "none", "--command", "true")
                .complaints.contains("there is no such query"))
        #expect(try reticle.run("hook", "add", "x", "--query", "a").exitCode == 2)
        #expect(try reticle.run("hook", "remove", "x").exitCode == 1)
        try reticle.put(sample: "mrc/little.mrc", as: "one.mrc")
        try addHook("format:mrc", "exit 3")
        let run = try reticle.run("harvest", reticle.data, "--quiet")
        #expect(run.exitCode == 0)
        #expect(run.complaints.contains("the command ended with 3"))
        #expect(try reticle.run("hook", "remove", "lines").exitCode == 0)
    }
}

/// A server on the loopback that answers each request with the next of some numbers.
private final class Receiver: Sendable {
    let port: UInt16
    private let descriptor: Int32
    private let received = Locked<[String]>([])

    var requests: [String] { received.value }

    init(answers: [Int]) throws {
        let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        descriptor = listening
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listening, $0, length) == 0 && getsockname(listening, $0, &length) == 0
            }
        }
        guard isBound, listen(listening, 8) == 0 else { throw CocoaError(.fileReadUnknown) }
        port = UInt16(bigEndian: address.sin_port)
        Thread { [received] in
            for answer in answers {
                let connection = accept(listening, nil, nil)
                guard connection >= 0 else { return }
                received.append(Self.request(connection))
                let text = "HTTP/1.1 \(answer) X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                _ = text.withCString { write(connection, $0, strlen($0)) }
                close(connection)
            }
        }.start()
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    private static func request(_ connection: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n"),
                let line = text.split(separator: "\r\n").first(where: {
                    $0.lowercased().hasPrefix("content-length:")
                }),
                let length = Int(line.split(separator: " ")[1]),
                text[end.upperBound...].utf8.count >= length
            {
                return text
            }
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { return text }
            bytes += buffer[..<count]
        }
    }
}

/// A value of several threads.
private final class Locked<Value: Sendable>: @unchecked Sendable {
    // Unchecked, because every access holds the lock.
    private let lock = NSLock()
    private var stored: Value

    init(_ value: Value) { stored = value }

    var value: Value { lock.withLock { stored } }

    func append<Element>(_ element: Element) where Value == [Element] {
        lock.withLock { stored.append(element) }
    }
}
