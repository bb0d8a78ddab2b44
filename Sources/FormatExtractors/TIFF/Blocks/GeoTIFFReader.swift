internal import Extraction
internal import MetadataModel

/// Reads the keys of a GeoTIFF directory (tag 34735) as `geotiff.<Key>`.
///
/// The directory is 16-bit words: version, revision, minor revision, count, and four words a key:
/// id, the tag that holds the value (0: the last word itself), count of values, value or index.
///
/// Source: OGC GeoTIFF 1.1, sections 7.1 and 7.2 <https://docs.ogc.org/is/19-008r4/19-008r4.html>.
struct GeoTIFFReader: TIFFBlockReader {
    func read(_ field: TIFFField, into collector: FactCollector) throws(ExtractionError) -> Bool {
        guard field.entry.type == .short, field.entry.count >= 4 else { return false }
        // What the words point to is stated by key; the words themselves are a fact as well.
        _ = try field.statePlainly(into: collector)
        let words = try field.file.numbers(of: field.entry).map { Int($0.double) }
        collector.text(
            "geotiff.Version", "\(words[0]).\(words[1]).\(words[2])", element: field.element,
            locus: field.locus(at: 0, count: 6))
        for start in stride(from: 4, to: min(words.count - 3, 4 + words[3] * 4), by: 4) {
            let name = Self.names[words[start]] ?? "Key\(words[start])"
            let key = FactKey(segments: ["geotiff", name])
            let locus = field.locus(at: start * 2, count: 8)
            let (source, count, value) = (words[start + 1], words[start + 2], words[start + 3])
            guard source != 0 else {
                collector.integer(
                    key, Int64(value), element: field.element, label: Self.codes[value],
                    locus: locus)
                continue
            }
            guard let entry = field.directory.entry(UInt16(source)), value < entry.count else {
                collector.report(
                    Issue(.malformed, "expected the value of \(key) in tag \(source)", at: locus))
                continue
            }
            if entry.type == .ascii {
                let text = try field.file.bytes(of: entry).dropFirst(value).prefix(count)
                // The last character of each text stands for its NUL.
                collector.text(
                    key, TextDecoding.text(of: text.prefix { $0 != 0x7C && $0 != 0 }).text,
                    element: field.element, locus: locus)
            } else {
                let values = try field.file.numbers(of: entry).dropFirst(value).prefix(count)
                collector.numbers(key, Array(values), element: field.element, locus: locus)
            }
        }
        return true
    }

    private static let names: [Int: String] = [
        1024: "GTModelTypeGeoKey", 1025: "GTRasterTypeGeoKey", 1026: "GTCitationGeoKey",
        2048: "GeodeticCRSGeoKey", 2049: "GeodeticCitationGeoKey", 2050: "GeodeticDatumGeoKey",
        2051: "PrimeMeridianGeoKey", 2052: "GeogLinearUnitsGeoKey",
        2053: "GeogLinearUnitSizeGeoKey",
        2054: "GeogAngularUnitsGeoKey", 2055: "GeogAngularUnitSizeGeoKey", 2056: "EllipsoidGeoKey",
        2057: "EllipsoidSemiMajorAxisGeoKey", 2058: "EllipsoidSemiMinorAxisGeoKey",
        2059: "EllipsoidInvFlatteningGeoKey", 2060: "GeogAzimuthUnitsGeoKey",
        2061: "PrimeMeridianLongitudeGeoKey", 2062: "GeogTOWGS84GeoKey",
        3072: "ProjectedCRSGeoKey", 3073: "ProjectedCitationGeoKey", 3074: "ProjectionGeoKey",
        3075: "ProjMethodGeoKey", 3076: "ProjLinearUnitsGeoKey", 3077: "ProjLinearUnitSizeGeoKey",
        3078: "ProjStdParallel1GeoKey", 3079: "ProjStdParallel2GeoKey",
        3080: "ProjNatOriginLongGeoKey", 3081: "ProjNatOriginLatGeoKey",
        3082: "ProjFalseEastingGeoKey", 3083: "ProjFalseNorthingGeoKey",
        3084: "ProjFalseOriginLongGeoKey", 3085: "ProjFalseOriginLatGeoKey",
        3086: "ProjFalseOriginEastingGeoKey", 3087: "ProjFalseOriginNorthingGeoKey",
        3088: "ProjCenterLongGeoKey", 3089: "ProjCenterLatGeoKey", 3090: "ProjCenterEastingGeoKey",
        3091: "ProjCenterNorthingGeoKey", 3092: "ProjScaleAtNatOriginGeoKey",
        3093: "ProjScaleAtCenterGeoKey", 3094: "ProjAzimuthAngleGeoKey",
        3095: "ProjStraightVertPoleLongGeoKey", 3096: "ProjRectifiedGridAngleGeoKey",
        4096: "VerticalGeoKey", 4097: "VerticalCitationGeoKey", 4098: "VerticalDatumGeoKey",
        4099: "VerticalUnitsGeoKey",
    ]

    /// EPSG codes that say a unit or a world-wide reference system, and the codes that GeoTIFF
    /// itself defines. Model and raster types share the numbers 1 and 2 and stay without a label.
    private static let codes: [Int: String] = [
        4326: "WGS 84", 3857: "WGS 84 / Pseudo-Mercator", 7030: "WGS 84 ellipsoid",
        9001: "metre", 9002: "foot", 9003: "US survey foot", 9101: "radian", 9102: "degree",
        32767: "user-defined",
    ]
}
