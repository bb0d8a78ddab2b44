"""Scanning probes, surfaces and Raman spectra: headers of instruments' files, with hardly a sample.

Sources: those that the extractors name.
"""

import io
import struct
import zipfile
import zlib

from .sample import Sample, absent, fact, issue, present
from .tiffwriter import ascii_text, image, tiff


def padded(text, count):
    return text.encode("latin-1").ljust(count, b"\0")


# Renishaw WiRE

def wdf_block(name, content, number=0):
    return name.encode() + struct.pack("<IQ", number, 16 + len(content)) + content


def wdf_text(letter, number, text, flag=0):
    return letter.encode() + struct.pack("<BHI", flag, number, len(text)) + text


def wdf_set(*records):
    content = b"".join(records)
    return b"PSET" + struct.pack("<I", len(content)) + content


def jpeg(exif):
    """The segments of a JPEG picture of 7 × 5, without its data."""
    tags = b"Exif\0\0" + exif
    return (b"\xff\xd8\xff\xe1" + struct.pack(">H", len(tags) + 2) + tags
            + b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, 5, 7, 3) + bytes(9) + b"\xff\xd9")


def wdf():
    header = struct.pack("<Q4I12xIIIQQIIII", 0, 1, 2, 3, 4, 0, 0, 5, 3, 3, 2, 1, 5, 2)
    header += padded("WiRE", 24) + struct.pack("<4HII", 5, 2, 0, 9499, 1, 3)
    header += struct.pack("<QQIf48x", 133171776000000000, 133171776600000000, 6, 18796.99)
    header += padded("a. user", 32) + padded("Map of a flake", 160) + bytes(48 + 32 + 32)
    script = "' a = b\n" * 400
    deflated = zlib.compress(script.encode())
    nested = (b"q\0" + struct.pack("<Hd", 0x8001, 12.1875)
              + wdf_text("k", 0x8001, b"CCD lensfocus"))
    measurement = wdf_set(
        wdf_text("u", 0x8004, b"AcquisitionCount"), b"i\0" + struct.pack("<Hi", 9, 40),
        wdf_text("k", 0x8004, b"_key1"),
        b"u\x40" + struct.pack("<HII", 1004, len(deflated) + 4, len(script)) + deflated,
        b"t\0" + struct.pack("<HQ", 3, 133171776000000000),
        b"r\x80" + struct.pack("<HI2f", 0x8005, 2, 45.25, 719.5),
        wdf_text("k", 0x8005, b"dataRange"),
        wdf_text("p", 0x8006, nested), wdf_text("k", 0x8006, b"Motor Positions"),
        wdf_text("u", 0x8007, "65µm".encode()), wdf_text("k", 0x8007, b"Opening"),
        b"?\0" + struct.pack("<HB", 0x8008, 1), wdf_text("k", 0x8008, b"Locked"))
    origins = struct.pack("<I", 2)
    origins += struct.pack("<II", 0x80000003, 5) + padded("X", 16) + struct.pack("<3d", 1, 2, 3)
    origins += struct.pack("<II", 11, 24) + padded("Time", 16) + struct.pack("<3Q", 7, 8, 9)
    return b"".join([
        wdf_block("WDF1", header, 1),
        wdf_block("DATA", struct.pack("<15f", *range(15))),
        wdf_block("XLST", struct.pack("<II5f", 1, 1, 900, 901, 902, 903, 904)),
        wdf_block("WMAP", struct.pack("<II6f4I", 2, 0, 1.5, 2.5, 0, 0.25, 0.5, 1, 7, 5, 1, 0)),
        wdf_block("ORGN", origins),
        wdf_block("TEXT", "A map of a flake".encode()),
        wdf_block("WXDM", measurement),
        wdf_block("WHTL", jpeg(tiff([image(7, 5, tags={271: ascii_text("Renishaw")})]))),
        wdf_block("MAP ", wdf_set(wdf_text("u", 411, b"Intensity")) + struct.pack("<Q3f", 3, 1, 2, 3)),
        wdf_block("ZZZZ", b"what nobody knows"),
    ])


WDF = wdf()
WDF_FACTS = [
    fact("wdf.WDF1.npoints", "5"),
    fact("wdf.WDF1.nspectra", "3"),
    fact("wdf.WDF1.appname", "WiRE"),
    fact("wdf.WDF1.laserwavenum", "18796.99", unit="cm-1"),
    fact("wdf.WDF1.title", "Map of a flake"),
    fact("wdf.WDF1.time_start", "133171776000000000"),
]


# Igor binary waves

def ibw5(order="<"):
    note = "ScanSize: 1e-05\rImagingMode: AC Mode\rXOffset: 2.5e-07\r".encode("latin-1")
    unit = b"Binding Energy [eV]"
    data = struct.pack(order + "35h", *range(35))
    wave = struct.pack(order + "IIIihh6xh", 0, 3001571199, 3001571215, 35, 16, 0, 1)
    wave += padded("wave0", 32) + struct.pack(order + "iI4i", 0, 0, 7, 5, 0, 0)
    wave += struct.pack(order + "4d4d", 0.5, 0.25, 1, 1, 600, -3, 0, 0)
    wave += padded("V", 4) + padded("", 4) + padded("s", 4) + bytes(8)
    wave += struct.pack(order + "hhdd", 1, 0, 10, -10)
    wave = wave.ljust(320, b"\0")
    sizes = [len(wave) + len(data), 3, len(note), 0, len(unit), 0, 0, 0, 0, 64, 0, 0, 0, 0, 0]
    header = struct.pack(order + "hh15i", 5, 0, *sizes)
    total = sum(struct.unpack(f"{order}192H", header + wave)) & 0xFFFF
    header = struct.pack(order + "hH15i", 5, -total & 0xFFFF, *sizes)
    labels = padded("rows", 32) + padded("Height", 32)
    return header + wave + data + b"k*2" + note + unit + labels


def ibw2(order=">"):
    note = b"old = yes"
    data = struct.pack(order + "3f", 1, 2, 3)
    wave = struct.pack(order + "hI", 2, 0) + padded("old", 20) + struct.pack(order + "hhI", 1, 0, 0)
    wave += padded("A", 4) + padded("m", 4) + struct.pack(order + "ihdd", 3, 0, 0.125, 4)
    wave += struct.pack(order + "hhhddbbIiI2xII", 0, 0, 0, 0, 0, 0, 0, 0, 0, 3001571199, 3001571215, 0)
    header = struct.pack(order + "hiii", 2, 110 + len(data) + 16, len(note), 0)
    total = sum(struct.unpack(f"{order}63H", header + b"\0\0" + wave)) & 0xFFFF
    return header + struct.pack(order + "H", -total & 0xFFFF) + wave + data + bytes(16) + note


IBW5_FACTS = [
    fact("ibw.version", "5"),
    fact("ibw.bname", "wave0"),
    fact("ibw.npnts", "35"),
    fact("ibw.type", "16"),
    fact("ibw.nDim", "5", element=[1]),
    fact("ibw.sfA", "0.5", unit="Binding Energy [eV]"),
    fact("ibw.sfA", "0.25", element=[1], unit="s"),
    fact("ibw.sfB", "600"),
    fact("ibw.dataUnits", "V"),
    fact("ibw.formula", "k*2"),
    fact("ibw.note.ScanSize", "1e-05"),
    fact("ibw.note.ImagingMode", "AC Mode"),
    fact("ibw.dimLabels", "Height", element=[1, 1]),
    fact("ibw.creationDate", "3001571199"),
]


def pxp():
    def record(kind, content):
        return struct.pack("<HhI", kind, 0, len(content)) + content

    variables = struct.pack("<4h2f", 1, 2, 1, 1, 0.5, 1.5) + padded("gain", 32)
    variables += struct.pack("<hhdd4x", 1, 4, 12.5, 0)
    variables += padded("who", 32) + struct.pack("<h", 4) + b"Anna"
    return (record(1, variables) + record(3, ibw5()) + record(9, padded("Scan1", 32))
            + record(3, ibw5()) + record(10, b"") + record(2, b"\x95Print 2\r  2\r")
            + record(0x8005, b"superseded"))


# Digital Surf

def digitalsurf(signature="DIGITAL SURF", objects=1):
    comment = "@@NOTES@@\r\n$_SEM\r\n$Beam Energy = 4996 eV\r\n$Isolation Valve = Opened\r\n"

    def one():
        header = padded(signature, 12) + struct.pack("<hHhh", 0, objects, 1, 2)
        header += "flake".ljust(30).encode() + "Anna".ljust(30).encode()
        header += struct.pack("<5hfIhiiiii", 1, 6, 0, 0, 0, 0, 1, 16, -4, 30, 7, 5, 35)
        header += struct.pack("<3f", 0.5, 0.25, 0.125)
        for text in ["X", "Y", "Height", "µm", "µm", "nm", "µm", "µm", "nm"]:
            header += text.encode("latin-1").ljust(16)
        header += struct.pack("<3f3h12x", 1, 1, 1, 0, 0, 0)
        header += struct.pack("<7hfI6xhh", 8, 30, 12, 1, 3, 2026, 0, 16.5, 0, len(comment), 4)
        header += b" " * 128 + struct.pack("<5f", 1.5, 2.5, 3.5, 0, 0) + b" " * 26
        points = struct.pack("<35h", *range(35))
        if signature == "DSCOMPRESSED":
            deflated = zlib.compress(points)
            points = struct.pack("<III", 1, 70, len(deflated)) + deflated
        return header.ljust(512, b"\0") + comment.encode("latin-1") + b"zone" + points

    return one() * objects


SURF_FACTS = [
    fact("digitalsurf.Object.ObjectType", "2"),
    fact("digitalsurf.Object.ObjectName", "flake"),
    fact("digitalsurf.Object.NumberOfPoints", "7"),
    fact("digitalsurf.Object.XSpacing", "0.5", unit="µm", si=5e-07),
    fact("digitalsurf.Object.ZSpacing", "0.125", unit="nm"),
    fact("digitalsurf.Object.XOffset", "1.5", unit="µm"),
    fact("digitalsurf.Object.MeasurementDate", "2026-03-01T12:30:08"),
    fact("digitalsurf.Object.Comment.SEM.`Beam Energy`", "4996 eV"),
]


# NanoScope

NANOSCOPE = "\r\n".join([
    "\\*File list", "\\Version: 0x09400202", "\\Date: 02:26:32 PM Sat Sep 09 2023",
    "\\*Scanner list", "\\@Sens. Zsens: V 11.56000 nm/V",
    "\\*Ciao scan list", "\\Scan Size: 5000 nm", "\\Scan Rate: 0.996",
    "\\*Ciao image list", "\\Samps/line: 7", "\\Number of lines: 5", "\\Data offset: 8192",
    "\\@2:Image Data: S [Height] \"Height Sensor\"",
    "\\@2:Z scale: V [Sens. Zsens] (0.006713867 V/LSB) 24.5 V", "\\@Z magnify: C [2:Z scale] 0.02",
    "\\*Ciao image list", "\\Samps/line: 7", "\\@3:Image Data: S [Phase] \"Phase\"",
    "\\Note: gr\u00fc\u00df", "\\*File list end", "\x1a"]).encode("cp1252") + bytes(100)

NANOSCOPE_FACTS = [
    fact("nanoscope.`File list`.Version", "0x09400202"),
    fact("nanoscope.`Scanner list`.`@Sens. Zsens`", "V 11.56000 nm/V", unit="nm/V"),
    fact("nanoscope.`Ciao scan list`.`Scan Size`", "5000 nm", si=5e-06),
    fact("nanoscope.`Ciao image list`.Samps/line", "7"),
    fact("nanoscope.`Ciao image list`.Samps/line", "7", element=[1]),
    fact("nanoscope.`Ciao image list`.`@2:Z scale`",
         "V [Sens. Zsens] (0.006713867 V/LSB) 24.5 V", unit="V", si=24.5),
    fact("nanoscope.`Ciao image list`.`@2:Z scale`.HardScale", "0.006713867 V/LSB"),
    fact("nanoscope.`Ciao image list`.`@2:Image Data`.InternalName", "Height"),
    fact("nanoscope.`Ciao image list`.Note", "gr\u00fc\u00df", element=[1]),
]


# Gwyddion

def gwy_text(name, text):
    return name.encode() + b"\0s" + text.encode() + b"\0"


def gwy_object(type_name, *components):
    content = b"".join(components)
    return type_name.encode() + b"\0" + struct.pack("<I", len(content)) + content


def gwy():
    field = gwy_object(
        "GwyDataField", b"xres\0i" + struct.pack("<i", 7), b"yres\0i" + struct.pack("<i", 5),
        b"xreal\0d" + struct.pack("<d", 3.5e-06), b"yreal\0d" + struct.pack("<d", 2.5e-06),
        b"si_unit_xy\0o" + gwy_object("GwySIUnit", gwy_text("unitstr", "m")),
        b"data\0D" + struct.pack("<I35d", 35, *range(35)))
    log = gwy_object("GwyStringList", b"strings\0S" + struct.pack("<I", 2) + b"one()\0two()\0")
    meta = gwy_object("GwyContainer", gwy_text("Tip name", "sharp"))
    return b"GWYP" + gwy_object(
        "GwyContainer", b"/0/data\0o" + field, gwy_text("/0/data/title", "Height"),
        gwy_text("/1/data/title", "Phase"), b"/0/data/log\0o" + log, b"/0/meta\0o" + meta,
        b"/0/data/visible\0b\1", b"/0/graph/graph/1/points\0I" + struct.pack("<I3i", 3, 1, 2, 3),
        b"/0/base/range-type\0q" + struct.pack("<q", 1 << 40))


GWY_FACTS = [
    fact("gwy.data", "GwyDataField"),
    fact("gwy.data.xres", "7"),
    fact("gwy.data.xreal", "3.5e-06", unit="m", si=3.5e-06),
    fact("gwy.data.title", "Phase", element=[1]),
    fact("gwy.data.log.strings", "one()"),
    fact("gwy.meta.`Tip name`", "sharp"),
    fact("gwy.data.visible", "true"),
    fact("gwy.base.range-type", "1099511627776"),
    absent("gwy.data.data", "samples are never read"),
]

GSF_HEADER = ("Gwyddion Simple Field 1.0\nXRes = 7\nYRes = 5\nXReal = 3.5e-06\nYReal = 2.5e-06\n"
              "XYUnits = m\nZUnits = V\nTitle = Grün\nWho = Anna\n").encode()
GSF = GSF_HEADER + bytes(4 - len(GSF_HEADER) % 4) + struct.pack("<35f", *range(35))


# JPK

def archive(entries):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 3, 1, 12, 30, 8)), content)
    return target.getvalue()


def jpk():
    curve = ("#Thu May 21 19:21:09 CEST 2015\n"
             "force-segment-header.num-points={points}\nforce-segment-header.duration=5.0\n"
             "force-segment-header.time-stamp=2015-05-21 19\\:21\\:07.667 +0200\n")
    return archive({
        "header.properties": "type=force-scan-map-file\nforce-scan-map.position-pattern.grid.ilength=7\n",
        "index/0/header.properties": "force-scan-series.header.approach-id=a1\nsame=1\n",
        "index/0/segments/0/segment-header.properties": curve.format(points=2000),
        "index/0/segments/0/channels/height.dat": bytes(8),
        "index/1/header.properties": "force-scan-series.header.approach-id=a2\nsame=1\n",
        "index/1/segments/0/segment-header.properties": curve.format(points=2001),
        "shared-data/header.properties":
            "lcd-info.0.channel.name=height\nlcd-info.1.channel.name=vDeflection\n"
            "lcd-info.1.conversion-set.conversion.force.scaling.multiplier=0.018\n"
            "long=first \\\n    second\nname\\ with\\ space=\\u00b5m\n",
    })


JPK_FACTS = [
    fact("jpk.force-scan-map.position-pattern.grid.ilength", "7"),
    fact("jpk.index.segments.force-segment-header.num-points", "2000", element=[0, 0]),
    fact("jpk.index.segments.force-segment-header.num-points", "2001", element=[1, 0]),
    fact("jpk.index.segments.force-segment-header.time-stamp", "2015-05-21 19:21:07.667 +0200",
         element=[0, 0]),
    fact("jpk.shared-data.lcd-info.channel.name", "vDeflection", element=[1]),
    fact("jpk.shared-data.long", "first second"),
    fact("jpk.shared-data.`name with space`", "µm"),
    present("zip.Entry.FileName"),
]


SAMPLES = [
    Sample("wdf/map.wdf", WDF, WDF_FACTS + [
        fact("wdf.XLST.Units", "1"),
        fact("wdf.XLST.Values", "900, 901, 902, 903, 904", unit="cm-1"),
        fact("wdf.WMAP.`stepsize.x`", "0.25", unit="µm", si=2.5e-07,
             why="the unit is that of the origin of X, which stands behind the map"),
        fact("wdf.WMAP.`length.y`", "5"),
        fact("wdf.ORGN.Origin.Annotation", "Time", element=[1]),
        fact("wdf.ORGN.Origin.Units", "5", element=[0]),
        fact("wdf.TEXT.Text", "A map of a flake"),
        fact("wdf.WXDM._key1", "AcquisitionCount"),
        fact("wdf.WXDM.AcquisitionCount", "40"),
        fact("wdf.WXDM.dataRange", "45.25, 719.5"),
        fact("wdf.WXDM.`Motor Positions`.`CCD lensfocus`", "12.1875"),
        fact("wdf.WXDM.Opening", "65µm"),
        fact("wdf.WXDM.Locked", "true"),
        present("wdf.WXDM.Property1004"),
        fact("wdf.WHTL.ImageWidth", "7"),
        fact("wdf.WHTL.tiff.Make", "Renishaw"),
        fact("wdf.MAP.npoints", "3"),
        fact("wdf.MAP.Label", "Intensity"),
        present("wdf.ZZZZ.Bytes"),
    ]),
    Sample("ibw/little.ibw", ibw5(), IBW5_FACTS),
    Sample("ibw/big.ibw", ibw5(">"), IBW5_FACTS),
    Sample("ibw/version2.ibw", ibw2(), [
        fact("ibw.version", "2"), fact("ibw.bname", "old"), fact("ibw.hsA", "0.125", unit="m"),
        fact("ibw.npnts", "3"), fact("ibw.note", "old = yes"), fact("ibw.dataUnits", "A")]),
    Sample("pxp/experiment.pxp", pxp(), [
        fact("pxp.Variables.gain", "12.5"),
        fact("pxp.Variables.who", "Anna"),
        fact("pxp.Variables.K1", "1.5"),
        fact("pxp.Wave.bname", "wave0"),
        fact("pxp.Wave.bname", "wave0", element=[1]),
        fact("pxp.Wave.note.ScanSize", "1e-05", element=[1]),
        fact("pxp.DataFolder", "Scan1"),
        present("pxp.History"),
        absent("pxp.Procedure", "a later record replaces it"),
    ]),
    Sample("digitalsurf/surface.sur", digitalsurf(), SURF_FACTS),
    Sample("digitalsurf/series.sur", digitalsurf("DSCOMPRESSED", 3), SURF_FACTS + [
        fact("digitalsurf.Object.ObjectName", "flake", element=[2])]),
    Sample("nanoscope/height.spm", NANOSCOPE, NANOSCOPE_FACTS),
    Sample("gwy/channels.gwy", gwy(), GWY_FACTS),
    Sample("gsf/field.gsf", GSF, [
        fact("gsf.XRes", "7", unit="px"),
        fact("gsf.XReal", "3.5e-06", unit="m", si=3.5e-06),
        fact("gsf.Title", "Grün"),
        fact("gsf.Who", "Anna"),
    ]),
    Sample("jpk/map.jpk-force-map", jpk(), JPK_FACTS),
    Sample("hostile/cut.wdf", WDF[:700], WDF_FACTS + [issue("truncated")]),
    Sample("hostile/deep.wdf", WDF[:512] + wdf_block("WXDA", wdf_set(
        *[b"p\0" + struct.pack("<HI", 7, 800 - 8 * level) for level in range(1, 101)])),
        WDF_FACTS + [issue("limitExceeded")]),
    Sample("hostile/cut.ibw", ibw5()[:390], IBW5_FACTS[:3] + [issue("truncated")]),
    Sample("hostile/absurd-record.pxp", pxp()[:200] + struct.pack("<HhI", 3, 0, 0xFFFFFFF0),
           [fact("pxp.Variables.gain", "12.5"), issue("truncated", "malformed")]),
    Sample("hostile/absurd-points.sur",
           digitalsurf()[:100] + struct.pack("<iiiii", 0, 0, 2**31 - 1, 2**31 - 1, 2**31 - 1)
           + digitalsurf()[120:],
           [fact("digitalsurf.Object.ObjectName", "flake"), issue("truncated")]),
    Sample("hostile/endless.spm", NANOSCOPE[:300], [
        fact("nanoscope.`File list`.Version", "0x09400202"), issue("truncated")]),
    Sample("hostile/absurd-length.gwy", gwy()[:17] + b"\xff\xff\xff\x7f" + gwy()[21:], [
        fact("gwy.data.xres", "7"), issue("truncated")]),
    Sample("hostile/cut.gsf", GSF_HEADER[:40], [fact("gsf.XRes", "7"), issue("truncated")]),
    Sample("hostile/cut.jpk-force", jpk()[:400], [issue("truncated")]),
]
