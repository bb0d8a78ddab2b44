"""Plain TIFF: both byte orders, both sizes, stacks, directories below directories."""

from .sample import Sample, fact, present
from .tiffwriter import (ASCII, BYTE, DOUBLE, EXIF, GPS, LONG, RATIONAL, SHORT, SRATIONAL, SUB_IFDS,
                         UNDEFINED, Directory, ascii_text, image, tiff)

CAMERA = {
    270: ascii_text("trabecula, cut 17"),
    271: ascii_text("Reticle Works"),
    272: ascii_text("SEM-2"),
    282: (RATIONAL, [(1000000, 65)]),
    283: (RATIONAL, [(1000000, 65)]),
    296: (SHORT, [3]),
    306: ascii_text("2026:03:14 09:26:53"),
    339: (SHORT, [1]),
    65000: (SHORT, [11, 13, 17]),
    65001: (DOUBLE, [0.125]),
    65002: (UNDEFINED, b"\x00\x01\x02\xfe\xffvendor block\x00"),
}


def camera_facts(bits):
    return [
        fact("tiff.ImageWidth", "7"),
        fact("tiff.ImageLength", "5"),
        fact("tiff.BitsPerSample", str(bits)),
        fact("tiff.Compression", "1"),
        fact("tiff.ImageDescription", "trabecula, cut 17"),
        fact("tiff.Make", "Reticle Works"),
        fact("tiff.Model", "SEM-2"),
        fact("tiff.DateTime", "2026:03:14 09:26:53"),
        fact("tiff.ResolutionUnit", "3"),
        present("tiff.XResolution"),
        fact("tiff.Tag65000", "11, 13, 17", why="a tag without a name keeps its number"),
        fact("tiff.Tag65001", "0.125"),
        present("tiff.Tag65002"),
    ]


def stack():
    pages = [
        image(7, 5, tags={33434: (RATIONAL, [(1, rate)]), 271: ascii_text("Reticle Works")},
              level=rate)
        for rate in (100, 50, 25)
    ]
    return Sample("tiff/stack.tif", tiff(pages), [
        fact("tiff.ImageWidth", "7"),
        fact("tiff.Make", "Reticle Works"),
        fact("exif.ExposureTime", "1/100", element=[0], unit="s", si=0.01),
        fact("exif.ExposureTime", "1/50", element=[1], unit="s", si=0.02),
        fact("exif.ExposureTime", "1/25", element=[2], unit="s", si=0.04,
             why="what differs between alike pages is kept page by page"),
    ])


def pyramid():
    page = image(7, 5, below={SUB_IFDS: [image(3, 2, tags={254: (LONG, [1])}),
                                         image(2, 1, tags={254: (LONG, [1])})]})
    return Sample("tiff/subifd.tif", tiff([page], ">"), [
        fact("tiff.ImageWidth", "7"),
        fact("tiff.SubIFDs.ImageWidth", "3", element=[0, 0]),
        fact("tiff.SubIFDs.ImageWidth", "2", element=[0, 1]),
        fact("tiff.SubIFDs.NewSubfileType", "1", element=[0, 1]),
    ])


def field_camera():
    exif = Directory({
        33434: (RATIONAL, [(1, 250)]),
        33437: (RATIONAL, [(28, 10)]),
        34855: (SHORT, [200]),
        36864: (UNDEFINED, b"0232"),
        36867: ascii_text("2026:03:14 11:02:07"),
        37380: (SRATIONAL, [(-1, 3)]),
        37386: (RATIONAL, [(50, 1)]),
        42036: ascii_text("macro 50 mm"),
    })
    gps = Directory({
        0: (BYTE, bytes([2, 3, 0, 0])),
        1: (ASCII, b"N\0"),
        2: (RATIONAL, [(52, 1), (30, 1), (0, 1)]),
        3: (ASCII, b"E\0"),
        4: (RATIONAL, [(13, 1), (24, 1), (18, 1)]),
        5: (BYTE, b"\0"),
        6: (RATIONAL, [(345, 10)]),
    })
    page = image(7, 5, tags={271: ascii_text("Reticle Works")}, below={EXIF: [exif], GPS: [gps]})
    return Sample("tiff/exif-gps.tif", tiff([page], ">"), [
        fact("exif.ExposureTime", "1/250", unit="s", si=0.004, why="a fraction stays as written"),
        fact("exif.FNumber", "28/10"),
        fact("exif.DateTimeOriginal", "2026:03:14 11:02:07"),
        fact("exif.FocalLength", "50", unit="mm", si=0.05),
        fact("exif.LensModel", "macro 50 mm"),
        fact("gps.GPSLatitudeRef", "N"),
        present("gps.GPSLatitude"),
        fact("gps.GPSAltitude", "345/10", unit="m", si=34.5),
    ])


SAMPLES = [
    Sample("tiff/classic-little.tif", tiff([image(7, 5, tags=CAMERA)]), camera_facts(8)),
    Sample("tiff/classic-big.tif", tiff([image(7, 5, 16, CAMERA)], ">"), camera_facts(16)),
    Sample("tiff/bigtiff-little.tif", tiff([image(7, 5, tags=CAMERA)], "<", True), camera_facts(8)),
    Sample("tiff/bigtiff-big.tif", tiff([image(7, 5, 16, CAMERA)], ">", True), camera_facts(16)),
    stack(),
    pyramid(),
    field_camera(),
]
