import Extraction
import MetadataModel
import Testing

@testable import XMLReading

/// Writes down what it is told.
private final class Recorder: XMLHandler {
    var events: [String] = []
    var places: [XMLPlace] = []
    var issues: [MetadataModel.Issue] = []
    var isSatisfied = false

    func start(_ tag: XMLTag) {
        let attributes = tag.attributes.map { " \($0.name)=\($0.value)" }.joined()
        events.append("<\(tag.name)\(attributes)>")
        places += tag.attributes.map(\.place)
    }

    func end() { events.append("</>") }

    func text(_ text: XMLText) {
        events.append(text.string)
        places.append(text.place)
    }

    func comment(_ text: XMLText) {
        events.append("#\(text.string)")
        places.append(text.place)
    }

    func instruction(target: String, _ text: XMLText) { events.append("?\(target) \(text.string)") }
    func report(_ issue: MetadataModel.Issue) { issues.append(issue) }
}

private func events(_ bytes: [UInt8], limits: ExtractionLimits = ExtractionLimits()) -> (
    Recorder, ExtractionError?
) {
    let recorder = Recorder()
    do throws(ExtractionError) {
        try XMLStream(reader: ByteReader(bytes: bytes), limits: limits).send(to: recorder)
        return (recorder, nil)
    } catch {
        return (recorder, error)
    }
}

private func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
        let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isLittleEndian ? bytes : bytes.reversed()
    }
}

@Suite struct XMLStreamTests {
    @Test(arguments: [
        ("<a/>", ["<a>", "</>"]),
        ("<?xml version='1.0'?>\n<x:a b='1' x:c=\"2\"> t </x:a>", ["<x:a b=1 x:c=2>", "t", "</>"]),
        ("<a>1<b/>2<![CDATA[<3>]]></a>", ["<a>", "1", "<b>", "</>", "2<3>", "</>"]),
        ("<a>&lt;&#181;&amp;</a>", ["<a>", "<µ&", "</>"]),
        ("<!--c--><?p q?><a/>", ["#c", "?p q", "<a>", "</>"]),
        ("  \n<?xml version='1.0'?><a/>", ["<a>", "</>"]),
        ("<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a>&b;</a>", ["<a>", "&b;", "</>"]),
        ("<?xml version='1.0' encoding='utf-16'?><a>µ</a>", ["<a>", "µ", "</>"]),
    ])
    func `reads`(document: String, expected: [String]) {
        let (recorder, error) = events(Array(document.utf8))
        #expect(recorder.events == expected)
        #expect(error == nil)
    }

    @Test(arguments: [true, false])
    func `reads UTF-16 and tells where values stand`(isLittleEndian: Bool) {
        let bytes = utf16("<a b='µ'> wide </a>", isLittleEndian: isLittleEndian)
        let (recorder, error) = events(bytes)
        #expect(error == nil)
        #expect(recorder.events == ["<a b=µ>", "wide", "</>"])
        #expect(
            recorder.places == [
                XMLPlace(offset: 14, length: 2), XMLPlace(offset: 22, length: 8),
            ])
    }

    @Test func `places are those of the bytes as stored`() {
        let document = "<a b = 'x&amp;y' c=\"z\">\n  t&lt;u \n<!-- n --></a>"
        let bytes = Array(document.utf8)
        let (recorder, _) = events(bytes)
        let stored = recorder.places.map { place in
            String(
                decoding: bytes[Int(place.offset)..<Int(place.offset + place.length)], as: UTF8.self
            )
        }
        #expect(stored == ["x&amp;y", "z", "t&lt;u", " n "])
    }

    @Test func `bytes that are no UTF-8 are Windows-1252, and every event comes once`() {
        let bytes = Array("<a><b>1</b><c d='2'>65 ".utf8) + [0xB5, 0x6D] + Array("</c></a>".utf8)
        let (recorder, error) = events(bytes)
        #expect(error == nil)
        #expect(
            recorder.events == ["<a>", "<b>", "1", "</>", "<c d=2>", "65 µm", "</>", "</>"])
        #expect(recorder.issues.map(\.kind) == [.malformed])
    }

    @Test(arguments: [("windows-1252", 0), ("ISO-8859-1", 0), ("koi8-r", 1)])
    func `a declared encoding is read`(name: String, issueCount: Int) {
        let bytes =
            Array("<?xml version='1.0' encoding='\(name)'?><a>".utf8) + [0xC5] + Array("</a>".utf8)
        let (recorder, error) = events(bytes)
        #expect(error == nil)
        #expect(recorder.events == ["<a>", "Å", "</>"])
        #expect(recorder.issues.count == issueCount)
    }

    @Test(arguments: [
        ("<a><b></a>", MetadataModel.Issue.Kind.malformed, 8),
        ("<a b='1' b='2'/>", .malformed, 9),
        ("<a>\u{1}</a>", .malformed, 3),
        ("<a/>junk", .malformed, 4),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", .unsupported, 12),
        ("<a><b>", .truncated, 6),
        ("", .truncated, 0),
    ])
    func `refuses`(document: String, kind: MetadataModel.Issue.Kind, offset: UInt64) {
        let (_, error) = events(Array(document.utf8))
        #expect(error?.issue.kind == kind)
        #expect(error?.issue.locus.offset == offset)
    }

    @Test func `an entity bomb ends before its first entity`() {
        var document = "<!DOCTYPE l [<!ENTITY l0 'lol'>"
        for level in 1...9 {
            let references = String(repeating: "&l\(level - 1);", count: 10)
            document += "<!ENTITY l\(level) '\(references)'>"
        }
        let (recorder, error) = events(Array((document + "]><l>&l9;</l>").utf8))
        #expect(recorder.events.isEmpty)
        #expect(error?.issue.detail == "a document type with declarations of its own")
    }

    @Test(arguments: [
        String(repeating: "<a>", count: 200),
        "<a " + (0..<5000).map { "a\($0)='' " }.joined() + "/>",
        "<\(String(repeating: "n", count: 2000))/>",
        "<a \(String(repeating: "n", count: 2000))=''/>",
        "<a b='" + String(repeating: "x", count: 9 << 20) + "'/>",
    ])
    func `limits hold`(document: String) {
        let (_, error) = events(Array(document.utf8))
        #expect(error?.issue.kind == .limitExceeded)
    }

    @Test func `long text arrives cut and with its length`() {
        var limits = ExtractionLimits()
        limits.maximumTextByteCount = 100
        let recorder = Recorder()
        let text = String(repeating: "0123456789", count: 50_000)
        let reader = ByteReader(bytes: Array("<a> \(text) </a>".utf8))
        #expect(throws: Never.self) {
            try XMLStream(reader: reader, limits: limits).send(to: recorder)
        }
        #expect(recorder.events[1].utf8.count == 101)
        #expect(recorder.places == [XMLPlace(offset: 4, length: 500_000)])
    }

    @Test func `ends at any length with the events so far`() {
        let document = Array("<?xml version='1.0'?><a b='1'>x<c>µ</c><!--d--><e/></a>".utf8)
        let (whole, _) = events(document)
        for length in 0..<document.count {
            let (recorder, error) = events(Array(document[..<length]))
            #expect(whole.events.starts(with: recorder.events))
            #expect(error != nil)
        }
    }

    @Test func `any byte may be broken`() {
        let document = Array("<?xml version='1.0'?><a b='1'>x<c>µ&lt;</c><!--d--><e/></a>".utf8)
        for place in document.indices {
            for byte: UInt8 in [0x00, 0x26, 0x3C, 0x3E, 0x80, 0xFE, 0xFF] {
                var broken = document
                broken[place] = byte
                let (recorder, _) = events(broken)
                #expect(recorder.events.count <= 16)
            }
        }
    }

    @Test(arguments: [
        ("<?xml version='1.0'?><!-- <b> --><ome:OME x=''>", "OME"),
        ("\u{FEFF}<OME/>", "OME"),
        ("<?xpacket begin=''?><x:xmpmeta>", "xmpmeta"),
        ("<!DOCTYPE html><html>", "html"),
        ("<?xml version='1.0'?><!-- unfinished", nil),
    ])
    func `the prolog names the root`(text: String, root: String?) {
        let prolog = XMLProlog(Array(text.utf8))
        #expect(prolog != nil)
        #expect(prolog?.localRootName == root)
    }

    @Test(arguments: ["", "65 nm", "< 5", "<5", "[a]", "{\"a\": \"<b>\"}", "<>"])
    func `is no XML`(text: String) {
        #expect(XMLProlog(Array(text.utf8)) == nil)
    }
}
