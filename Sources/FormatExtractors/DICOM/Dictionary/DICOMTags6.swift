extension DICOMDictionary {
    /// Part 6 of the data elements, from group 0072 on; see ``entries`` for the form.
    static let part6 = """
        @0072
        0038USRelativeTime 003ACSRelativeTimeUnits 003CSSAbstractPriorValue
        003ESQAbstractPriorCodeSequence 0040LOImageSetLabel 0050CSSelectorAttributeVR
        0052ATSelectorSequencePointer 0054LOSelectorSequencePointerPrivateCreator
        0056LOSelectorAttributePrivateCreator 005EAESelectorAEValue 005FASSelectorASValue
        0060ATSelectorATValue 0061DASelectorDAValue 0062CSSelectorCSValue 0063DTSelectorDTValue
        0064ISSelectorISValue 0065OBSelectorOBValue 0066LOSelectorLOValue 0067OFSelectorOFValue
        0068LTSelectorLTValue 0069OWSelectorOWValue 006APNSelectorPNValue 006BTMSelectorTMValue
        006CSHSelectorSHValue 006DUNSelectorUNValue 006ESTSelectorSTValue 006FUCSelectorUCValue
        0070UTSelectorUTValue 0071URSelectorURValue 0072DSSelectorDSValue 0073ODSelectorODValue
        0074FDSelectorFDValue 0075OLSelectorOLValue 0076FLSelectorFLValue 0078ULSelectorULValue
        007AUSSelectorUSValue 007CSLSelectorSLValue 007ESSSelectorSSValue 007FUISelectorUIValue
        0080SQSelectorCodeSequenceValue 0081OVSelectorOVValue 0082SVSelectorSVValue
        0083UVSelectorUVValue 0100USNumberOfScreens 0102SQNominalScreenDefinitionSequence
        0104USNumberOfVerticalPixels 0106USNumberOfHorizontalPixels
        0108FDDisplayEnvironmentSpatialPosition 010AUSScreenMinimumGrayscaleBitDepth
        010CUSScreenMinimumColorBitDepth 010EUSApplicationMaximumRepaintTime
        0200SQDisplaySetsSequence 0202USDisplaySetNumber 0203LODisplaySetLabel
        0204USDisplaySetPresentationGroup 0206LODisplaySetPresentationGroupDescription
        0208CSPartialDataDisplayHandling 0210SQSynchronizedScrollingSequence
        0212USDisplaySetScrollingGroup 0214SQNavigationIndicatorSequence 0216USNavigationDisplaySet
        0218USReferenceDisplaySets 0300SQImageBoxesSequence 0302USImageBoxNumber
        0304CSImageBoxLayoutType 0306USImageBoxTileHorizontalDimension
        0308USImageBoxTileVerticalDimension 0310CSImageBoxScrollDirection
        0312CSImageBoxSmallScrollType 0314USImageBoxSmallScrollAmount 0316CSImageBoxLargeScrollType
        0318USImageBoxLargeScrollAmount 0320USImageBoxOverlapPriority 0330FDCineRelativeToRealTime
        0400SQFilterOperationsSequence 0402CSFilterByCategory 0404CSFilterByAttributePresence
        0406CSFilterByOperator 0420USStructuredDisplayBackgroundCIELabValue
        0421USEmptyImageBoxCIELabValue 0422SQStructuredDisplayImageBoxSequence
        0424SQStructuredDisplayTextBoxSequence 0427SQReferencedFirstFrameSequence
        0430SQImageBoxSynchronizationSequence 0432USSynchronizedImageBoxList
        0434CSTypeOfSynchronization 0500CSBlendingOperationType 0510CSReformattingOperationType
        0512FDReformattingThickness 0514FDReformattingInterval
        0516CSReformattingOperationInitialViewDirection 0520CSThreeDRenderingType
        0600SQSortingOperationsSequence 0602CSSortByCategory 0604CSSortingDirection
        0700CSDisplaySetPatientOrientation 0702CSVOIType 0704CSPseudoColorType
        0705SQPseudoColorPaletteInstanceReferenceSequence 0706CSShowGrayscaleInverted
        0710CSShowImageTrueSizeFlag 0712CSShowGraphicAnnotationFlag
        0714CSShowPatientDemographicsFlag 0716CSShowAcquisitionTechniquesFlag
        0717CSDisplaySetHorizontalJustification 0718CSDisplaySetVerticalJustification
        @0074 0120FDContinuationStartMeterset 0121FDContinuationEndMeterset 1000CSProcedureStepState
        1002SQProcedureStepProgressInformationSequence 1004DSProcedureStepProgress
        1006STProcedureStepProgressDescription 1007SQProcedureStepProgressParametersSequence
        1008SQProcedureStepCommunicationsURISequence 100AURContactURI 100CLOContactDisplayName
        100ESQProcedureStepDiscontinuationReasonCodeSequence 1020SQBeamTaskSequence
        1022CSBeamTaskType 1024ISBeamOrderIndexTrial 1025CSAutosequenceFlag
        1026FDTableTopVerticalAdjustedPosition 1027FDTableTopLongitudinalAdjustedPosition
        1028FDTableTopLateralAdjustedPosition 102AFDPatientSupportAdjustedAngle
        102BFDTableTopEccentricAdjustedAngle 102CFDTableTopPitchAdjustedAngle
        102DFDTableTopRollAdjustedAngle 1030SQDeliveryVerificationImageSequence
        1032CSVerificationImageTiming 1034CSDoubleExposureFlag 1036CSDoubleExposureOrdering
        1038DSDoubleExposureMetersetTrial 103ADSDoubleExposureFieldDeltaTrial
        1040SQRelatedReferenceRTImageSequence 1042SQGeneralMachineVerificationSequence
        1044SQConventionalMachineVerificationSequence 1046SQIonMachineVerificationSequence
        1048SQFailedAttributesSequence 104ASQOverriddenAttributesSequence
        104CSQConventionalControlPointVerificationSequence 104ESQIonControlPointVerificationSequence
        1050SQAttributeOccurrenceSequence 1052ATAttributeOccurrencePointer
        1054ULAttributeItemSelector 1056LOAttributeOccurrencePrivateCreator
        1057ISSelectorSequencePointerItems 1200CSScheduledProcedureStepPriority 1202LOWorklistLabel
        1204LOProcedureStepLabel 1210SQScheduledProcessingParametersSequence
        1212SQPerformedProcessingParametersSequence
        1216SQUnifiedProcedureStepPerformedProcedureSequence 1220SQRelatedProcedureStepSequence
        1222LOProcedureStepRelationshipType 1224SQReplacedProcedureStepSequence 1230LODeletionLock
        1234AEReceivingAE 1236AERequestingAE 1238LTReasonForCancellation 1242CSSCPStatus
        1244CSSubscriptionListStatus 1246CSUnifiedProcedureStepListStatus 1324ULBeamOrderIndex
        1338FDDoubleExposureMeterset 133AFDDoubleExposureFieldDelta 1401SQBrachyTaskSequence
        1402DSContinuationStartTotalReferenceAirKerma 1403DSContinuationEndTotalReferenceAirKerma
        1404ISContinuationPulseNumber 1405SQChannelDeliveryOrderSequence
        1406ISReferencedChannelNumber 1407DSStartCumulativeTimeWeight 1408DSEndCumulativeTimeWeight
        1409SQOmittedChannelSequence 140ACSReasonForChannelOmission
        140BLOReasonForChannelOmissionDescription 140CISChannelDeliveryOrderIndex
        140DSQChannelDeliveryContinuationSequence 140ESQOmittedApplicationSetupSequence
        @0076 0001LOImplantAssemblyTemplateName 0003LOImplantAssemblyTemplateIssuer
        0006LOImplantAssemblyTemplateVersion 0008SQReplacedImplantAssemblyTemplateSequence
        000ACSImplantAssemblyTemplateType 000CSQOriginalImplantAssemblyTemplateSequence
        000ESQDerivationImplantAssemblyTemplateSequence
        0010SQImplantAssemblyTemplateTargetAnatomySequence 0020SQProcedureTypeCodeSequence
        0030LOSurgicalTechnique 0032SQComponentTypesSequence 0034SQComponentTypeCodeSequence
        0036CSExclusiveComponentType 0038CSMandatoryComponentType 0040SQComponentSequence
        0055USComponentID 0060SQComponentAssemblySequence 0070USComponent1ReferencedID
        0080USComponent1ReferencedMatingFeatureSetID 0090USComponent1ReferencedMatingFeatureID
        00A0USComponent2ReferencedID 00B0USComponent2ReferencedMatingFeatureSetID
        00C0USComponent2ReferencedMatingFeatureID
        @0078 0001LOImplantTemplateGroupName 0010STImplantTemplateGroupDescription
        0020LOImplantTemplateGroupIssuer 0024LOImplantTemplateGroupVersion
        0026SQReplacedImplantTemplateGroupSequence 0028SQImplantTemplateGroupTargetAnatomySequence
        002ASQImplantTemplateGroupMembersSequence 002EUSImplantTemplateGroupMemberID
        0050FDThreeDImplantTemplateGroupMemberMatchingPoint
        0060FDThreeDImplantTemplateGroupMemberMatchingAxes
        0070SQImplantTemplateGroupMemberMatching2DCoordinatesSequence
        0090FDTwoDImplantTemplateGroupMemberMatchingPoint
        00A0FDTwoDImplantTemplateGroupMemberMatchingAxes
        00B0SQImplantTemplateGroupVariationDimensionSequence
        00B2LOImplantTemplateGroupVariationDimensionName
        00B4SQImplantTemplateGroupVariationDimensionRankSequence
        00B6USReferencedImplantTemplateGroupMemberID
        00B8USImplantTemplateGroupVariationDimensionRank
        @0080 0001SQSurfaceScanAcquisitionTypeCodeSequence 0002SQSurfaceScanModeCodeSequence
        0003SQRegistrationMethodCodeSequence 0004FDShotDurationTime 0005FDShotOffsetTime
        0006USSurfacePointPresentationValueData 0007USSurfacePointColorCIELabValueData
        0008SQUVMappingSequence 0009SHTextureLabel 0010OFUValueData 0011OFVValueData
        0012SQReferencedTextureSequence 0013SQReferencedSurfaceDataSequence
        @0082 0001CSAssessmentSummary 0003UTAssessmentSummaryDescription
        0004SQAssessedSOPInstanceSequence 0005SQReferencedComparisonSOPInstanceSequence
        0006ULNumberOfAssessmentObservations 0007SQAssessmentObservationsSequence
        0008CSObservationSignificance 000AUTObservationDescription
        000CSQStructuredConstraintObservationSequence 0010SQAssessedAttributeValueSequence
        0016LOAssessmentSetID 0017SQAssessmentRequesterSequence 0018LOSelectorAttributeName
        0019LOSelectorAttributeKeyword 0021SQAssessmentTypeCodeSequence
        0022SQObservationBasisCodeSequence 0023LOAssessmentLabel 0032CSConstraintType
        0033UTSpecificationSelectionGuidance 0034SQConstraintValueSequence
        0035SQRecommendedDefaultValueSequence 0036CSConstraintViolationSignificance
        0037UTConstraintViolationCondition 0038CSModifiableConstraintFlag
        @0088 0130SHStorageMediaFileSetID 0140UIStorageMediaFileSetUID 0200SQIconImageSequence
        0904LOTopicTitle 0906STTopicSubject 0910LOTopicAuthor 0912LOTopicKeywords
        @0100 0410CSSOPInstanceStatus 0420DTSOPAuthorizationDateTime 0424LTSOPAuthorizationComment
        0426LOAuthorizationEquipmentCertificationNumber
        @0400 0005USMACIDNumber 0010UIMACCalculationTransferSyntaxUID 0015CSMACAlgorithm
        0020ATDataElementsSigned 0100UIDigitalSignatureUID 0105DTDigitalSignatureDateTime
        0110CSCertificateType 0115OBCertificateOfSigner 0120OBSignature 0305CSCertifiedTimestampType
        0310OBCertifiedTimestamp 0401SQDigitalSignaturePurposeCodeSequence
        0402SQReferencedDigitalSignatureSequence 0403SQReferencedSOPInstanceMACSequence 0404OBMAC
        0500SQEncryptedAttributesSequence 0510UIEncryptedContentTransferSyntaxUID
        0520OBEncryptedContent 0550SQModifiedAttributesSequence
        0551SQNonconformingModifiedAttributesSequence 0552OBNonconformingDataElementValue
        0561SQOriginalAttributesSequence 0562DTAttributeModificationDateTime 0563LOModifyingSystem
        0564LOSourceOfPreviousValues 0565CSReasonForTheAttributeModification
        0600CSInstanceOriginStatus
        @2000 0010ISNumberOfCopies 001ESQPrinterConfigurationSequence 0020CSPrintPriority
        0030CSMediumType 0040CSFilmDestination 0050LOFilmSessionLabel 0060ISMemoryAllocation
        0061ISMaximumMemoryAllocation 0062CSColorImagePrintingFlag 0063CSCollationFlag
        0065CSAnnotationFlag 0067CSImageOverlayFlag 0069CSPresentationLUTFlag
        006ACSImageBoxPresentationLUTFlag 00A0USMemoryBitDepth 00A1USPrintingBitDepth
        00A2SQMediaInstalledSequence 00A4SQOtherMediaAvailableSequence
        00A8SQSupportedImageDisplayFormatsSequence 0500SQReferencedFilmBoxSequence
        0510SQReferencedStoredPrintSequence
        @2010 0010STImageDisplayFormat 0030CSAnnotationDisplayFormatID 0040CSFilmOrientation
        0050CSFilmSizeID 0052CSPrinterResolutionID 0054CSDefaultPrinterResolutionID
        0060CSMagnificationType 0080CSSmoothingType 00A6CSDefaultMagnificationType
        00A7CSOtherMagnificationTypesAvailable 00A8CSDefaultSmoothingType
        00A9CSOtherSmoothingTypesAvailable 0100CSBorderDensity 0110CSEmptyImageDensity
        0120USMinDensity 0130USMaxDensity 0140CSTrim 0150STConfigurationInformation
        0152LTConfigurationInformationDescription 0154ISMaximumCollatedFilms 015EUSIllumination
        0160USReflectedAmbientLight 0376DSPrinterPixelSpacing 0500SQReferencedFilmSessionSequence
        0510SQReferencedImageBoxSequence 0520SQReferencedBasicAnnotationBoxSequence
        @2020 0010USImageBoxPosition 0020CSPolarity 0030DSRequestedImageSize
        0040CSRequestedDecimateCropBehavior 0050CSRequestedResolutionID 00A0CSRequestedImageSizeFlag
        00A2CSDecimateCropResult 0110SQBasicGrayscaleImageSequence 0111SQBasicColorImageSequence
        0130SQReferencedImageOverlayBoxSequence 0140SQReferencedVOILUTBoxSequence
        @2030 0010USAnnotationPosition 0020LOTextString
        @2040 0010SQReferencedOverlayPlaneSequence 0011USReferencedOverlayPlaneGroups
        0020SQOverlayPixelDataSequence 0060CSOverlayMagnificationType 0070CSOverlaySmoothingType
        0072CSOverlayOrImageMagnification 0074USMagnifyToNumberOfColumns
        0080CSOverlayForegroundDensity 0082CSOverlayBackgroundDensity 0090CSOverlayMode
        0100CSThresholdDensity 0500SQReferencedImageBoxSequenceRetired
        @2050 0010SQPresentationLUTSequence 0020CSPresentationLUTShape
        0500SQReferencedPresentationLUTSequence
        @2100 0010SHPrintJobID 0020CSExecutionStatus 0030CSExecutionStatusInfo 0040DACreationDate
        0050TMCreationTime 0070AEOriginator 0140AEDestinationAE 0160SHOwnerID 0170ISNumberOfFilms
        0500SQReferencedPrintJobSequencePullStoredPrint
        @2110 0010CSPrinterStatus 0020CSPrinterStatusInfo 0030LOPrinterName 0099SHPrintQueueID
        @2120 0010CSQueueStatus 0050SQPrintJobDescriptionSequence 0070SQReferencedPrintJobSequence
        @2130 0010SQPrintManagementCapabilitiesSequence 0015SQPrinterCharacteristicsSequence
        0030SQFilmBoxContentSequence 0040SQImageBoxContentSequence 0050SQAnnotationContentSequence
        0060SQImageOverlayBoxContentSequence 0080SQPresentationLUTContentSequence
        00A0SQProposedStudySequence 00C0SQOriginalImageSequence
        @2200 0001CSLabelUsingInformationExtractedFromInstances 0002UTLabelText
        0003CSLabelStyleSelection 0004LTMediaDisposition 0005LTBarcodeValue 0006CSBarcodeSymbology
        0007CSAllowMediaSplitting 0008CSIncludeNonDICOMObjects 0009CSIncludeDisplayApplication
        000ACSPreserveCompositeInstancesAfterMediaCreation 000BUSTotalNumberOfPiecesOfMediaCreated
        000CLORequestedMediaApplicationProfile 000DSQReferencedStorageMediaSequence
        000EATFailureAttributes 000FCSAllowLossyCompression 0020CSRequestPriority
        @3002 0002SHRTImageLabel 0003LORTImageName 0004STRTImageDescription
        000ACSReportedValuesOrigin 000CCSRTImagePlane 000DDSXRayImageReceptorTranslation
        000EDSXRayImageReceptorAngle 0010DSRTImageOrientation 0011DSImagePlanePixelSpacing
        0012DSRTImagePosition 0020SHRadiationMachineName 0022DSRadiationMachineSAD
        0024DSRadiationMachineSSD 0026DSRTImageSID 0028DSSourceToReferenceObjectDistance
        0029ISFractionNumber 0030SQExposureSequence 0032DSMetersetExposure 0034DSDiaphragmPosition
        0040SQFluenceMapSequence 0041CSFluenceDataSource 0042DSFluenceDataScale
        0050SQPrimaryFluenceModeSequence 0051CSFluenceMode 0052SHFluenceModeID
        0100ISSelectedFrameNumber 0101SQSelectedFrameFunctionalGroupsSequence
        0102SQRTImageFrameGeneralContentSequence 0103SQRTImageFrameContextSequence
        0104SQRTImageScopeSequence 0105CSBeamModifierCoordinatesPresenceFlag
        0106FDStartCumulativeMeterset 0107FDStopCumulativeMeterset
        0108SQRTAcquisitionPatientPositionSequence 0109SQRTImageFrameImagingDevicePositionSequence
        010ASQRTImageFramekVRadiationAcquisitionSequence
        010BSQRTImageFrameMVRadiationAcquisitionSequence
        010CSQRTImageFrameRadiationAcquisitionSequence 010DSQImagingSourcePositionSequence
        010ESQImageReceptorPositionSequence 010FFDDevicePositionToEquipmentMappingMatrix
        0110SQDevicePositionParameterSequence 0111CSImagingSourceLocationSpecificationType
        0112SQImagingDeviceLocationMatrixSequence 0113SQImagingDeviceLocationParameterSequence
        0114SQImagingApertureSequence 0115CSImagingApertureSpecificationType
        0116USNumberOfAcquisitionDevices 0117SQAcquisitionDeviceSequence
        0118SQAcquisitionTaskSequence 0119SQAcquisitionTaskWorkitemCodeSequence
        011ASQAcquisitionSubtaskSequence 011BSQSubtaskWorkitemCodeSequence
        011CUSAcquisitionTaskIndex 011DUSAcquisitionSubtaskIndex
        011ESQReferencedBaselineParametersRTRadiationInstanceSequence
        011FSQPositionAcquisitionTemplateIdentificationSequence 0120STPositionAcquisitionTemplateID
        0121LOPositionAcquisitionTemplateName 0122SQPositionAcquisitionTemplateCodeSequence
        0123LTPositionAcquisitionTemplateDescription 0124SQAcquisitionTaskApplicabilitySequence
        0125SQProjectionImagingAcquisitionParameterSequence
        0126SQCTImagingAcquisitionParameterSequence 0127SQKVImagingGenerationParametersSequence
        0128SQMVImagingGenerationParametersSequence 0129CSAcquisitionSignalType
        012ACSAcquisitionMethod 012BSQScanStartPositionSequence 012CSQScanStopPositionSequence
        012DFDImagingSourceToBeamModifierDefinitionPlaneDistance 012ECSScanArcType
        012FCSDetectorPositioningType 0130SQAdditionalRTAccessoryDeviceSequence
        0131SQDeviceSpecificAcquisitionParameterSequence
        0132SQReferencedPositionReferenceInstanceSequence 0133SQEnergyDerivationCodeSequence
        0134FDMaximumCumulativeMetersetExposure 0135SQAcquisitionInitiationSequence
        @3004 0001CSDVHType 0002CSDoseUnits 0004CSDoseType 0005CSSpatialTransformOfDose
        0006LODoseComment 0008DSNormalizationPoint 000ACSDoseSummationType
        000CDSGridFrameOffsetVector 000EDSDoseGridScaling 0010SQRTDoseROISequence 0012DSDoseValue
        0014CSTissueHeterogeneityCorrection 0040DSDVHNormalizationPoint
        0042DSDVHNormalizationDoseValue 0050SQDVHSequence 0052DSDVHDoseScaling 0054CSDVHVolumeUnits
        0056ISDVHNumberOfBins 0058DSDVHData 0060SQDVHReferencedROISequence
        0062CSDVHROIContributionType 0070DSDVHMinimumDose 0072DSDVHMaximumDose 0074DSDVHMeanDose
        @3006 0002SHStructureSetLabel 0004LOStructureSetName 0006STStructureSetDescription
        0008DAStructureSetDate 0009TMStructureSetTime 0010SQReferencedFrameOfReferenceSequence
        0012SQRTReferencedStudySequence 0014SQRTReferencedSeriesSequence 0016SQContourImageSequence
        0018SQPredecessorStructureSetSequence 0020SQStructureSetROISequence 0022ISROINumber
        0024UIReferencedFrameOfReferenceUID 0026LOROIName 0028STROIDescription 002AISROIDisplayColor
        002CDSROIVolume 002DDTROIDateTime 002EDTROIObservationDateTime 0030SQRTRelatedROISequence
        0033CSRTROIRelationship 0036CSROIGenerationAlgorithm
        0037SQROIDerivationAlgorithmIdentificationSequence 0038LOROIGenerationDescription
        0039SQROIContourSequence 0040SQContourSequence 0042CSContourGeometricType
        0044DSContourSlabThickness 0045DSContourOffsetVector 0046ISNumberOfContourPoints
        0048ISContourNumber 0049ISAttachedContours 004ASQSourcePixelPlanesCharacteristicsSequence
        004BSQSourceSeriesSequence 004CSQSourceSeriesInformationSequence 004DSQROICreatorSequence
        004ESQROIInterpreterSequence 004FSQROIObservationContextCodeSequence 0050DSContourData
        0080SQRTROIObservationsSequence 0082ISObservationNumber 0084ISReferencedROINumber
        0085SHROIObservationLabel 0086SQRTROIIdentificationCodeSequence
        0088STROIObservationDescription 00A0SQRelatedRTROIObservationsSequence
        00A4CSRTROIInterpretedType 00A6PNROIInterpreter 00B0SQROIPhysicalPropertiesSequence
        00B2CSROIPhysicalProperty 00B4DSROIPhysicalPropertyValue
        00B6SQROIElementalCompositionSequence 00B7USROIElementalCompositionAtomicNumber
        00B8FLROIElementalCompositionAtomicMassFraction
        00B9SQAdditionalRTROIIdentificationCodeSequence 00C0SQFrameOfReferenceRelationshipSequence
        00C2UIRelatedFrameOfReferenceUID 00C4CSFrameOfReferenceTransformationType
        00C6DSFrameOfReferenceTransformationMatrix 00C8LOFrameOfReferenceTransformationComment
        00C9SQPatientLocationCoordinatesSequence 00CASQPatientLocationCoordinatesCodeSequence
        00CBSQPatientSupportPositionSequence
        @3008 0010SQMeasuredDoseReferenceSequence 0012STMeasuredDoseDescription
        0014CSMeasuredDoseType 0016DSMeasuredDoseValue 0020SQTreatmentSessionBeamSequence
        0021SQTreatmentSessionIonBeamSequence 0022ISCurrentFractionNumber
        0024DATreatmentControlPointDate 0025TMTreatmentControlPointTime
        002ACSTreatmentTerminationStatus 002BSHTreatmentTerminationCode
        002CCSTreatmentVerificationStatus 0030SQReferencedTreatmentRecordSequence
        0032DSSpecifiedPrimaryMeterset 0033DSSpecifiedSecondaryMeterset
        0036DSDeliveredPrimaryMeterset 0037DSDeliveredSecondaryMeterset 003ADSSpecifiedTreatmentTime
        003BDSDeliveredTreatmentTime 0040SQControlPointDeliverySequence
        0041SQIonControlPointDeliverySequence 0042DSSpecifiedMeterset 0044DSDeliveredMeterset
        0045FLMetersetRateSet 0046FLMetersetRateDelivered 0047FLScanSpotMetersetsDelivered
        0048DSDoseRateDelivered 0050SQTreatmentSummaryCalculatedDoseReferenceSequence
        0052DSCumulativeDoseToDoseReference 0054DAFirstTreatmentDate 0056DAMostRecentTreatmentDate
        005AISNumberOfFractionsDelivered 0060SQOverrideSequence 0061ATParameterSequencePointer
        0062ATOverrideParameterPointer 0063ISParameterItemIndex 0064ISMeasuredDoseReferenceNumber
        0065ATParameterPointer 0066STOverrideReason 0067USParameterValueNumber
        0068SQCorrectedParameterSequence 006AFLCorrectionValue 0070SQCalculatedDoseReferenceSequence
        0072ISCalculatedDoseReferenceNumber 0074STCalculatedDoseReferenceDescription
        0076DSCalculatedDoseReferenceDoseValue 0078DSStartMeterset 007ADSEndMeterset
        0080SQReferencedMeasuredDoseReferenceSequence 0082ISReferencedMeasuredDoseReferenceNumber
        0090SQReferencedCalculatedDoseReferenceSequence
        0092ISReferencedCalculatedDoseReferenceNumber 00A0SQBeamLimitingDeviceLeafPairsSequence
        00A1SQEnhancedRTBeamLimitingDeviceSequence 00A2SQEnhancedRTBeamLimitingOpeningSequence
        00A3CSEnhancedRTBeamLimitingDeviceDefinitionFlag 00A4FDParallelRTBeamDelimiterOpeningExtents
        00B0SQRecordedWedgeSequence 00C0SQRecordedCompensatorSequence 00D0SQRecordedBlockSequence
        00D1SQRecordedBlockSlabSequence 00E0SQTreatmentSummaryMeasuredDoseReferenceSequence
        00F0SQRecordedSnoutSequence 00F2SQRecordedRangeShifterSequence
        00F4SQRecordedLateralSpreadingDeviceSequence 00F6SQRecordedRangeModulatorSequence
        0100SQRecordedSourceSequence 0105LOSourceSerialNumber
        0110SQTreatmentSessionApplicationSetupSequence 0116CSApplicationSetupCheck
        0120SQRecordedBrachyAccessoryDeviceSequence 0122ISReferencedBrachyAccessoryDeviceNumber
        0130SQRecordedChannelSequence 0132DSSpecifiedChannelTotalTime
        0134DSDeliveredChannelTotalTime 0136ISSpecifiedNumberOfPulses 0138ISDeliveredNumberOfPulses
        013ADSSpecifiedPulseRepetitionInterval 013CDSDeliveredPulseRepetitionInterval
        """
}
