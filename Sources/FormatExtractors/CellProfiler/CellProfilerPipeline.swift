internal import Extraction
internal import MetadataModel

/// Reads the lines of a pipeline.
struct CellProfilerPipeline {
    private let collector: FactCollector
    /// The module whose settings follow: its name, and which of those of that name it is.
    private var module: (name: String, index: Int)?
    private var modules: [String: Int] = [:]
    private var settings: [String: Int] = [:]
    private var moduleCount = 0

    init(into collector: FactCollector) {
        self.collector = collector
    }

    /// Adds how many modules there were.
    func finish() {
        collector.integer(
            "cellprofiler.ModuleLines", Int64(moduleCount), locus: Locus(address: "modules"))
    }

    /// Adds what a line says.
    mutating func state(_ line: ArraySlice<UInt8>, _ locus: Locus) {
        let isSetting = line.first == 0x20 || line.first == 0x09
        let text = TextDecoding.text(of: line.drop { $0 == 0x20 || $0 == 0x09 }).text
        guard let mark = Self.colon(in: text) else {
            collector.text(key("line"), Self.unescaped(text), element: element(nil), locus: locus)
            return
        }
        let name = Self.unescaped(String(text[..<mark]))
        let value = String(text[text.index(after: mark)...])
        if isSetting {
            let index = settings[name, default: 0]
            settings[name] = index + 1
            collector.text(
                key(name), Self.unescaped(value), element: element(index), locus: locus)
        } else if value.hasPrefix("[module_num:") {
            let index = modules[name, default: 0]
            modules[name] = index + 1
            module = (name, index)
            settings = [:]
            moduleCount += 1
            stateAttributes(value.dropFirst().dropLast(value.hasSuffix("]") ? 1 : 0), locus)
        } else {
            module = nil
            collector.text(
                FactKey(segments: ["cellprofiler", name]), Self.unescaped(value), locus: locus)
        }
    }

    private func key(_ name: String) -> FactKey {
        FactKey(segments: ["cellprofiler"] + (module.map { [$0.name] } ?? []) + [name])
    }

    /// The element of the module, and of the setting within it.
    private func element(_ setting: Int?) -> ElementPath {
        var path = ElementPath.root
        if let module, module.index > 0 { path = path.appending(segment: 1, index: module.index) }
        if let setting, setting > 0 { path = path.appending(segment: 2, index: setting) }
        return path
    }

    /// Adds the attributes of a module, which bars divide.
    private func stateAttributes(_ text: Substring, _ locus: Locus) {
        for attribute in text.split(separator: "|") {
            guard let mark = attribute.firstIndex(of: ":") else { continue }
            collector.text(
                key(String(attribute[..<mark])),
                Self.unescaped(String(attribute[attribute.index(after: mark)...])),
                element: element(nil), locus: locus)
        }
    }

    /// The colon that ends a name: the first that no backslash precedes.
    private static func colon(in text: String) -> String.Index? {
        var previous: Character = " "
        for index in text.indices {
            if text[index] == ":", previous != "\\" { return index }
            previous = text[index]
        }
        return nil
    }

    /// The text that `\x5B`, `\u2026`, `\n` and `\'` stand for.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var place = 0
        while place < scalars.count {
            guard scalars[place] == "\\", place + 1 < scalars.count else {
                result.append(scalars[place])
                place += 1
                continue
            }
            let kind = scalars[place + 1]
            let width = kind == "x" ? 2 : kind == "u" ? 4 : 0
            place += 2
            if width > 0, place + width <= scalars.count {
                var digits = String.UnicodeScalarView()
                digits.append(contentsOf: scalars[place..<place + width])
                if let code = UInt32(String(digits), radix: 16), let scalar = UnicodeScalar(code) {
                    result.append(scalar)
                    place += width
                    continue
                }
            }
            switch kind {
            case "n": result.append("\n")
            case "r": result.append("\r")
            case "t": result.append("\t")
            default: result.append(kind)
            }
        }
        return String(result)
    }
}
