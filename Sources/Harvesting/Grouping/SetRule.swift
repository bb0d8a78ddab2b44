/// One way in which the names of files say that they are one data set.
///
/// A rule holds where the main file and at least one part are there. The main file gives the set
/// its path and identity. Patterns are those of ``NamePattern``; a part's pattern without `@`
/// holds only where the folder has one such main file.
struct SetRule: Sendable {
    /// The main file's name: fixed, or `@` and what follows the stem.
    let main: String
    let parts: [String]

    private init(_ main: String, _ parts: String...) {
        self.main = main
        self.parts = parts
    }

    /// In order of precedence: a file belongs to the first set that claims it.
    static let all: [SetRule] = [
        // Plates and sessions: one file describes what lies around and below it.
        SetRule(
            "@.htd", "TimePoint_#/**", "@_*.tif", "@_*.tiff", "@.*.htd"),
        SetRule("MeasurementData.mlf", "MeasurementDetail.mrf", "*.mes", "*.icr", "*.ppf", "*.tif"),
        SetRule("MeasurementDetail.mrf", "*.mes", "*.icr", "*.ppf", "*.tif"),
        SetRule("MeasurementResult.ome.xml", "MeasurementResult.xml", "Image/**", "*.tif"),
        SetRule("MeasurementResult.xml", "Image/**", "W#F#T#Z#C#.tif"),
        SetRule("Index.idx.xml", "r#c#f#p#*.tif", "r#c#f#p#*.tiff", "Index.ref.xml"),
        SetRule("Index.ref.xml", "r#c#f#p#*.tif", "r#c#f#p#*.tiff"),
        SetRule("Index.xml", "r#c#f#p#*.tif", "r#c#f#p#*.tiff"),
        SetRule("experiment_descriptor.xml", "experiment_descriptor.dat", "data/**"),
        SetRule("@.xdce", "*(*wv*).tif", "@.png"),
        SetRule("EpuSession.dm", "Metadata/**"),

        // Light microscopes.
        SetRule("@.oif", "@.oif.files/**"),
        SetRule("@.vsi", "_@_/**"),
        SetRule("@.nd", "@_w#*", "@_s#*", "@_t#*", "@.stk", "@.tif"),
        SetRule("@.mrxs", "@/**"),
        SetRule("@.lif", "@.lifext"),
        SetRule("@.xlef", "**.xlif", "**.xlcf", "**.lof", "**.lifext"),
        SetRule("@.lei", "@_*.tif", "@.txt"),
        SetRule("@.dv", "@.dv.log", "@.log"),
        SetRule("@.oir", "@_####"),
        SetRule("@_NDTiffStack.tif", "@_NDTiffStack_#.tif", "NDTiff.index", "display_settings.txt"),
        SetRule("@_MMStack.ome.tif", "@_MMStack_#.ome.tif", "@_MMStack_metadata.txt"),
        SetRule("metadata.txt", "img_#*.tif", "img_channel#*.tif", "display_and_comments.txt"),

        // Electron microscopes and their detectors.
        SetRule("@.emi", "@_#.ser"),
        SetRule("@.mib", "@.hdr"),
        SetRule(
            "@_movie.mrc", "@_info.txt", "@_final.mrc", "@_*.mrc", "@_scan_coordinates.csv"),
        SetRule(
            "FoilHole_@.mrc", "FoilHole_@.xml", "FoilHole_@.jpg", "FoilHole_@_fractions.*",
            "FoilHole_@_eer.eer"),
        SetRule("FoilHole_@.xml", "FoilHole_@.jpg", "FoilHole_@_fractions.*", "FoilHole_@_eer.eer"),
        SetRule("GridSquare_@.mrc", "GridSquare_@.xml", "GridSquare_@.jpg"),
        SetRule("GridSquare_@.xml", "GridSquare_@.jpg"),
        SetRule("@.mrc", "@.mrc.mdoc", "@.mdoc"),
        SetRule("@.st", "@.st.mdoc", "@.mdoc", "@.rawtlt"),
        SetRule("@.map", "@.map.mdoc"),
        SetRule("@.tif", "@.tif.mdoc", "@-tif.hdr", "@.hdr", "@_tif.hdr"),
        SetRule("@.tiff", "@.tiff.mdoc", "@.mdoc"),
        SetRule("@.eer", "@.eer.mdoc", "@.mdoc"),
        SetRule("@.asw", "Sample/**"),
        SetRule("@_master.h5", "@_data_#.h5"),
        SetRule("@_000.tvips", "@_#.tvips"),
        SetRule("@.spd", "@.ipr", "@.spc"),
        SetRule("@.cpr", "@.crc", "@.ctf"),
        SetRule("Pattern.dat", "Setting.txt", "*pattern.bmp", "Calibration*.bmp"),
        SetRule("@.gtg", "@.dat"),
        SetRule("@.rpl", "@.raw"),
        SetRule("@.imzml", "@.ibd"),
        SetRule("@.sifx", "acquisitionmetadata.ini", "#spool.dat"),

        // Tomographs and volumes.
        SetRule("@.log", "@####.tif", "@####.bmp", "@####.jpg", "@_spr.bmp", "@_arc.tif"),
        SetRule("@.xtekct", "@.ang", "@.vol", "@_ctdata.txt", "@.xtekVolume", "@_#.tif"),
        SetRule("@.mhd", "@.raw", "@.zraw"),
        SetRule("@.nhdr", "@.raw", "@.raw.gz", "@.img"),
        SetRule("@.par", "@.rec", "@.xml"),
        SetRule("@.nii.gz", "@.bval", "@.bvec"),
        SetRule("@.nii", "@.bval", "@.bvec"),
        SetRule(
            "@.hdr", "@.img", "@.img.gz", "@.mat", "@.dat", "@.raw", "@.bil", "@.bip", "@.bsq"),
        SetRule("@.hdr.gz", "@.img.gz"),
        SetRule("@.img.hdr", "@.img"),
    ]

    /// The rules of main files by what follows the last dot of their name, in order.
    static let bySuffix: [Substring: [Int]] = {
        var places: [Substring: [Int]] = [:]
        for (place, rule) in all.enumerated() {
            places[suffix(of: rule.main.lowercased()), default: []].append(place)
        }
        return places
    }()

    static func suffix(of name: String) -> Substring {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[name.utf8.index(after: $0)...] } ?? ""
    }

    /// The stem of a main file of this rule, as it is spelled; `nil` where the name does not fit.
    ///
    /// - Parameter lowered: The name in lower case.
    func stem(of name: String, lowered: String) -> String? {
        let pattern = main.lowercased()
        guard let place = pattern.utf8.firstIndex(of: UInt8(ascii: "@")) else {
            return lowered == pattern ? "" : nil
        }
        let before = pattern[..<place]
        let behind = pattern[pattern.utf8.index(after: place)...]
        let count = lowered.utf8.count - before.utf8.count - behind.utf8.count
        guard count > 0, lowered.hasPrefix(before), lowered.hasSuffix(behind) else { return nil }
        let start = lowered.utf8.index(lowered.startIndex, offsetBy: before.utf8.count)
        return String(lowered[start..<lowered.utf8.index(start, offsetBy: count)])
    }
}
