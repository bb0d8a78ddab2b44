public import Extraction

/// Every format that is read by code, in order of precedence.
///
/// A signature always wins over a suffix, and a suffix over an appearance, so the order matters
/// only among each of these: the special stands before the general.
public enum BuiltinExtractors {
    public static let all: [any Extractor] = [
        // Before any TIFF file and any ZIP archive, which they are.
        JPKExtractor(),
        TIFFExtractor(),
        // Scanning probes, surfaces and Raman spectra: each has a signature of its own.
        WDFExtractor(),
        IBWExtractor(),
        PXPExtractor(),
        DigitalSurfExtractor(),
        NanoscopeExtractor(),
        GWYExtractor(),
        GSFExtractor(),
        NanonisExtractor(),
        WSxMExtractor(),
        ASDExtractor(),
        RHKExtractor(),
        OPDExtractor(),
        AL3DExtractor(),
        SPCExtractor(),
        ZygoExtractor(),
        PLUExtractor(),
        KeyenceExtractor(),
        NIDExtractor(),
        MIExtractor(),
        MDTExtractor(),
        WIPExtractor(),
        // Before any ZIP archive, which it is.
        XLSXExtractor(),
        ZIPExtractor(),
        // Before any XML, which they are.
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
