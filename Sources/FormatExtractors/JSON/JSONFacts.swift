internal import Extraction
internal import JSONReading
internal import MetadataModel

/// Hands the tokens of JSON to ``TreeFacts``.
enum JSONFacts {
    static func read(_ stream: JSONStream, into facts: TreeFacts) throws(ExtractionError) {
        var stream = stream
        var starts: [UInt64] = []
        while !facts.isSatisfied {
            let token = try stream.next()
            switch token {
            case .beginObject:
                starts.append(stream.offset - 1)
                facts.beginObject()
            case .beginArray:
                starts.append(stream.offset - 1)
                facts.beginArray()
            case .endObject:
                facts.endObject(at: place(from: starts.popLast(), in: stream))
            case .endArray:
                facts.endArray(at: place(from: starts.popLast(), in: stream))
            case .key(let text) where !text.hasEscapes:
                stream.withBytes { facts.key(text.written(in: $0)) }
            case .key(let text):
                facts.key(string(text, in: stream))
            case .string(let text):
                let isStated = stream.withBytes {
                    !text.hasEscapes && facts.passStated(text.written(in: $0), isText: true)
                }
                if isStated { continue }
                facts.text(string(text, in: stream), at: place(of: text, in: stream))
            case .number(let text, let number):
                let isStated = stream.withBytes {
                    facts.passStated(text.written(in: $0), isText: false)
                }
                if isStated { continue }
                facts.number(
                    number, written: string(text, in: stream), at: place(of: text, in: stream))
            case .truth(let truth):
                facts.word(
                    truth ? "true" : "false", truth: truth,
                    at: place(from: stream.offset - (truth ? 4 : 5), in: stream))
            case .null:
                facts.word("null", truth: nil, at: place(from: stream.offset - 4, in: stream))
            case .needsMore, .end:
                return
            }
        }
    }

    private static func string(_ text: JSONText, in stream: JSONStream) -> String {
        stream.withBytes { text.string(in: $0) }
    }

    private static func place(of text: JSONText, in stream: JSONStream) -> TreePlace {
        guard stream.hasExactOffsets else { return TreePlace() }
        return TreePlace(offset: stream.origin + UInt64(text.start), length: UInt64(text.count))
    }

    /// From a first byte to the end of the last token.
    private static func place(from start: UInt64?, in stream: JSONStream) -> TreePlace {
        guard stream.hasExactOffsets, let start else { return TreePlace() }
        return TreePlace(offset: start, length: stream.offset - start)
    }
}
