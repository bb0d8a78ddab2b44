public import Extraction

/// Every format that is read by code, in order of precedence.
///
/// A signature always wins over a suffix, and a suffix over an appearance, so the order matters
/// only among each of these: the special stands before the general.
public enum BuiltinExtractors {
    public static let all: [any Extractor] = all(and: [])

    /// These and the extractors of formats that an installation describes, each of which may read
    /// the file within a gzip file; the last reads what none of the others recognizes.
    ///
    /// - Parameter described: In order of precedence, behind all that are read by code.
    public static func all(and described: [any Extractor]) -> [any Extractor] {
        plain + [GZIPExtractor(reading: plain + described)] + described + [UnknownExtractor()]
    }

    /// All but the one that hands on the file within to the others.
    private static let plain: [any Extractor] = [
        // Before any TIFF file, which they are or can hold.
        MarCCDExtractor(),
        JPKExtractor(),
        VSIExtractor(),
        CRWExtractor(),
        TIFFExtractor(),
        // Before JPEG 2000, whose boxes the older files have.
        ND2Extractor(),
        // Images of general use, each with a signature of its own.
        JPEGExtractor(),
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
        BMPExtractor(),
        PNMExtractor(),
        EXRExtractor(),
        HDRExtractor(),
        XCFExtractor(),
        ICNSExtractor(),
        RAFExtractor(),
        MRWExtractor(),
        X3FExtractor(),
        FFFExtractor(),
        KyoceraExtractor(),
        ICCExtractor(),
        // Containers of data sets.
        HDF5Extractor(),
        NetCDFExtractor(),
        HDF4Extractor(),
        MATExtractor(),
        NPYExtractor(),
        // Light microscopes' own containers.
        CZIExtractor(),
        LIFExtractor(),
        NDTiffIndexExtractor(),
        LEIExtractor(),
        IPLabExtractor(),
        MetaMorphListExtractor(),
        ETSExtractor(),
        // Compound files, before any compound file.
        OIBExtractor(),
        TXRMExtractor(),
        FPXExtractor(),
        ZVIExtractor(),
        OLE2Extractor(),
        OIFExtractor(),
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
        // X-ray spectra, EBSD maps and patterns.
        BCFExtractor(),
        JEOLExtractor(),
        ELIDExtractor(),
        PDZExtractor(),
        BrukerRAWExtractor(),
        APTExtractor(),
        CNFExtractor(),
        EBSPExtractor(),
        ANGExtractor(),
        CTFExtractor(),
        NORDIFExtractor(),
        // Scanning probes, surfaces and Raman spectra.
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
        // Mass spectrometers and surface analysis.
        NanoSIMSExtractor(),
        MDAExtractor(),
        QuadstarExtractor(),
        PHIExtractor(),
        VAMASExtractor(),
        JCAMPExtractor(),
        IBDExtractor(),
        JetExtractor(),
        // Volumes of medicine and physics; SMV before EDF, which is in braces too.
        DICOMExtractor(),
        FITSExtractor(),
        NIfTIExtractor(),
        AnalyzeExtractor(),
        MGHExtractor(),
        NRRDExtractor(),
        MetaImageExtractor(),
        PARExtractor(),
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
        // Videos, before which stand the images that have the same containers.
        QuickTimeExtractor(),
        RIFFExtractor(),
        MatroskaExtractor(),
        NorPixExtractor(),
        BioRadExtractor(),
        ScancoExtractor(),
        ECATExtractor(),
        AFNIExtractor(),
        // Surfaces.
        STLExtractor(),
        PLYExtractor(),
        // Photon counting, cytometry and measuring cards.
        OBFExtractor(),
        SDTExtractor(),
        PicoQuantExtractor(),
        FCSExtractor(),
        TDMSExtractor(),
        // Archives; a workbook is a ZIP archive too.
        XLSXExtractor(),
        ZIPExtractor(),
        TARExtractor(),
        PDFExtractor(),
        // Without a signature: only the numbers of its header speak for it.
        TGAExtractor(),
        // Before any XML, which they are.
        SPXExtractor(),
        OMEXMLExtractor(),
        XMPExtractor(),
        XMLExtractor(),
        // Texts, from the strictest syntax to none.
        AFMFormatsExtractor(),
        XDIExtractor(),
        SPECExtractor(),
        FDFExtractor(),
        BASExtractor(),
        CellProfilerExtractor(),
        ICalExtractor(),
        IAEASPEExtractor(),
        MCAExtractor(),
        RASExtractor(),
        UXDExtractor(),
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
    public static let payloadReaders = PayloadReaders(
        [OMEXMLPayloadReader(), XMPPayloadReader()] + VendorPayloads.readers + [
            XMLPayloadReader(), JSONPayloadReader(), INIPayloadReader(),
        ])
}
