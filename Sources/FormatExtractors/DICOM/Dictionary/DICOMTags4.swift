extension DICOMDictionary {
    /// Part 4 of the data elements, from group 0028 on; see ``entries`` for the form.
    static let part4 = """
        @0028
        0005USImageDimensions 0006USPlanarConfiguration 0008ISNumberOfFrames
        0009ATFrameIncrementPointer 000AATFrameDimensionPointer 0010USRows 0011USColumns
        0012USPlanes 0014USUltrasoundColorDataPresent 0030DSPixelSpacing 0031DSZoomFactor
        0032DSZoomCenter 0034ISPixelAspectRatio 0040CSImageFormat 0050LOManipulatedImage
        0051CSCorrectedImage 005FLOCompressionRecognitionCode 0060CSCompressionCode
        0061SHCompressionOriginator 0062LOCompressionLabel 0063SHCompressionDescription
        0065CSCompressionSequence 0066ATCompressionStepPointers 0068USRepeatInterval
        0069USBitsGrouped 0070USPerimeterTable 0071XSPerimeterValue 0080USPredictorRows
        0081USPredictorColumns 0082USPredictorConstants 0090CSBlockedPixels 0091USBlockRows
        0092USBlockColumns 0093USRowOverlap 0094USColumnOverlap 0100USBitsAllocated 0101USBitsStored
        0102USHighBit 0103USPixelRepresentation 0104XSSmallestValidPixelValue
        0105XSLargestValidPixelValue 0106XSSmallestImagePixelValue 0107XSLargestImagePixelValue
        0108XSSmallestPixelValueInSeries 0109XSLargestPixelValueInSeries
        0110XSSmallestImagePixelValueInPlane 0111XSLargestImagePixelValueInPlane
        0120XSPixelPaddingValue 0121XSPixelPaddingRangeLimit 0122FLFloatPixelPaddingValue
        0123FDDoubleFloatPixelPaddingValue 0124FLFloatPixelPaddingRangeLimit
        0125FDDoubleFloatPixelPaddingRangeLimit 0200USImageLocation 0300CSQualityControlImage
        0301CSBurnedInAnnotation 0302CSRecognizableVisualFeatures
        0303CSLongitudinalTemporalInformationModified 0304UIReferencedColorPaletteInstanceUID
        0400LOTransformLabel 0401LOTransformVersionNumber 0402USNumberOfTransformSteps
        0403LOSequenceOfCompressedData 0404ATDetailsOfCoefficients 0700LODCTLabel
        0701CSDataBlockDescription 0702ATDataBlock 0710USNormalizationFactorFormat
        0720USZonalMapNumberFormat 0721ATZonalMapLocation 0722USZonalMapFormat
        0730USAdaptiveMapFormat 0740USCodeNumberFormat 0A02CSPixelSpacingCalibrationType
        0A04LOPixelSpacingCalibrationDescription 1040CSPixelIntensityRelationship
        1041SSPixelIntensityRelationshipSign 1050DSWindowCenter 1051DSWindowWidth
        1052DSRescaleIntercept 1053DSRescaleSlope 1054LORescaleType
        1055LOWindowCenterWidthExplanation 1056CSVOILUTFunction 1080CSGrayScale
        1090CSRecommendedViewingMode 1100XSGrayLookupTableDescriptor
        1101XSRedPaletteColorLookupTableDescriptor 1102XSGreenPaletteColorLookupTableDescriptor
        1103XSBluePaletteColorLookupTableDescriptor 1104USAlphaPaletteColorLookupTableDescriptor
        1111XSLargeRedPaletteColorLookupTableDescriptor
        1112XSLargeGreenPaletteColorLookupTableDescriptor
        1113XSLargeBluePaletteColorLookupTableDescriptor 1199UIPaletteColorLookupTableUID
        1200XSGrayLookupTableData 1201OWRedPaletteColorLookupTableData
        1202OWGreenPaletteColorLookupTableData 1203OWBluePaletteColorLookupTableData
        1204OWAlphaPaletteColorLookupTableData 1211OWLargeRedPaletteColorLookupTableData
        1212OWLargeGreenPaletteColorLookupTableData 1213OWLargeBluePaletteColorLookupTableData
        1214UILargePaletteColorLookupTableUID 1221OWSegmentedRedPaletteColorLookupTableData
        1222OWSegmentedGreenPaletteColorLookupTableData
        1223OWSegmentedBluePaletteColorLookupTableData
        1224OWSegmentedAlphaPaletteColorLookupTableData 1230SQStoredValueColorRangeSequence
        1231FDMinimumStoredValueMapped 1232FDMaximumStoredValueMapped 1300CSBreastImplantPresent
        1350CSPartialView 1351STPartialViewDescription 1352SQPartialViewCodeSequence
        135ACSSpatialLocationsPreserved 1401SQDataFrameAssignmentSequence 1402CSDataPathAssignment
        1403USBitsMappedToColorLookupTable 1404SQBlendingLUT1Sequence
        1405CSBlendingLUT1TransferFunction 1406FDBlendingWeightConstant
        1407USBlendingLookupTableDescriptor 1408OWBlendingLookupTableData
        140BSQEnhancedPaletteColorLookupTableSequence 140CSQBlendingLUT2Sequence
        140DCSBlendingLUT2TransferFunction 140ECSDataPathID 140FCSRGBLUTTransferFunction
        1410CSAlphaLUTTransferFunction 2000OBICCProfile 2002CSColorSpace 2110CSLossyImageCompression
        2112DSLossyImageCompressionRatio 2114CSLossyImageCompressionMethod 3000SQModalityLUTSequence
        3001SQVariableModalityLUTSequence 3002XSLUTDescriptor 3003LOLUTExplanation
        3004LOModalityLUTType 3006OWLUTData 3010SQVOILUTSequence 3110SQSoftcopyVOILUTSequence
        4000LTImagePresentationComments 5000SQBiPlaneAcquisitionSequence
        6010USRepresentativeFrameNumber 6020USFrameNumbersOfInterest
        6022LOFrameOfInterestDescription 6023CSFrameOfInterestType 6030USMaskPointers
        6040USRWavePointer 6100SQMaskSubtractionSequence 6101CSMaskOperation
        6102USApplicableFrameRange 6110USMaskFrameNumbers 6112USContrastFrameAveraging
        6114FLMaskSubPixelShift 6120SSTIDOffset 6190STMaskOperationExplanation
        7000SQEquipmentAdministratorSequence 7001USNumberOfDisplaySubsystems
        7002USCurrentConfigurationID 7003USDisplaySubsystemID 7004SHDisplaySubsystemName
        7005LODisplaySubsystemDescription 7006CSSystemStatus 7007LOSystemStatusComment
        7008SQTargetLuminanceCharacteristicsSequence 7009USLuminanceCharacteristicsID
        700ASQDisplaySubsystemConfigurationSequence 700BUSConfigurationID 700CSHConfigurationName
        700DLOConfigurationDescription 700EUSReferencedTargetLuminanceCharacteristicsID
        700FSQQAResultsSequence 7010SQDisplaySubsystemQAResultsSequence
        7011SQConfigurationQAResultsSequence 7012SQMeasurementEquipmentSequence
        7013CSMeasurementFunctions 7014CSMeasurementEquipmentType
        7015SQVisualEvaluationResultSequence 7016SQDisplayCalibrationResultSequence 7017USDDLValue
        7018FLCIExyWhitePoint 7019CSDisplayFunctionType 701AFLGammaValue
        701BUSNumberOfLuminancePoints 701CSQLuminanceResponseSequence 701DFLTargetMinimumLuminance
        701EFLTargetMaximumLuminance 701FFLLuminanceValue 7020LOLuminanceResponseDescription
        7021CSWhitePointFlag 7022SQDisplayDeviceTypeCodeSequence 7023SQDisplaySubsystemSequence
        7024SQLuminanceResultSequence 7025CSAmbientLightValueSource 7026CSMeasuredCharacteristics
        7027SQLuminanceUniformityResultSequence 7028SQVisualEvaluationTestSequence 7029CSTestResult
        702ALOTestResultComment 702BCSTestImageValidation 702CSQTestPatternCodeSequence
        702DSQMeasurementPatternCodeSequence 702ESQVisualEvaluationMethodCodeSequence
        7FE0URPixelDataProviderURL 9001ULDataPointRows 9002ULDataPointColumns
        9003CSSignalDomainColumns 9099USLargestMonochromePixelValue 9108CSDataRepresentation
        9110SQPixelMeasuresSequence 9132SQFrameVOILUTSequence 9145SQPixelValueTransformationSequence
        9235CSSignalDomainRows 9411FLDisplayFilterPercentage 9415SQFramePixelShiftSequence
        9416USSubtractionItemID 9422SQPixelIntensityRelationshipLUTSequence
        9443SQFramePixelDataPropertiesSequence 9444CSGeometricalProperties
        9445FLGeometricMaximumDistortion 9446CSImageProcessingApplied 9454CSMaskSelectionMode
        9474CSLUTFunction 9478FLMaskVisibilityPercentage 9501SQPixelShiftSequence
        9502SQRegionPixelShiftSequence 9503SSVerticesOfTheRegion
        9505SQMultiFramePresentationSequence 9506USPixelShiftFrameRange 9507USLUTFrameRange
        9520DSImageToEquipmentMappingMatrix 9537CSEquipmentCoordinateSystemIdentification
        @0032 000ACSStudyStatusID 000CCSStudyPriorityID 0012LOStudyIDIssuer 0032DAStudyVerifiedDate
        0033TMStudyVerifiedTime 0034DAStudyReadDate 0035TMStudyReadTime
        1000DAScheduledStudyStartDate 1001TMScheduledStudyStartTime 1010DAScheduledStudyStopDate
        1011TMScheduledStudyStopTime 1020LOScheduledStudyLocation
        1021AEScheduledStudyLocationAETitle 1030LOReasonForStudy
        1031SQRequestingPhysicianIdentificationSequence 1032PNRequestingPhysician
        1033LORequestingService 1034SQRequestingServiceCodeSequence 1040DAStudyArrivalDate
        1041TMStudyArrivalTime 1050DAStudyCompletionDate 1051TMStudyCompletionTime
        1055CSStudyComponentStatusID 1060LORequestedProcedureDescription
        1064SQRequestedProcedureCodeSequence 1065SQRequestedLateralityCodeSequence
        1066UTReasonForVisit 1067SQReasonForVisitCodeSequence 1070LORequestedContrastAgent
        4000LTStudyComments
        @0034 0001SQFlowIdentifierSequence 0002OBFlowIdentifier 0003UIFlowTransferSyntaxUID
        0004ULFlowRTPSamplingRate 0005OBSourceIdentifier 0007OBFrameOriginTimestamp
        0008CSIncludesImagingSubject 0009SQFrameUsefulnessGroupSequence
        000ASQRealTimeBulkDataFlowSequence 000BSQCameraPositionGroupSequence
        000CCSIncludesInformation 000DSQTimeOfFrameGroupSequence
        @0038 0004SQReferencedPatientAliasSequence 0008CSVisitStatusID 0010LOAdmissionID
        0011LOIssuerOfAdmissionID 0014SQIssuerOfAdmissionIDSequence 0016LORouteOfAdmissions
        001ADAScheduledAdmissionDate 001BTMScheduledAdmissionTime 001CDAScheduledDischargeDate
        001DTMScheduledDischargeTime 001ELOScheduledPatientInstitutionResidence 0020DAAdmittingDate
        0021TMAdmittingTime 0030DADischargeDate 0032TMDischargeTime
        0040LODischargeDiagnosisDescription 0044SQDischargeDiagnosisCodeSequence 0050LOSpecialNeeds
        0060LOServiceEpisodeID 0061LOIssuerOfServiceEpisodeID 0062LOServiceEpisodeDescription
        0064SQIssuerOfServiceEpisodeIDSequence 0100SQPertinentDocumentsSequence
        0101SQPertinentResourcesSequence 0102LOResourceDescription 0300LOCurrentPatientLocation
        0400LOPatientInstitutionResidence 0500LOPatientState
        0502SQPatientClinicalTrialParticipationSequence 4000LTVisitComments
        @003A 0004CSWaveformOriginality 0005USNumberOfWaveformChannels 0010ULNumberOfWaveformSamples
        001ADSSamplingFrequency 0020SHMultiplexGroupLabel 0200SQChannelDefinitionSequence
        0202ISWaveformChannelNumber 0203SHChannelLabel 0205CSChannelStatus
        0208SQChannelSourceSequence 0209SQChannelSourceModifiersSequence
        020ASQSourceWaveformSequence 020CLOChannelDerivationDescription 0210DSChannelSensitivity
        0211SQChannelSensitivityUnitsSequence 0212DSChannelSensitivityCorrectionFactor
        0213DSChannelBaseline 0214DSChannelTimeSkew 0215DSChannelSampleSkew 0218DSChannelOffset
        021AUSWaveformBitsStored 0220DSFilterLowFrequency 0221DSFilterHighFrequency
        0222DSNotchFilterFrequency 0223DSNotchFilterBandwidth 0230FLWaveformDataDisplayScale
        0231USWaveformDisplayBackgroundCIELabValue 0240SQWaveformPresentationGroupSequence
        0241USPresentationGroupNumber 0242SQChannelDisplaySequence
        0244USChannelRecommendedDisplayCIELabValue 0245FLChannelPosition 0246CSDisplayShadingFlag
        0247FLFractionalChannelDisplayScale 0248FLAbsoluteChannelDisplayScale
        0300SQMultiplexedAudioChannelsDescriptionCodeSequence 0301ISChannelIdentificationCode
        0302CSChannelMode 0310UIMultiplexGroupUID 0311DSPowerlineFrequency
        0312SQChannelImpedanceSequence 0313DSImpedanceValue 0314DTImpedanceMeasurementDateTime
        0315DSImpedanceMeasurementFrequency 0316CSImpedanceMeasurementCurrentType
        0317CSWaveformAmplifierType 0318SQFilterLowFrequencyCharacteristicsSequence
        0319SQFilterHighFrequencyCharacteristicsSequence 0320SQSummarizedFilterLookupTable
        0321SQNotchFilterCharacteristicsSequence 0322CSWaveformFilterType
        0323SQAnalogFilterCharacteristicsSequence 0324DSAnalogFilterRollOff 0325SQAnalogFilterType
        0326SQDigitalFilterCharacteristicsSequence 0327ISDigitalFilterOrder
        0328SQDigitalFilterTypeCodeSequence 0329STWaveformFilterDescription
        032ASQFilterLookupTableSequence 032BSTFilterLookupTableDescription
        032CSQFrequencyEncodingCodeSequence 032DSQMagnitudeEncodingCodeSequence
        032EODFilterLookupTableData
        @0040 0001AEScheduledStationAETitle 0002DAScheduledProcedureStepStartDate
        0003TMScheduledProcedureStepStartTime 0004DAScheduledProcedureStepEndDate
        0005TMScheduledProcedureStepEndTime 0006PNScheduledPerformingPhysicianName
        0007LOScheduledProcedureStepDescription 0008SQScheduledProtocolCodeSequence
        0009SHScheduledProcedureStepID 000ASQStageCodeSequence
        000BSQScheduledPerformingPhysicianIdentificationSequence 0010SHScheduledStationName
        0011SHScheduledProcedureStepLocation 0012LOPreMedication 0020CSScheduledProcedureStepStatus
        0026SQOrderPlacerIdentifierSequence 0027SQOrderFillerIdentifierSequence
        0031UTLocalNamespaceEntityID 0032UTUniversalEntityID 0033CSUniversalEntityIDType
        0035CSIdentifierTypeCode 0036SQAssigningFacilitySequence
        0039SQAssigningJurisdictionCodeSequence 003ASQAssigningAgencyOrDepartmentCodeSequence
        0100SQScheduledProcedureStepSequence 0220SQReferencedNonImageCompositeSOPInstanceSequence
        0241AEPerformedStationAETitle 0242SHPerformedStationName 0243SHPerformedLocation
        0244DAPerformedProcedureStepStartDate 0245TMPerformedProcedureStepStartTime
        0250DAPerformedProcedureStepEndDate 0251TMPerformedProcedureStepEndTime
        0252CSPerformedProcedureStepStatus 0253SHPerformedProcedureStepID
        0254LOPerformedProcedureStepDescription 0255LOPerformedProcedureTypeDescription
        0260SQPerformedProtocolCodeSequence 0261CSPerformedProtocolType
        0270SQScheduledStepAttributesSequence 0275SQRequestAttributesSequence
        0280STCommentsOnThePerformedProcedureStep
        0281SQPerformedProcedureStepDiscontinuationReasonCodeSequence 0293SQQuantitySequence
        0294DSQuantity 0295SQMeasuringUnitsSequence 0296SQBillingItemSequence
        0300USTotalTimeOfFluoroscopy 0301USTotalNumberOfExposures 0302USEntranceDose
        0303USExposedArea 0306DSDistanceSourceToEntrance 0307DSDistanceSourceToSupport
        030ESQExposureDoseSequence 0310STCommentsOnRadiationDose 0312DSXRayOutput
        0314DSHalfValueLayer 0316DSOrganDose 0318CSOrganExposed 0320SQBillingProcedureStepSequence
        0321SQFilmConsumptionSequence 0324SQBillingSuppliesAndDevicesSequence
        0330SQReferencedProcedureStepSequence 0340SQPerformedSeriesSequence
        0400LTCommentsOnTheScheduledProcedureStep 0440SQProtocolContextSequence
        0441SQContentItemModifierSequence 0500SQScheduledSpecimenSequence
        050ALOSpecimenAccessionNumber 0512LOContainerIdentifier
        0513SQIssuerOfTheContainerIdentifierSequence 0515SQAlternateContainerIdentifierSequence
        0518SQContainerTypeCodeSequence 051ALOContainerDescription 0520SQContainerComponentSequence
        0550SQSpecimenSequence 0551LOSpecimenIdentifier 0552SQSpecimenDescriptionSequenceTrial
        0553STSpecimenDescriptionTrial 0554UISpecimenUID 0555SQAcquisitionContextSequence
        0556STAcquisitionContextDescription 0560SQSpecimenDescriptionSequence
        0562SQIssuerOfTheSpecimenIdentifierSequence 059ASQSpecimenTypeCodeSequence
        0600LOSpecimenShortDescription 0602UTSpecimenDetailedDescription
        0610SQSpecimenPreparationSequence 0612SQSpecimenPreparationStepContentItemSequence
        0620SQSpecimenLocalizationContentItemSequence 06FALOSlideIdentifier
        0710SQWholeSlideMicroscopyImageFrameTypeSequence 071ASQImageCenterPointCoordinatesSequence
        072ADSXOffsetInSlideCoordinateSystem 073ADSYOffsetInSlideCoordinateSystem
        074ADSZOffsetInSlideCoordinateSystem 08D8SQPixelSpacingSequence
        08DASQCoordinateSystemAxisCodeSequence 08EASQMeasurementUnitsCodeSequence
        09F8SQVitalStainCodeSequenceTrial 1001SHRequestedProcedureID
        1002LOReasonForTheRequestedProcedure 1003SHRequestedProcedurePriority
        1004LOPatientTransportArrangements 1005LORequestedProcedureLocation
        1006SHPlacerOrderNumberProcedure 1007SHFillerOrderNumberProcedure 1008LOConfidentialityCode
        1009SHReportingPriority 100ASQReasonForRequestedProcedureCodeSequence
        1010PNNamesOfIntendedRecipientsOfResults
        1011SQIntendedRecipientsOfResultsIdentificationSequence
        1012SQReasonForPerformedProcedureCodeSequence 1060LORequestedProcedureDescriptionTrial
        1101SQPersonIdentificationCodeSequence 1102STPersonAddress 1103LOPersonTelephoneNumbers
        1104LTPersonTelecomInformation 1400LTRequestedProcedureComments
        2001LOReasonForTheImagingServiceRequest 2004DAIssueDateOfImagingServiceRequest
        2005TMIssueTimeOfImagingServiceRequest 2006SHPlacerOrderNumberImagingServiceRequestRetired
        2007SHFillerOrderNumberImagingServiceRequestRetired 2008PNOrderEnteredBy
        2009SHOrderEntererLocation 2010SHOrderCallbackPhoneNumber
        2011LTOrderCallbackTelecomInformation 2016LOPlacerOrderNumberImagingServiceRequest
        2017LOFillerOrderNumberImagingServiceRequest 2400LTImagingServiceRequestComments
        3001LOConfidentialityConstraintOnPatientDataDescription
        4001CSGeneralPurposeScheduledProcedureStepStatus
        4002CSGeneralPurposePerformedProcedureStepStatus
        4003CSGeneralPurposeScheduledProcedureStepPriority
        4004SQScheduledProcessingApplicationsCodeSequence 4005DTScheduledProcedureStepStartDateTime
        4006CSMultipleCopiesFlag 4007SQPerformedProcessingApplicationsCodeSequence
        4008DTScheduledProcedureStepExpirationDateTime 4009SQHumanPerformerCodeSequence
        4010DTScheduledProcedureStepModificationDateTime 4011DTExpectedCompletionDateTime
        4015SQResultingGeneralPurposePerformedProcedureStepsSequence
        4016SQReferencedGeneralPurposeScheduledProcedureStepSequence
        4018SQScheduledWorkitemCodeSequence 4019SQPerformedWorkitemCodeSequence
        4020CSInputAvailabilityFlag 4021SQInputInformationSequence 4022SQRelevantInformationSequence
        4023UIReferencedGeneralPurposeScheduledProcedureStepTransactionUID
        4025SQScheduledStationNameCodeSequence 4026SQScheduledStationClassCodeSequence
        4027SQScheduledStationGeographicLocationCodeSequence 4028SQPerformedStationNameCodeSequence
        4029SQPerformedStationClassCodeSequence 4030SQPerformedStationGeographicLocationCodeSequence
        4031SQRequestedSubsequentWorkitemCodeSequence 4032SQNonDICOMOutputCodeSequence
        4033SQOutputInformationSequence 4034SQScheduledHumanPerformersSequence
        4035SQActualHumanPerformersSequence 4036LOHumanPerformerOrganization
        4037PNHumanPerformerName 4040CSRawDataHandling 4041CSInputReadinessState
        4050DTPerformedProcedureStepStartDateTime 4051DTPerformedProcedureStepEndDateTime
        4052DTProcedureStepCancellationDateTime 4070SQOutputDestinationSequence
        4071SQDICOMStorageSequence 4072SQSTOWRSStorageSequence 4073URStorageURL
        4074SQXDSStorageSequence 8302DSEntranceDoseInmGy 8303CSEntranceDoseDerivation
        9092SQParametricMapFrameTypeSequence 9094SQReferencedImageRealWorldValueMappingSequence
        9096SQRealWorldValueMappingSequence 9098SQPixelValueMappingCodeSequence 9210SHLUTLabel
        9211XSRealWorldValueLastValueMapped 9212FDRealWorldValueLUTData
        9213FDDoubleFloatRealWorldValueLastValueMapped
        9214FDDoubleFloatRealWorldValueFirstValueMapped 9216XSRealWorldValueFirstValueMapped
        9220SQQuantityDefinitionSequence 9224FDRealWorldValueIntercept 9225FDRealWorldValueSlope
        A007CSFindingsFlagTrial A010CSRelationshipType A020SQFindingsSequenceTrial
        A021UIFindingsGroupUIDTrial A022UIReferencedFindingsGroupUIDTrial
        A023DAFindingsGroupRecordingDateTrial A024TMFindingsGroupRecordingTimeTrial
        A026SQFindingsSourceCategoryCodeSequenceTrial A027LOVerifyingOrganization
        A028SQDocumentingOrganizationIdentifierCodeSequenceTrial A030DTVerificationDateTime
        A032DTObservationDateTime A033DTObservationStartDateTime A040CSValueType
        A043SQConceptNameCodeSequence A047LOMeasurementPrecisionDescriptionTrial
        A050CSContinuityOfContent A057CSUrgencyOrPriorityAlertsTrial A060LOSequencingIndicatorTrial
        A066SQDocumentIdentifierCodeSequenceTrial A067PNDocumentAuthorTrial
        A068SQDocumentAuthorIdentifierCodeSequenceTrial A070SQIdentifierCodeSequenceTrial
        A073SQVerifyingObserverSequence A074OBObjectBinaryIdentifierTrial
        A075PNVerifyingObserverName A076SQDocumentingObserverIdentifierCodeSequenceTrial
        A078SQAuthorObserverSequence A07ASQParticipantSequence A07CSQCustodialOrganizationSequence
        A080CSParticipationType A082DTParticipationDateTime A084CSObserverType
        A085SQProcedureIdentifierCodeSequenceTrial A088SQVerifyingObserverIdentificationCodeSequence
        A089OBObjectDirectoryBinaryIdentifierTrial A090SQEquivalentCDADocumentSequence
        A0B0USReferencedWaveformChannels A110DADateOfDocumentOrVerbalTransactionTrial
        A112TMTimeOfDocumentCreationOrVerbalTransactionTrial A120DTDateTime A121DADate A122TMTime
        A123PNPersonName A124UIUID A125CSReportStatusIDTrial A130CSTemporalRangeType
        A132ULReferencedSamplePositions A136USReferencedFrameNumbers A138DSReferencedTimeOffsets
        A13ADTReferencedDateTime A160UTTextValue A161FDFloatingPointValue
        A162SLRationalNumeratorValue A163ULRationalDenominatorValue
        A167SQObservationCategoryCodeSequenceTrial A168SQConceptCodeSequence
        A16ASTBibliographicCitationTrial A170SQPurposeOfReferenceCodeSequence A171UIObservationUID
        A172UIReferencedObservationUIDTrial A173CSReferencedObservationClassTrial
        A174CSReferencedObjectObservationClassTrial A180USAnnotationGroupNumber
        A192DAObservationDateTrial A193TMObservationTimeTrial A194CSMeasurementAutomationTrial
        A195SQModifierCodeSequence A224STIdentificationDescriptionTrial
        A290CSCoordinatesSetGeometricTypeTrial A296SQAlgorithmCodeSequenceTrial
        A297STAlgorithmDescriptionTrial A29ASLPixelCoordinatesSetTrial A300SQMeasuredValueSequence
        A301SQNumericValueQualifierCodeSequence A307PNCurrentObserverTrial A30ADSNumericValue
        A313SQReferencedAccessionSequenceTrial A33ASTReportStatusCommentTrial
        A340SQProcedureContextSequenceTrial A352PNVerbalSourceTrial A353STAddressTrial
        A354LOTelephoneNumberTrial A358SQVerbalSourceIdentifierCodeSequenceTrial
        A360SQPredecessorDocumentsSequence A370SQReferencedRequestSequence
        A372SQPerformedProcedureCodeSequence A375SQCurrentRequestedProcedureEvidenceSequence
        A380SQReportDetailSequenceTrial A385SQPertinentOtherEvidenceSequence
        A390SQHL7StructuredDocumentReferenceSequence A402UIObservationSubjectUIDTrial
        A403CSObservationSubjectClassTrial A404SQObservationSubjectTypeCodeSequenceTrial
        A491CSCompletionFlag A492LOCompletionFlagDescription A493CSVerificationFlag
        A494CSArchiveRequested A496CSPreliminaryFlag A504SQContentTemplateSequence
        """
}
