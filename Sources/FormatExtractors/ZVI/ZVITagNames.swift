/// Names of the tags of Zeiss' ZVI files.
///
/// Source: Carl Zeiss, ZVI format specification V 2.0.4 and later, and the additions that
/// Bio-Formats documents <https://docs.openmicroscopy.org/bio-formats/latest/formats/zeiss-axiovision-zvi.html>.
enum ZVITagNames {
    /// The name of a tag; `nil` where no table has it.
    static func name(of id: Int32) -> String? { names[id] }

    /// Units that the specification fixes.
    static func unit(of id: Int32) -> String? {
        switch id {
        case 515, 516, 2309, 2310, 2592, 2593: "px"
        case 2564: "ms"
        case 2072, 2073, 2074, 2841, 2842: "um"
        case 16_777_488, 16_777_489, 2217: "nm"
        default: nil
        }
    }

    /// The unit of a scale, as tags 770, 773 and 776 code it.
    static func scaleUnit(_ code: Int64) -> String? {
        switch code {
        case 0: "px"
        case 72: "m"
        case 76: "um"
        case 77: "nm"
        case 81: "in"
        case 84: "mil"
        case 136: "s"
        case 139: "ms"
        case 140: "us"
        default: nil
        }
    }

    private static let names: [Int32: String] = {
        var names: [Int32: String] = [:]
        for entry in table.split(separator: ";") {
            let parts = entry.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let id = Int32(parts[0].drop { $0 == " " }) else { continue }
            names[id] = String(parts[1])
        }
        return names
    }()

    private static let table = """
        222=Compression; 257=DateMappingTable; 258=BlackValue; 259=WhiteValue; \
        260=ImageDataMappingAutoRange; 261=Thumbnail; 262=GammaValue; 264=ImageOverExposure; \
        265=ImageRelativeTime1; 266=ImageRelativeTime2; 267=ImageRelativeTime3; \
        268=ImageRelativeTime4; 300=ImageRelativeTime; 301=ImageBaseTime1; 302=ImageBaseTime2; \
        303=ImageBaseTime3; 305=ImageBaseTime4; 333=RelFocusPosition1; 334=RelFocusPosition2; \
        513=ObjectType; 515=ImageWidth; 516=ImageHeight; 517=Number Raw Count; 518=PixelType; \
        519=NumberOfRawImages; 520=ImageSize; 521=CompressionFactorForSave; 522=DocumentSaveFlags; \
        523=Acquisition pause annotation; 530=Document Subtype; 531=Acquisition Bit Depth; 532=Image \
        Memory Usage (RAM); 534=Z-Stack single representative; 769=Scale Factor for X; 770=Scale \
        Unit for X; 771=Scale Width; 772=Scale Factor for Y; 773=Scale Unit for Y; 774=Scale Height; \
        775=Scale Factor for Z; 776=Scale Unit for Z; 777=Scale Depth; 778=Scaling Parent; \
        1001=Date; 1002=Code; 1003=Source; 1004=Message; 1025=Camera Acquisition Time; 1026=8-bit \
        Acquisition; 1027=Camera Bit Depth; 1029=MonoReferenceLow; 1030=MonoReferenceHigh; \
        1031=RedReferenceLow; 1032=RedReferenceHigh; 1033=GreenReferenceLow; \
        1034=GreenReferenceHigh; 1035=BlueReferenceLow; 1036=BlueReferenceHigh; 1041=FrameGrabber \
        Name; 1042=Camera; 1044=CameraTriggerSignalType; 1045=CameraTriggerEnable; \
        1046=GrabberTimeout; 1047=Camera Acquisition Time; 1281=MultiChannelEnabled; \
        1282=MultiChannel Color; 1283=MultiChannel Weight; 1284=Channel Name; \
        1536=DocumentInformationGroup; 1538=Author; 1539=Keywords; 1540=Comments; 1541=SampleID; \
        1542=Subject; 1543=RevisionNumber; 1544=Save Folder; 1545=FileLink; 1546=Document Type; \
        1547=Storage Media; 1548=File ID; 1549=Reference; 1550=File Date; 1551=File Size; \
        1553=Filename; 1792=ProjectGroup; 1793=Acquisition Date; 1794=Last modified by; 1795=User \
        Company; 1796=User Company Logo; 1797=Image; 1800=User ID; 1801=User Name; 1802=User City; \
        1803=User Address; 1804=User Country; 1805=User Phone; 1806=User Fax; 2049=Objective Name; \
        2050=Optovar; 2051=Reflector; 2052=Condenser Contrast; 2053=Transmitted Light Filter 1; \
        2054=Transmitted Light Filter 2; 2055=Reflected Light Shutter; 2056=Condenser Front Lens; \
        2057=Excitation Filter Name; 2060=Transmitted Light Fieldstop Aperture; 2061=Reflected Light \
        Aperture; 2062=Condenser N.A.; 2063=Light Path; 2064=HalogenLampOn; 2065=Halogen Lamp Mode; \
        2066=Halogen Lamp Voltage; 2068=Fluorescence Lamp Level; 2069=Fluorescence Lamp Intensity; \
        2070=LightManagerEnabled; 2072=Focus Position; 2073=Stage Position X; 2074=Stage Position Y; \
        2075=Microscope Name; 2076=Objective Magnification; 2077=Objective N.A.; \
        2078=MicroscopeIllumination; 2079=External Shutter 1; 2080=External Shutter 2; 2081=External \
        Shutter 3; 2082=External Filter Wheel 1 Name; 2083=External Filter Wheel 2 Name; \
        2084=Parfocal Correction; 2086=External Shutter 4; 2087=External Shutter 5; 2088=External \
        Shutter 6; 2089=External Filter Wheel 3 Name; 2090=External Filter Wheel 4 Name; \
        2103=Objective Turret Position; 2104=Objective Contrast Method; 2105=Objective Immersion \
        Type; 2107=Reflector Position; 2109=Transmitted Light Filter 1 Position; 2110=Transmitted \
        Light Filter 2 Position; 2112=Excitation Filter Position; 2113=Lamp Mirror Position; \
        2114=External Filter Wheel 1 Position; 2115=External Filter Wheel 2 Position; 2116=External \
        Filter Wheel 3 Position; 2117=External Filter Wheel 4 Position; 2118=Lightmanager Mode; \
        2119=Halogen Lamp Calibration; 2120=CondenserNAGoSpeed; \
        2121=TransmittedLightFieldstopGoSpeed; 2122=OptovarGoSpeed; 2123=Focus calibrated; \
        2124=FocusBasicPosition; 2125=FocusPower; 2126=FocusBacklash; 2127=FocusMeasurementOrigin; \
        2128=FocusMeasurementDistance; 2129=FocusSpeed; 2130=FocusGoSpeed; 2131=FocusDistance; \
        2132=FocusInitPosition; 2133=Stage calibrated; 2134=StagePower; 2135=StageXBacklash; \
        2136=StageYBacklash; 2137=StageSpeedX; 2138=StageSpeedY; 2139=StageSpeed; \
        2140=StageGoSpeedX; 2141=StageGoSpeedY; 2142=StageStepDistanceX; 2143=StageStepDistanceY; \
        2144=StageInitialisationPositionX; 2145=StageInitialisationPositionY; \
        2146=MicroscopeMagnification; 2147=ReflectorMagnification; 2148=LampMirrorPosition; \
        2149=FocusDepth; 2150=MicroscopeType; 2151=Objective Working Distance; \
        2152=ReflectedLightApertureGoSpeed; 2153=External Shutter; 2154=ObjectiveImmersionStop; \
        2155=Focus Start Speed; 2156=Focus Acceleration; 2157=ReflectedLightFieldstop; \
        2158=ReflectedLightFieldstopGoSpeed; 2159=ReflectedLightFilter 1; 2160=ReflectedLightFilter \
        2; 2161=ReflectedLightFilter1Position; 2162=ReflectedLightFilter2Position; \
        2163=TransmittedLightAttenuator; 2164=ReflectedLightAttenuator; 2165=Transmitted Light \
        Shutter; 2166=TransmittedLightAttenuatorGoSpeed; 2167=ReflectedLightAttenuatorGoSpeed; \
        2176=TransmittedLightVirtualFilterPosition; 2177=TransmittedLightVirtualFilter; \
        2178=ReflectedLightVirtualFilterPosition; 2179=ReflectedLightVirtualFilter; \
        2180=ReflectedLightHalogenLampMode; 2181=ReflectedLightHalogenLampVoltage; \
        2182=ReflectedLightHalogenLampColorTemperature; 2183=ContrastManagerMode; 2184=Dazzle \
        Protection Active; 2195=Zoom; 2196=ZoomGoSpeed; 2197=LightZoom; 2198=LightZoomGoSpeed; \
        2199=LightZoomCoupled; 2200=TransmittedLightHalogenLampMode; \
        2201=TransmittedLightHalogenLampVoltage; 2202=TransmittedLightHalogenLampColorTemperature; \
        2203=Reflected Coldlight Mode; 2204=Reflected Coldlight Intensity; 2205=Reflected Coldlight \
        Color Temperature; 2206=Transmitted Coldlight Mode; 2207=Transmitted Coldlight Intensity; \
        2208=Transmitted Coldlight Color Temperature; 2209=Infinityspace Portchanger Position; \
        2210=Beamsplitter Infinity Space; 2211=TwoTv VisCamChanger Position; 2212=Beamsplitter \
        Ocular; 2213=TwoTv CamerasChanger Position; 2214=Beamsplitter Cameras; 2215=Ocular Shutter; \
        2216=TwoTv CamerasChangerCube; 2217=LightWaveLength; 2218=Ocular Magnification; 2219=Camera \
        Adapter Magnification; 2220=Microscope Port; 2221=Ocular Total Magnification; 2222=Field of \
        View; 2223=Ocular; 2224=CameraAdapter; 2225=StageJoystickEnabled; 2226=ContrastManager \
        Contrast Method; 2229=CamerasChanger Beamsplitter Type; 2235=Rearport Slider Position; \
        2236=Rearport Source; 2237=Beamsplitter Type Infinity Space; 2238=Fluorescence Attenuator; \
        2239=Fluorescence Attenuator Position; 2261=Objective ID; 2262=Reflector ID; 2307=Camera \
        Framestart Left; 2308=Camera Framestart Top; 2309=Camera Frame Width; 2310=Camera Frame \
        Height; 2311=Camera Binning; 2312=CameraFrameFull; 2313=CameraFramePixelDistance; \
        2318=DataFormatUseScaling; 2319=CameraFrameImageOrientation; 2320=VideoMonochromeSignalType; \
        2321=VideoColorSignalType; 2322=MeteorChannelInput; 2323=MeteorChannelSync; \
        2324=WhiteBalanceEnabled; 2325=CameraWhiteBalanceRed; 2326=CameraWhiteBalanceGreen; \
        2327=CameraWhiteBalanceBlue; 2331=CameraFrameScalingFactor; 2562=Meteor Camera Type; \
        2564=Exposure Time [ms]; 2568=CameraExposureTimeAutoCalculate; 2569=Meteor Gain Value; \
        2571=Meteor Gain Automatic; 2572=MeteorAdjustHue; 2573=MeteorAdjustSaturation; \
        2574=MeteorAdjustRedLow; 2575=MeteorAdjustGreenLow; 2576=Meteor Blue Low; \
        2577=MeteorAdjustRedHigh; 2578=MeteorAdjustGreenHigh; 2579=MeteorBlue High; \
        2582=CameraExposureTimeCalculationControl; 2585=AxioCamFadingCorrectionEnable; \
        2587=CameraLiveImage; 2588=CameraLiveEnabled; 2589=LiveImageSyncObjectName; \
        2590=CameraLiveSpeed; 2591=CameraImage; 2592=CameraImageWidth; 2593=CameraImageHeight; \
        2594=CameraImagePixelType; 2595=CameraImageShMemoryName; 2596=CameraLiveImageWidth; \
        2597=CameraLiveImageHeight; 2598=CameraLiveImagePixelType; 2599=CameraLiveImageShMemoryName; \
        2600=CameraLiveMaximumSpeed; 2601=CameraLiveBinning; 2602=CameraLiveGainValue; \
        2603=CameraLiveExposureTimeValue; 2604=CameraLiveScalingFactor; 2817=Image Index U; \
        2818=Image Index V; 2819=Image Index Z; 2820=Image Channel Index; 2821=Image Index T; \
        2822=ImageTile Index; 2823=Image acquisition Index; 2824=ImageCount Tiles; 2825=ImageCount \
        A; 2827=Image Index S; 2828=Image Index Raw; 2832=Image Count Z; 2833=Image Count C; \
        2834=Image Count T; 2838=Number Rows; 2839=Number Columns; 2840=Image Count S; 2841=Original \
        Stage Position X; 2842=Original Stage Position Y; 3088=LayerDrawFlags; 3334=RemainingTime; \
        3585=User Field 1; 3586=User Field 2; 3587=User Field 3; 3588=User Field 4; 3589=User Field \
        5; 3590=User Field 6; 3591=User Field 7; 3592=User Field 8; 3593=User Field 9; 3594=User \
        Field 10; 3840=ID; 3841=Name; 3842=Value; 5501=PvCamClockingMode; 8193=Autofocus Status \
        Report; 8194=Autofocus Position; 8195=Autofocus Position Offset; 8196=Autofocus Empty Field \
        Threshold; 8197=Autofocus Calibration Name; 8198=Autofocus Current Calibration Item; \
        65537=CameraFrameFullWidth; 65538=CameraFrameFullHeight; 65541=AxioCam Shutter Signal; \
        65542=AxioCam Delay Time; 65543=AxioCam Shutter Control; 65544=AxioCam BlackRefIsCalculated; \
        65545=AxioCam Black Reference; 65547=Camera Shading Correction; 65550=AxioCam Enhance Color; \
        65551=AxioCam NIR Mode; 65552=CameraShutterCloseDelay; \
        65553=CameraWhiteBalanceAutoCalculate; 65556=AxioCam NIR Mode Available; 65557=AxioCam \
        Fading Correction Available; 65559=AxioCam Enhance Color Available; 65565=MeteorVideoNorm; \
        65566=MeteorAdjustWhiteReference; 65567=MeteorBlackReference; \
        65568=MeteorChannelInputCountMono; 65570=MeteorChannelInputCountRGB; 65571=MeteorEnableVCR; \
        65572=Meteor Brightness; 65573=Meteor Contrast; 65575=AxioCam Selector; 65576=AxioCam Type; \
        65577=AxioCam Info; 65580=AxioCam Resolution; 65581=AxioCam Color Model; 65582=AxioCam \
        MicroScanning; 65585=Amplification Index; 65586=Device Command; 65587=BeamLocation; \
        65588=ComponentType; 65589=ControllerType; 65590=CameraWhiteBalanceCalculationRedPaint; \
        65591=CameraWhiteBalanceCalculationBluePaint; 65592=CameraWhiteBalanceSetRed; \
        65593=CameraWhiteBalanceSetGreen; 65594=CameraWhiteBalanceSetBlue; \
        65595=CameraWhiteBalanceSetTargetRed; 65596=CameraWhiteBalanceSetTargetGreen; \
        65597=CameraWhiteBalanceSetTargetBlue; 65598=ApotomeCamCalibrationMode; 65599=ApoTome Grid \
        Position; 65600=ApotomeCamScannerPosition; 65601=ApoTome Full Phase Shift; 65602=ApoTome \
        Grid Name; 65603=ApoTome Staining; 65604=ApoTome Processing Mode; \
        65605=ApotomeCamLiveCombineMode; 65606=ApoTome Filter Name; 65607=Apotome Filter Strength; \
        65608=ApotomeCamFilterHarmonics; 65609=ApoTome Grating Period; 65610=ApoTome Auto Shutter \
        Used; 65611=Apotome Cam Status; 65612=ApotomeCamNormalize; 65613=ApotomeCamSettingsManager; \
        65614=DeepviewCamSupervisorMode; 65615=DeepView Processing; 65616=DeepviewCamFilterName; \
        65617=DeepviewCamStatus; 65618=DeepviewCamSettingsManager; 65619=DeviceScalingName; \
        65620=CameraShadingIsCalculated; 65621=CameraShadingCalculationName; \
        65622=CameraShadingAutoCalculate; 65623=CameraTriggerAvailable; \
        65626=CameraShutterAvailable; 65627=AxioCam ShutterMicroScanningEnable; \
        65628=ApotomeCamLiveFocus; 65629=DeviceInitStatus; 65630=DeviceErrorStatus; \
        65631=ApotomeCamSliderInGridPosition; 65632=Orca NIR Mode Used; 65633=Orca Analog Gain; \
        65634=Orca Analog Offset; 65635=Orca Binning; 65636=Orca Bit Depth; 65637=ApoTome Averaging \
        Count; 65638=DeepView DoF; 65639=DeepView EDoF; 65643=DeepView Slider Name; 65655=DeepView \
        Slider Name; 5439491=Acquisition Software; 16777488=Excitation Wavelength; 16777489=Emission \
        Wavelength; 101515267=File Name
        """
}
