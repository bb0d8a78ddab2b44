public import Extraction

/// Every format that is read by code, in order of precedence.
///
/// A signature always wins over a suffix, and a suffix over an appearance, so the order matters
/// only among each of these: the special stands before the general.
public enum BuiltinExtractors {
    public static let all: [any Extractor] = [
        // Before any TIFF, which they are.
        MarCCDExtractor(),
    public static let all: [any Extractor] =
        plain + [GZIPExtractor(reading: plain)]

    /// All but those that hand on a whole file within to the others.
    private static let plain: [any Extractor] = [
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
        // Before any ZIP archive, which it is.
        JPKExtractor(),
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
        HDF5Extractor(),
        NetCDFExtractor(),
        HDF4Extractor(),
        // Light microscopes' own containers.
        CZIExtractor(), LIFExtractor(), ND2Extractor(), NDTiffIndexExtractor(),
        LEIExtractor(),
        MetaMorphListExtractor(),
        // Before any TIFF, which it is.
        VSIExtractor(),
        TIFFExtractor(),
        ETSExtractor(),
        // Formats kept in compound files, before any compound file.
        OIBExtractor(),
        TXRMExtractor(),
        FPXExtractor(),
        ZVIExtractor(),
        OLE2Extractor(),
        OIFExtractor(),
        NanoSIMSExtractor(),
        MDAExtractor(),
        QuadstarExtractor(),
        PHIExtractor(),
        VAMASExtractor(),
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
        BMPExtractor(),
        PNMExtractor(),
        EXRExtractor(),
        HDRExtractor(),
        XCFExtractor(),
        ICNSExtractor(),
        TGAExtractor(),
        TARExtractor(),
        MATExtractor(),
        AFMFormatsExtractor(),
        // Before any ZIP archive, which it is.
        XLSXExtractor(),
        NPYExtractor(),
        ZIPExtractor(),
        // Cameras and files of electron microscopy.
        DMExtractor(),
        SERExtractor(),
        EMIExtractor(),
        MIBExtractor(),
        JEOLExtractor(),
        JCAMPExtractor(),
        IBDExtractor(),
        JetExtractor(),
        InterfileExtractor(),
        VTKExtractor(),
        AmiraExtractor(),
        CINEExtractor(),
        BioRadExtractor(),
        ScancoExtractor(),
        ZygoExtractor(),
        PLUExtractor(),
        KeyenceExtractor(),
        NIDExtractor(),
        MIExtractor(),
        MDTExtractor(),
        WIPExtractor(),
        RAFExtractor(),
        MRWExtractor(),
        X3FExtractor(),
        PDFExtractor(),
        CellProfilerExtractor(),
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
        SIFExtractor(),
        SemperExtractor(),
        TVIPSExtractor(),
        BlockfileExtractor(),
        IMODExtractor(),
        DVExtractor(),
        SPEExtractor(),
        HamamatsuIMGExtractor(),
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
