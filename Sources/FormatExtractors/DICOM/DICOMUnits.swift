/// Units that the definition of an attribute fixes, by keyword.
///
/// Source: DICOM PS3.3, the attribute descriptions of annex C
/// <https://dicom.nema.org/medical/dicom/current/output/chtml/part03/ps3.3.html>.
enum DICOMUnits {
    static func unit(of keyword: String) -> String? { units[keyword] }

    private static let units: [String: String] = {
        var units: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            for keyword in words.dropFirst() { units[String(keyword)] = String(words[0]) }
        }
        return units
    }()

    private static let table = """
        mm PixelSpacing ImagerPixelSpacing NominalScannedPixelSpacing SpacingBetweenSlices
        mm SliceThickness SliceLocation ImagePositionPatient DistanceSourceToDetector
        mm DistanceSourceToPatient DistanceSourceToEntrance DistanceSourceToIsocenter
        mm ReconstructionDiameter DataCollectionDiameter FocalSpots TableHeight TableTraverse
        mm TableVerticalIncrement TableLateralIncrement TableLongitudinalIncrement
        mm ImagedVolumeWidth ImagedVolumeHeight ImagedVolumeDepth BodyPartThickness
        mm DetectorElementSpacing DetectorElementPhysicalSize DetectorActiveDimensions
        mm FieldOfViewDimensions FieldOfViewDimensionsInFloat ReconstructionFieldOfView
        mm ReconstructionTargetCenterPatient DataCollectionCenterPatient SingleCollimationWidth
        mm TotalCollimationWidth TableFeedPerRotation XOffsetInSlideCoordinateSystem
        mm YOffsetInSlideCoordinateSystem ZOffsetInSlideCoordinateSystem SlabThickness
        mm GridFocalDistance GridPitch GridThickness Depth DepthOfScanField Distance
        mm ApertureDiameter FocalDistance DistanceReceptorPlaneToDetectorHousing TablePosition
        mm DisplacementValue BeamLimitingDeviceDistance
        mm IsocenterPosition SourceAxisDistance GridFrameOffsetVector DistanceObjectToTableTop
        mm DistanceDetectorToObject FiducialPosition ContourSlabThickness
        mm TomoLayerHeight
        um ImagedVolumeDepthOfField DistanceBetweenFocalPlanes TotalPixelMatrixFocalPlaneSpacing
        kV KVP PeakVoltage
        ms ExposureTime ExposureTimeInms RepetitionTime EchoTime InversionTime TriggerTime
        ms FrameTime FrameTimeVector FrameDelay FrameReferenceTime ActualFrameDuration
        ms FrameAcquisitionDuration NominalInterval TriggerDelayTime AcquisitionDurationInms
        ms EffectiveEchoTime InversionTimes RFEchoTrainDelay CardiacCycleTime
        ms NominalCardiacTriggerDelayTime NominalPercentageOfCardiacPhaseTime
        ms LowRRValue HighRRValue EchoTimes FrameRepetitionTime PulseDuration
        ms TagThicknessTime SaturationRecoveryTime PresentationGroupDelay ImageTriggerDelay
        us ExposureTimeInuS
        s AcquisitionDuration ScanTime RadiopharmaceuticalStopDelay RadionuclideHalfLife TomoTime
        s RevolutionTime AcquisitionTimeWindow ContrastFlowDuration EffectiveDuration PlanarTime
        mA XRayTubeCurrent XRayTubeCurrentInmA AverageXRayTubeCurrent
        uA XRayTubeCurrentInuA
        mA.s Exposure ExposureInmAs
        uA.s ExposureInuAs
        mGy CTDIvol ExposureModulationDose
        dGy EntranceDose
        mGy EntranceDoseInmGy OrganDose DoseRateSetInmGy
        kW GeneratorPower
        T MagneticFieldStrength
        MHz ImagingFrequency TransmitterFrequency ResonantFrequency TransducerFrequencyInMHz
        Hz/px PixelBandwidth
        Hz SpectralWidth SamplingFrequency
        deg FlipAngle GantryDetectorTilt GantryDetectorSlew PositionerPrimaryAngle
        deg PositionerSecondaryAngle DetectorPrimaryAngle DetectorSecondaryAngle StartAngle
        deg AngularStep ScanArc TomoAngle AngularPosition RotationAngle TableAngle FieldOfViewRotation
        deg ColumnAngulationPatient TableHeadTiltAngle TableHorizontalRotationAngle
        deg TableCradleTiltAngle GantryAngle CollimatorAngle FanAngle BeamAngle
        mm/s TableSpeed TableMotionSpeed
        mT/m GradientOutput MaximumGradientOutput
        s/mm2 DiffusionBValue
        W/kg SAR SpecificAbsorptionRateValue
        kg PatientWeight
        m PatientSize
        ml ContrastBolusVolume RadiopharmaceuticalVolume
        ml/s ContrastFlowRate
        s ContrastFlowDurations
        Bq RadionuclideTotalDose
        MBq RadiopharmaceuticalActivity
        keV EnergyWindowLowerLimit EnergyWindowUpperLimit
        nm IlluminationWaveLength LaserWavelength
        Hz CineRate RecommendedDisplayFrameRate RecommendedDisplayFrameRateInFloat
        mm[Hg] BloodPressure
        Cel DetectorTemperature
        hPa CompressionForcePressure
        N CompressionForce
        dB TransmitGain
        ppm ChemicalShiftReference
        px Rows Columns TotalPixelMatrixColumns TotalPixelMatrixRows
        bit BitsAllocated BitsStored
        B FileMetaInformationGroupLength GenericGroupLength
        % PercentSampling PercentPhaseFieldOfView
        """
}
