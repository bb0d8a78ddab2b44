public import Extraction

/// Every format that is read by code, in order of precedence.
///
/// A signature always wins over a suffix, and a suffix over an appearance, so the order matters
/// only among each of these: the special stands before the general.
public enum BuiltinExtractors {
    public static let all: [any Extractor] = [
        TIFFExtractor(),
        // Images of general use, each with a signature of its own; Canon's CRW begins as TIFF does.
        JPEGExtractor(),
        CRWExtractor(),
        FFFExtractor(),
        JP2Extractor(),
        HEIFExtractor(),
        PNGExtractor(),
        GIFExtractor(),
        WebPExtractor(),
        PSDExtractor(),
        EPSExtractor(),
        LFPExtractor(),
        XISFExtractor(),
        ITCExtractor(),
        KyoceraExtractor(),
        ICalExtractor(),
        BMPExtractor(),
        PNMExtractor(),
        EXRExtractor(),
        HDRExtractor(),
        XCFExtractor(),
        ICNSExtractor(),
        TGAExtractor(),
        TARExtractor(),
        MATExtractor(),
        RAFExtractor(),
        MRWExtractor(),
        X3FExtractor(),
        PDFExtractor(),
        CellProfilerExtractor(),
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
