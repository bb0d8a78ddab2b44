extension DICOMDictionary {
    /// Part 5 of the data elements, from group 0040 on; see ``entries`` for the form.
    static let part5 = """
        @0040
        A525SQIdenticalDocumentsSequence A600CSObservationSubjectContextFlagTrial
        A601CSObserverContextFlagTrial A603CSProcedureContextFlagTrial A730SQContentSequence
        A731SQRelationshipSequenceTrial A732SQRelationshipTypeCodeSequenceTrial
        A744SQLanguageCodeSequenceTrial A801SQTabulatedValuesSequence A802ULNumberOfTableRows
        A803ULNumberOfTableColumns A804ULTableRowNumber A805ULTableColumnNumber
        A806SQTableRowDefinitionSequence A807SQTableColumnDefinitionSequence
        A808SQCellValuesSequence A992STUniformResourceLocatorTrial B020SQWaveformAnnotationSequence
        DB00CSTemplateIdentifier DB06DTTemplateVersion DB07DTTemplateLocalVersion
        DB0BCSTemplateExtensionFlag DB0CUITemplateExtensionOrganizationUID
        DB0DUITemplateExtensionCreatorUID DB73ULReferencedContentItemIdentifier
        E001STHL7InstanceIdentifier E004DTHL7DocumentEffectiveTime E006SQHL7DocumentTypeCodeSequence
        E008SQDocumentClassCodeSequence E010URRetrieveURI E011UIRetrieveLocationUID
        E020CSTypeOfInstances E021SQDICOMRetrievalSequence E022SQDICOMMediaRetrievalSequence
        E023SQWADORetrievalSequence E024SQXDSRetrievalSequence E025SQWADORSRetrievalSequence
        E030UIRepositoryUniqueID E031UIHomeCommunityID
        @0042 0010STDocumentTitle 0011OBEncapsulatedDocument 0012LOMIMETypeOfEncapsulatedDocument
        0013SQSourceInstanceSequence 0014LOListOfMIMETypes 0015ULEncapsulatedDocumentLength
        @0044 0001STProductPackageIdentifier 0002CSSubstanceAdministrationApproval
        0003LTApprovalStatusFurtherDescription 0004DTApprovalStatusDateTime
        0007SQProductTypeCodeSequence 0008LOProductName 0009LTProductDescription
        000ALOProductLotIdentifier 000BDTProductExpirationDateTime
        0010DTSubstanceAdministrationDateTime 0011LOSubstanceAdministrationNotes
        0012LOSubstanceAdministrationDeviceID 0013SQProductParameterSequence
        0019SQSubstanceAdministrationParameterSequence 0100SQApprovalSequence
        0101SQAssertionCodeSequence 0102UIAssertionUID 0103SQAsserterIdentificationSequence
        0104DTAssertionDateTime 0105DTAssertionExpirationDateTime 0106UTAssertionComments
        0107SQRelatedAssertionSequence 0108UIReferencedAssertionUID 0109SQApprovalSubjectSequence
        010ASQOrganizationalRoleCodeSequence
        @0046 0012LOLensDescription 0014SQRightLensSequence 0015SQLeftLensSequence
        0016SQUnspecifiedLateralityLensSequence 0018SQCylinderSequence 0028SQPrismSequence
        0030FDHorizontalPrismPower 0032CSHorizontalPrismBase 0034FDVerticalPrismPower
        0036CSVerticalPrismBase 0038CSLensSegmentType 0040FDOpticalTransmittance 0042FDChannelWidth
        0044FDPupilSize 0046FDCornealSize 0047SQCornealSizeSequence
        0050SQAutorefractionRightEyeSequence 0052SQAutorefractionLeftEyeSequence
        0060FDDistancePupillaryDistance 0062FDNearPupillaryDistance
        0063FDIntermediatePupillaryDistance 0064FDOtherPupillaryDistance
        0070SQKeratometryRightEyeSequence 0071SQKeratometryLeftEyeSequence
        0074SQSteepKeratometricAxisSequence 0075FDRadiusOfCurvature 0076FDKeratometricPower
        0077FDKeratometricAxis 0080SQFlatKeratometricAxisSequence 0092CSBackgroundColor
        0094CSOptotype 0095CSOptotypePresentation 0097SQSubjectiveRefractionRightEyeSequence
        0098SQSubjectiveRefractionLeftEyeSequence 0100SQAddNearSequence
        0101SQAddIntermediateSequence 0102SQAddOtherSequence 0104FDAddPower 0106FDViewingDistance
        0110SQCorneaMeasurementsSequence 0111SQSourceOfCorneaMeasurementDataCodeSequence
        0112SQSteepCornealAxisSequence 0113SQFlatCornealAxisSequence 0114FDCornealPower
        0115FDCornealAxis 0116SQCorneaMeasurementMethodCodeSequence 0117FLRefractiveIndexOfCornea
        0118FLRefractiveIndexOfAqueousHumor 0121SQVisualAcuityTypeCodeSequence
        0122SQVisualAcuityRightEyeSequence 0123SQVisualAcuityLeftEyeSequence
        0124SQVisualAcuityBothEyesOpenSequence 0125CSViewingDistanceType 0135SSVisualAcuityModifiers
        0137FDDecimalVisualAcuity 0139LOOptotypeDetailedDefinition
        0145SQReferencedRefractiveMeasurementsSequence 0146FDSpherePower 0147FDCylinderPower
        0201CSCornealTopographySurface 0202FLCornealVertexLocation 0203FLPupilCentroidXCoordinate
        0204FLPupilCentroidYCoordinate 0205FLEquivalentPupilRadius
        0207SQCornealTopographyMapTypeCodeSequence 0208ISVerticesOfTheOutlineOfPupil
        0210SQCornealTopographyMappingNormalsSequence 0211SQMaximumCornealCurvatureSequence
        0212FLMaximumCornealCurvature 0213FLMaximumCornealCurvatureLocation
        0215SQMinimumKeratometricSequence 0218SQSimulatedKeratometricCylinderSequence
        0220FLAverageCornealPower 0224FLCornealISValue 0227FLAnalyzedArea
        0230FLSurfaceRegularityIndex 0232FLSurfaceAsymmetryIndex 0234FLCornealEccentricityIndex
        0236FLKeratoconusPredictionIndex 0238FLDecimalPotentialVisualAcuity
        0242CSCornealTopographyMapQualityEvaluation 0244SQSourceImageCornealProcessedDataSequence
        0247FLCornealPointLocation 0248CSCornealPointEstimated 0249FLAxialPower
        0250FLTangentialPower 0251FLRefractivePower 0252FLRelativeElevation 0253FLCornealWavefront
        @0048 0001FLImagedVolumeWidth 0002FLImagedVolumeHeight 0003FLImagedVolumeDepth
        0006ULTotalPixelMatrixColumns 0007ULTotalPixelMatrixRows
        0008SQTotalPixelMatrixOriginSequence 0010CSSpecimenLabelInImage 0011CSFocusMethod
        0012CSExtendedDepthOfField 0013USNumberOfFocalPlanes 0014FLDistanceBetweenFocalPlanes
        0015USRecommendedAbsentPixelCIELabValue 0100SQIlluminatorTypeCodeSequence
        0102DSImageOrientationSlide 0105SQOpticalPathSequence 0106SHOpticalPathIdentifier
        0107STOpticalPathDescription 0108SQIlluminationColorCodeSequence
        0110SQSpecimenReferenceSequence 0111DSCondenserLensPower 0112DSObjectiveLensPower
        0113DSObjectiveLensNumericalAperture 0114CSConfocalMode 0115CSTissueLocation
        0116SQConfocalMicroscopyImageFrameTypeSequence 0117FDImageAcquisitionDepth
        0120SQPaletteColorLookupTableSequence 0200SQReferencedImageNavigationSequence
        0201USTopLeftHandCornerOfLocalizerArea 0202USBottomRightHandCornerOfLocalizerArea
        0207SQOpticalPathIdentificationSequence 021ASQPlanePositionSlideSequence
        021ESLColumnPositionInTotalImagePixelMatrix 021FSLRowPositionInTotalImagePixelMatrix
        0301CSPixelOriginInterpretation 0302ULNumberOfOpticalPaths 0303ULTotalPixelMatrixFocalPlanes
        @0050 0004CSCalibrationImage 0010SQDeviceSequence 0012SQContainerComponentTypeCodeSequence
        0013FDContainerComponentThickness 0014DSDeviceLength 0015FDContainerComponentWidth
        0016DSDeviceDiameter 0017CSDeviceDiameterUnits 0018DSDeviceVolume 0019DSInterMarkerDistance
        001ACSContainerComponentMaterial 001BLOContainerComponentID 001CFDContainerComponentLength
        001DFDContainerComponentDiameter 001ELOContainerComponentDescription 0020LODeviceDescription
        0021STLongDeviceDescription
        @0052 0001FLContrastBolusIngredientPercentByVolume 0002FDOCTFocalDistance 0003FDBeamSpotSize
        0004FDEffectiveRefractiveIndex 0006CSOCTAcquisitionDomain 0007FDOCTOpticalCenterWavelength
        0008FDAxialResolution 0009FDRangingDepth 0011FDALineRate 0012USALinesPerFrame
        0013FDCatheterRotationalRate 0014FDALinePixelSpacing 0016SQModeOfPercutaneousAccessSequence
        0025SQIntravascularOCTFrameTypeSequence 0026CSOCTZOffsetApplied
        0027SQIntravascularFrameContentSequence 0028FDIntravascularLongitudinalDistance
        0029SQIntravascularOCTFrameContentSequence 0030SSOCTZOffsetCorrection
        0031CSCatheterDirectionOfRotation 0033FDSeamLineLocation 0034FDFirstALineLocation
        0036USSeamLineIndex 0038USNumberOfPaddedALines 0039CSInterpolationType
        003ACSRefractiveIndexApplied
        @0054 0010USEnergyWindowVector 0011USNumberOfEnergyWindows
        0012SQEnergyWindowInformationSequence 0013SQEnergyWindowRangeSequence
        0014DSEnergyWindowLowerLimit 0015DSEnergyWindowUpperLimit
        0016SQRadiopharmaceuticalInformationSequence 0017ISResidualSyringeCounts
        0018SHEnergyWindowName 0020USDetectorVector 0021USNumberOfDetectors
        0022SQDetectorInformationSequence 0030USPhaseVector 0031USNumberOfPhases
        0032SQPhaseInformationSequence 0033USNumberOfFramesInPhase 0036ISPhaseDelay
        0038ISPauseBetweenFrames 0039CSPhaseDescription 0050USRotationVector 0051USNumberOfRotations
        0052SQRotationInformationSequence 0053USNumberOfFramesInRotation 0060USRRIntervalVector
        0061USNumberOfRRIntervals 0062SQGatedInformationSequence 0063SQDataInformationSequence
        0070USTimeSlotVector 0071USNumberOfTimeSlots 0072SQTimeSlotInformationSequence
        0073DSTimeSlotTime 0080USSliceVector 0081USNumberOfSlices 0090USAngularViewVector
        0100USTimeSliceVector 0101USNumberOfTimeSlices 0200DSStartAngle 0202CSTypeOfDetectorMotion
        0210ISTriggerVector 0211USNumberOfTriggersInPhase 0220SQViewCodeSequence
        0222SQViewModifierCodeSequence 0300SQRadionuclideCodeSequence
        0302SQAdministrationRouteCodeSequence 0304SQRadiopharmaceuticalCodeSequence
        0306SQCalibrationDataSequence 0308USEnergyWindowNumber 0400SHImageID
        0410SQPatientOrientationCodeSequence 0412SQPatientOrientationModifierCodeSequence
        0414SQPatientGantryRelationshipCodeSequence 0500CSSliceProgressionDirection
        0501CSScanProgressionDirection 1000CSSeriesType 1001CSUnits 1002CSCountsSource
        1004CSReprojectionMethod 1006CSSUVType 1100CSRandomsCorrectionMethod
        1101LOAttenuationCorrectionMethod 1102CSDecayCorrection 1103LOReconstructionMethod
        1104LODetectorLinesOfResponseUsed 1105LOScatterCorrectionMethod 1200DSAxialAcceptance
        1201ISAxialMash 1202ISTransverseMash 1203DSDetectorElementSize 1210DSCoincidenceWindowWidth
        1220CSSecondaryCountsType 1300DSFrameReferenceTime 1310ISPrimaryPromptsCountsAccumulated
        1311ISSecondaryCountsAccumulated 1320DSSliceSensitivityFactor 1321DSDecayFactor
        1322DSDoseCalibrationFactor 1323DSScatterFractionFactor 1324DSDeadTimeFactor
        1330USImageIndex 1400CSCountsIncluded 1401CSDeadTimeCorrectionFlag
        @0060 3000SQHistogramSequence 3002USHistogramNumberOfBins 3004XSHistogramFirstBinValue
        3006XSHistogramLastBinValue 3008USHistogramBinWidth 3010LOHistogramExplanation
        3020ULHistogramData
        @0062 0001CSSegmentationType 0002SQSegmentSequence
        0003SQSegmentedPropertyCategoryCodeSequence 0004USSegmentNumber 0005LOSegmentLabel
        0006STSegmentDescription 0007SQSegmentationAlgorithmIdentificationSequence
        0008CSSegmentAlgorithmType 0009LOSegmentAlgorithmName 000ASQSegmentIdentificationSequence
        000BUSReferencedSegmentNumber 000CUSRecommendedDisplayGrayscaleValue
        000DUSRecommendedDisplayCIELabValue 000EUSMaximumFractionalValue
        000FSQSegmentedPropertyTypeCodeSequence 0010CSSegmentationFractionalType
        0011SQSegmentedPropertyTypeModifierCodeSequence 0012SQUsedSegmentsSequence
        0013CSSegmentsOverlap 0020UTTrackingID 0021UITrackingUID
        @0064 0002SQDeformableRegistrationSequence 0003UISourceFrameOfReferenceUID
        0005SQDeformableRegistrationGridSequence 0007ULGridDimensions 0008FDGridResolution
        0009OFVectorGridData 000FSQPreDeformationMatrixRegistrationSequence
        0010SQPostDeformationMatrixRegistrationSequence
        @0066 0001ULNumberOfSurfaces 0002SQSurfaceSequence 0003ULSurfaceNumber 0004LTSurfaceComments
        0009CSSurfaceProcessing 000AFLSurfaceProcessingRatio 000BLOSurfaceProcessingDescription
        000CFLRecommendedPresentationOpacity 000DCSRecommendedPresentationType 000ECSFiniteVolume
        0010CSManifold 0011SQSurfacePointsSequence 0012SQSurfacePointsNormalsSequence
        0013SQSurfaceMeshPrimitivesSequence 0015ULNumberOfSurfacePoints 0016OFPointCoordinatesData
        0017FLPointPositionAccuracy 0018FLMeanPointDistance 0019FLMaximumPointDistance
        001AFLPointsBoundingBoxCoordinates 001BFLAxisOfRotation 001CFLCenterOfRotation
        001EULNumberOfVectors 001FUSVectorDimensionality 0020FLVectorAccuracy
        0021OFVectorCoordinateData 0022ODDoublePointCoordinatesData 0023OWTrianglePointIndexList
        0024OWEdgePointIndexList 0025OWVertexPointIndexList 0026SQTriangleStripSequence
        0027SQTriangleFanSequence 0028SQLineSequence 0029OWPrimitivePointIndexList
        002AULSurfaceCount 002BSQReferencedSurfaceSequence 002CULReferencedSurfaceNumber
        002DSQSegmentSurfaceGenerationAlgorithmIdentificationSequence
        002ESQSegmentSurfaceSourceInstanceSequence 002FSQAlgorithmFamilyCodeSequence
        0030SQAlgorithmNameCodeSequence 0031LOAlgorithmVersion 0032LTAlgorithmParameters
        0034SQFacetSequence 0035SQSurfaceProcessingAlgorithmIdentificationSequence
        0036LOAlgorithmName 0037FLRecommendedPointRadius 0038FLRecommendedLineThickness
        0040OLLongPrimitivePointIndexList 0041OLLongTrianglePointIndexList
        0042OLLongEdgePointIndexList 0043OLLongVertexPointIndexList 0101SQTrackSetSequence
        0102SQTrackSequence 0103OWRecommendedDisplayCIELabValueList
        0104SQTrackingAlgorithmIdentificationSequence 0105ULTrackSetNumber 0106LOTrackSetLabel
        0107UTTrackSetDescription 0108SQTrackSetAnatomicalTypeCodeSequence
        0121SQMeasurementsSequence 0124SQTrackSetStatisticsSequence 0125OFFloatingPointValues
        0129OLTrackPointIndexList 0130SQTrackStatisticsSequence 0132SQMeasurementValuesSequence
        0133SQDiffusionAcquisitionCodeSequence 0134SQDiffusionModelCodeSequence
        @0068 6210LOImplantSize 6221LOImplantTemplateVersion 6222SQReplacedImplantTemplateSequence
        6223CSImplantType 6224SQDerivationImplantTemplateSequence
        6225SQOriginalImplantTemplateSequence 6226DTEffectiveDateTime
        6230SQImplantTargetAnatomySequence 6260SQInformationFromManufacturerSequence
        6265SQNotificationFromManufacturerSequence 6270DTInformationIssueDateTime
        6280STInformationSummary 62A0SQImplantRegulatoryDisapprovalCodeSequence
        62A5FDOverallTemplateSpatialTolerance 62C0SQHPGLDocumentSequence 62D0USHPGLDocumentID
        62D5LOHPGLDocumentLabel 62E0SQViewOrientationCodeSequence
        62F0SQViewOrientationModifierCodeSequence 62F2FDHPGLDocumentScaling 6300OBHPGLDocument
        6310USHPGLContourPenNumber 6320SQHPGLPenSequence 6330USHPGLPenNumber 6340LOHPGLPenLabel
        6345STHPGLPenDescription 6346FDRecommendedRotationPoint 6347FDBoundingRectangle
        6350USImplantTemplate3DModelSurfaceNumber 6360SQSurfaceModelDescriptionSequence
        6380LOSurfaceModelLabel 6390FDSurfaceModelScalingFactor 63A0SQMaterialsCodeSequence
        63A4SQCoatingMaterialsCodeSequence 63A8SQImplantTypeCodeSequence
        63ACSQFixationMethodCodeSequence 63B0SQMatingFeatureSetsSequence 63C0USMatingFeatureSetID
        63D0LOMatingFeatureSetLabel 63E0SQMatingFeatureSequence 63F0USMatingFeatureID
        6400SQMatingFeatureDegreeOfFreedomSequence 6410USDegreeOfFreedomID 6420CSDegreeOfFreedomType
        6430SQTwoDMatingFeatureCoordinatesSequence 6440USReferencedHPGLDocumentID
        6450FDTwoDMatingPoint 6460FDTwoDMatingAxes 6470SQTwoDDegreeOfFreedomSequence
        6490FDThreeDDegreeOfFreedomAxis 64A0FDRangeOfFreedom 64C0FDThreeDMatingPoint
        64D0FDThreeDMatingAxes 64F0FDTwoDDegreeOfFreedomAxis 6500SQPlanningLandmarkPointSequence
        6510SQPlanningLandmarkLineSequence 6520SQPlanningLandmarkPlaneSequence
        6530USPlanningLandmarkID 6540LOPlanningLandmarkDescription
        6545SQPlanningLandmarkIdentificationCodeSequence 6550SQTwoDPointCoordinatesSequence
        6560FDTwoDPointCoordinates 6590FDThreeDPointCoordinates 65A0SQTwoDLineCoordinatesSequence
        65B0FDTwoDLineCoordinates 65D0FDThreeDLineCoordinates 65E0SQTwoDPlaneCoordinatesSequence
        65F0FDTwoDPlaneIntersection 6610FDThreeDPlaneOrigin 6620FDThreeDPlaneNormal
        7001CSModelModification 7002CSModelMirroring 7003SQModelUsageCodeSequence
        7004UIModelGroupUID 7005URRelativeURIReferenceWithinEncapsulatedDocument
        @006A 0001CSAnnotationCoordinateType 0002SQAnnotationGroupSequence 0003UIAnnotationGroupUID
        0005LOAnnotationGroupLabel 0006UTAnnotationGroupDescription
        0007CSAnnotationGroupGenerationType 0008SQAnnotationGroupAlgorithmIdentificationSequence
        0009SQAnnotationPropertyCategoryCodeSequence 000ASQAnnotationPropertyTypeCodeSequence
        000BSQAnnotationPropertyTypeModifierCodeSequence 000CULNumberOfAnnotations
        000DCSAnnotationAppliesToAllOpticalPaths 000ESHReferencedOpticalPathIdentifier
        000FCSAnnotationAppliesToAllZPlanes 0010FDCommonZCoordinateValue 0011OLAnnotationIndexList
        @0070 0001SQGraphicAnnotationSequence 0002CSGraphicLayer 0003CSBoundingBoxAnnotationUnits
        0004CSAnchorPointAnnotationUnits 0005CSGraphicAnnotationUnits 0006STUnformattedTextValue
        0008SQTextObjectSequence 0009SQGraphicObjectSequence 0010FLBoundingBoxTopLeftHandCorner
        0011FLBoundingBoxBottomRightHandCorner 0012CSBoundingBoxTextHorizontalJustification
        0014FLAnchorPoint 0015CSAnchorPointVisibility 0020USGraphicDimensions
        0021USNumberOfGraphicPoints 0022FLGraphicData 0023CSGraphicType 0024CSGraphicFilled
        0040ISImageRotationRetired 0041CSImageHorizontalFlip 0042USImageRotation
        0050USDisplayedAreaTopLeftHandCornerTrial 0051USDisplayedAreaBottomRightHandCornerTrial
        0052SLDisplayedAreaTopLeftHandCorner 0053SLDisplayedAreaBottomRightHandCorner
        005ASQDisplayedAreaSelectionSequence 0060SQGraphicLayerSequence 0062ISGraphicLayerOrder
        0066USGraphicLayerRecommendedDisplayGrayscaleValue
        0067USGraphicLayerRecommendedDisplayRGBValue 0068LOGraphicLayerDescription
        0080CSContentLabel 0081LOContentDescription 0082DAPresentationCreationDate
        0083TMPresentationCreationTime 0084PNContentCreatorName
        0086SQContentCreatorIdentificationCodeSequence 0087SQAlternateContentDescriptionSequence
        0100CSPresentationSizeMode 0101DSPresentationPixelSpacing 0102ISPresentationPixelAspectRatio
        0103FLPresentationPixelMagnificationRatio 0207LOGraphicGroupLabel
        0208STGraphicGroupDescription 0209SQCompoundGraphicSequence 0226ULCompoundGraphicInstanceID
        0227LOFontName 0228CSFontNameType 0229LOCSSFontName 0230FDRotationAngle
        0231SQTextStyleSequence 0232SQLineStyleSequence 0233SQFillStyleSequence
        0234SQGraphicGroupSequence 0241USTextColorCIELabValue 0242CSHorizontalAlignment
        0243CSVerticalAlignment 0244CSShadowStyle 0245FLShadowOffsetX 0246FLShadowOffsetY
        0247USShadowColorCIELabValue 0248CSUnderlined 0249CSBold 0250CSItalic
        0251USPatternOnColorCIELabValue 0252USPatternOffColorCIELabValue 0253FLLineThickness
        0254CSLineDashingStyle 0255ULLinePattern 0256OBFillPattern 0257CSFillMode
        0258FLShadowOpacity 0261FLGapLength 0262FLDiameterOfVisibility 0273FLRotationPoint
        0274CSTickAlignment 0278CSShowTickLabel 0279CSTickLabelAlignment 0282CSCompoundGraphicUnits
        0284FLPatternOnOpacity 0285FLPatternOffOpacity 0287SQMajorTicksSequence 0288FLTickPosition
        0289SHTickLabel 0294CSCompoundGraphicType 0295ULGraphicGroupID 0306CSShapeType
        0308SQRegistrationSequence 0309SQMatrixRegistrationSequence 030ASQMatrixSequence
        030BFDFrameOfReferenceToDisplayedCoordinateSystemTransformationMatrix
        030CCSFrameOfReferenceTransformationMatrixType 030DSQRegistrationTypeCodeSequence
        030FSTFiducialDescription 0310SHFiducialIdentifier 0311SQFiducialIdentifierCodeSequence
        0312FDContourUncertaintyRadius 0314SQUsedFiducialsSequence
        0315SQUsedRTStructureSetROISequence 0318SQGraphicCoordinatesDataSequence 031AUIFiducialUID
        031BUIReferencedFiducialUID 031CSQFiducialSetSequence 031ESQFiducialSequence
        031FSQFiducialsPropertyCategoryCodeSequence 0401USGraphicLayerRecommendedDisplayCIELabValue
        0402SQBlendingSequence 0403FLRelativeOpacity 0404SQReferencedSpatialRegistrationSequence
        0405CSBlendingPosition 1101UIPresentationDisplayCollectionUID
        1102UIPresentationSequenceCollectionUID 1103USPresentationSequencePositionIndex
        1104SQRenderedImageReferenceSequence 1201SQVolumetricPresentationStateInputSequence
        1202CSPresentationInputType 1203USInputSequencePositionIndex 1204CSCrop
        1205USCroppingSpecificationIndex 1206CSCompositingMethod
        1207USVolumetricPresentationInputNumber 1208CSImageVolumeGeometry
        1209UIVolumetricPresentationInputSetUID 120ASQVolumetricPresentationInputSetSequence
        120BCSGlobalCrop 120CUSGlobalCroppingSpecificationIndex 120DCSRenderingMethod
        1301SQVolumeCroppingSequence 1302CSVolumeCroppingMethod 1303FDBoundingBoxCrop
        1304SQObliqueCroppingPlaneSequence 1305FDPlane 1306FDPlaneNormal
        1309USCroppingSpecificationNumber 1501CSMultiPlanarReconstructionStyle
        1502CSMPRThicknessType 1503FDMPRSlabThickness 1505FDMPRTopLeftHandCorner
        1507FDMPRViewWidthDirection 1508FDMPRViewWidth 150CULNumberOfVolumetricCurvePoints
        150DODVolumetricCurvePoints 1511FDMPRViewHeightDirection 1512FDMPRViewHeight
        1602CSRenderProjection 1603FDViewpointPosition 1604FDViewpointLookAtPoint
        1605FDViewpointUpDirection 1606FDRenderFieldOfView 1607FDSamplingStepSize 1701CSShadingStyle
        1702FDAmbientReflectionIntensity 1703FDLightDirection 1704FDDiffuseReflectionIntensity
        1705FDSpecularReflectionIntensity 1706FDShininess
        1801SQPresentationStateClassificationComponentSequence 1802CSComponentType
        1803SQComponentInputSequence 1804USVolumetricPresentationInputIndex
        1805SQPresentationStateCompositorComponentSequence 1806SQWeightingTransferFunctionSequence
        1807USWeightingLookupTableDescriptor 1808OBWeightingLookupTableData
        1901SQVolumetricAnnotationSequence 1903SQReferencedStructuredContextSequence
        1904UIReferencedContentItem 1905SQVolumetricPresentationInputAnnotationSequence
        1907CSAnnotationClipping 1A01CSPresentationAnimationStyle 1A03FDRecommendedAnimationRate
        1A04SQAnimationCurveSequence 1A05FDAnimationStepSize 1A06FDSwivelRange
        1A07ODVolumetricCurveUpDirections 1A08SQVolumeStreamSequence
        1A09LORGBATransferFunctionDescription 1B01SQAdvancedBlendingSequence
        1B02USBlendingInputNumber 1B03SQBlendingDisplayInputSequence 1B04SQBlendingDisplaySequence
        1B06CSBlendingMode 1B07CSTimeSeriesBlending 1B08CSGeometryForDisplay 1B11SQThresholdSequence
        1B12SQThresholdValueSequence 1B13CSThresholdType 1B14FDThresholdValue
        @0072 0002SHHangingProtocolName 0004LOHangingProtocolDescription 0006CSHangingProtocolLevel
        0008LOHangingProtocolCreator 000ADTHangingProtocolCreationDateTime
        000CSQHangingProtocolDefinitionSequence 000ESQHangingProtocolUserIdentificationCodeSequence
        0010LOHangingProtocolUserGroupName 0012SQSourceHangingProtocolSequence
        0014USNumberOfPriorsReferenced 0020SQImageSetsSequence 0022SQImageSetSelectorSequence
        0024CSImageSetSelectorUsageFlag 0026ATSelectorAttribute 0028USSelectorValueNumber
        0030SQTimeBasedImageSetsSequence 0032USImageSetNumber 0034CSImageSetSelectorCategory
        """
}
