extension DICOMDictionary {
    /// Part 3 of the data elements, from group 0018 on; see ``entries`` for the form.
    static let part3 = """
        @0018
        9516DTStartAcquisitionDateTime 9517DTEndAcquisitionDateTime
        9518SSPrimaryPositionerIncrementSign 9519SSSecondaryPositionerIncrementSign
        9524LOApplicationName 9525LOApplicationVersion 9526LOApplicationManufacturer
        9527CSAlgorithmType 9528LOAlgorithmDescription 9530SQXRay3DReconstructionSequence
        9531LOReconstructionDescription 9538SQPerProjectionAcquisitionSequence
        9541SQDetectorPositionSequence 9542SQXRayAcquisitionDoseSequence
        9543FDXRaySourceIsocenterPrimaryAngle 9544FDXRaySourceIsocenterSecondaryAngle
        9545FDBreastSupportIsocenterPrimaryAngle 9546FDBreastSupportIsocenterSecondaryAngle
        9547FDBreastSupportXPositionToIsocenter 9548FDBreastSupportYPositionToIsocenter
        9549FDBreastSupportZPositionToIsocenter 9550FDDetectorIsocenterPrimaryAngle
        9551FDDetectorIsocenterSecondaryAngle 9552FDDetectorXPositionToIsocenter
        9553FDDetectorYPositionToIsocenter 9554FDDetectorZPositionToIsocenter 9555SQXRayGridSequence
        9556SQXRayFilterSequence 9557FDDetectorActiveAreaTLHCPosition
        9558FDDetectorActiveAreaOrientation 9559CSPositionerPrimaryAngleDirection
        9601SQDiffusionBMatrixSequence 9602FDDiffusionBValueXX 9603FDDiffusionBValueXY
        9604FDDiffusionBValueXZ 9605FDDiffusionBValueYY 9606FDDiffusionBValueYZ
        9607FDDiffusionBValueZZ 9621SQFunctionalMRSequence
        9622CSFunctionalSettlingPhaseFramesPresent 9623DTFunctionalSyncPulse
        9624CSSettlingPhaseFrame 9701DTDecayCorrectionDateTime 9715FDStartDensityThreshold
        9716FDStartRelativeDensityDifferenceThreshold 9717FDStartCardiacTriggerCountThreshold
        9718FDStartRespiratoryTriggerCountThreshold 9719FDTerminationCountsThreshold
        9720FDTerminationDensityThreshold 9721FDTerminationRelativeDensityThreshold
        9722FDTerminationTimeThreshold 9723FDTerminationCardiacTriggerCountThreshold
        9724FDTerminationRespiratoryTriggerCountThreshold 9725CSDetectorGeometry
        9726FDTransverseDetectorSeparation 9727FDAxialDetectorDimension
        9729USRadiopharmaceuticalAgentNumber 9732SQPETFrameAcquisitionSequence
        9733SQPETDetectorMotionDetailsSequence 9734SQPETTableDynamicsSequence
        9735SQPETPositionSequence 9736SQPETFrameCorrectionFactorsSequence
        9737SQRadiopharmaceuticalUsageSequence 9738CSAttenuationCorrectionSource
        9739USNumberOfIterations 9740USNumberOfSubsets 9749SQPETReconstructionSequence
        9751SQPETFrameTypeSequence 9755CSTimeOfFlightInformationUsed 9756CSReconstructionType
        9758CSDecayCorrected 9759CSAttenuationCorrected 9760CSScatterCorrected
        9761CSDeadTimeCorrected 9762CSGantryMotionCorrected 9763CSPatientMotionCorrected
        9764CSCountLossNormalizationCorrected 9765CSRandomsCorrected
        9766CSNonUniformRadialSamplingCorrected 9767CSSensitivityCalibrated
        9768CSDetectorNormalizationCorrection 9769CSIterativeReconstructionMethod
        9770CSAttenuationCorrectionTemporalRelationship 9771SQPatientPhysiologicalStateSequence
        9772SQPatientPhysiologicalStateCodeSequence 9801FDDepthsOfFocus
        9803SQExcludedIntervalsSequence 9804DTExclusionStartDateTime 9805FDExclusionDuration
        9806SQUSImageDescriptionSequence 9807SQImageDataTypeSequence 9808CSDataType
        9809SQTransducerScanPatternCodeSequence 980BCSAliasedDataType
        980CCSPositionMeasuringDeviceUsed 980DSQTransducerGeometryCodeSequence
        980ESQTransducerBeamSteeringCodeSequence 980FSQTransducerApplicationCodeSequence
        9810XSZeroVelocityPixelValue 9821SQPhotoacousticExcitationCharacteristicsSequence
        9822FDExcitationSpectralWidth 9823FDExcitationEnergy 9824FDExcitationPulseDuration
        9825SQExcitationWavelengthSequence 9826FDExcitationWavelength
        9828CSIlluminationTranslationFlag 9829CSAcousticCouplingMediumFlag
        982ASQAcousticCouplingMediumCodeSequence 982BFDAcousticCouplingMediumTemperature
        982CSQTransducerResponseSequence 982DFDCenterFrequency 982EFDFractionalBandwidth
        982FFDLowerCutoffFrequency 9830FDUpperCutoffFrequency 9831SQTransducerTechnologySequence
        9832SQSoundSpeedCorrectionMechanismCodeSequence 9833FDObjectSoundSpeed
        9834FDAcousticCouplingMediumSoundSpeed 9835SQPhotoacousticImageFrameTypeSequence
        9836SQImageDataTypeCodeSequence 9900LOReferenceLocationLabel
        9901UTReferenceLocationDescription 9902SQReferenceBasisCodeSequence
        9903SQReferenceGeometryCodeSequence 9904DSOffsetDistance 9905CSOffsetDirection
        9906SQPotentialScheduledProtocolCodeSequence 9907SQPotentialRequestedProcedureCodeSequence
        9908UCPotentialReasonsForProcedure 9909SQPotentialReasonsForProcedureCodeSequence
        990AUCPotentialDiagnosticTasks 990BSQContraindicationsCodeSequence
        990CSQReferencedDefinedProtocolSequence 990DSQReferencedPerformedProtocolSequence
        990ESQPredecessorProtocolSequence 990FUTProtocolPlanningInformation
        9910UTProtocolDesignRationale 9911SQPatientSpecificationSequence
        9912SQModelSpecificationSequence 9913SQParametersSpecificationSequence
        9914SQInstructionSequence 9915USInstructionIndex 9916LOInstructionText
        9917UTInstructionDescription 9918CSInstructionPerformedFlag
        9919DTInstructionPerformedDateTime 991AUTInstructionPerformanceComment
        991BSQPatientPositioningInstructionSequence 991CSQPositioningMethodCodeSequence
        991DSQPositioningLandmarkSequence 991EUITargetFrameOfReferenceUID
        991FSQAcquisitionProtocolElementSpecificationSequence
        9920SQAcquisitionProtocolElementSequence 9921USProtocolElementNumber
        9922LOProtocolElementName 9923UTProtocolElementCharacteristicsSummary
        9924UTProtocolElementPurpose 9930CSAcquisitionMotion 9931SQAcquisitionStartLocationSequence
        9932SQAcquisitionEndLocationSequence
        9933SQReconstructionProtocolElementSpecificationSequence
        9934SQReconstructionProtocolElementSequence
        9935SQStorageProtocolElementSpecificationSequence 9936SQStorageProtocolElementSequence
        9937LORequestedSeriesDescription 9938USSourceAcquisitionProtocolElementNumber
        9939USSourceAcquisitionBeamNumber 993AUSSourceReconstructionProtocolElementNumber
        993BSQReconstructionStartLocationSequence 993CSQReconstructionEndLocationSequence
        993DSQReconstructionAlgorithmSequence 993ESQReconstructionTargetCenterLocationSequence
        9941UTImageFilterDescription 9942FDCTDIvolNotificationTrigger 9943FDDLPNotificationTrigger
        9944CSAutoKVPSelectionType 9945FDAutoKVPUpperBound 9946FDAutoKVPLowerBound
        9947CSProtocolDefinedPatientPosition A001SQContributingEquipmentSequence
        A002DTContributionDateTime A003STContributionDescription
        @0020 000DUIStudyInstanceUID 000EUISeriesInstanceUID 0010SHStudyID 0011ISSeriesNumber
        0012ISAcquisitionNumber 0013ISInstanceNumber 0014ISIsotopeNumber 0015ISPhaseNumber
        0016ISIntervalNumber 0017ISTimeSlotNumber 0018ISAngleNumber 0019ISItemNumber
        0020CSPatientOrientation 0022ISOverlayNumber 0024ISCurveNumber 0026ISLUTNumber
        0027LOPyramidLabel 0030DSImagePosition 0032DSImagePositionPatient 0035DSImageOrientation
        0037DSImageOrientationPatient 0050DSLocation 0052UIFrameOfReferenceUID 0060CSLaterality
        0062CSImageLaterality 0070LOImageGeometryType 0080CSMaskingImage 00AAISReportNumber
        0100ISTemporalPositionIdentifier 0105ISNumberOfTemporalPositions 0110DSTemporalResolution
        0200UISynchronizationFrameOfReferenceUID 0242UISOPInstanceUIDOfConcatenationSource
        1000ISSeriesInStudy 1001ISAcquisitionsInSeries 1002ISImagesInAcquisition
        1003ISImagesInSeries 1004ISAcquisitionsInStudy 1005ISImagesInStudy 1020LOReference
        103FLOTargetPositionReferenceIndicator 1040LOPositionReferenceIndicator 1041DSSliceLocation
        1070ISOtherStudyNumbers 1200ISNumberOfPatientRelatedStudies
        1202ISNumberOfPatientRelatedSeries 1204ISNumberOfPatientRelatedInstances
        1206ISNumberOfStudyRelatedSeries 1208ISNumberOfStudyRelatedInstances
        1209ISNumberOfSeriesRelatedInstances 3401CSModifyingDeviceID 3402CSModifiedImageID
        3403DAModifiedImageDate 3404LOModifyingDeviceManufacturer 3405TMModifiedImageTime
        3406LOModifiedImageDescription 4000LTImageComments 5000ATOriginalImageIdentification
        5002LOOriginalImageIdentificationNomenclature 9056SHStackID 9057ULInStackPositionNumber
        9071SQFrameAnatomySequence 9072CSFrameLaterality 9111SQFrameContentSequence
        9113SQPlanePositionSequence 9116SQPlaneOrientationSequence 9128ULTemporalPositionIndex
        9153FDNominalCardiacTriggerDelayTime 9154FLNominalCardiacTriggerTimePriorToRPeak
        9155FLActualCardiacTriggerTimePriorToRPeak 9156USFrameAcquisitionNumber
        9157ULDimensionIndexValues 9158LTFrameComments 9161UIConcatenationUID
        9162USInConcatenationNumber 9163USInConcatenationTotalNumber 9164UIDimensionOrganizationUID
        9165ATDimensionIndexPointer 9167ATFunctionalGroupPointer
        9170SQUnassignedSharedConvertedAttributesSequence
        9171SQUnassignedPerFrameConvertedAttributesSequence 9172SQConversionSourceAttributesSequence
        9213LODimensionIndexPrivateCreator 9221SQDimensionOrganizationSequence
        9222SQDimensionIndexSequence 9228ULConcatenationFrameOffsetNumber
        9238LOFunctionalGroupPrivateCreator 9241FLNominalPercentageOfCardiacPhase
        9245FLNominalPercentageOfRespiratoryPhase 9246FLStartingRespiratoryAmplitude
        9247CSStartingRespiratoryPhase 9248FLEndingRespiratoryAmplitude 9249CSEndingRespiratoryPhase
        9250CSRespiratoryTriggerType 9251FDRRIntervalTimeNominal 9252FDActualCardiacTriggerDelayTime
        9253SQRespiratorySynchronizationSequence 9254FDRespiratoryIntervalTime
        9255FDNominalRespiratoryTriggerDelayTime 9256FDRespiratoryTriggerDelayThreshold
        9257FDActualRespiratoryTriggerDelayTime 9301FDImagePositionVolume
        9302FDImageOrientationVolume 9307CSUltrasoundAcquisitionGeometry 9308FDApexPosition
        9309FDVolumeToTransducerMappingMatrix 930AFDVolumeToTableMappingMatrix
        930BCSVolumeToTransducerRelationship 930CCSPatientFrameOfReferenceSource
        930DFDTemporalPositionTimeOffset 930ESQPlanePositionVolumeSequence
        930FSQPlaneOrientationVolumeSequence 9310SQTemporalPositionSequence
        9311CSDimensionOrganizationType 9312UIVolumeFrameOfReferenceUID
        9313UITableFrameOfReferenceUID 9421LODimensionDescriptionLabel
        9450SQPatientOrientationInFrameSequence 9453LOFrameLabel 9518USAcquisitionIndex
        9529SQContributingSOPInstancesReferenceSequence 9536USReconstructionIndex
        @0022 0001USLightPathFilterPassThroughWavelength 0002USLightPathFilterPassBand
        0003USImagePathFilterPassThroughWavelength 0004USImagePathFilterPassBand
        0005CSPatientEyeMovementCommanded 0006SQPatientEyeMovementCommandCodeSequence
        0007FLSphericalLensPower 0008FLCylinderLensPower 0009FLCylinderAxis
        000AFLEmmetropicMagnification 000BFLIntraOcularPressure 000CFLHorizontalFieldOfView
        000DCSPupilDilated 000EFLDegreeOfDilation 000FFDVertexDistance 0010FLStereoBaselineAngle
        0011FLStereoBaselineDisplacement 0012FLStereoHorizontalPixelOffset
        0013FLStereoVerticalPixelOffset 0014FLStereoRotation 0015SQAcquisitionDeviceTypeCodeSequence
        0016SQIlluminationTypeCodeSequence 0017SQLightPathFilterTypeStackCodeSequence
        0018SQImagePathFilterTypeStackCodeSequence 0019SQLensesCodeSequence
        001ASQChannelDescriptionCodeSequence 001BSQRefractiveStateSequence
        001CSQMydriaticAgentCodeSequence 001DSQRelativeImagePositionCodeSequence
        001EFLCameraAngleOfView 0020SQStereoPairsSequence 0021SQLeftImageSequence
        0022SQRightImageSequence 0028CSStereoPairsPresent 0030FLAxialLengthOfTheEye
        0031SQOphthalmicFrameLocationSequence 0032FLReferenceCoordinates
        0035FLDepthSpatialResolution 0036FLMaximumDepthDistortion 0037FLAlongScanSpatialResolution
        0038FLMaximumAlongScanDistortion 0039CSOphthalmicImageOrientation
        0041FLDepthOfTransverseImage 0042SQMydriaticAgentConcentrationUnitsSequence
        0048FLAcrossScanSpatialResolution 0049FLMaximumAcrossScanDistortion
        004EDSMydriaticAgentConcentration 0055FLIlluminationWaveLength 0056FLIlluminationPower
        0057FLIlluminationBandwidth 0058SQMydriaticAgentSequence
        1007SQOphthalmicAxialMeasurementsRightEyeSequence
        1008SQOphthalmicAxialMeasurementsLeftEyeSequence 1009CSOphthalmicAxialMeasurementsDeviceType
        1010CSOphthalmicAxialLengthMeasurementsType 1012SQOphthalmicAxialLengthSequence
        1019FLOphthalmicAxialLength 1024SQLensStatusCodeSequence 1025SQVitreousStatusCodeSequence
        1028SQIOLFormulaCodeSequence 1029LOIOLFormulaDetail 1033FLKeratometerIndex
        1035SQSourceOfOphthalmicAxialLengthCodeSequence 1036SQSourceOfCornealSizeDataCodeSequence
        1037FLTargetRefraction 1039CSRefractiveProcedureOccurred
        1040SQRefractiveSurgeryTypeCodeSequence 1044SQOphthalmicUltrasoundMethodCodeSequence
        1045SQSurgicallyInducedAstigmatismSequence 1046CSTypeOfOpticalCorrection
        1047SQToricIOLPowerSequence 1048SQPredictedToricErrorSequence
        1049CSPreSelectedForImplantation 104ASQToricIOLPowerForExactEmmetropiaSequence
        104BSQToricIOLPowerForExactTargetRefractionSequence
        1050SQOphthalmicAxialLengthMeasurementsSequence 1053FLIOLPower
        1054FLPredictedRefractiveError 1059FLOphthalmicAxialLengthVelocity
        1065LOLensStatusDescription 1066LOVitreousStatusDescription 1090SQIOLPowerSequence
        1092SQLensConstantSequence 1093LOIOLManufacturer 1094LOLensConstantDescription
        1095LOImplantName 1096SQKeratometryMeasurementTypeCodeSequence 1097LOImplantPartNumber
        1100SQReferencedOphthalmicAxialMeasurementsSequence
        1101SQOphthalmicAxialLengthMeasurementsSegmentNameCodeSequence
        1103SQRefractiveErrorBeforeRefractiveSurgeryCodeSequence 1121FLIOLPowerForExactEmmetropia
        1122FLIOLPowerForExactTargetRefraction 1125SQAnteriorChamberDepthDefinitionCodeSequence
        1127SQLensThicknessSequence 1128SQAnteriorChamberDepthSequence
        112ASQCalculationCommentSequence 112BCSCalculationCommentType 112CLTCalculationComment
        1130FLLensThickness 1131FLAnteriorChamberDepth 1132SQSourceOfLensThicknessDataCodeSequence
        1133SQSourceOfAnteriorChamberDepthDataCodeSequence
        1134SQSourceOfRefractiveMeasurementsSequence
        1135SQSourceOfRefractiveMeasurementsCodeSequence
        1140CSOphthalmicAxialLengthMeasurementModified
        1150SQOphthalmicAxialLengthDataSourceCodeSequence
        1153SQOphthalmicAxialLengthAcquisitionMethodCodeSequence 1155FLSignalToNoiseRatio
        1159LOOphthalmicAxialLengthDataSourceDescription
        1210SQOphthalmicAxialLengthMeasurementsTotalLengthSequence
        1211SQOphthalmicAxialLengthMeasurementsSegmentalLengthSequence
        1212SQOphthalmicAxialLengthMeasurementsLengthSummationSequence
        1220SQUltrasoundOphthalmicAxialLengthMeasurementsSequence
        1225SQOpticalOphthalmicAxialLengthMeasurementsSequence
        1230SQUltrasoundSelectedOphthalmicAxialLengthSequence
        1250SQOphthalmicAxialLengthSelectionMethodCodeSequence
        1255SQOpticalSelectedOphthalmicAxialLengthSequence
        1257SQSelectedSegmentalOphthalmicAxialLengthSequence
        1260SQSelectedTotalOphthalmicAxialLengthSequence
        1262SQOphthalmicAxialLengthQualityMetricSequence
        1265SQOphthalmicAxialLengthQualityMetricTypeCodeSequence
        1273LOOphthalmicAxialLengthQualityMetricTypeDescription
        1300SQIntraocularLensCalculationsRightEyeSequence
        1310SQIntraocularLensCalculationsLeftEyeSequence
        1330SQReferencedOphthalmicAxialLengthMeasurementQCImageSequence
        1415CSOphthalmicMappingDeviceType 1420SQAcquisitionMethodCodeSequence
        1423SQAcquisitionMethodAlgorithmSequence 1436SQOphthalmicThicknessMapTypeCodeSequence
        1443SQOphthalmicThicknessMappingNormalsSequence 1445SQRetinalThicknessDefinitionCodeSequence
        1450SQPixelValueMappingToCodedConceptSequence 1452XSMappedPixelValue
        1454LOPixelValueMappingExplanation 1458SQOphthalmicThicknessMapQualityThresholdSequence
        1460FLOphthalmicThicknessMapThresholdQualityRating 1463FLAnatomicStructureReferencePoint
        1465SQRegistrationToLocalizerSequence 1466CSRegisteredLocalizerUnits
        1467FLRegisteredLocalizerTopLeftHandCorner 1468FLRegisteredLocalizerBottomRightHandCorner
        1470SQOphthalmicThicknessMapQualityRatingSequence 1472SQRelevantOPTAttributesSequence
        1512SQTransformationMethodCodeSequence 1513SQTransformationAlgorithmSequence
        1515CSOphthalmicAxialLengthMethod 1517FLOphthalmicFOV
        1518SQTwoDimensionalToThreeDimensionalMapSequence
        1525SQWideFieldOphthalmicPhotographyQualityRatingSequence
        1526SQWideFieldOphthalmicPhotographyQualityThresholdSequence
        1527FLWideFieldOphthalmicPhotographyThresholdQualityRating
        1528FLXCoordinatesCenterPixelViewAngle 1529FLYCoordinatesCenterPixelViewAngle
        1530ULNumberOfMapPoints 1531OFTwoDimensionalToThreeDimensionalMapData
        1612SQDerivationAlgorithmSequence 1615SQOphthalmicImageTypeCodeSequence
        1616LOOphthalmicImageTypeDescription 1618SQScanPatternTypeCodeSequence
        1620SQReferencedSurfaceMeshIdentificationSequence 1622CSOphthalmicVolumetricPropertiesFlag
        1624FLOphthalmicAnatomicReferencePointXCoordinate
        1626FLOphthalmicAnatomicReferencePointYCoordinate
        1628SQOphthalmicEnFaceImageQualityRatingSequence 1630DSQualityThreshold
        1640SQOCTBscanAnalysisAcquisitionParametersSequence 1642ULNumberOfBscansPerFrame
        1643FLBscanSlabThickness 1644FLDistanceBetweenBscanSlabs 1645FLBscanCycleTime
        1646FLBscanCycleTimeVector 1649FLAscanRate 1650FLBscanRate 1658ULSurfaceMeshZPixelOffset
        @0024 0010FLVisualFieldHorizontalExtent 0011FLVisualFieldVerticalExtent
        0012CSVisualFieldShape 0016SQScreeningTestModeCodeSequence 0018FLMaximumStimulusLuminance
        0020FLBackgroundLuminance 0021SQStimulusColorCodeSequence
        0024SQBackgroundIlluminationColorCodeSequence 0025FLStimulusArea
        0028FLStimulusPresentationTime 0032SQFixationSequence 0033SQFixationMonitoringCodeSequence
        0034SQVisualFieldCatchTrialSequence 0035USFixationCheckedQuantity
        0036USPatientNotProperlyFixatedQuantity 0037CSPresentedVisualStimuliDataFlag
        0038USNumberOfVisualStimuli 0039CSExcessiveFixationLossesDataFlag
        0040CSExcessiveFixationLosses 0042USStimuliRetestingQuantity
        0044LTCommentsOnPatientPerformanceOfVisualField 0045CSFalseNegativesEstimateFlag
        0046FLFalseNegativesEstimate 0048USNegativeCatchTrialsQuantity 0050USFalseNegativesQuantity
        0051CSExcessiveFalseNegativesDataFlag 0052CSExcessiveFalseNegatives
        0053CSFalsePositivesEstimateFlag 0054FLFalsePositivesEstimate 0055CSCatchTrialsDataFlag
        0056USPositiveCatchTrialsQuantity 0057CSTestPointNormalsDataFlag
        0058SQTestPointNormalsSequence 0059CSGlobalDeviationProbabilityNormalsFlag
        0060USFalsePositivesQuantity 0061CSExcessiveFalsePositivesDataFlag
        0062CSExcessiveFalsePositives 0063CSVisualFieldTestNormalsFlag 0064SQResultsNormalsSequence
        0065SQAgeCorrectedSensitivityDeviationAlgorithmSequence 0066FLGlobalDeviationFromNormal
        0067SQGeneralizedDefectSensitivityDeviationAlgorithmSequence
        0068FLLocalizedDeviationFromNormal 0069LOPatientReliabilityIndicator
        0070FLVisualFieldMeanSensitivity 0071FLGlobalDeviationProbability
        0072CSLocalDeviationProbabilityNormalsFlag 0073FLLocalizedDeviationProbability
        0074CSShortTermFluctuationCalculated 0075FLShortTermFluctuation
        0076CSShortTermFluctuationProbabilityCalculated 0077FLShortTermFluctuationProbability
        0078CSCorrectedLocalizedDeviationFromNormalCalculated
        0079FLCorrectedLocalizedDeviationFromNormal
        0080CSCorrectedLocalizedDeviationFromNormalProbabilityCalculated
        0081FLCorrectedLocalizedDeviationFromNormalProbability
        0083SQGlobalDeviationProbabilitySequence 0085SQLocalizedDeviationProbabilitySequence
        0086CSFovealSensitivityMeasured 0087FLFovealSensitivity 0088FLVisualFieldTestDuration
        0089SQVisualFieldTestPointSequence 0090FLVisualFieldTestPointXCoordinate
        0091FLVisualFieldTestPointYCoordinate 0092FLAgeCorrectedSensitivityDeviationValue
        0093CSStimulusResults 0094FLSensitivityValue 0095CSRetestStimulusSeen
        0096FLRetestSensitivityValue 0097SQVisualFieldTestPointNormalsSequence
        0098FLQuantifiedDefect 0100FLAgeCorrectedSensitivityDeviationProbabilityValue
        0102CSGeneralizedDefectCorrectedSensitivityDeviationFlag
        0103FLGeneralizedDefectCorrectedSensitivityDeviationValue
        0104FLGeneralizedDefectCorrectedSensitivityDeviationProbabilityValue
        0105FLMinimumSensitivityValue 0106CSBlindSpotLocalized 0107FLBlindSpotXCoordinate
        0108FLBlindSpotYCoordinate 0110SQVisualAcuityMeasurementSequence
        0112SQRefractiveParametersUsedOnPatientSequence 0113CSMeasurementLaterality
        0114SQOphthalmicPatientClinicalInformationLeftEyeSequence
        0115SQOphthalmicPatientClinicalInformationRightEyeSequence
        0117CSFovealPointNormativeDataFlag 0118FLFovealPointProbabilityValue
        0120CSScreeningBaselineMeasured 0122SQScreeningBaselineMeasuredSequence
        0124CSScreeningBaselineType 0126FLScreeningBaselineValue 0202LOAlgorithmSource
        0306LODataSetName 0307LODataSetVersion 0308LODataSetSource 0309LODataSetDescription
        0317SQVisualFieldTestReliabilityGlobalIndexSequence
        0320SQVisualFieldGlobalResultsIndexSequence 0325SQDataObservationSequence
        0338CSIndexNormalsFlag 0341FLIndexProbability 0344SQIndexProbabilitySequence
        @0028 0002USSamplesPerPixel 0003USSamplesPerPixelUsed 0004CSPhotometricInterpretation
        """
}
