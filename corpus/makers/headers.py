"""Small headers, of text and of bytes: tracts, absorption spectra, scans of beamlines, old microscopes, profiles.

Sources: the specifications named in the extractors and descriptions of the same names.
"""

import struct

from .sample import Sample, absent, fact, issue

TRACKS = (b"mrtrix tracks\ncount: 0000000003\ndatatype: Float32LE\nstep_size: 0.25\nfile: . 87\nEND\n"
          + b"\0\0\xc0\x7f" * 4)
IMAGE = (b"mrtrix image\ndim: 7,5,3\nvox: 1.5,1.5,2\nlayout: -0,-1,+2\ndatatype: UInt16LE\n"
         b"transform: 1,0,0,-3\ntransform: 0,1,0,-4\ntransform: 0,0,1,5\nfile: . 160\nEND\n" + b"\0\1\0\2" * 40)
MIFF = (b"id=ImageMagick\nclass=DirectClass\ncolumns=7\nrows=5\ndepth=8\nResolution=72x72\n\x0c\n:\x1a"
        + bytes(105))

XDI = b"""# XDI/1.0 GSE/1.0
# Column.1: energy eV
# Column.2: i0
# Element.symbol: Cu
# Element.edge: K
# Scan.start_time: 2001-06-26T22:27:31
# Mono.d_spacing: 3.13553
# ///
# copper foil at room temperature
# ---
# energy i0
  8779.0 149013.7
  8789.0 144864.7
"""

SPEC = b"""#F copper
#E 1700000000
#D Tue Nov 14 22:13:20 2023
#C fourc  User = operator
#O0 Theta  Two Theta  Chi

#S 1 ascan th 1 2 2 1
#D Tue Nov 14 22:13:30 2023
#T 1  (Seconds)
#P0 1.5 3.25 90
#N 3
#L Theta  Monitor  Detector
1 100 3
1.5 101 4
2 99 3

#S 2 timescan 5
#T 5  (Seconds)
#P0 2 4.5 91
#N 2
#L Time  Detector
0 7
"""

FDF = (b"#!/usr/local/fdf/startup\nfloat  rank = 2;\nchar  *spatial_rank = \"2dfov\";\n"
       b"char  *abscissa[] = {\"cm\", \"cm\"};\nfloat  matrix[] = {7, 5};\nfloat  span[] = {4.5, 3.0};\n"
       b"int    slices = 3;\nfloat  TE = 15.0;\n\x0c\n\0" + bytes(70))

BAS = (b"BAS_IMAGE_FILE\r\nwestern blot\r\n20x25\r\n100\r\n50\r\n16\r\n7\r\n5\r\n10000\r\n4\r\n"
       b"Tue Mar 14 09:26:53 2000\r\n953025000\r\n0\r\n")


def icc():
    texts = [(b"desc", b"desc" + struct.pack(">II", 0, 8) + b"Scanner\0" + bytes(78)),
             (b"cprt", b"text\0\0\0\0nobody\0")]
    tags, body, place = b"", b"", 132 + 12 * len(texts)
    for name, text in texts:
        text = text.ljust((len(text) + 3) // 4 * 4, b"\0")
        tags += name + struct.pack(">II", place + len(body), len(text))
        body += text
    head = struct.pack(">I4sI4s4s4s6H4s4sI4s4sQI3i4s", place + len(body), b"test", 0x02400000, b"scnr", b"RGB ",
                       b"XYZ ", 2026, 3, 14, 9, 26, 53, b"acsp", b"MSFT", 0, b"acme", b"sc12", 0, 1,
                       0xF6D6, 0x10000, 0xD32D, b"acme")
    return head.ljust(128, b"\0") + struct.pack(">I", len(texts)) + tags + body


def seiko():
    head = bytearray(2944)
    head[40:52] = b"etched glass"
    struct.pack_into("<f", head, 156, 0.25)
    struct.pack_into("<f", head, 164, 0.5)
    struct.pack_into("<HH", head, 1402, 7, 5)
    return bytes(head) + bytes(70)


def openlab():
    plane = struct.pack(">8xIIxBBxq4xB", 7, 5, 1, 2, 0, 7) + b"nuclei"
    return b"OLRW" + struct.pack(">II", 3, 1) + plane.ljust(288, b"\0") + bytes(70)


def xl():
    head = bytearray(600)
    head[:2] = b"XL"
    struct.pack_into("<fff12xf", head, 44, 2500, 20000, 10.5, 3.5)
    struct.pack_into("<HH4xH", head, 514, 119, 5, 600)
    return bytes(head) + bytes(119 * 5)


def burleigh():
    head = struct.pack("<fHH14xiiih4xhh12xfff", 3.1, 7, 5, 2000, 1500, 30, 1, 10, 4, 0.05, 1.5, 0.25)
    return head.ljust(260, b"\0") + bytes(70)


def iplab(order):
    def block(name, content):
        return name + struct.pack(order + "I", len(content)) + content
    planes = bytes(7 * 5 * 3 * 2)
    head = (b"iiii" if order == "<" else b"mmmm") + struct.pack(order + "II", 4, 0x100F) + b"data"
    head += struct.pack(order + "I6i", 28 + len(planes), 7, 5, 1, 3, 1, 2)
    units = b"".join(struct.pack(order + "ifi", 0, size, code)
                     for size, code in ((0.25, 1), (0.5, 1), (2, 1), (1, 0)))
    return (head + planes + block(b"clut", struct.pack(order + "ii", 0, 7))
            + block(b"norm", struct.pack(order + "i5d", 1, 12, 4000, 1, 0, 65535))
            + block(b"head", struct.pack(order + "h20s", 3, b"objective 63x"))
            + block(b"unit", units)
            + block(b"note", b"femur".ljust(64, b"\0") + b"stained with DAPI".ljust(512, b"\0"))
            + block(b"\x1a\xd9\x8b\xef", struct.pack(order + "i3f", 0, 0, 250, 500.5)) + b"fini")


SAMPLES = [
    Sample("iplab/femur.ipl", iplab("<"), [
        fact("iplab.Width", "7", unit="px"), fact("iplab.Height", "5", unit="px"), fact("iplab.ZDepth", "3"),
        fact("iplab.UnitsPerPixel.X", "0.25", unit="um"),
        fact("iplab.UnitsPerPixel.Y", "0.5", unit="um"), fact("iplab.note.Text", "stained with DAPI"),
        fact("iplab.head.Label", "objective 63x"), fact("iplab.norm.Max", "4000"), fact("iplab.clut.Type", "7"),
        fact("iplab.Timestamps", "0, 250, 500.5", unit="ms")]),
    Sample("iplab/femur-big.ipl", iplab(">"), [
        fact("iplab.Width", "7", unit="px"), fact("iplab.Version", "4111"),
        fact("iplab.UnitsPerPixel.Z", "2", unit="um")]),
    Sample("hostile/far.ipl", iplab("<")[:16] + b"\xff\xff\xff\x7f" + iplab("<")[20:], [issue("truncated")]),
    Sample("mrtrix/fibres.tck", TRACKS, [
        fact("mrtrix.count", "0000000003"), fact("mrtrix.step_size", "0.25", unit="mm"),
        fact("mrtrix.datatype", "Float32LE")]),
    Sample("mrtrix/brain.mif", IMAGE, [
        fact("mrtrix.dim", "7,5,3"), fact("mrtrix.vox", "1.5,1.5,2"),
        fact("mrtrix.transform", "0,1,0,-4", element=[1])]),
    Sample("miff/tile.miff", MIFF, [fact("miff.columns", "7"), fact("miff.rows", "5")]),
    Sample("xdi/copper.xdi", XDI, [
        fact("xdi.version", "XDI/1.0 GSE/1.0"), fact("xdi.Column.1", "energy eV"),
        fact("xdi.Element.symbol", "Cu"), fact("xdi.Scan.start_time", "2001-06-26T22:27:31"),
        fact("xdi.comment", "copper foil at room temperature"), fact("xdi.labels", "energy i0"),
        absent("xdi.line", "measured values are no metadata")]),
    Sample("hostile/cut.xdi", XDI[:120], [issue("truncated"), fact("xdi.Element.symbol", "Cu")]),
    Sample("spec/scans.spec", SPEC, [
        fact("spec.File", "copper"), fact("spec.Epoch", "1700000000"),
        fact("spec.Scan.Command", "ascan th 1 2 2 1"), fact("spec.Scan.Number", "2", element=[1]),
        fact("spec.Scan.CountTime", "1", unit="s"),
        fact("spec.Scan.Motor.`Two Theta`", "3.25"),
        fact("spec.Scan.Motor.Chi", "91", element=[1]),
        fact("spec.Scan.Column", "Detector", element=[0, 2])]),
    Sample("fdf/mouse.fdf", FDF, [
        fact("fdf.matrix.0", "7"), fact("fdf.matrix.1", "5"),
        fact("fdf.span.0", "4.5", unit="cm"), fact("fdf.spatial_rank", "2dfov"),
        fact("fdf.slices", "3"), fact("fdf.TE", "15.0")]),
    Sample("hostile/cut.fdf", FDF[:100], [issue("truncated"), fact("fdf.rank", "2")]),
    Sample("bas/blot.inf", BAS, [
        fact("bas.FileName", "western blot"), fact("bas.PixelSizeX", "100", unit="um"),
        fact("bas.PixelSizeY", "50", unit="um"), fact("bas.Width", "7", unit="px"),
        fact("bas.Height", "5", unit="px"), fact("bas.BitsPerPixel", "16", unit="bit")]),
    Sample("bas/late.inf", BAS.replace(b"20x25\r\n", b""), [
        fact("bas.PixelSizeY", "50", unit="um"), fact("bas.Width", "7", unit="px"),
        absent("bas.PlateSize", "newer scanners leave it out")]),
    Sample("hostile/cut.inf", BAS[:40], [issue("truncated")]),
    Sample("icc/scanner.icc", icc(), [
        fact("icc.ProfileDescription", "Scanner"), fact("icc.ProfileVersion", "2.4.0"),
        fact("icc.Copyright", "nobody")]),
    Sample("hostile/cut.icc", icc()[:140], [issue("truncated"), fact("icc.ProfileVersion", "2.4.0")]),
    Sample("seiko/glass.xqd", seiko(), [
        fact("seiko.Comment", "etched glass"), fact("seiko.PixelSizeX", "0.25", unit="um"),
        fact("seiko.PixelSizeY", "0.5", unit="um"), fact("seiko.Width", "7", unit="px"),
        fact("seiko.Height", "5", unit="px")]),
    Sample("openlab-raw/nuclei.raw", openlab(), [
        fact("openlab-raw.Width", "7", unit="px"), fact("openlab-raw.Height", "5", unit="px"),
        fact("openlab-raw.Name", "nuclei")]),
    Sample("xl-sem/fracture.img", xl(), [
        fact("xl-sem.Magnification", "2500"), fact("xl-sem.Voltage", "20000", unit="V"),
        fact("xl-sem.WorkingDistance", "10.5", unit="mm"), fact("xl-sem.Height", "5", unit="px")]),
    Sample("burleigh/gold.img", burleigh(), [
        fact("burleigh.Width", "7", unit="px"), fact("burleigh.Height", "5", unit="px"),
        fact("burleigh.SampleVoltage", "0.05", unit="V"), fact("burleigh.TunnelCurrent", "1.5", unit="nA")]),
    Sample("xmp/control.xmp", b"<?xpacket begin='\x02' id='W5M0MpCehiHzreSzNTczkc9d'?>"
           b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
           b"<rdf:Description xmlns:tiff='http://ns.adobe.com/tiff/1.0/' tiff:Make='Acme'/></rdf:RDF></x:xmpmeta>"
           b"<?xpacket end='w'?>", [fact("xmp.tiff.Make", "Acme")]),
    Sample("csv/padded.csv", b"Sample,Dose (e/A^2)\nA1,12.5\nB2,30\n" + bytes(5000), [
        fact("csv.Sample", "B2", element=[1]), absent("csv.line", "zeros are no rows")]),
]
