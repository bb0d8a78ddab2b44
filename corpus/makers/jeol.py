"""Files of JEOL's Analysis Station: a project, an image, a spectrum image and a spectrum.

Source: <https://github.com/hyperspy/rosettasciio/blob/main/rsciio/jeol/_api.py> (what the bytes mean)
"""

import struct

from .sample import Sample, absent, fact, issue


def node(name, kind=0, value=b"", *children):
    """A node of a tree, with those within it."""
    written = name.encode("shift_jis") + b"\0"
    return (b"\x01" + struct.pack("<i", len(written)) + written
            + struct.pack("<ii", kind, len(value)) + value + b"".join(children) + b"\xff")


def group(name, *children):
    return node(name, 0, b"", *children)


def text(name, value):
    return node(name, 12, value.encode("shift_jis") + b"\0")


def number(name, letter, *values):
    kinds = {"H": 2, "i": 3, "f": 4, "d": 5, "?": 11}
    kind = kinds[letter] + (5 if len(values) > 1 else 0)
    return node(name, kind, struct.pack(f"<{len(values)}{letter}", *values))


def project():
    views = [group(str(index), text("Memo", f"\u8996\u91ce{index:03}"),
                   number("Mag", "i", 1000 * (index + 1)), number("Volt", "f", 15.0),
                   number("PositionMM", "f", 0.0, 0.5, 7.0, 5.0)) for index in range(2)]
    tree = (text("FileType", "Analysis Station") + number("Version", "i", 2)
            + group("SampleInfo", group("0", text("Memo", "\u30b5\u30f3\u30d7\u30eb"),
                                        group("ViewInfo", *views))))
    return bytes(12) + tree


def image():
    tree = (group("Instrument", number("ScanSize", "f", 120.0), text("Name", "JSM-7"),
                  number("AccV", "f", 15.0), number("Mag", "i", 2000))
            + group("Image", number("Created", "d", 46095.5), text("Title", "SEI"),
                    number("Size", "i", 7, 5), node("Bits", 6, bytes(range(35)) * 150)))
    thumbnail = group("Instrument", number("Mag", "i", 2000)) + group(
        "Image", node("Thumbnail", 6, bytes(5000)))
    content = bytearray(30000)
    struct.pack_into("<I32sIII", content, 0, 52, b"JED-2200:LibJxImageForm", 64, len(thumbnail),
                     30000)
    content[76:76 + len(thumbnail)] = thumbnail
    return bytes(content) + bytes(12) + tree


def spectrum_image():
    choice = node("DwellT", 14, struct.pack("<H", 1),
                  node("List", 13, b" 0.1 msec.\0 0.2 msec.\0\0"))
    limits = node("AccKV", 4, struct.pack("<f", 15.0), node(
        "Limits", 65553, struct.pack("<4f", 20, 1, 30, 1) + b"%.0f".ljust(16, b"\0")
        + b"kV".ljust(16, b"\0")))
    tree = (group("PTTD Cond", group("Meas Cond", node("CONDPAGE0", 12, b"C.R\0", choice)), limits)
            + group("PTTD Param", group("Params", node(
                "PARAMPAGE0", 12, b"SEM\0", number("ScanSize", "f", 120.0))))
            + group("PTTD Data", group(
                "AnalyzableMap MeasData",
                group("Meas Cond", text("Pixels", "7x5")),
                group("MeasCond", number("Mag", "i", 2000)),
                group("Doc", number("DwellTime(msec)", "d", 0.2), number("First", "?", True)))))
    head = struct.pack("<I8s6I128s132sd", 304, b"PTTDFILE", 512, 1, 305, len(tree), 32768, 70,
                       b"{4}", b"note", 46095.5)
    return head + b"\0" + bytes(12) + tree


def spectrum():
    head = struct.pack("<II2xd80s32si10d", 2, 2, 46095.5, b"030", b"M\x83\x7b", 1, *range(10))
    head += struct.pack("<id8d", 7, 0, 1.75, 0.12, 45, 0.01, 60, 61.25, 2, 2266)
    for rate in ((140, 311540, 699285438, 2225.5, 0), (140, 277, 565, 1.875, 0)):
        head += struct.pack("<i4d", *rate)
    head += struct.pack("<2d32sid32si", 0.01, 0.0008, b"Live Time", 0, 0, b"T3", 7)
    found = struct.pack("<ii2H", 0, 2, 1, 18)
    found += struct.pack("<iiHii2H14x4d32sii", 1, 2, 22, 1, 0, 437, 465, 4.51, 0, 0, 0, b"Ti K", 0, 1)
    found += struct.pack("<idHb3sb3si", 1, 4.508, 22, 3, b"Ti\0", 3, b"Ka\0", 1)
    found += struct.pack("<iiiidii", 1, 0, 0, 0, 0, 0, 0)
    found += struct.pack("<iHii5d16s5diid", 2, 22, 1, 0, 4.508, 0, 54.25, 0.5, 28.5, b"TiO2", 90.5,
                         1, 8752, 0, 0, 0, 0, 0)
    found += struct.pack("<i16s16s16s2d38x6di", 5, b"EX24221", b"JSM-7", b"ED", 15, 1.5, 133, 10,
                         11.5, 0, 19.25, 90, 0)
    found += struct.pack("<d5H5d4sHd16s", 120, 100, 100, 80, 60, 33, 10, 90, 0, 19.25, 100, b"Al",
                         13, 0.02, b"C5H8O2")
    found += struct.pack("<6H5d2d4sH3d", 3, 6, 1, 8, 0, 0, 60, 8, 32, 0, 0, 0.01, 1.15, b"Au", 79,
                         0.02, 0.1, 0.5)
    return head + bytes(28) + found


def deep():
    return bytes(12) + text("FileType", "Analysis Station") + b"".join(
        b"\x01" + struct.pack("<i", 2) + b"a\0" + bytes(8) for _ in range(2000))


SAMPLES = [
    Sample("jeol/project.asw", project(), [
        fact("jeol.FileType", "Analysis Station"),
        fact("jeol.SampleInfo.Memo", "\u30b5\u30f3\u30d7\u30eb", element=[0]),
        fact("jeol.SampleInfo.ViewInfo.Memo", "\u8996\u91ce001", element=[0, 1]),
        fact("jeol.SampleInfo.ViewInfo.Mag", "2000", element=[0, 1]),
        fact("jeol.SampleInfo.ViewInfo.Volt", "15", element=[0, 0], unit="kV", si=15000.0),
    ]),
    Sample("jeol/image.img", image(), [
        fact("jeol.Instrument.AccV", "15", unit="kV", si=15000.0),
        fact("jeol.Instrument.Name", "JSM-7"),
        fact("jeol.Image.Size", "7, 5", unit="px"),
        fact("jeol.Image.Created", "46095.5"),
        fact("jeol.Image.Bits", "(5250 bytes)"),
        fact("jeol.Image.Thumbnail", "(5000 bytes)"),
        fact("jeol.Image.PixelSizeX", "8.571428", unit="um",
             why="120 mm at magnification 1, over 2000 and 7 pixels"),
        fact("jeol.Image.PixelSizeY", "12", unit="um", si=1.2e-5),
    ]),
    Sample("jeol/map.pts", spectrum_image(), [
        fact("jeol.GroupName", "{4}"),
        fact("jeol.Memo", "note"),
        fact("jeol.`PTTD Cond`.`Meas Cond`.CONDPAGE0", "C.R"),
        fact("jeol.`PTTD Cond`.`Meas Cond`.CONDPAGE0.DwellT", "1"),
        fact("jeol.`PTTD Cond`.`Meas Cond`.CONDPAGE0.DwellT.List", " 0.2 msec.", element=[1]),
        fact("jeol.`PTTD Cond`.AccKV.Limits", "20, 1, 30, 1", unit="kV"),
        fact("jeol.`PTTD Data`.`AnalyzableMap MeasData`.Doc.First", "true"),
        fact("jeol.Image.PixelSizeY", "12", unit="um", si=1.2e-5),
    ]),
    Sample("jeol/spectrum.eds", spectrum(), [
        fact("jeol.Created", "46095.5"),
        fact("jeol.UserName", "M\u30dc"),
        fact("jeol.LiveTime", "60", unit="s", si=60.0),
        fact("jeol.NumCH", "7"),
        fact("jeol.ExcludedElements", "1, 18"),
        fact("jeol.Element.Name", "Ti K", element=[0]),
        fact("jeol.Element.Line.Name", "Ka", element=[0, 0]),
        fact("jeol.Quantity.Compound", "TiO2", element=[0]),
        fact("jeol.Quantity.Mass", "54.25", element=[0], unit="%"),
        fact("jeol.Params.MnKaRES", "133", unit="eV"),
        fact("jeol.Params.SiThic", "0.5"),
    ]),
    Sample("hostile/deep.asw", deep(), [
        fact("jeol.FileType", "Analysis Station"), issue("limitExceeded")]),
    Sample("hostile/cut.img", image()[:30100], [
        fact("jeol.Instrument.Name", "JSM-7"), issue("truncated"),
        absent("jeol.Image.Title", "it stands behind the end")]),
]
