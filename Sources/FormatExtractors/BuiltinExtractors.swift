public import Extraction

/// Every format that is read by code, in order of precedence.
///
/// A signature always wins over a suffix, and a suffix over an appearance, so the order matters
/// only among each of these: the special stands before the general.
public enum BuiltinExtractors {
    public static let all: [any Extractor] =
        plain + [GZIPExtractor(reading: plain)]

    /// All but those that hand on a whole file within to the others.
    private static let plain: [any Extractor] = [
        TIFFExtractor(),
        // Before any ZIP archive, which it is.
        XLSXExtractor(),
        NPYExtractor(),
        ZIPExtractor(),
        // Cameras and files of electron microscopy.
        DMExtractor(),
        SERExtractor(),
        EMIExtractor(),
        MIBExtractor(),
        SIFExtractor(),
        SemperExtractor(),
        TVIPSExtractor(),
        BlockfileExtractor(),
        IMODExtractor(),
        DVExtractor(),
        SPEExtractor(),
        HamamatsuIMGExtractor(),
        // Before any XML, which they are.
        OMEXMLExtractor(),
        XMPExtractor(),
        XMLExtractor(),
        // Texts, from the strictest syntax to none.
        JSONExtractor(),
        EMSAExtractor(),
        STARExtractor(),
        YAMLExtractor(),
        CSVExtractor(),
        INIExtractor(),
        TextExtractor(),
    ]

    /// Readers of text found inside files, in order of precedence: vendors' own payloads first,
    /// then the general forms.
    public static let payloadReaders: [any PayloadReader] =
        [OMEXMLPayloadReader(), XMPPayloadReader()] + VendorPayloads.readers + [
            XMLPayloadReader(), JSONPayloadReader(), INIPayloadReader(),
        ]
}
