extension DICOMDictionary {
    /// Part 7 of the data elements, from group 3008 on; see ``entries`` for the form.
    static let part7 = """
        @3008
        0140SQRecordedSourceApplicatorSequence 0142ISReferencedSourceApplicatorNumber
        0150SQRecordedChannelShieldSequence 0152ISReferencedChannelShieldNumber
        0160SQBrachyControlPointDeliveredSequence 0162DASafePositionExitDate
        0164TMSafePositionExitTime 0166DASafePositionReturnDate 0168TMSafePositionReturnTime
        0171SQPulseSpecificBrachyControlPointDeliveredSequence 0172USPulseNumber
        0173SQBrachyPulseControlPointDeliveredSequence 0200CSCurrentTreatmentStatus
        0202STTreatmentStatusComment 0220SQFractionGroupSummarySequence
        0223ISReferencedFractionNumber 0224CSFractionGroupType 0230CSBeamStopperPosition
        0240SQFractionStatusSummarySequence 0250DATreatmentDate 0251TMTreatmentTime
        @300A 0002SHRTPlanLabel 0003LORTPlanName 0004STRTPlanDescription 0006DARTPlanDate
        0007TMRTPlanTime 0009LOTreatmentProtocols 000ACSPlanIntent 000BLOTreatmentSites
        000CCSRTPlanGeometry 000ESTPrescriptionDescription 0010SQDoseReferenceSequence
        0012ISDoseReferenceNumber 0013UIDoseReferenceUID 0014CSDoseReferenceStructureType
        0015CSNominalBeamEnergyUnit 0016LODoseReferenceDescription
        0018DSDoseReferencePointCoordinates 001ADSNominalPriorDose 0020CSDoseReferenceType
        0021DSConstraintWeight 0022DSDeliveryWarningDose 0023DSDeliveryMaximumDose
        0025DSTargetMinimumDose 0026DSTargetPrescriptionDose 0027DSTargetMaximumDose
        0028DSTargetUnderdoseVolumeFraction 002ADSOrganAtRiskFullVolumeDose
        002BDSOrganAtRiskLimitDose 002CDSOrganAtRiskMaximumDose
        002DDSOrganAtRiskOverdoseVolumeFraction 0040SQToleranceTableSequence
        0042ISToleranceTableNumber 0043SHToleranceTableLabel 0044DSGantryAngleTolerance
        0046DSBeamLimitingDeviceAngleTolerance 0048SQBeamLimitingDeviceToleranceSequence
        004ADSBeamLimitingDevicePositionTolerance 004BFLSnoutPositionTolerance
        004CDSPatientSupportAngleTolerance 004EDSTableTopEccentricAngleTolerance
        004FFLTableTopPitchAngleTolerance 0050FLTableTopRollAngleTolerance
        0051DSTableTopVerticalPositionTolerance 0052DSTableTopLongitudinalPositionTolerance
        0053DSTableTopLateralPositionTolerance 0054UITableTopPositionAlignmentUID
        0055CSRTPlanRelationship 0070SQFractionGroupSequence 0071ISFractionGroupNumber
        0072LOFractionGroupDescription 0078ISNumberOfFractionsPlanned
        0079ISNumberOfFractionPatternDigitsPerDay 007AISRepeatFractionCycleLength
        007BLTFractionPattern 0080ISNumberOfBeams 0082DSBeamDoseSpecificationPoint
        0083UIReferencedDoseReferenceUID 0084DSBeamDose 0086DSBeamMeterset 0088FLBeamDosePointDepth
        0089FLBeamDosePointEquivalentDepth 008AFLBeamDosePointSSD 008BCSBeamDoseMeaning
        008CSQBeamDoseVerificationControlPointSequence 008DFLAverageBeamDosePointDepth
        008EFLAverageBeamDosePointEquivalentDepth 008FFLAverageBeamDosePointSSD 0090CSBeamDoseType
        0091DSAlternateBeamDose 0092CSAlternateBeamDoseType 0093CSDepthValueAveragingFlag
        0094DSBeamDosePointSourceToExternalContourDistance 00A0ISNumberOfBrachyApplicationSetups
        00A2DSBrachyApplicationSetupDoseSpecificationPoint 00A4DSBrachyApplicationSetupDose
        00B0SQBeamSequence 00B2SHTreatmentMachineName 00B3CSPrimaryDosimeterUnit
        00B4DSSourceAxisDistance 00B6SQBeamLimitingDeviceSequence 00B8CSRTBeamLimitingDeviceType
        00BADSSourceToBeamLimitingDeviceDistance 00BBFLIsocenterToBeamLimitingDeviceDistance
        00BCISNumberOfLeafJawPairs 00BEDSLeafPositionBoundaries 00C0ISBeamNumber 00C2LOBeamName
        00C3STBeamDescription 00C4CSBeamType 00C5FDBeamDeliveryDurationLimit 00C6CSRadiationType
        00C7CSHighDoseTechniqueType 00C8ISReferenceImageNumber
        00CASQPlannedVerificationImageSequence 00CCLOImagingDeviceSpecificAcquisitionParameters
        00CECSTreatmentDeliveryType 00D0ISNumberOfWedges 00D1SQWedgeSequence 00D2ISWedgeNumber
        00D3CSWedgeType 00D4SHWedgeID 00D5ISWedgeAngle 00D6DSWedgeFactor
        00D7FLTotalWedgeTrayWaterEquivalentThickness 00D8DSWedgeOrientation
        00D9FLIsocenterToWedgeTrayDistance 00DADSSourceToWedgeTrayDistance
        00DBFLWedgeThinEdgePosition 00DCSHBolusID 00DDSTBolusDescription 00DEDSEffectiveWedgeAngle
        00E0ISNumberOfCompensators 00E1SHMaterialID 00E2DSTotalCompensatorTrayFactor
        00E3SQCompensatorSequence 00E4ISCompensatorNumber 00E5SHCompensatorID
        00E6DSSourceToCompensatorTrayDistance 00E7ISCompensatorRows 00E8ISCompensatorColumns
        00E9DSCompensatorPixelSpacing 00EADSCompensatorPosition 00EBDSCompensatorTransmissionData
        00ECDSCompensatorThicknessData 00EDISNumberOfBoli 00EECSCompensatorType
        00EFSHCompensatorTrayID 00F0ISNumberOfBlocks 00F2DSTotalBlockTrayFactor
        00F3FLTotalBlockTrayWaterEquivalentThickness 00F4SQBlockSequence 00F5SHBlockTrayID
        00F6DSSourceToBlockTrayDistance 00F7FLIsocenterToBlockTrayDistance 00F8CSBlockType
        00F9LOAccessoryCode 00FACSBlockDivergence 00FBCSBlockMountingPosition 00FCISBlockNumber
        00FELOBlockName 0100DSBlockThickness 0102DSBlockTransmission 0104ISBlockNumberOfPoints
        0106DSBlockData 0107SQApplicatorSequence 0108SHApplicatorID 0109CSApplicatorType
        010ALOApplicatorDescription 010CDSCumulativeDoseReferenceCoefficient
        010EDSFinalCumulativeMetersetWeight 0110ISNumberOfControlPoints 0111SQControlPointSequence
        0112ISControlPointIndex 0114DSNominalBeamEnergy 0115DSDoseRateSet
        0116SQWedgePositionSequence 0118CSWedgePosition 011ASQBeamLimitingDevicePositionSequence
        011CDSLeafJawPositions 011EDSGantryAngle 011FCSGantryRotationDirection
        0120DSBeamLimitingDeviceAngle 0121CSBeamLimitingDeviceRotationDirection
        0122DSPatientSupportAngle 0123CSPatientSupportRotationDirection
        0124DSTableTopEccentricAxisDistance 0125DSTableTopEccentricAngle
        0126CSTableTopEccentricRotationDirection 0128DSTableTopVerticalPosition
        0129DSTableTopLongitudinalPosition 012ADSTableTopLateralPosition 012CDSIsocenterPosition
        012EDSSurfaceEntryPoint 0130DSSourceToSurfaceDistance
        0131FLAverageBeamDosePointSourceToExternalContourDistance
        0132FLSourceToExternalContourDistance 0133FLExternalContourEntryPoint
        0134DSCumulativeMetersetWeight 0140FLTableTopPitchAngle 0142CSTableTopPitchRotationDirection
        0144FLTableTopRollAngle 0146CSTableTopRollRotationDirection 0148FLHeadFixationAngle
        014AFLGantryPitchAngle 014CCSGantryPitchRotationDirection 014EFLGantryPitchAngleTolerance
        0150CSFixationEye 0151DSChairHeadFramePosition 0152DSHeadFixationAngleTolerance
        0153DSChairHeadFramePositionTolerance 0154DSFixationLightAzimuthalAngleTolerance
        0155DSFixationLightPolarAngleTolerance 0180SQPatientSetupSequence 0182ISPatientSetupNumber
        0183LOPatientSetupLabel 0184LOPatientAdditionalPosition 0190SQFixationDeviceSequence
        0192CSFixationDeviceType 0194SHFixationDeviceLabel 0196STFixationDeviceDescription
        0198SHFixationDevicePosition 0199FLFixationDevicePitchAngle 019AFLFixationDeviceRollAngle
        01A0SQShieldingDeviceSequence 01A2CSShieldingDeviceType 01A4SHShieldingDeviceLabel
        01A6STShieldingDeviceDescription 01A8SHShieldingDevicePosition 01B0CSSetupTechnique
        01B2STSetupTechniqueDescription 01B4SQSetupDeviceSequence 01B6CSSetupDeviceType
        01B8SHSetupDeviceLabel 01BASTSetupDeviceDescription 01BCDSSetupDeviceParameter
        01D0STSetupReferenceDescription 01D2DSTableTopVerticalSetupDisplacement
        01D4DSTableTopLongitudinalSetupDisplacement 01D6DSTableTopLateralSetupDisplacement
        0200CSBrachyTreatmentTechnique 0202CSBrachyTreatmentType 0206SQTreatmentMachineSequence
        0210SQSourceSequence 0212ISSourceNumber 0214CSSourceType 0216LOSourceManufacturer
        0218DSActiveSourceDiameter 021ADSActiveSourceLength 021BSHSourceModelID
        021CLOSourceDescription 0222DSSourceEncapsulationNominalThickness
        0224DSSourceEncapsulationNominalTransmission 0226LOSourceIsotopeName
        0228DSSourceIsotopeHalfLife 0229CSSourceStrengthUnits 022ADSReferenceAirKermaRate
        022BDSSourceStrength 022CDASourceStrengthReferenceDate 022ETMSourceStrengthReferenceTime
        0230SQApplicationSetupSequence 0232CSApplicationSetupType 0234ISApplicationSetupNumber
        0236LOApplicationSetupName 0238LOApplicationSetupManufacturer 0240ISTemplateNumber
        0242SHTemplateType 0244LOTemplateName 0250DSTotalReferenceAirKerma
        0260SQBrachyAccessoryDeviceSequence 0262ISBrachyAccessoryDeviceNumber
        0263SHBrachyAccessoryDeviceID 0264CSBrachyAccessoryDeviceType
        0266LOBrachyAccessoryDeviceName 026ADSBrachyAccessoryDeviceNominalThickness
        026CDSBrachyAccessoryDeviceNominalTransmission 0271DSChannelEffectiveLength
        0272DSChannelInnerLength 0273SHAfterloaderChannelID 0274DSSourceApplicatorTipLength
        0280SQChannelSequence 0282ISChannelNumber 0284DSChannelLength 0286DSChannelTotalTime
        0288CSSourceMovementType 028AISNumberOfPulses 028CDSPulseRepetitionInterval
        0290ISSourceApplicatorNumber 0291SHSourceApplicatorID 0292CSSourceApplicatorType
        0294LOSourceApplicatorName 0296DSSourceApplicatorLength 0298LOSourceApplicatorManufacturer
        029CDSSourceApplicatorWallNominalThickness 029EDSSourceApplicatorWallNominalTransmission
        02A0DSSourceApplicatorStepSize 02A1ISApplicatorShapeReferencedROINumber
        02A2ISTransferTubeNumber 02A4DSTransferTubeLength 02B0SQChannelShieldSequence
        02B2ISChannelShieldNumber 02B3SHChannelShieldID 02B4LOChannelShieldName
        02B8DSChannelShieldNominalThickness 02BADSChannelShieldNominalTransmission
        02C8DSFinalCumulativeTimeWeight 02D0SQBrachyControlPointSequence
        02D2DSControlPointRelativePosition 02D4DSControlPoint3DPosition 02D6DSCumulativeTimeWeight
        02E0CSCompensatorDivergence 02E1CSCompensatorMountingPosition
        02E2DSSourceToCompensatorDistance 02E3FLTotalCompensatorTrayWaterEquivalentThickness
        02E4FLIsocenterToCompensatorTrayDistance 02E5FLCompensatorColumnOffset
        02E6FLIsocenterToCompensatorDistances 02E7FLCompensatorRelativeStoppingPowerRatio
        02E8FLCompensatorMillingToolDiameter 02EASQIonRangeCompensatorSequence
        02EBLTCompensatorDescription 0302ISRadiationMassNumber 0304ISRadiationAtomicNumber
        0306SSRadiationChargeState 0308CSScanMode 0309CSModulatedScanModeType
        030AFLVirtualSourceAxisDistances 030CSQSnoutSequence 030DFLSnoutPosition 030FSHSnoutID
        0312ISNumberOfRangeShifters 0314SQRangeShifterSequence 0316ISRangeShifterNumber
        0318SHRangeShifterID 0320CSRangeShifterType 0322LORangeShifterDescription
        0330ISNumberOfLateralSpreadingDevices 0332SQLateralSpreadingDeviceSequence
        0334ISLateralSpreadingDeviceNumber 0336SHLateralSpreadingDeviceID
        0338CSLateralSpreadingDeviceType 033ALOLateralSpreadingDeviceDescription
        033CFLLateralSpreadingDeviceWaterEquivalentThickness 0340ISNumberOfRangeModulators
        0342SQRangeModulatorSequence 0344ISRangeModulatorNumber 0346SHRangeModulatorID
        0348CSRangeModulatorType 034ALORangeModulatorDescription 034CSHBeamCurrentModulationID
        0350CSPatientSupportType 0352SHPatientSupportID 0354LOPatientSupportAccessoryCode
        0355LOTrayAccessoryCode 0356FLFixationLightAzimuthalAngle 0358FLFixationLightPolarAngle
        035AFLMetersetRate 0360SQRangeShifterSettingsSequence 0362LORangeShifterSetting
        0364FLIsocenterToRangeShifterDistance 0366FLRangeShifterWaterEquivalentThickness
        0370SQLateralSpreadingDeviceSettingsSequence 0372LOLateralSpreadingDeviceSetting
        0374FLIsocenterToLateralSpreadingDeviceDistance 0380SQRangeModulatorSettingsSequence
        0382FLRangeModulatorGatingStartValue 0384FLRangeModulatorGatingStopValue
        0386FLRangeModulatorGatingStartWaterEquivalentThickness
        0388FLRangeModulatorGatingStopWaterEquivalentThickness
        038AFLIsocenterToRangeModulatorDistance 038FFLScanSpotTimeOffset 0390SHScanSpotTuneID
        0391ISScanSpotPrescribedIndices 0392ISNumberOfScanSpotPositions 0393CSScanSpotReordered
        0394FLScanSpotPositionMap 0395CSScanSpotReorderingAllowed 0396FLScanSpotMetersetWeights
        0398FLScanningSpotSize 0399FLScanSpotSizesDelivered 039AISNumberOfPaintings
        03A0SQIonToleranceTableSequence 03A2SQIonBeamSequence 03A4SQIonBeamLimitingDeviceSequence
        03A6SQIonBlockSequence 03A8SQIonControlPointSequence 03AASQIonWedgeSequence
        03ACSQIonWedgePositionSequence 0401SQReferencedSetupImageSequence 0402STSetupImageComment
        0410SQMotionSynchronizationSequence 0412FLControlPointOrientation
        0420SQGeneralAccessorySequence 0421SHGeneralAccessoryID 0422STGeneralAccessoryDescription
        0423CSGeneralAccessoryType 0424ISGeneralAccessoryNumber
        0425FLSourceToGeneralAccessoryDistance 0426DSIsocenterToGeneralAccessoryDistance
        0431SQApplicatorGeometrySequence 0432CSApplicatorApertureShape 0433FLApplicatorOpening
        0434FLApplicatorOpeningX 0435FLApplicatorOpeningY
        0436FLSourceToApplicatorMountingPositionDistance 0440ISNumberOfBlockSlabItems
        0441SQBlockSlabSequence 0442DSBlockSlabThickness 0443USBlockSlabNumber
        0450SQDeviceMotionControlSequence 0451CSDeviceMotionExecutionMode
        0452CSDeviceMotionObservationMode 0453SQDeviceMotionParameterCodeSequence
        0501FLDistalDepthFraction 0502FLDistalDepth 0503FLNominalRangeModulationFractions
        0504FLNominalRangeModulatedRegionDepths 0505SQDepthDoseParametersSequence
        0506SQDeliveredDepthDoseParametersSequence 0507FLDeliveredDistalDepthFraction
        0508FLDeliveredDistalDepth 0509FLDeliveredNominalRangeModulationFractions
        0510FLDeliveredNominalRangeModulatedRegionDepths 0511CSDeliveredReferenceDoseDefinition
        0512CSReferenceDoseDefinition 0600USRTControlPointIndex 0601USRadiationGenerationModeIndex
        0602USReferencedDefinedDeviceIndex 0603USRadiationDoseIdentificationIndex
        0604USNumberOfRTControlPoints 0605USReferencedRadiationGenerationModeIndex
        0606USTreatmentPositionIndex 0607USReferencedDeviceIndex 0608LOTreatmentPositionGroupLabel
        0609UITreatmentPositionGroupUID 060ASQTreatmentPositionGroupSequence
        060BUSReferencedTreatmentPositionIndex 060CUSReferencedRadiationDoseIdentificationIndex
        060DFDRTAccessoryHolderWaterEquivalentThickness 060EUSReferencedRTAccessoryHolderDeviceIndex
        060FCSRTAccessoryHolderSlotExistenceFlag 0610SQRTAccessoryHolderSlotSequence
        0611LORTAccessoryHolderSlotID 0612FDRTAccessoryHolderSlotDistance
        0613FDRTAccessorySlotDistance 0614SQRTAccessoryHolderDefinitionSequence
        0615LORTAccessoryDeviceSlotID 0616SQRTRadiationSequence 0617SQRadiationDoseSequence
        0618SQRadiationDoseIdentificationSequence 0619LORadiationDoseIdentificationLabel
        061ACSReferenceDoseType 061BCSPrimaryDoseValueIndicator 061CSQDoseValuesSequence
        061DCSDoseValuePurpose 061EFDReferenceDosePointCoordinates
        061FSQRadiationDoseValuesParametersSequence 0620SQMetersetToDoseMappingSequence
        0621SQExpectedInVivoMeasurementValuesSequence 0622USExpectedInVivoMeasurementValueIndex
        0623LORadiationDoseInVivoMeasurementLabel 0624FDRadiationDoseCentralAxisDisplacement
        0625FDRadiationDoseValue 0626FDRadiationDoseSourceToSkinDistance
        0627FDRadiationDoseMeasurementPointCoordinates
        0628FDRadiationDoseSourceToExternalContourDistance 0629SQRTToleranceSetSequence
        062ALORTToleranceSetLabel 062BSQAttributeToleranceValuesSequence 062CFDToleranceValue
        062DSQPatientSupportPositionToleranceSequence 062EFDTreatmentTimeLimit
        062FSQCArmPhotonElectronControlPointSequence 0630SQReferencedRTRadiationSequence
        0631SQReferencedRTInstanceSequence 0632SQReferencedRTPatientSetupSequence
        0634FDSourceToPatientSurfaceDistance 0635SQTreatmentMachineSpecialModeCodeSequence
        0636USIntendedNumberOfFractions 0637CSRTRadiationSetIntent
        0638CSRTRadiationPhysicalAndGeometricContentDetailFlag 0639CSRTRecordFlag
        063ASQTreatmentDeviceIdentificationSequence 063BSQReferencedRTPhysicianIntentSequence
        063CFDCumulativeMeterset 063DFDDeliveryRate 063ESQDeliveryRateUnitSequence
        063FSQTreatmentPositionSequence 0640FDRadiationSourceAxisDistance
        0641USNumberOfRTBeamLimitingDevices 0642FDRTBeamLimitingDeviceProximalDistance
        0643FDRTBeamLimitingDeviceDistalDistance
        0644SQParallelRTBeamDelimiterDeviceOrientationLabelCodeSequence
        0645FDBeamModifierOrientationAngle 0646SQFixedRTBeamDelimiterDeviceSequence
        0647SQParallelRTBeamDelimiterDeviceSequence 0648USNumberOfParallelRTBeamDelimiters
        0649FDParallelRTBeamDelimiterBoundaries 064AFDParallelRTBeamDelimiterPositions
        064BFDRTBeamLimitingDeviceOffset 064CSQRTBeamDelimiterGeometrySequence
        064DSQRTBeamLimitingDeviceDefinitionSequence 064ECSParallelRTBeamDelimiterOpeningMode
        064FCSParallelRTBeamDelimiterLeafMountingSide 0650UIPatientSetupUID
        0651SQWedgeDefinitionSequence 0652FDRadiationBeamWedgeAngle
        0653FDRadiationBeamWedgeThinEdgeDistance 0654FDRadiationBeamEffectiveWedgeAngle
        0655USNumberOfWedgePositions 0656SQRTBeamLimitingDeviceOpeningSequence
        0657USNumberOfRTBeamLimitingDeviceOpenings 0658SQRadiationDosimeterUnitSequence
        0659SQRTDeviceDistanceReferenceLocationCodeSequence
        065ASQRadiationDeviceConfigurationAndCommissioningKeySequence
        065BSQPatientSupportPositionParameterSequence
        065CCSPatientSupportPositionSpecificationMethod
        065DSQPatientSupportPositionDeviceParameterSequence 065EUSDeviceOrderIndex
        065FUSPatientSupportPositionParameterOrderIndex
        0660SQPatientSupportPositionDeviceToleranceSequence
        0661USPatientSupportPositionToleranceOrderIndex 0662SQCompensatorDefinitionSequence
        0663CSCompensatorMapOrientation 0664OFCompensatorProximalThicknessMap
        0665OFCompensatorDistalThicknessMap 0666FDCompensatorBasePlaneOffset
        0667SQCompensatorShapeFabricationCodeSequence 0668SQCompensatorShapeSequence
        0669FDRadiationBeamCompensatorMillingToolDiameter 066ASQBlockDefinitionSequence
        066BOFBlockEdgeData 066CCSBlockOrientation 066DFDRadiationBeamBlockThickness
        066EFDRadiationBeamBlockSlabThickness 066FSQBlockEdgeDataSequence
        0670USNumberOfRTAccessoryHolders 0671SQGeneralAccessoryDefinitionSequence
        0672USNumberOfGeneralAccessories 0673SQBolusDefinitionSequence 0674USNumberOfBoluses
        0675UIEquipmentFrameOfReferenceUID 0676STEquipmentFrameOfReferenceDescription
        0677SQEquipmentReferencePointCoordinatesSequence 0678SQEquipmentReferencePointCodeSequence
        0679FDRTBeamLimitingDeviceAngle 067AFDSourceRollAngle 067BSQRadiationGenerationModeSequence
        067CSHRadiationGenerationModeLabel 067DSTRadiationGenerationModeDescription
        067ESQRadiationGenerationModeMachineCodeSequence 067FSQRadiationTypeCodeSequence
        0680DSNominalEnergy 0681DSMinimumNominalEnergy 0682DSMaximumNominalEnergy
        0683SQRadiationFluenceModifierCodeSequence 0684SQEnergyUnitCodeSequence
        0685USNumberOfRadiationGenerationModes 0686SQPatientSupportDevicesSequence
        0687USNumberOfPatientSupportDevices 0688FDRTBeamModifierDefinitionDistance
        0689SQBeamAreaLimitSequence 068ASQReferencedRTPrescriptionSequence
        068BCSDoseValueInterpretation 0700UITreatmentSessionUID 0701CSRTRadiationUsage
        0702SQReferencedRTRadiationSetSequence 0703SQReferencedRTRadiationRecordSequence
        0704USRTRadiationSetDeliveryNumber 0705USClinicalFractionNumber
        0706CSRTTreatmentFractionCompletionStatus 0707CSRTRadiationSetUsage
        0708CSTreatmentDeliveryContinuationFlag 0709CSTreatmentRecordContentOrigin
        0714CSRTTreatmentTerminationStatus 0715SQRTTreatmentTerminationReasonCodeSequence
        0716SQMachineSpecificTreatmentTerminationCodeSequence
        0722SQRTRadiationSalvageRecordControlPointSequence 0723CSStartingMetersetValueKnownFlag
        0730STTreatmentTerminationDescription 0731SQTreatmentToleranceViolationSequence
        0732CSTreatmentToleranceViolationCategory 0733SQTreatmentToleranceViolationAttributeSequence
        0734STTreatmentToleranceViolationDescription 0735STTreatmentToleranceViolationIdentification
        0736DTTreatmentToleranceViolationDateTime 073ADTRecordedRTControlPointDateTime
        073BUSReferencedRadiationRTControlPointIndex 073ESQAlternateValueSequence
        073FSQConfirmationSequence 0740SQInterlockSequence 0741DTInterlockDateTime
        0742STInterlockDescription 0743SQInterlockOriginatingDeviceSequence
        0744SQInterlockCodeSequence 0745SQInterlockResolutionCodeSequence
        0746SQInterlockResolutionUserSequence 0760DTOverrideDateTime
        0761SQTreatmentToleranceViolationTypeCodeSequence
        0762SQTreatmentToleranceViolationCauseCodeSequence
        0772SQMeasuredMetersetToDoseMappingSequence
        0773USReferencedExpectedInVivoMeasurementValueIndex 0774SQDoseMeasurementDeviceCodeSequence
        0780SQAdditionalParameterRecordingInstanceSequence 0783STInterlockOriginDescription
        0784SQRTPatientPositionScopeSequence 0785UIReferencedTreatmentPositionGroupUID
        0786USRadiationOrderIndex 0787SQOmittedRadiationSequence 0788SQReasonForOmissionCodeSequence
        0789SQRTDeliveryStartPatientPositionSequence
        078ASQRTTreatmentPreparationPatientPositionSequence
        078BSQReferencedRTTreatmentPreparationSequence 078CSQReferencedPatientSetupPhotoSequence
        078DSQPatientTreatmentPreparationMethodCodeSequence
        078ELTPatientTreatmentPreparationProcedureParameterDescription
        078FSQPatientTreatmentPreparationDeviceSequence
        0790SQPatientTreatmentPreparationProcedureSequence
        0791SQPatientTreatmentPreparationProcedureCodeSequence
        0792LTPatientTreatmentPreparationMethodDescription
        0793SQPatientTreatmentPreparationProcedureParameterSequence
        0794LTPatientSetupPhotoDescription 0795USPatientTreatmentPreparationProcedureIndex
        0796USReferencedPatientSetupProcedureIndex 0797SQRTRadiationTaskSequence
        0798SQRTPatientPositionDisplacementSequence 0799SQRTPatientPositionSequence
        079ALODisplacementReferenceLabel 079BFDDisplacementMatrix
        079CSQPatientSupportDisplacementSequence 079DSQDisplacementReferenceLocationCodeSequence
        079ECSRTRadiationSetDeliveryUsage 079FSQPatientTreatmentPreparationSequence
        07A0SQPatientToEquipmentRelationshipSequence
        07A1SQImagingEquipmentToTreatmentDeliveryDeviceRelationshipSequence
        @300C 0002SQReferencedRTPlanSequence 0004SQReferencedBeamSequence 0006ISReferencedBeamNumber
        """
}
