/// Names of the tags and volumes of Olympus' VSI files.
///
/// Source: no specification is public; numbers and names as Bio-Formats documents them
/// <https://docs.openmicroscopy.org/bio-formats/latest/formats/cellsens-vsi.html>.
enum VSITagNames {
    /// The name of a value's tag; `nil` where no table has it.
    static func name(of tag: Int32) -> String? { names[tag] }

    /// The name of a tag that holds further tags.
    static func volume(_ tag: Int32) -> String? { volumes[tag] }

    /// Units that hold in every file.
    static func unit(of tag: Int32) -> String? {
        switch tag {
        case 100_002: "us"
        case 100_066: "MHz"
        case 175_209: "s"
        case 10_069: "ms"
        default: nil
        }
    }

    /// What a coded value means.
    static func label(of tag: Int32, _ code: Int64) -> String? {
        switch tag {
        case 2074: stackTypes[code]
        case 120_130: deviceTypes[code]
        default: nil
        }
    }

    private static let stackTypes: [Int64: String] = [
        0: "default image", 1: "overview image", 2: "sample mask", 4: "focus image",
        8: "EFI sharpness map", 16: "EFI height map", 32: "EFI texture map", 64: "EFI stack",
        256: "macro image",
    ]

    private static let deviceTypes: [Int64: String] = [
        0: "camera", 10000: "stage", 20000: "objective revolver", 20001: "TV adapter",
        20002: "filter wheel", 20003: "lamp", 20004: "aperture stop", 20005: "shutter",
        20006: "objective", 20007: "objective changer", 20008: "top lens", 20009: "prism",
        20010: "zoom", 20011: "DSU", 20012: "ZDC", 20050: "stage insert", 30000: "slide loader",
        40000: "manual control", 40500: "microscope frame",
    ]

    private static let names = table(namesTable)
    private static let volumes = table(volumesTable)

    private static func table(_ text: String) -> [Int32: String] {
        var names: [Int32: String] = [:]
        for entry in text.split(separator: ";") {
            let parts = entry.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let id = Int32(parts[0].drop { $0 == " " }) else { continue }
            names[id] = String(parts[1])
        }
        return names
    }

    private static let namesTable = """
        11=Document Name; 13=Document Note; 14=Document Creation Time; 15=Document Author; \
        16=Document Company; 17=Document creator name; 18=Document creator major version; \
        19=Document creator minor version; 20=Document creator sub version; 21=Product Build \
        Number; 22=Document creator package; 23=Document product; 24=Document product name; \
        25=Document product version; 27=Document type hint; 28=Document thumbnail; 34=Product \
        Name; 35=Product Version; 2003=Display limits; 2004=Stack display LUT; 2005=Gamma \
        correction; 2006=Frame origin; 2007=Frame scale; 2008=Display color; 2011=Plane unit; \
        2012=Z stack start; 2013=Z stack increment; 2014=Z position; 2015=Creation time (UTC); \
        2016=Timelapse increment; 2017=Timestamp; 2018=Origin; 2019=Calibration; \
        2020=Calibration units; 2021=Dimension name; 2022=Coarse pyramid level; 2023=Dimension \
        description; 2025=Dimension start ID; 2026=Dimension increment ID; 2027=Dimension value \
        ID; 2028=Extra samples; 2030=Layer; 2031=Channel dimension; 2034=Default background \
        color; 2035=Version number; 2039=Lambda start; 2040=Lambda increment; 2041=Lambda value; \
        2053=Image size; 2055=Specimen; 2057=Tissue; 2058=Preparation; 2059=Staining; 2060=Slide \
        Info; 2061=Slide Name; 2063=Image plane rectangle unit (Y dimension); 2064=Y dimension \
        unit; 2073=Channel under/overflow; 2074=Image Type; 2076=Live overflow; 2100=Timelapse \
        start; 2410=Origin of tile coordinate system; 2419=Channel name; 10000=Display processor \
        type; 10001=Render operation ID; 10005=Displayed stack ID; 10006=Transparency ID; \
        10007=Display third ID; 10008=Display visible; 10009=Transparency value; 10013=Display \
        LUT; 10014=Display stack index; 10018=Channel transparency value; 10025=Channel visible; \
        10028=List of selected channels; 10032=Display gamma correction; 10033=Channel gamma \
        correction; 10045=Display contrast and brightness; 10046=Channel contrast and \
        brightness; 10047=Contrast and brightness; 10048=Acquisition properties; 10049=Active \
        stack dimension; 10050=Selected frames; 10054=Displayed LUT ID; 10056=Hidden layer; \
        10057=Layer fixed in XY; 10060=Active layer vector; 10061=Active layer index vector; \
        10062=Chained layers; 10063=Layer selection; 10064=Layer selection index; 10065=Gradient \
        LUT; 10066=Canvas background color 1; 10067=Canvas background color 2; 10069=Original \
        frame rate; 10070=Use original frame rate; 10071=Active channel; 20004=Tile system; \
        20005=External file present; 20006=Origin; 20007=Physical pixel size; 20025=External \
        file volume; 20035=IS transmission mask; 100002=Exposure time; 100003=Camera gain; \
        100004=Camera offset; 100005=Gamma; 100006=Sharpness; 100007=Red channel gain; \
        100008=Green channel gain; 100009=Blue channel gain; 100010=Red channel offset; \
        100011=Green channel offset; 100012=Blue channel offset; 100013=Shading sub; \
        100014=Shading mul; 100015=Binning (X); 100016=Binning (Y); 100017=Clipping; \
        100023=Mirror (horizontal); 100024=Mirror (vertical); 100025=Clipping state; 100030=ICC \
        enabled; 100031=Brightness; 100032=Contrast; 100033=Contrast reference; 100034=Camera \
        accumulation; 100035=Camera averaging; 100038=ISO sensitivity; 100039=Camera \
        accumulation mode; 100043=Autoexposure enabled; 100044=Autoexposure metering mode; \
        100048=Camera Maximum Frame Size; 100049=Camera Actual Bit Depth; 100055=Camera HDRI \
        Enabled; 100056=Camera Images per HDRI image; 100057=Camera HDRI Exposure Ratio; \
        100058=Camera HDRI Mapping Mode; 100059=Camera Custom Grayscale Value; 100060=Camera \
        Saturation; 100061=Camera White Balance Preset ID; 100062=Camera White Balance Preset \
        Name; 100063=Camera White Balance Mode; 100064=Camera CCD Sensitivity; 100065=Camera \
        Enhanced Dynamic Range; 100066=Camera Pixel Clock; 100067=Camera Colorspace; \
        100068=Camera Cooling Enabled; 100069=Camera Cooling Fan Speed; 100070=Camera Cooling \
        Temperature Target; 100071=Camera Gain Unit; 100072=Camera EM Gain; 100073=Camera Photon \
        Imaging Mode; 100074=Camera Frame Transfer Enabled; 100075=Camera iXon Shift Speed; \
        100076=Camera Vertical Clock Amplitude; 100077=Camera Spurious Noise Removal Enabled; \
        100078=Camera Signal Output; 100079=Camera Baseline Offset Clamp; 100080=Camera DP80 \
        Frame Centering; 100081=Camera Hot Pixel Correction Enabled; 100082=Camera Noise \
        Reduction; 100083=Camera WiDER; 100084=Camera Photobleaching Enabled; 100085=Camera \
        Preamp Gain; 100086=Camera WiDER Enabled; 120001=Device Position; 120050=TV Adapter \
        Magnification; 120060=Magnification; 120061=Numerical Aperture; 120062=Objective Working \
        Distance; 120063=Objective Name; 120064=Objective Type; 120065=Objective Description; \
        120066=Objective Subtype; 120069=Brightness Correction; 120070=Objective Lens; \
        120075=Objective X Shift; 120076=Objective Y Shift; 120077=Objective Z Shift; \
        120078=Objective Gear Setting; 120079=Objective Refractive Index; 120116=Device Name; \
        120117=Device Type; 120129=Device Unit ID; 120130=Device Subtype; 120132=Device Model; \
        120133=Device Manufacturer; 120210=Device Configuration Position; 120211=Device \
        Configuration Index; 120635=Slide Bar Code; 120637=Slide No.; 120638=Tray No.; \
        121102=Stage Insert Position; 121131=Laser/Lamp Intensity; 124000=Aperture Max Mode; \
        175208=Snapshot Count; 175209=Scanning Time; 268435456=Units; 268435458=Value; \
        1073741824=Original magnification
        """

    private static let volumesTable = """
        2000=Collection; 2001=MultidimImage; 2002=ImageFrame; 2003=DimensionSize; \
        2004=ImageCollectionProperties; 2005=MultidimStackProperties; 2006=FrameProperties; \
        2007=DimensionDescription; 2008=ChannelProperties; 2011=DisplayMapping; \
        2012=LayerInfoProperties; 2013=ChannelInfoProperties; 2016=DefaultSampleIFD; \
        2017=VectorLayer; 2018=ExternalFileProperties; 2019=CoarseFrameIFD; \
        2022=CoarsePyramidLevel; 2023=SerializedMask; 2024=UnknownBlobs; 2027=SampleIDList; \
        2029=ExtraSamplesProperties; 2030=SampleFlagsList; 2043=OpticalPath; \
        2062=SlideProperties; 2109=DocumentProperties; 2417=ChannelWavelength; \
        10048=AcquisitionProperties; 20025=ExternalDataVolume; 27300=DynamicProperties; \
        120062=ObjectiveWorkingDistance
        """
}
