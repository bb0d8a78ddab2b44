internal import Extraction
internal import MetadataModel
internal import XMLReading

/// Reads one XML part of a workbook; subclasses take what they want from it.
///
/// Names come without their prefixes: writers choose prefixes freely.
class XLSXPart: XMLHandler {
    var isSatisfied: Bool { false }
    private(set) var issues: [Issue] = []
    private var names: [String] = []

    /// The names of the open elements above and including the innermost.
    var path: ArraySlice<String> { names[...] }

    func opened(_ name: String, _ attributes: [String: String]) {}
    func closed(_ name: String) {}
    func read(_ text: String) {}

    final func start(_ tag: XMLTag) {
        names.append(Self.localName(tag.name))
        var attributes: [String: String] = [:]
        for attribute in tag.attributes {
            attributes[Self.localName(attribute.name)] = attribute.value
        }
        opened(names[names.count - 1], attributes)
    }

    final func end() {
        guard let name = names.last else { return }
        closed(name)
        names.removeLast()
    }

    final func text(_ text: XMLText) { read(text.string) }
    final func comment(_ text: XMLText) {}
    final func instruction(target: String, _ text: XMLText) {}
    final func report(_ issue: Issue) { issues.append(issue) }

    private static func localName(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }
}

/// `xl/_rels/workbook.xml.rels`: which part an id stands for.
final class XLSXRelationships: XLSXPart {
    private(set) var targets: [String: String] = [:]

    override func opened(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
        else { return }
        targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
}

/// `xl/workbook.xml`: the sheets in order, and from which year days are counted.
final class XLSXWorkbook: XLSXPart {
    private(set) var sheets: [(name: String, id: String)] = []
    private(set) var countsFrom1904 = false

    override func opened(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "sheet":
            // Of `sheetId` and `r:id`, the latter names the part.
            if let title = attributes["name"], let id = attributes["id"] {
                sheets.append((title, id))
            }
        case "workbookPr":
            countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
        default: return
        }
    }
}

/// `xl/sharedStrings.xml`: the texts that cells refer to by number.
final class XLSXSharedStrings: XLSXPart {
    private(set) var strings: [String] = []
    private var current = ""
    /// Runs arrive without the white space around them: `xml:space` says that there is some.
    private var hasSpace = false
    private var needsSpace = false

    override func opened(_ name: String, _ attributes: [String: String]) {
        guard name == "t" else { return }
        hasSpace = attributes["space"] == "preserve"
        needsSpace = needsSpace || hasSpace
    }

    override func closed(_ name: String) {
        guard name == "si" else { return }
        strings.append(current)
        current = ""
        needsSpace = false
    }

    override func read(_ text: String) {
        // `rPh` holds how a text is pronounced.
        guard path.last == "t", !path.contains("rPh") else { return }
        current += (needsSpace && !current.isEmpty ? " " : "") + text
        needsSpace = hasSpace
    }
}

/// `docProps/core.xml` and `docProps/app.xml`: who made the workbook, when and with what.
final class XLSXProperties: XLSXPart {
    private(set) var properties: [(name: String, value: String)] = []

    override func read(_ text: String) {
        if path.count == 2, let name = path.last { properties.append((name, text)) }
    }
}
