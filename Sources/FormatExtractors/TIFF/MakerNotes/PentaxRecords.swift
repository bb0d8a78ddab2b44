/// Fixed structures in the notes of Pentax cameras.
///
/// Sources: <https://exiv2.org/makernote.html>; <https://exiftool.org/TagNames/Pentax.html>.
enum PentaxRecords {
    static let aeInfo = StructureTable(
        namespace: "pentax.AEInfo",
        """
        0 uint8 AEExposureTime
        1 uint8 AEAperture
        2 uint8 AE_ISO
        3 uint8 AEXv
        4 int8 AEBXv
        5 uint8 AEMinExposureTime
        6 uint8 AEProgramMode
        7 uint8 AEFlags
        8 uint8 AEApertureSteps
        9 uint8 AEMaxAperture
        10 uint8 AEMaxAperture2
        11 uint8 AEMinAperture
        12 uint8 AEMeteringMode: 0 Multi-segment
        14 int8 FlashExposureCompSet
        21 uint8 LevelIndicator
        """)

    static let flashInfo = StructureTable(
        namespace: "pentax.FlashInfo",
        """
        0 uint8 FlashStatus: 0 Off; 1 Off (1); 2 External, Did not fire; 6 External, Fired;
         8 Internal, Did not fire; 9 Internal, Did not fire; 13 Internal, Fired
        1 uint8 InternalFlashMode
        2 uint8 ExternalFlashMode: 0 n/a - Off-Auto-Aperture; 63 Off; 64 On, Auto;
         191 On, Flash Problem; 192 On, Manual; 196 On, P-TTL Auto;
         197 On, Contrast-control Sync; 198 On, High-speed Sync; 204 On, Wireless;
         205 On, Wireless, High-speed Sync; 240 Not Connected
        3 uint8 InternalFlashStrength
        4 uint8 TTL_DA_AUp
        5 uint8 TTL_DA_ADown
        6 uint8 TTL_DA_BUp
        7 uint8 TTL_DA_BDown
        25 uint8 ExternalFlashExposureComp: 0 n/a; 144 n/a (Manual Mode); 164 -3.0; 167 -2.5;
         168 -2.0; 171 -1.5; 172 -1.0; 175 -0.5; 176 0.0; 179 0.5; 180 1.0
        26 uint8 ExternalFlashBounce: 0 n/a; 16 Direct; 48 Bounce
        """)

    static let cameraInfo = StructureTable(
        namespace: "pentax.CameraInfo",
        """
        0 uint32 PentaxModelID
        4 uint32 ManufactureDate
        8 uint32[2] ProductionCode
        16 uint32 InternalSerialNumber
        """)

    static let batteryInfo = StructureTable(
        namespace: "pentax.BatteryInfo",
        """
        2 uint8 BodyBatteryADNoLoad
        3 uint8 BodyBatteryADLoad
        4 uint8 GripBatteryADNoLoad
        5 uint8 GripBatteryADLoad
        6 uint16 BodyBatteryVoltage3
        8 uint16 BodyBatteryVoltage4
        """)

    static let afInfo = StructureTable(
        namespace: "pentax.AFInfo",
        """
        0 uint16 AFPointsUnknown1
        2 uint16 AFPointsUnknown2
        4 int16 AFPredictor
        6 uint8 AFDefocus
        7 uint8 AFIntegrationTime
        11 uint8 AFPointsInFocus
        509 uint8 AFHold: 0 Off; 1 Short; 2 Medium; 3 Long
        """)
}
