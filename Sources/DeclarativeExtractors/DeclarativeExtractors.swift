internal import Glibc

/// The formats that YAML files describe.
public enum DeclarativeExtractors {
    /// Files of the folder that describe no format.
    private static let otherFiles: Set<String> = ["vocabulary.yaml"]
    /// The description in the folder of a program.
    private static let manifestName = "manifest.yaml"
    /// Bytes of the longest description.
    private static let maximumByteCount = 1 << 20

    /// Reads every description of a folder, in the order of the files' names.
    ///
    /// - Throws: Every fault of every file at once.
    public static func load(directory: String) throws(Faults) -> [DeclarativeExtractor] {
        var extractors: [DeclarativeExtractor] = []
        var faults: [Fault] = []
        var paths: [String: String] = [:]
        for name in try names(in: directory) {
            let path = directory + "/" + name
            do throws(Faults) {
                let extractor = try load(path: path)
                if let other = paths[extractor.id] {
                    faults.append(
                        Fault(path: path, line: 0, detail: "\(other) has the same id"))
                }
                paths[extractor.id] = path
                extractors.append(extractor)
            } catch {
                faults += error.all
            }
        }
        guard faults.isEmpty else { throw Faults(faults) }
        return extractors
    }

    /// Reads one description.
    ///
    /// - Parameter path: The file, or the folder of a program with its manifest.
    public static func load(path: String) throws(Faults) -> DeclarativeExtractor {
        let manifest = path + "/" + manifestName
        let path = access(manifest, F_OK) == 0 ? manifest : path
        let yaml = try text(at: path)
        return DeclarativeExtractor(
            description: try FormatDescription(yaml: yaml, path: path))
    }

    /// The faults of one description; none where it is good.
    public static func check(_ path: String) -> [Fault] {
        do throws(Faults) {
            _ = try load(path: path)
            return []
        } catch {
            return error.all
        }
    }

    private static func names(in directory: String) throws(Faults) -> [String] {
        guard let folder = opendir(directory) else {
            throw Faults([systemFault(directory)])
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let isDescription = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
            let isProgram = access("\(directory)/\(name)/\(manifestName)", F_OK) == 0
            if isDescription && !otherFiles.contains(name) || isProgram { names.append(name) }
        }
        return names.sorted()
    }

    private static func text(at path: String) throws(Faults) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Faults([systemFault(path)]) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Faults([systemFault(path)]) }
            if count == 0 { break }
            bytes += block[..<count]
            guard bytes.count <= maximumByteCount else {
                let detail = "expected at most \(maximumByteCount) bytes"
                throw Faults([Fault(path: path, line: 0, detail: detail)])
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Faults([Fault(path: path, line: 0, detail: "expected UTF-8")])
        }
        return text
    }

    private static func systemFault(_ path: String) -> Fault {
        Fault(path: path, line: 0, detail: String(cString: strerror(errno)))
    }
}
