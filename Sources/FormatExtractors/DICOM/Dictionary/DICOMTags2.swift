extension DICOMDictionary {
    /// Part 2 of the data elements, from group 0016 on; see ``entries`` for the form.
    static let part2 = """
        @0016
        0085CSGPSDestLongitudeRef 0086DSGPSDestLongitude 0087CSGPSDestBearingRef
        0088DSGPSDestBearing 0089CSGPSDestDistanceRef 008ADSGPSDestDistance
        008BOBGPSProcessingMethod 008COBGPSAreaInformation 008DDTGPSDateStamp 008EISGPSDifferential
        1001CSLightSourcePolarization 1002DSEmitterColorTemperature 1003CSContactMethod
        1004CSImmersionMedia 1005DSOpticalMagnificationFactor
        @0018 0010LOContrastBolusAgent 0012SQContrastBolusAgentSequence
        0013FLContrastBolusT1Relaxivity 0014SQContrastBolusAdministrationRouteSequence
        0015CSBodyPartExamined 0020CSScanningSequence 0021CSSequenceVariant 0022CSScanOptions
        0023CSMRAcquisitionType 0024SHSequenceName 0025CSAngioFlag
        0026SQInterventionDrugInformationSequence 0027TMInterventionDrugStopTime
        0028DSInterventionDrugDose 0029SQInterventionDrugCodeSequence 002ASQAdditionalDrugSequence
        0030LORadionuclide 0031LORadiopharmaceutical 0032DSEnergyWindowCenterline
        0033DSEnergyWindowTotalWidth 0034LOInterventionDrugName 0035TMInterventionDrugStartTime
        0036SQInterventionSequence 0037CSTherapyType 0038CSInterventionStatus
        0039CSTherapyDescription 003ASTInterventionDescription 0040ISCineRate
        0042CSInitialCineRunState 0050DSSliceThickness 0060DSKVP 0070ISCountsAccumulated
        0071CSAcquisitionTerminationCondition 0072DSEffectiveDuration
        0073CSAcquisitionStartCondition 0074ISAcquisitionStartConditionData
        0075ISAcquisitionTerminationConditionData 0080DSRepetitionTime 0081DSEchoTime
        0082DSInversionTime 0083DSNumberOfAverages 0084DSImagingFrequency 0085SHImagedNucleus
        0086ISEchoNumbers 0087DSMagneticFieldStrength 0088DSSpacingBetweenSlices
        0089ISNumberOfPhaseEncodingSteps 0090DSDataCollectionDiameter 0091ISEchoTrainLength
        0093DSPercentSampling 0094DSPercentPhaseFieldOfView 0095DSPixelBandwidth
        1000LODeviceSerialNumber 1002UIDeviceUID 1003LODeviceID 1004LOPlateID 1005LOGeneratorID
        1006LOGridID 1007LOCassetteID 1008LOGantryID 1009UTUniqueDeviceIdentifier 100ASQUDISequence
        100BUIManufacturerDeviceClassUID 1010LOSecondaryCaptureDeviceID
        1011LOHardcopyCreationDeviceID 1012DADateOfSecondaryCapture 1014TMTimeOfSecondaryCapture
        1016LOSecondaryCaptureDeviceManufacturer 1017LOHardcopyDeviceManufacturer
        1018LOSecondaryCaptureDeviceManufacturerModelName
        1019LOSecondaryCaptureDeviceSoftwareVersions 101ALOHardcopyDeviceSoftwareVersion
        101BLOHardcopyDeviceManufacturerModelName 1020LOSoftwareVersions
        1022SHVideoImageFormatAcquired 1023LODigitalImageFormatAcquired 1030LOProtocolName
        1040LOContrastBolusRoute 1041DSContrastBolusVolume 1042TMContrastBolusStartTime
        1043TMContrastBolusStopTime 1044DSContrastBolusTotalDose 1045ISSyringeCounts
        1046DSContrastFlowRate 1047DSContrastFlowDuration 1048CSContrastBolusIngredient
        1049DSContrastBolusIngredientConcentration 1050DSSpatialResolution 1060DSTriggerTime
        1061LOTriggerSourceOrType 1062ISNominalInterval 1063DSFrameTime 1064LOCardiacFramingType
        1065DSFrameTimeVector 1066DSFrameDelay 1067DSImageTriggerDelay
        1068DSMultiplexGroupTimeOffset 1069DSTriggerTimeOffset 106ACSSynchronizationTrigger
        106CUSSynchronizationChannel 106EULTriggerSamplePosition 1070LORadiopharmaceuticalRoute
        1071DSRadiopharmaceuticalVolume 1072TMRadiopharmaceuticalStartTime
        1073TMRadiopharmaceuticalStopTime 1074DSRadionuclideTotalDose 1075DSRadionuclideHalfLife
        1076DSRadionuclidePositronFraction 1077DSRadiopharmaceuticalSpecificActivity
        1078DTRadiopharmaceuticalStartDateTime 1079DTRadiopharmaceuticalStopDateTime
        1080CSBeatRejectionFlag 1081ISLowRRValue 1082ISHighRRValue 1083ISIntervalsAcquired
        1084ISIntervalsRejected 1085LOPVCRejection 1086ISSkipBeats 1088ISHeartRate
        1090ISCardiacNumberOfImages 1094ISTriggerWindow 1100DSReconstructionDiameter
        1110DSDistanceSourceToDetector 1111DSDistanceSourceToPatient
        1114DSEstimatedRadiographicMagnificationFactor 1120DSGantryDetectorTilt
        1121DSGantryDetectorSlew 1130DSTableHeight 1131DSTableTraverse 1134CSTableMotion
        1135DSTableVerticalIncrement 1136DSTableLateralIncrement 1137DSTableLongitudinalIncrement
        1138DSTableAngle 113ACSTableType 1140CSRotationDirection 1141DSAngularPosition
        1142DSRadialPosition 1143DSScanArc 1144DSAngularStep 1145DSCenterOfRotationOffset
        1146DSRotationOffset 1147CSFieldOfViewShape 1149ISFieldOfViewDimensions 1150ISExposureTime
        1151ISXRayTubeCurrent 1152ISExposure 1153ISExposureInuAs 1154DSAveragePulseWidth
        1155CSRadiationSetting 1156CSRectificationType 115ACSRadiationMode
        115EDSImageAndFluoroscopyAreaDoseProduct 1160SHFilterType 1161LOTypeOfFilters
        1162DSIntensifierSize 1164DSImagerPixelSpacing 1166CSGrid 1170ISGeneratorPower
        1180SHCollimatorGridName 1181CSCollimatorType 1182ISFocalDistance 1183DSXFocusCenter
        1184DSYFocusCenter 1190DSFocalSpots 1191CSAnodeTargetMaterial 11A0DSBodyPartThickness
        11A2DSCompressionForce 11A3DSCompressionPressure 11A4LOPaddleDescription
        11A5DSCompressionContactArea 11B0LOAcquisitionMode 11B1LODoseModeName
        11B2CSAcquiredSubtractionMaskFlag 11B3CSFluoroscopyPersistenceFlag
        11B4CSFluoroscopyLastImageHoldPersistenceFlag
        11B5ISUpperLimitNumberOfPersistentFluoroscopyFrames
        11B6CSContrastBolusAutoInjectionTriggerFlag 11B7FDContrastBolusInjectionDelay
        11B8SQXAAcquisitionPhaseDetailsSequence 11B9FDXAAcquisitionFrameRate
        11BASQXAPlaneDetailsSequence 11BBLOAcquisitionFieldOfViewLabel
        11BCSQXRayFilterDetailsSequence 11BDFDXAAcquisitionDuration 11BECSReconstructionPipelineType
        11BFSQImageFilterDetailsSequence 11C0CSAppliedMaskSubtractionFlag
        11C1SQRequestedSeriesDescriptionCodeSequence 1200DADateOfLastCalibration
        1201TMTimeOfLastCalibration 1202DTDateTimeOfLastCalibration 1203DTCalibrationDateTime
        1204DADateOfManufacture 1205DADateOfInstallation 1210SHConvolutionKernel
        1240ISUpperLowerPixelValues 1242ISActualFrameDuration 1243ISCountRate
        1244USPreferredPlaybackSequencing 1250SHReceiveCoilName 1251SHTransmitCoilName
        1260SHPlateType 1261LOPhosphorType 1271FDWaterEquivalentDiameter
        1272SQWaterEquivalentDiameterCalculationMethodCodeSequence 1300DSScanVelocity
        1301CSWholeBodyTechnique 1302ISScanLength 1310USAcquisitionMatrix
        1312CSInPlanePhaseEncodingDirection 1314DSFlipAngle 1315CSVariableFlipAngleFlag 1316DSSAR
        1318DSdBdt 1320FLB1rms 1400LOAcquisitionDeviceProcessingDescription
        1401LOAcquisitionDeviceProcessingCode 1402CSCassetteOrientation 1403CSCassetteSize
        1404USExposuresOnPlate 1405ISRelativeXRayExposure 1411DSExposureIndex
        1412DSTargetExposureIndex 1413DSDeviationIndex 1450DSColumnAngulation 1460DSTomoLayerHeight
        1470DSTomoAngle 1480DSTomoTime 1490CSTomoType 1491CSTomoClass
        1495ISNumberOfTomosynthesisSourceImages 1500CSPositionerMotion 1508CSPositionerType
        1510DSPositionerPrimaryAngle 1511DSPositionerSecondaryAngle
        1520DSPositionerPrimaryAngleIncrement 1521DSPositionerSecondaryAngleIncrement
        1530DSDetectorPrimaryAngle 1531DSDetectorSecondaryAngle 1600CSShutterShape
        1602ISShutterLeftVerticalEdge 1604ISShutterRightVerticalEdge
        1606ISShutterUpperHorizontalEdge 1608ISShutterLowerHorizontalEdge
        1610ISCenterOfCircularShutter 1612ISRadiusOfCircularShutter
        1620ISVerticesOfThePolygonalShutter 1622USShutterPresentationValue 1623USShutterOverlayGroup
        1624USShutterPresentationColorCIELabValue 1630CSOutlineShapeType
        1631FDOutlineLeftVerticalEdge 1632FDOutlineRightVerticalEdge
        1633FDOutlineUpperHorizontalEdge 1634FDOutlineLowerHorizontalEdge
        1635FDCenterOfCircularOutline 1636FDDiameterOfCircularOutline
        1637ULNumberOfPolygonalVertices 1638OFVerticesOfThePolygonalOutline 1700CSCollimatorShape
        1702ISCollimatorLeftVerticalEdge 1704ISCollimatorRightVerticalEdge
        1706ISCollimatorUpperHorizontalEdge 1708ISCollimatorLowerHorizontalEdge
        1710ISCenterOfCircularCollimator 1712ISRadiusOfCircularCollimator
        1720ISVerticesOfThePolygonalCollimator 1800CSAcquisitionTimeSynchronized 1801SHTimeSource
        1802CSTimeDistributionProtocol 1803LONTPSourceAddress 2001ISPageNumberVector
        2002SHFrameLabelVector 2003DSFramePrimaryAngleVector 2004DSFrameSecondaryAngleVector
        2005DSSliceLocationVector 2006SHDisplayWindowLabelVector 2010DSNominalScannedPixelSpacing
        2020CSDigitizingDeviceTransportDirection 2030DSRotationOfScannedFilm
        2041SQBiopsyTargetSequence 2042UITargetUID 2043FLLocalizingCursorPosition
        2044FLCalculatedTargetPosition 2045SHTargetLabel 2046FLDisplayedZValue 3100CSIVUSAcquisition
        3101DSIVUSPullbackRate 3102DSIVUSGatedRate 3103ISIVUSPullbackStartFrameNumber
        3104ISIVUSPullbackStopFrameNumber 3105ISLesionNumber 4000LTAcquisitionComments
        5000SHOutputPower 5010LOTransducerData 5011SQTransducerIdentificationSequence
        5012DSFocusDepth 5020LOProcessingFunction 5021LOPostprocessingFunction 5022DSMechanicalIndex
        5024DSBoneThermalIndex 5026DSCranialThermalIndex 5027DSSoftTissueThermalIndex
        5028DSSoftTissueFocusThermalIndex 5029DSSoftTissueSurfaceThermalIndex 5030DSDynamicRange
        5040DSTotalGain 5050ISDepthOfScanField 5100CSPatientPosition 5101CSViewPosition
        5104SQProjectionEponymousNameCodeSequence 5210DSImageTransformationMatrix
        5212DSImageTranslationVector 6000DSSensitivity 6011SQSequenceOfUltrasoundRegions
        6012USRegionSpatialFormat 6014USRegionDataType 6016ULRegionFlags 6018ULRegionLocationMinX0
        601AULRegionLocationMinY0 601CULRegionLocationMaxX1 601EULRegionLocationMaxY1
        6020SLReferencePixelX0 6022SLReferencePixelY0 6024USPhysicalUnitsXDirection
        6026USPhysicalUnitsYDirection 6028FDReferencePixelPhysicalValueX
        602AFDReferencePixelPhysicalValueY 602CFDPhysicalDeltaX 602EFDPhysicalDeltaY
        6030ULTransducerFrequency 6031CSTransducerType 6032ULPulseRepetitionFrequency
        6034FDDopplerCorrectionAngle 6036FDSteeringAngle 6038ULDopplerSampleVolumeXPositionRetired
        6039SLDopplerSampleVolumeXPosition 603AULDopplerSampleVolumeYPositionRetired
        603BSLDopplerSampleVolumeYPosition 603CULTMLinePositionX0Retired 603DSLTMLinePositionX0
        603EULTMLinePositionY0Retired 603FSLTMLinePositionY0 6040ULTMLinePositionX1Retired
        6041SLTMLinePositionX1 6042ULTMLinePositionY1Retired 6043SLTMLinePositionY1
        6044USPixelComponentOrganization 6046ULPixelComponentMask 6048ULPixelComponentRangeStart
        604AULPixelComponentRangeStop 604CUSPixelComponentPhysicalUnits 604EUSPixelComponentDataType
        6050ULNumberOfTableBreakPoints 6052ULTableOfXBreakPoints 6054FDTableOfYBreakPoints
        6056ULNumberOfTableEntries 6058ULTableOfPixelValues 605AFLTableOfParameterValues
        6060FLRWaveTimeVector 6070USActiveImageAreaOverlayGroup 7000CSDetectorConditionsNominalFlag
        7001DSDetectorTemperature 7004CSDetectorType 7005CSDetectorConfiguration
        7006LTDetectorDescription 7008LTDetectorMode 700ASHDetectorID
        700CDADateOfLastDetectorCalibration 700ETMTimeOfLastDetectorCalibration
        7010ISExposuresOnDetectorSinceLastCalibration 7011ISExposuresOnDetectorSinceManufactured
        7012DSDetectorTimeSinceLastExposure 7014DSDetectorActiveTime
        7016DSDetectorActivationOffsetFromExposure 701ADSDetectorBinning
        7020DSDetectorElementPhysicalSize 7022DSDetectorElementSpacing 7024CSDetectorActiveShape
        7026DSDetectorActiveDimensions 7028DSDetectorActiveOrigin 702ALODetectorManufacturerName
        702BLODetectorManufacturerModelName 7030DSFieldOfViewOrigin 7032DSFieldOfViewRotation
        7034CSFieldOfViewHorizontalFlip 7036FLPixelDataAreaOriginRelativeToFOV
        7038FLPixelDataAreaRotationAngleRelativeToFOV 7040LTGridAbsorbingMaterial
        7041LTGridSpacingMaterial 7042DSGridThickness 7044DSGridPitch 7046ISGridAspectRatio
        7048DSGridPeriod 704CDSGridFocalDistance 7050CSFilterMaterial 7052DSFilterThicknessMinimum
        7054DSFilterThicknessMaximum 7056FLFilterBeamPathLengthMinimum
        7058FLFilterBeamPathLengthMaximum 7060CSExposureControlMode
        7062LTExposureControlModeDescription 7064CSExposureStatus 7065DSPhototimerSetting
        8150DSExposureTimeInuS 8151DSXRayTubeCurrentInuA 9004CSContentQualification
        9005SHPulseSequenceName 9006SQMRImagingModifierSequence 9008CSEchoPulseSequence
        9009CSInversionRecovery 9010CSFlowCompensation 9011CSMultipleSpinEcho
        9012CSMultiPlanarExcitation 9014CSPhaseContrast 9015CSTimeOfFlightContrast 9016CSSpoiling
        9017CSSteadyStatePulseSequence 9018CSEchoPlanarPulseSequence 9019FDTagAngleFirstAxis
        9020CSMagnetizationTransfer 9021CST2Preparation 9022CSBloodSignalNulling
        9024CSSaturationRecovery 9025CSSpectrallySelectedSuppression
        9026CSSpectrallySelectedExcitation 9027CSSpatialPresaturation 9028CSTagging
        9029CSOversamplingPhase 9030FDTagSpacingFirstDimension 9032CSGeometryOfKSpaceTraversal
        9033CSSegmentedKSpaceTraversal 9034CSRectilinearPhaseEncodeReordering 9035FDTagThickness
        9036CSPartialFourierDirection 9037CSCardiacSynchronizationTechnique
        9041LOReceiveCoilManufacturerName 9042SQMRReceiveCoilSequence 9043CSReceiveCoilType
        9044CSQuadratureReceiveCoil 9045SQMultiCoilDefinitionSequence 9046LOMultiCoilConfiguration
        9047SHMultiCoilElementName 9048CSMultiCoilElementUsed 9049SQMRTransmitCoilSequence
        9050LOTransmitCoilManufacturerName 9051CSTransmitCoilType 9052FDSpectralWidth
        9053FDChemicalShiftReference 9054CSVolumeLocalizationTechnique
        9058USMRAcquisitionFrequencyEncodingSteps 9059CSDecoupling 9060CSDecoupledNucleus
        9061FDDecouplingFrequency 9062CSDecouplingMethod 9063FDDecouplingChemicalShiftReference
        9064CSKSpaceFiltering 9065CSTimeDomainFiltering 9066USNumberOfZeroFills
        9067CSBaselineCorrection 9069FDParallelReductionFactorInPlane
        9070FDCardiacRRIntervalSpecified 9073FDAcquisitionDuration 9074DTFrameAcquisitionDateTime
        9075CSDiffusionDirectionality 9076SQDiffusionGradientDirectionSequence
        9077CSParallelAcquisition 9078CSParallelAcquisitionTechnique 9079FDInversionTimes
        9080STMetaboliteMapDescription 9081CSPartialFourier 9082FDEffectiveEchoTime
        9083SQMetaboliteMapCodeSequence 9084SQChemicalShiftSequence 9085CSCardiacSignalSource
        9087FDDiffusionBValue 9089FDDiffusionGradientOrientation 9090FDVelocityEncodingDirection
        9091FDVelocityEncodingMinimumValue 9092SQVelocityEncodingAcquisitionSequence
        9093USNumberOfKSpaceTrajectories 9094CSCoverageOfKSpace
        9095ULSpectroscopyAcquisitionPhaseRows 9096FDParallelReductionFactorInPlaneRetired
        9098FDTransmitterFrequency 9100CSResonantNucleus 9101CSFrequencyCorrection
        9103SQMRSpectroscopyFOVGeometrySequence 9104FDSlabThickness 9105FDSlabOrientation
        9106FDMidSlabPosition 9107SQMRSpatialSaturationSequence
        9112SQMRTimingAndRelatedParametersSequence 9114SQMREchoSequence 9115SQMRModifierSequence
        9117SQMRDiffusionSequence 9118SQCardiacSynchronizationSequence 9119SQMRAveragesSequence
        9125SQMRFOVGeometrySequence 9126SQVolumeLocalizationSequence
        9127ULSpectroscopyAcquisitionDataColumns 9147CSDiffusionAnisotropyType
        9151DTFrameReferenceDateTime 9152SQMRMetaboliteMapSequence
        9155FDParallelReductionFactorOutOfPlane 9159ULSpectroscopyAcquisitionOutOfPlanePhaseSteps
        9166CSBulkMotionStatus 9168FDParallelReductionFactorSecondInPlane
        9169CSCardiacBeatRejectionTechnique 9170CSRespiratoryMotionCompensationTechnique
        9171CSRespiratorySignalSource 9172CSBulkMotionCompensationTechnique
        9173CSBulkMotionSignalSource 9174CSApplicableSafetyStandardAgency
        9175LOApplicableSafetyStandardDescription 9176SQOperatingModeSequence
        9177CSOperatingModeType 9178CSOperatingMode 9179CSSpecificAbsorptionRateDefinition
        9180CSGradientOutputType 9181FDSpecificAbsorptionRateValue 9182FDGradientOutput
        9183CSFlowCompensationDirection 9184FDTaggingDelay
        9185STRespiratoryMotionCompensationTechniqueDescription 9186SHRespiratorySignalSourceID
        9195FDChemicalShiftMinimumIntegrationLimitInHz
        9196FDChemicalShiftMaximumIntegrationLimitInHz 9197SQMRVelocityEncodingSequence
        9198CSFirstOrderPhaseCorrection 9199CSWaterReferencedPhaseCorrection
        9200CSMRSpectroscopyAcquisitionType 9214CSRespiratoryCyclePosition
        9217FDVelocityEncodingMaximumValue 9218FDTagSpacingSecondDimension 9219SSTagAngleSecondAxis
        9220FDFrameAcquisitionDuration 9226SQMRImageFrameTypeSequence
        9227SQMRSpectroscopyFrameTypeSequence 9231USMRAcquisitionPhaseEncodingStepsInPlane
        9232USMRAcquisitionPhaseEncodingStepsOutOfPlane 9234ULSpectroscopyAcquisitionPhaseColumns
        9236CSCardiacCyclePosition 9239SQSpecificAbsorptionRateSequence 9240USRFEchoTrainLength
        9241USGradientEchoTrainLength 9250CSArterialSpinLabelingContrast
        9251SQMRArterialSpinLabelingSequence 9252LOASLTechniqueDescription 9253USASLSlabNumber
        9254FDASLSlabThickness 9255FDASLSlabOrientation 9256FDASLMidSlabPosition 9257CSASLContext
        9258ULASLPulseTrainDuration 9259CSASLCrusherFlag 925AFDASLCrusherFlowLimit
        925BLOASLCrusherDescription 925CCSASLBolusCutoffFlag 925DSQASLBolusCutoffTimingSequence
        925ELOASLBolusCutoffTechnique 925FULASLBolusCutoffDelayTime 9260SQASLSlabSequence
        9295FDChemicalShiftMinimumIntegrationLimitInppm
        9296FDChemicalShiftMaximumIntegrationLimitInppm 9297CSWaterReferenceAcquisition
        9298ISEchoPeakPosition 9301SQCTAcquisitionTypeSequence 9302CSAcquisitionType 9303FDTubeAngle
        9304SQCTAcquisitionDetailsSequence 9305FDRevolutionTime 9306FDSingleCollimationWidth
        9307FDTotalCollimationWidth 9308SQCTTableDynamicsSequence 9309FDTableSpeed
        9310FDTableFeedPerRotation 9311FDSpiralPitchFactor 9312SQCTGeometrySequence
        9313FDDataCollectionCenterPatient 9314SQCTReconstructionSequence
        9315CSReconstructionAlgorithm 9316CSConvolutionKernelGroup 9317FDReconstructionFieldOfView
        9318FDReconstructionTargetCenterPatient 9319FDReconstructionAngle 9320SHImageFilter
        9321SQCTExposureSequence 9322FDReconstructionPixelSpacing 9323CSExposureModulationType
        9324FDEstimatedDoseSaving 9325SQCTXRayDetailsSequence 9326SQCTPositionSequence
        9327FDTablePosition 9328FDExposureTimeInms 9329SQCTImageFrameTypeSequence
        9330FDXRayTubeCurrentInmA 9332FDExposureInmAs 9333CSConstantVolumeFlag 9334CSFluoroscopyFlag
        9335FDDistanceSourceToDataCollectionCenter 9337USContrastBolusAgentNumber
        9338SQContrastBolusIngredientCodeSequence 9340SQContrastAdministrationProfileSequence
        9341SQContrastBolusUsageSequence 9342CSContrastBolusAgentAdministered
        9343CSContrastBolusAgentDetected 9344CSContrastBolusAgentPhase 9345FDCTDIvol
        9346SQCTDIPhantomTypeCodeSequence 9351FLCalciumScoringMassFactorPatient
        9352FLCalciumScoringMassFactorDevice 9353FLEnergyWeightingFactor
        9360SQCTAdditionalXRaySourceSequence 9361CSMultienergyCTAcquisition
        9362SQMultienergyCTAcquisitionSequence 9363SQMultienergyCTProcessingSequence
        9364SQMultienergyCTCharacteristicsSequence 9365SQMultienergyCTXRaySourceSequence
        9366USXRaySourceIndex 9367UCXRaySourceID 9368CSMultienergySourceTechnique
        9369DTSourceStartDateTime 936ADTSourceEndDateTime 936BUSSwitchingPhaseNumber
        936CDSSwitchingPhaseNominalDuration 936DDSSwitchingPhaseTransitionDuration
        936EDSEffectiveBinEnergy 936FSQMultienergyCTXRayDetectorSequence 9370USXRayDetectorIndex
        9371UCXRayDetectorID 9372CSMultienergyDetectorType 9373STXRayDetectorLabel
        9374DSNominalMaxEnergy 9375DSNominalMinEnergy 9376USReferencedXRayDetectorIndex
        9377USReferencedXRaySourceIndex 9378USReferencedPathIndex 9379SQMultienergyCTPathSequence
        937AUSMultienergyCTPathIndex 937BUTMultienergyAcquisitionDescription
        937CFDMonoenergeticEnergyEquivalent 937DSQMaterialCodeSequence 937ECSDecompositionMethod
        937FUTDecompositionDescription 9380SQDecompositionAlgorithmIdentificationSequence
        9381SQDecompositionMaterialSequence 9382SQMaterialAttenuationSequence 9383DSPhotonEnergy
        9384DSXRayMassAttenuationCoefficient 9401SQProjectionPixelCalibrationSequence
        9402FLDistanceSourceToIsocenter 9403FLDistanceObjectToTableTop
        9404FLObjectPixelSpacingInCenterOfBeam 9405SQPositionerPositionSequence
        9406SQTablePositionSequence 9407SQCollimatorShapeSequence 9410CSPlanesInAcquisition
        9412SQXAXRFFrameCharacteristicsSequence 9417SQFrameAcquisitionSequence
        9420CSXRayReceptorType 9423LOAcquisitionProtocolName 9424LTAcquisitionProtocolDescription
        9425CSContrastBolusIngredientOpaque 9426FLDistanceReceptorPlaneToDetectorHousing
        9427CSIntensifierActiveShape 9428FLIntensifierActiveDimensions 9429FLPhysicalDetectorSize
        9430FLPositionOfIsocenterProjection 9432SQFieldOfViewSequence 9433LOFieldOfViewDescription
        9434SQExposureControlSensingRegionsSequence 9435CSExposureControlSensingRegionShape
        9436SSExposureControlSensingRegionLeftVerticalEdge
        9437SSExposureControlSensingRegionRightVerticalEdge
        9438SSExposureControlSensingRegionUpperHorizontalEdge
        9439SSExposureControlSensingRegionLowerHorizontalEdge
        9440SSCenterOfCircularExposureControlSensingRegion
        9441USRadiusOfCircularExposureControlSensingRegion
        9442SSVerticesOfThePolygonalExposureControlSensingRegion 9447FLColumnAngulationPatient
        9449FLBeamAngle 9451SQFrameDetectorParametersSequence 9452FLCalculatedAnatomyThickness
        9455SQCalibrationSequence 9456SQObjectThicknessSequence 9457CSPlaneIdentification
        9461FLFieldOfViewDimensionsInFloat 9462SQIsocenterReferenceSystemSequence
        9463FLPositionerIsocenterPrimaryAngle 9464FLPositionerIsocenterSecondaryAngle
        9465FLPositionerIsocenterDetectorRotationAngle 9466FLTableXPositionToIsocenter
        9467FLTableYPositionToIsocenter 9468FLTableZPositionToIsocenter
        9469FLTableHorizontalRotationAngle 9470FLTableHeadTiltAngle 9471FLTableCradleTiltAngle
        9472SQFrameDisplayShutterSequence 9473FLAcquiredImageAreaDoseProduct
        9474CSCArmPositionerTabletopRelationship 9476SQXRayGeometrySequence
        9477SQIrradiationEventIdentificationSequence 9504SQXRay3DFrameTypeSequence
        9506SQContributingSourcesSequence 9507SQXRay3DAcquisitionSequence
        9508FLPrimaryPositionerScanArc 9509FLSecondaryPositionerScanArc
        9510FLPrimaryPositionerScanStartAngle 9511FLSecondaryPositionerScanStartAngle
        9514FLPrimaryPositionerIncrement 9515FLSecondaryPositionerIncrement
        """
}
