/// The names of tags of Panasonic and Leica raw files by number, one a line.
///
/// Source: <https://exiftool.org/TagNames/PanasonicRaw.html>.
enum PanasonicRawTagNames {
    static let raw = """
        1 PanasonicRawVersion
        2 SensorWidth
        3 SensorHeight
        4 SensorTopBorder
        5 SensorLeftBorder
        6 SensorBottomBorder
        7 SensorRightBorder
        8 SamplesPerPixel
        9 CFAPattern
        10 BitsPerSample
        11 Compression
        14 LinearityLimitRed
        15 LinearityLimitGreen
        16 LinearityLimitBlue
        23 ISO
        24 HighISOMultiplierRed
        25 HighISOMultiplierGreen
        26 HighISOMultiplierBlue
        28 BlackLevelRed
        29 BlackLevelGreen
        30 BlackLevelBlue
        36 WBRedLevel
        37 WBGreenLevel
        38 WBBlueLevel
        45 RawFormat
        46 JpgFromRaw
        47 CropTop
        48 CropLeft
        49 CropBottom
        50 CropRight
        """
}
