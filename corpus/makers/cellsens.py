"""Olympus cellSens images and their tiles, JCAMP-DX spectra and imzML's binary part.

The sources are named in the extractors.
"""

import struct

from .sample import Sample, fact, issue
from .tiffwriter import image, tiff

INLINE, EXTENDED, EXTRA = 0x40000000, 0x10000000, 0x08000000


def volume(*fields):
    """A volume of (type, tag, data or number, second tag)."""
    body, at = b"", 24
    for index, (kind, tag, data, *second) in enumerate(fields):
        is_last = index + 1 == len(fields)
        if second:
            kind |= EXTRA
        content = b"" if kind & INLINE else data + bytes(-len(data) % 4)
        size = data if kind & INLINE else len(data)
        length = 16 + 4 * len(second) + len(content)
        body += struct.pack("<IiIi", kind, tag, 0 if is_last else at + length, size)
        body += struct.pack(f"<{len(second)}i", *second) + content
        at += length
    return struct.pack("<HHIQII", 24, 21321, 402, 24, len(fields), 0) + body


def wide(text):
    return (text + "\0").encode("utf-16-le")


def quantity(number, unit):
    return volume((8194, 268435456, wide(unit)), (10, 268435458, struct.pack("<d", number)))


FRAME = volume(
    (8194, 2020, wide("10^-6m^1")),
    (260, 2019, struct.pack("<2d", 0.25, 0.25)),
    (17, 2015, struct.pack("<q", 1772368205)),
    (EXTENDED | 1, 120062, quantity(150.5, "10^-6m^1")),
    (10, 120061, struct.pack("<d", 1.42)),
    (5, 99999, struct.pack("<i", 17)))
EXTERNAL = volume((259, 2053, struct.pack("<4i", 0, 0, 7, 5)))
TAGS = volume(
    (EXTENDED | 1, 2, volume((8194, 24, wide("OLYMPUS cellSens")), (INLINE | 5, 21, 21199))),
    (EXTENDED | 0, 2000, volume((EXTENDED | 0, 2001, volume(
        (EXTENDED | 0, 2002, volume((EXTENDED | 1, 2018, EXTERNAL)) + FRAME, 0)))), 0))


def vsi():
    """The tags between the header of a TIFF and its directory."""
    plain = tiff([image(7, 5)])
    gap = len(TAGS) + len(TAGS) % 2
    content = bytearray(plain[:8] + TAGS + bytes(gap - len(TAGS)) + plain[8:])
    offset, = struct.unpack_from("<I", content, 4)
    struct.pack_into("<I", content, 4, offset + gap)
    # Values that stand elsewhere move with the directory.
    for place in range(struct.unpack_from("<H", content, offset + gap)[0]):
        entry = offset + gap + 2 + place * 12
        tag, kind, count, value = struct.unpack_from("<HHII", content, entry)
        size = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 12: 8}.get(kind, 1) * count
        if size > 4 or tag == 273:
            struct.pack_into("<I", content, entry + 8, value + gap)
    return bytes(content)


def ets():
    tile = struct.pack("<4s10I", b"ETS\0", 0x30006, 4, 1, 1, 3, 100, 7, 5, 1, 0).ljust(148, b"\0")
    tile += struct.pack("<2I", 1, 0) + bytes(28) + struct.pack("<6I", 5, 7, 5, 1, 3, 2) + bytes(16)
    chunks = b"".join(struct.pack("<IIIIIQII", 0, x, 0, z, 0, 292, 4, 0)
                      for x in range(1) for z in range(3))
    head = struct.pack("<4s3IQIIQII", b"SIS\0", 64, 3, 4, 64, 228, 0, 292, 3, 0).ljust(64, b"\0")
    return head + tile + bytes(4) + chunks


JCAMP = """##TITLE= two spectra $$ a link block
##JCAMP-DX= 5.01
##DATA TYPE= LINK
##BLOCKS= 1
##TITLE= collagen
##JCAMP-DX= 5.01
##DATA TYPE= INFRARED SPECTRUM
##ORIGIN= Institute
##SPECTROMETER/DATA SYSTEM= FT-IR 7
##XUNITS= 1/CM
##YUNITS= ABSORBANCE
##FIRSTX= 400.5
##LASTX= 4000
##NPOINTS= 7
##SAMPLING PROCEDURE= pressed
in a disk
##XYDATA= (X++(Y..Y))
400.5 1 2 3
500 4 5 6 7
##END=
##END=
"""

SAMPLES = [
    Sample("vsi/cell.vsi", vsi(), [
        fact("tiff.ImageWidth", "7"),
        fact("vsi.DocumentProperties.`Document product name`", "OLYMPUS cellSens"),
        fact("vsi.DocumentProperties.`Product Build Number`", "21199"),
        fact("vsi.Collection.MultidimImage.ImageFrame.ExternalFileProperties.`Image size`",
             "0, 0, 7, 5"),
        fact("vsi.Collection.MultidimImage.ImageFrame.Calibration", "0.25, 0.25", unit="um"),
        fact("vsi.Collection.MultidimImage.ImageFrame.ObjectiveWorkingDistance.Value", "150.5",
             unit="um"),
        fact("vsi.Collection.MultidimImage.ImageFrame.`Numerical Aperture`", "1.42"),
        fact("vsi.Collection.MultidimImage.ImageFrame.Tag99999", "17")]),
    Sample("ets/frame_t_0.ets", ets(), [
        fact("ets.TileWidth", "7", unit="px"),
        fact("ets.PixelType", "4"),
        fact("ets.Compression", "3"),
        fact("ets.Dimensions", "7, 5, 1, 3, 2"),
        fact("ets.UsedChunkCount", "3"),
        fact("ets.ChunkCoordinates", "0, 0, 2, 0")]),
    Sample("jcamp/collagen.jdx", JCAMP.encode(), [
        fact("jcamp.TITLE", "two spectra"),
        fact("jcamp.comment", "a link block"),
        fact("jcamp.TITLE", "collagen", element=[1]),
        fact("jcamp.FIRSTX", "400.5", element=[1], unit="1/cm"),
        fact("jcamp.`SPECTROMETER/DATA SYSTEM`", "FT-IR 7", element=[1]),
        fact("jcamp.`SAMPLING PROCEDURE`", "pressed\nin a disk", element=[1]),
        fact("jcamp.XYDATA", "(X++(Y..Y))", element=[1])]),
    Sample("ibd/image.ibd", bytes(range(16)) + bytes(70), [
        fact("ibd.UUID", "00010203-0405-0607-0809-0A0B0C0D0E0F")]),
    Sample("hostile/cut.vsi", vsi()[:400], [
        fact("vsi.DocumentProperties.`Document product name`", "OLYMPUS cellSens"),
        issue("truncated", "malformed")]),
    Sample("hostile/absurd-chunks.ets", ets()[:40] + b"\xff\xff\xff\x7f" + ets()[44:], [
        fact("ets.TileWidth", "7"), issue("truncated")]),
    Sample("hostile/cut.jdx", JCAMP[:300].encode(), [
        fact("jcamp.TITLE", "two spectra"), issue("truncated")]),
]
