public import Extraction

/// Every format that is read by code, in order of precedence.
///
/// A signature always wins over a suffix, and a suffix over an appearance, so the order matters
/// only among each of these: the special stands before the general.
public enum BuiltinExtractors {
    public static let all: [any Extractor] = [
        TIFFExtractor(),
        JEOLExtractor(),
        // Before any ZIP archive, which it is.
        XLSXExtractor(),
        ZIPExtractor(),
        BCFExtractor(),
        ELIDExtractor(),
        PDZExtractor(),
        BrukerRAWExtractor(),
        APTExtractor(),
        CNFExtractor(),
        // EBSD maps and patterns; the texts before those of no kind.
        EBSPExtractor(),
        ANGExtractor(),
        CTFExtractor(),
        NORDIFExtractor(),
        // Spectra and diffraction scans in text.
        IAEASPEExtractor(),
        MCAExtractor(),
        RASExtractor(),
        UXDExtractor(),
        // Before any XML, which they are.
        SPXExtractor(),
        OMEXMLExtractor(),
        XMPExtractor(),
        XMLExtractor(),
        // Texts, from the strictest syntax to none.
        JSONExtractor(),
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
