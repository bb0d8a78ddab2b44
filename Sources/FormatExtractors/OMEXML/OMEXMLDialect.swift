/// What the OME schema says of its documents beyond their being XML.
///
/// Every schema since 2003 is read alike: elements that a later one renamed keep the name that
/// the document gives them.
///
/// Source: <https://www.openmicroscopy.org/Schemas/OME/2016-06/ome.xsd>
extension XMLDialect {
    static let ome = XMLDialect(
        replacesRoot: true,
        repeatedElements: [
            "Project", "Dataset", "Folder", "Experiment", "Plate", "Screen", "Experimenter",
            "ExperimenterGroup", "Group", "Instrument", "Image", "ROI", "Reagent",
            // Of an image.
            "LogicalChannel", "ChannelComponent", "Channel", "BinData", "TiffData",
            "Plane", "MicrobeamManipulation", "Region",
            // Of an instrument.
            "LightSource", "Laser", "Arc", "Filament", "LightEmittingDiode",
            "GenericExcitationSource", "Detector", "Objective", "OTF", "FilterSet", "Filter",
            "Dichroic", "ExcitationFilterRef", "EmissionFilterRef",
            // Of a plate.
            "Well", "WellSample", "PlateAcquisition", "ScreenAcquisition",
            // Of a region of interest.
            "Shape", "Label", "Ellipse", "Line", "Mask", "Point", "Polygon", "Polyline",
            "Rectangle", "Text",
            // Of the annotations.
            "XMLAnnotation", "FileAnnotation", "ListAnnotation", "LongAnnotation",
            "DoubleAnnotation", "CommentAnnotation", "BooleanAnnotation",
            "TimestampAnnotation", "TagAnnotation", "TermAnnotation", "MapAnnotation",
        ],
        units: [
            "Pixels": [
                "PhysicalSizeX": "µm", "PhysicalSizeY": "µm", "PhysicalSizeZ": "µm",
                "TimeIncrement": "s",
            ],
            "Plane": [
                "DeltaT": "s", "ExposureTime": "s", "PositionX": "reference frame",
                "PositionY": "reference frame", "PositionZ": "reference frame",
            ],
            "Channel": [
                "PinholeSize": "µm", "ExcitationWavelength": "nm", "EmissionWavelength": "nm",
            ],
            "StageLabel": [
                "X": "reference frame", "Y": "reference frame", "Z": "reference frame",
            ],
            "ImagingEnvironment": ["Temperature": "°C", "AirPressure": "mbar"],
            "Objective": ["WorkingDistance": "µm"],
            "Detector": ["Voltage": "V"],
            "DetectorSettings": ["Voltage": "V", "ReadOutRate": "MHz"],
            "TransmittanceRange": [
                "CutIn": "nm", "CutOut": "nm", "CutInTolerance": "nm", "CutOutTolerance": "nm",
            ],
            "Laser": ["Power": "mW", "Wavelength": "nm", "RepetitionRate": "Hz"],
            "Arc": ["Power": "mW"],
            "Filament": ["Power": "mW"],
            "LightEmittingDiode": ["Power": "mW"],
            "GenericExcitationSource": ["Power": "mW"],
            "LightSourceSettings": ["Wavelength": "nm"],
            "Plate": ["WellOriginX": "reference frame", "WellOriginY": "reference frame"],
            "WellSample": ["PositionX": "reference frame", "PositionY": "reference frame"],
            "Ellipse": shapeUnits, "Label": shapeUnits, "Line": shapeUnits, "Mask": shapeUnits,
            "Point": shapeUnits, "Polygon": shapeUnits, "Polyline": shapeUnits,
            "Rectangle": shapeUnits,
        ],
        binaryElements: ["BinData"],
        foreignElements: ["XMLAnnotation"],
        namesByIdentifier: false
    )

    private static let shapeUnits = ["StrokeWidth": "pixel", "FontSize": "pt"]
}
