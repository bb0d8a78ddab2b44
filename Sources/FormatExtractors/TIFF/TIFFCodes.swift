/// The meanings of coded values, by tag.
enum TIFFCodes {
    /// Codes of the image's tags.
    ///
    /// Sources: TIFF 6.0; the registered compressions and photometric interpretations of
    /// <https://www.awaresystems.be/imaging/tiff/tifftags.html> and libtiff; Bio-Formats' and
    /// GDAL's documentation for those of microscopy and remote sensing.
    static let image: [UInt16: [Int64: String]] = [
        254: [
            0: "full-resolution image", 1: "reduced-resolution image", 2: "page of a document",
            3: "reduced-resolution page", 4: "transparency mask",
            5: "transparency mask of a reduced-resolution image", 8: "depth map",
            16: "enhanced image",
        ],
        255: [1: "full-resolution image", 2: "reduced-resolution image", 3: "page of a document"],
        259: compression,
        262: [
            0: "WhiteIsZero", 1: "BlackIsZero", 2: "RGB", 3: "palette color",
            4: "transparency mask", 5: "CMYK", 6: "YCbCr", 8: "CIELab", 9: "ICCLab", 10: "ITULab",
            32803: "color filter array", 32844: "CIELog2L", 32845: "CIELog2Luv",
            34892: "linear raw", 51177: "depth map", 52527: "semantic mask",
        ],
        263: [1: "no dithering", 2: "ordered dither", 3: "randomized process"],
        266: [1: "most significant bit first", 2: "least significant bit first"],
        274: orientation,
        284: [1: "chunky", 2: "planar"],
        290: [
            1: "tenths", 2: "hundredths", 3: "thousandths", 4: "ten-thousandths",
            5: "hundred-thousandths",
        ],
        296: [1: "none", 2: "inch", 3: "centimeter"],
        317: [1: "none", 2: "horizontal differencing", 3: "floating point"],
        332: [1: "CMYK", 2: "not CMYK"],
        338: [0: "unspecified", 1: "associated alpha", 2: "unassociated alpha"],
        339: [
            1: "unsigned integer", 2: "signed integer", 3: "IEEE floating point", 4: "undefined",
            5: "complex integer", 6: "complex IEEE floating point",
        ],
        346: [0: "not indexed", 1: "indexed"],
        512: [1: "baseline sequential", 14: "lossless with Huffman coding"],
        531: [1: "centered", 2: "co-sited"],
        50711: [1: "rectangular", 2: "even columns down", 3: "even columns up"],
        50741: [0: "unsafe", 1: "safe"],
        50778: EXIFCodes.lightSource, 50779: EXIFCodes.lightSource,
    ]

    static let compression: [Int64: String] = [
        1: "uncompressed", 2: "CCITT modified Huffman RLE", 3: "CCITT T.4", 4: "CCITT T.6",
        5: "LZW",
        6: "JPEG (old-style)", 7: "JPEG", 8: "Deflate", 9: "JBIG T.85", 10: "JBIG T.43",
        262: "Kodak 262", 32766: "NeXT RLE", 32767: "Sony ARW", 32769: "packed raw",
        32770: "Samsung SRW", 32771: "CCITT RLE, word aligned", 32773: "PackBits",
        32809: "ThunderScan", 32867: "Kodak KDC", 32895: "IT8 CT with padding",
        32896: "IT8 line work RLE", 32897: "IT8 monochrome picture",
        32898: "IT8 binary line art", 32908: "Pixar film", 32909: "Pixar log",
        32946: "Deflate (old code)", 32947: "Kodak DCS", 33003: "JPEG 2000 YCbCr (Aperio)",
        33004: "JPEG 2000 lossy", 33005: "JPEG 2000 RGB (Aperio)", 33007: "ALT JPEG",
        34661: "JBIG", 34676: "SGI log luminance RLE", 34677: "SGI log 24-bit", 34692: "LuraWave",
        34712: "JPEG 2000", 34713: "Nikon NEF", 34715: "JBIG2",
        34718: "Microsoft document imaging binary level",
        34719: "Microsoft document imaging progressive transform",
        34720: "Microsoft document imaging vector", 34887: "LERC", 34892: "lossy JPEG",
        34925: "LZMA2", 34926: "Zstandard (old code)", 34927: "WebP (old code)", 34933: "PNG",
        34934: "JPEG XR", 50000: "Zstandard", 50001: "WebP", 50002: "JPEG XL (old code)",
        52546: "JPEG XL", 65000: "Kodak DCR", 65535: "Pentax PEF",
    ]

    static let orientation: [Int64: String] = [
        1: "top-left", 2: "top-right", 3: "bottom-right", 4: "bottom-left", 5: "left-top",
        6: "right-top", 7: "right-bottom", 8: "left-bottom",
    ]
}
