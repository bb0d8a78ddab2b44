internal import Extraction
internal import Foundation

/// The lines of an open file, read and understood on a thread of their own.
final class ParsedLines {
    struct Line: Sendable {
        var byteCount: Int
        /// `nil` for an empty line.
        var result: Result<ImportedFacts.Asset?, ExtractionError>
    }

    private enum Message: Sendable {
        case batch([Line])
        case end(HarvestError?)
    }

    private static let batchCount = 64
    /// Sixteen batches wait at most.
    private static let batchWeight = 32

    private let channel = Channel<Message>()
    private var isAtEnd = false

    /// - Parameter path: What errors call the file.
    init(descriptor: Int32, path: String) {
        let thread = Thread { [channel] in
            do {
                try channel.send(.end(Self.read(descriptor, path, into: channel)), weight: 1)
            } catch {
                // The receiver wants no more, and so it asks no more.
                return
            }
        }
        thread.name = "import"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Some lines; `nil` behind the last.
    func next() throws(HarvestError) -> [Line]? {
        guard !isAtEnd else { return nil }
        switch channel.receive() {
        case .batch(let lines): return lines
        case .end(let error):
            isAtEnd = true
            if let error { throw error }
            return nil
        }
    }

    /// Wants no more.
    func close() {
        channel.close()
    }

    private static func read(
        _ descriptor: Int32, _ path: String, into channel: Channel<Message>
    ) throws -> HarvestError? {
        let lines = LineReader(descriptor: descriptor, path: path)
        var parser = ImportedFacts()
        var batch: [Line] = []
        var failure: HarvestError?
        do throws(HarvestError) {
            while let line = try lines.next() {
                let result = Result { () throws(ExtractionError) in try parser.asset(of: line) }
                batch.append(Line(byteCount: line.count, result: result))
                guard batch.count == batchCount else { continue }
                guard send(batch, channel) else { return nil }
                batch.removeAll(keepingCapacity: true)
            }
        } catch {
            failure = error
        }
        if !batch.isEmpty { _ = send(batch, channel) }
        return failure
    }

    /// - Returns: False where the receiver wants no more.
    private static func send(_ batch: [Line], _ channel: Channel<Message>) -> Bool {
        do {
            try channel.send(.batch(batch), weight: batchWeight)
            return true
        } catch {
            return false
        }
    }
}
