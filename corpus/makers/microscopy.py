"""Small files of many makers' microscopes and cameras: fixed headers, and texts.

Sources stand in the doc comment of each format's extractor.
"""

import gzip
import io
import struct
import zipfile

from .mrc import mrc
from .sample import Sample, absent, fact, issue


def records(order, *contents):
    """Fortran's unformatted records: each between two copies of its length."""
    return b"".join(struct.pack(order + "I", len(content)) + content
                    + struct.pack(order + "I", len(content)) for content in contents)


def put(target, letters, offset, *values, order="<"):
    struct.pack_into(order + letters, target, offset, *values)


# Andor SIF

def sif(version=65567, stamps=(0, 10), cut=None):
    def section(present, series):
        words = [b"%d" % version, b"0", b"0", b"1", b"1772345408", b"-60.5", b"\0", b"\0", b"\0",
                 b"\5", b"\n", b"0", b"0.125", b"0.25", b"0.5", b"3", b"\0", b"0.75", b"1e-07",
                 b"0", b"1", b"300", b"0", b"2e-08", b"1e-08", b"0", b"0", b"\4", b"\0", b"1",
                 b"0", b"4", b"0", b"0", b"0", b"0", b"0", b"1", b"0", b"0", b"1", b"5e-07", b"0"]
        name = b"C:\\data\\carbon.sif"
        text = present + b"\n" if series else b""
        text += b" ".join(words) + b" 5.1 3425 1\nDU897_BV \n"
        text += b" 7 5 %d\n" % len(name) + name + b" \n65538 12\nplasma shot\n\n"
        text += b"65538 \1 \1 \3 \0 0.5 0.25\n65540 1 1 500 1 0 300 500nm\n0 SR303i\n"
        text += b"65540 \2 \0 \x12 \0 \1 \0\n500.5 0.125 0 0\n0 1 0 0\n0 1 0 0\n785\n13\n13\n"
        text += b"10\nWavelength6\nCounts12\nPixel number"
        text += b"65541 1 5 7 1 %d 1 %d 35\n65538 1 5 7 1 1 1 0\n" % (len(stamps), 35 * len(stamps))
        text += b"".join(b"%10d\n" % stamp for stamp in stamps) + b"0\n"
        return text + struct.pack("<%df" % (35 * len(stamps)), *range(35 * len(stamps)))

    whole = b"Andor Technology Multi-Channel File\n65538 1\n" + section(b"1", False)
    return (whole + section(b"1", True) + b"0\n0\n0\n")[:cut]


# Semper

def semper(label=True):
    title = b"grain"
    header = struct.pack("<6h", 7, 5, 3, 1, 2, 20000 + 1000 * label + len(title))
    parts = [header, title]
    if label:
        words = [0] * 256

        def text(start, content):
            for place, byte in enumerate(content):
                words[start - 1 + place] = byte

        text(1, b"Semper")
        for start, size in ((7, 7), (9, 5), (11, 3), (13, 4), (15, 3), (17, 2)):
            words[start - 1], words[start] = divmod(size, 256)
        words[18:21] = [1, 2, 0]
        words[21:27] = [126, 3, 14, 18, 56, 7]
        words[27] = 6
        text(29, b"-1,2.5")
        words[55], words[62], words[63] = 248, 1, 4
        for start, value in ((76, 3.5), (80, 0.5), (84, 2.5), (88, 1.5), (92, 0.25), (96, -4.0)):
            text(start, struct.pack("<f", value))
        words[99] = len(title)
        text(101, title)
        text(245, b"nm")
        parts.append(struct.pack("<256h", *words))
    return records("<", *parts, *[struct.pack("<7f", *range(7))] * 15)


# TVIPS, block file, Hamamatsu

def tvips(version=2, frames=3):
    head = struct.pack("<13I", 256, version, 7, 5, 16, 0, 0, 2, 2, 15000, 200, 80000, 60)
    head += (b"TVIPS" * 41)[:204]
    body = b""
    for number in range(frames):
        body += struct.pack("<3I", number, 1772345408, 125)
        if version == 2:
            body += struct.pack("<IfII5fIff", 0, 2.5, 80, 1, 1.5, 2.5, 3.5, 10, 0, number, 20, 0.5)
        body += bytes(70)
    return head + body


def blockfile(note=b"Precession angle : 0.5"):
    header = b"IMGBLO" + struct.pack("<HIIIHHHHHddIHId", 0x0102, 0x1000, 0x1000 + 35, 131141, 5, 0,
                                     7, 5, 2500, 64.0, 32.0, 200000, 6226, 2000, 46095.75)
    header += struct.pack("<22d", *range(22))
    return (header + note).ljust(0x1000, b"\0") + bytes(35) + bytes(200)


COMMENT = ('[Application],Date="14.03.2026",Software="HPD-TA"\r\n'
           '[Camera],CameraName="Orca R2",Gain="255"\r\n'
           '[Acquisition],ExposureTime=200 ms,NrExposure=10,areSource="0,0,7,5"[Comment],'
           'UserComment="plasma, shot 3"').encode()


def hamamatsu():
    head = b"IM" + struct.pack("<6HIH", len(COMMENT), 7, 5, 0, 0, 2, 0, 0)
    return head.ljust(64, b"\0") + COMMENT + bytes(70)


# IMOD

def imod():
    def text(content, size):
        return content.encode().ljust(size, b"\0")

    def chunk(name, content):
        return name + struct.pack(">I", len(content)) + content

    head = b"IMODV1.2" + text("IMOD-NewModel", 128)
    head += struct.pack(">4iI4i6f5ifii3f", 7, 5, 3, 1, 62976, 1, 2, 10, 233, 1, 2, 3, 1, 1, 1.5,
                        0, 0, 0, 3, 128, 1.25, -9, 12345, 10, 20, 30)
    thing = b"OBJT" + text("membrane", 64) + bytes(64)
    thing += struct.pack(">iIii3fi8Bii", 2, 8, 0, 0, 0.5, 0.25, 0.75, 2, 1, 3, 1, 1, 0, 0, 0, 0,
                         1, 0)
    for count in (2, 3):
        thing += b"CONT" + struct.pack(">iIii", count, 0, 0, 0) + bytes(12 * count)
    thing += b"MESH" + struct.pack(">iiIhh", 2, 3, 65536, 0, 0) + bytes(2 * 12 + 3 * 4)
    thing += chunk(b"IMAT", bytes(range(16)))
    thing += chunk(b"XTRA", b"made by hand\0\0\0\0")
    view = chunk(b"VIEW", struct.pack(">i", 1))
    minx = chunk(b"MINX", struct.pack(">18f", *range(18)))
    angles = chunk(b"SLAN", struct.pack(">i6f", 1, 12.5, 0, 45, 3, 2, 1) + text("edge", 32))
    return head + thing + view + minx + angles + b"IEOF"


# DeltaVision

def dv(order="<", sections=6):
    head = bytearray(1024)
    put(head, "4i", 0, 7, 5, sections, 6, order=order)
    put(head, "6f", 40, 0.25, 0.25, 0.5, 90, 90, 90, order=order)
    put(head, "ih", 92, sections * 60, -16224, order=order)
    put(head, "hh", 128, 2, 13, order=order)
    put(head, "hh", 160, 0, 10003, order=order)
    put(head, "hh", 180, 1, 2, order=order)
    put(head, "6h", 196, 2, 525, 632, 0, 0, 0, order=order)
    put(head, "i", 220, 2, order=order)
    head[224:384] = b"actin, fixed".ljust(80) + b"deconvolved".ljust(80)
    extended = b"".join(
        struct.pack(order + "2i13f", 0, section, 1.5, section * 2.0, 100, 200, 3.5, 0, 9, 4.5, 0.125,
                    0.5, 488, 525, 1) for section in range(sections))
    return bytes(head) + extended + bytes(sections * 70)


# WinView and LightField

def spe(version=2.5, footer=b""):
    head = bytearray(4100)
    put(head, "Hhf", 6, 1024, 0, 0.125)
    head[20:29] = b"14Mar2026"
    put(head, "f", 36, -70.0)
    put(head, "H", 42, 7)
    put(head, "h", 108, 3)
    head[172:178] = b"185607"
    head[200:212] = b"carbon K-edge"[:12]
    put(head, "H", 656, 5)
    head[688:693] = b"2.5.8"
    put(head, "i", 1406, 3)
    put(head, "h6H", 1510, 1, 1, 7, 1, 1, 5, 1)
    put(head, "f", 1992, version)
    put(head, "i", 2996, 0x01234567)
    put(head, "dd", 3000, 500.0, 0.25)
    put(head, "h", 4098, 0x5555)
    pixels = bytes(7 * 5 * 3 * 2)
    if footer:
        put(head, "Q", 678, 4100 + len(pixels))
    return bytes(head) + pixels + footer


FOOTER = (b'<SpeFormat version="3.0"><DataFormat><DataBlock type="Frame" count="3"/></DataFormat>'
          b"<DataHistories><Experiment><ExposureTime>125</ExposureTime></Experiment>"
          b"</DataHistories></SpeFormat>")


# MRC's extended headers

def extended(kind, content, nint=0, nreal=0, order="<", stamp=False):
    head = bytearray(mrc(order))
    put(head, "i", 92, len(content), order=order)
    head[104:108] = kind.ljust(4, b"\0")
    put(head, "hh", 128, nint, nreal, order=order)
    if stamp:
        put(head, "ii", 152, 1146047817, 1, order=order)
        put(head, "6h6f", 160, 1, 50, 1, 2, 300, 400, 0, 0, 0, 10, 20, 30, order=order)
    return bytes(head[:1024]) + content + bytes(head[1024:])


def fei(size=768):
    record = bytearray(size)
    put(record, "iiI", 0, size, 0, 0x0000C0E3)
    put(record, "d", 12, 46095.75)
    record[20:25] = b"Titan"
    put(record, "d", 84, 300000.0)
    put(record, "d", 100, -12.5)
    put(record, "dd", 156, 1.5e-10, 1.5e-10)
    return bytes(record)


def spider(order="<"):
    head = bytearray(1024)
    for word, value in ((1, 1), (2, 5), (3, 5), (5, 1), (6, 1), (7, 2.5), (8, -1.5), (12, 7),
                        (13, 37), (22, 1036), (23, 28), (38, 1.25)):
        put(head, "f", (word - 1) * 4, value, order=order)
    head[844:864] = b"14-MAR-2026 18:56:07"
    head[864:884] = b"class average no. 12"
    return bytes(head) + bytes(12) + struct.pack(order + "35f", *range(35))


STAR = """# RELION postprocess; version 3.1

data_general

_rlnFinalResolution    3.25
_rlnMaskName           'soft mask.mrc'
_rlnNote
;two lines
of text
;

data_fsc

loop_
_rlnSpectralIndex #1
_rlnFourierShellCorrelation #2
0  1.000
1  0.985

data_
_cell.length_a 12.5
"""

EMSA = """#FORMAT      : EMSA/MAS Spectral Data File
#VERSION     : 1.0
#TITLE       : nickel oxide
#DATE        : 14-MAR-2026
#NPOINTS     : 3.
#XUNITS      : eV
#BEAMKV      : 120.0
#PROBECUR    : 12.345
#EMISSION A  : 5.5
#SIGNALTYPE  : ELS
##OXINSTELEMS: 8,28
#COMMENT     : first
#COMMENT     : second
#SPECTRUM    : Spectral Data Starts Here
1.0, 2.0
2.0, 3.5
#ENDOFDATA   :
"""


def npy(shape=(3, 5, 7), descr="'<u2'", version=1):
    text = f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}".encode()
    size = 10 if version == 1 else 12
    text = text.ljust(128 - size - 1) + b"\n"
    return (b"\x93NUMPY" + bytes([version, 0])
            + struct.pack("<H" if version == 1 else "<I", len(text)) + text + bytes(210))


def npz():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("data.npy", npy()), ("meta.npy", npy((1,), "'|O'") + b"repo_id AD"),
                              ("words.npy", npy((), "'<U40'")[:128]
                               + '{"voltage": 60000.0}'.ljust(40, "\0").encode("utf-32-le")),
                              ("names.npy", npy((2,), "'|S6'")[:128] + b"DAPI\0\0Alexa5")):
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 14, 18, 56, 8)), content)
    return target.getvalue()


def gz(content, name=b"inner.tif"):
    packed = gzip.compress(content, mtime=1772345408)
    return packed[:3] + b"\x08" + packed[4:10] + name + b"\0" + packed[10:]


SIF_FACTS = [
    fact("sif.temperature", "-60.5", unit="°C"),
    fact("sif.exposure_time", "0.125", unit="s"),
    fact("sif.gain", "300"),
    fact("sif.trigger_source", "10"),
    fact("sif.head_model", "DU897_BV"),
    fact("sif.detector_format_x", "7", unit="px"),
    fact("sif.filename", "C:\\data\\carbon.sif"),
    fact("sif.calibration.x_cal", "500.5 0.125 0 0"),
    fact("sif.calibration.rayleigh_wavelength", "785", unit="nm"),
    fact("sif.calibration.x_text", "Wavelength"),
    fact("sif.image.no_images", "2"),
    fact("sif.subimage.right", "7"),
    fact("sif.subimage.width", "7", unit="px"),
    fact("sif.subimage.height", "5", unit="px"),
    fact("sif.time_stamp", "0, 10"),
    fact("sif.head_model", "DU897_BV", element=[1]),
]

DV_FACTS = [
    fact("dv.NumCol", "7", unit="px"), fact("dv.NumSections", "6"),
    fact("dv.dx", "0.25", unit="um"), fact("dv.wave2", "632", unit="nm"),
    fact("dv.lensID", "10003"), fact("dv.Title", "deconvolved", element=[1]),
    fact("dv.Section.expTime", "0.125", element=[5], unit="s"),
    fact("dv.Section.timeStampSeconds", "4", element=[2], unit="s"),
]

SPE_FACTS = [
    fact("spe.xdim", "7", unit="px"), fact("spe.ydim", "5", unit="px"),
    fact("spe.NumFrames", "3"), fact("spe.exp_sec", "0.125", unit="s"),
    fact("spe.DetTemperature", "-70", unit="°C"), fact("spe.Comments", "carbon K-edg"),
    fact("spe.ROIinfoblk.endx", "7", unit="px"), fact("spe.xcalibration.factor", "0.25"),
]

SAMPLES = [
    Sample("sif/kinetic.sif", sif(), SIF_FACTS),
    Sample("hostile/cut.sif", sif(cut=300), [
        fact("sif.temperature", "-60.5", unit="°C"), issue("truncated", "malformed")]),
    Sample("semper/label.unf", semper(), [
        fact("semper.NCOL", "7", unit="px"), fact("semper.TITLE", "grain"),
        fact("semper.label.DATE", "2026-03-14 18:56:07"),
        fact("semper.label.RANGE", "-1,2.5"), fact("semper.label.DXV1", "0.25", unit="nm"),
        fact("semper.label.NROW", "5"), fact("semper.label.XUNIT", "nm")]),
    Sample("semper/no-label.unf", semper(False), [
        fact("semper.NLAY", "3"), absent("semper.label.DATE", "there is no label")]),
    Sample("hostile/cut.unf", semper()[:200], [
        fact("semper.NCOL", "7", unit="px"), issue("truncated")]),
    Sample("tvips/frames.tvips", tvips(), [
        fact("tvips.dimx", "7", unit="px"), fact("tvips.ht", "200", unit="kV"),
        fact("tvips.frame.num", "2", element=[2]),
        fact("tvips.frame.stagex", "1.5", element=[0])]),
    Sample("tvips/version1.tvips", tvips(1), [
        fact("tvips.frame.ms", "125", element=[1], unit="ms")]),
    Sample("hostile/cut.tvips", tvips()[:300], [
        fact("tvips.dimy", "5", unit="px"), issue("truncated")]),
    Sample("blockfile/note.blo", blockfile(), [
        fact("blockfile.NX", "7", unit="px"), fact("blockfile.SX", "64", unit="nm"),
        fact("blockfile.Beam_energy", "200000", unit="V"),
        fact("blockfile.Distortion_N13", "21"),
        fact("blockfile.Note", "Precession angle : 0.5")]),
    Sample("hostile/cut.blo", blockfile()[:120], [
        fact("blockfile.NX", "7", unit="px"), issue("truncated")]),
    Sample("hamamatsu-img/streak.img", hamamatsu(), [
        fact("hamamatsu-img.Width", "7", unit="px"),
        fact("hamamatsu-img.Camera.CameraName", "Orca R2"),
        fact("hamamatsu-img.Acquisition.ExposureTime", "200 ms", unit="ms"),
        fact("hamamatsu-img.Acquisition.areSource", "0,0,7,5"),
        fact("hamamatsu-img.Comment.UserComment", "plasma, shot 3")]),
    Sample("hostile/cut-streak.img", hamamatsu()[:120], [
        fact("hamamatsu-img.Application.Date", "14.03.2026"), issue("truncated")]),
    Sample("imod/objects.mod", imod(), [
        fact("imod.name", "IMOD-NewModel"), fact("imod.xmax", "7", unit="px"),
        fact("imod.pixelsize", "1.25"), fact("imod.OBJT.name", "membrane"),
        fact("imod.OBJT.contours", "2"), fact("imod.OBJT.CONT.psize", "2, 3"),
        fact("imod.OBJT.IMAT.diffuse", "1"), fact("imod.MINX.crot", "15, 16, 17", unit="deg"),
        fact("imod.SLAN.label", "edge"),
        fact("imod.OBJT.XTRA.data", "(16 bytes) made by hand")]),
    Sample("hostile/cut.mod", imod()[:450], [
        fact("imod.name", "IMOD-NewModel"), issue("truncated")]),
    Sample("dv/little.dv", dv(), DV_FACTS),
    Sample("dv/big.dv", dv(">"), DV_FACTS),
    Sample("hostile/cut.dv", dv()[:1200], [
        fact("dv.NumCol", "7", unit="px"), issue("truncated")]),
    Sample("spe/winview.spe", spe(), SPE_FACTS),
    Sample("spe/lightfield.spe", spe(3.0, FOOTER), SPE_FACTS + [
        fact("spe.SpeFormat.version", "3.0"),
        fact("spe.SpeFormat.DataHistories.Experiment.ExposureTime", "125")]),
    Sample("hostile/footer-beyond-end.spe", spe(3.0, FOOTER)[:4120], [
        fact("spe.xdim", "7", unit="px"), issue("truncated")]),
    Sample("mrc/fei1.mrc", extended(b"FEI1", fei() * 3), [
        fact("mrc.FEI.HT", "300000", unit="V"), fact("mrc.FEI.`Alpha tilt`", "-12.5", unit="deg"),
        fact("mrc.FEI.`Microscope type`", "Titan", element=[2]),
        fact("mrc.FEI.`Pixel size X`", "1.5e-10", unit="m"),
        absent("mrc.FEI.Defocus", "its bit is not set")]),
    Sample("mrc/fei2.mrc", extended(b"FEI2", fei(888) * 3), [
        fact("mrc.FEI.HT", "300000", unit="V", element=[1])]),
    Sample("mrc/serialem.mrc", extended(
        b"SERI", b"".join(struct.pack("<6h", -6000 + 300 * n, n, 0, n, 10, 20) for n in range(3)),
        nint=12, nreal=7, stamp=True), [
        fact("mrc.SERI.`tilt angle`", "-5400", element=[2]),
        fact("mrc.SERI.`piece coordinates`", "1, 0, 1", element=[1]),
        fact("mrc.imodFlags", "1"), fact("mrc.tiltangles", "0, 0, 0, 10, 20, 30", unit="deg")]),
    Sample("mrc/symmetry.map", extended(b"CCP4", b"X,  Y,  Z".ljust(80) + b"-X, Y, -Z".ljust(80)), [
        fact("mrc.SYMOP.text", "X,  Y,  Z"), fact("mrc.SYMOP.text", "-X, Y, -Z", element=[1])]),
    Sample("spider/little.spi", spider(), [
        fact("spider.NX", "7", unit="px"), fact("spider.NY", "5", unit="px"),
        fact("spider.PIXSIZ", "1.25", unit="Å"), fact("spider.CDAT", "14-MAR-2026"),
        fact("spider.CTIT", "class average no. 12")]),
    Sample("spider/big.spi", spider(">"), [
        fact("spider.NX", "7", unit="px"), fact("spider.FMAX", "2.5")]),
    Sample("star/postprocess.star", STAR.encode(), [
        fact("star.general.rlnFinalResolution", "3.25"),
        fact("star.general.rlnMaskName", "soft mask.mrc"),
        fact("star.general.rlnNote", "two lines\nof text"),
        fact("star.fsc.rlnFourierShellCorrelation", "0.985", element=[1]),
        fact("star.fsc.#rows", "2"), fact("star.cell.length_a", "12.5"),
        fact("star.comment", "RELION postprocess; version 3.1")]),
    Sample("emsa/eels.msa", EMSA.encode(), [
        fact("emsa.TITLE", "nickel oxide"), fact("emsa.NPOINTS", "3."),
        fact("emsa.BEAMKV", "120.0", unit="kV"), fact("emsa.PROBECUR", "12.345", unit="nA"),
        fact("emsa.EMISSION", "5.5", unit="A"), fact("emsa.COMMENT", "second", element=[1])]),
    Sample("hostile/cut.msa", EMSA[:300].encode(), [
        fact("emsa.TITLE", "nickel oxide"), issue("truncated")]),
    Sample("npy/array.npy", npy(), [
        fact("npy.Array.shape", "3, 5, 7"), fact("npy.Array.descr", "<u2"),
        fact("npy.Array.fortran_order", "False")]),
    Sample("npy/version2.npy", npy(version=2), [fact("npy.Array.version", "2.0")]),
    Sample("npy/arrays.npz", npz(), [
        fact("npy.Array.name", "meta.npy", element=[1]),
        fact("npy.Array.text.voltage", "60000.0", element=[2, 0]),
        fact("npy.Array.text", "DAPI", element=[3, 0]),
        fact("npy.Array.text", "Alexa5", element=[3, 1]),
        fact("npy.Array.shape", "3, 5, 7", element=[0]),
        fact("zip.Entry.FileName", "data.npy", element=[0])]),
    Sample("hostile/cut.npy", npy()[:40], [issue("truncated")]),
    Sample("gzip/spectrum.msa.gz", gz(EMSA.encode(), b"spectrum.msa"), [
        fact("gzip.ArchivedFileName", "spectrum.msa"), fact("gzip.ModifyDate", "1772345408"),
        fact("gzip.InnerType", "emsa"), fact("emsa.TITLE", "nickel oxide")]),
    Sample("gzip/density.mrc.gz", gz(mrc(), b"density.mrc"), [
        fact("gzip.InnerType", "mrc", why="a format that a description reads"),
        fact("mrc.NX", "7", unit="px"), fact("mrc.MODE", "1")]),
    Sample("hostile/cut.gz", gz(dv())[:60], [
        fact("gzip.ArchivedFileName", "inner.tif"), issue("truncated", "malformed")]),
]
