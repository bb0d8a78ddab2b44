public import Extraction

/// Every format that is read by code, in order of precedence.
///
/// A signature always wins over a suffix, and a suffix over an appearance, so the order matters
/// only among each of these: the special stands before the general.
public enum BuiltinExtractors {
    public static let all: [any Extractor] = [
        // Before any TIFF, which they are.
        MarCCDExtractor(),
        TIFFExtractor(),
        // Volumes of medicine and physics.
        DICOMExtractor(),
        FITSExtractor(),
        NIfTIExtractor(),
        AnalyzeExtractor(),
        MGHExtractor(),
        NRRDExtractor(),
        MetaImageExtractor(),
        PARExtractor(),
        // Before EDF, which is in braces too.
        SMVExtractor(),
        EDFExtractor(),
        BrukerFrameExtractor(),
        OXDExtractor(),
        Mar345Extractor(),
        CBFExtractor(),
        RAXISExtractor(),
        KCDExtractor(),
        Fit2DExtractor(),
        EsperantoExtractor(),
        GEExtractor(),
        ICSExtractor(),
        InterfileExtractor(),
        VTKExtractor(),
        AmiraExtractor(),
        CINEExtractor(),
        BioRadExtractor(),
        ScancoExtractor(),
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
