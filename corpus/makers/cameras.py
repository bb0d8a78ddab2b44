"""Other detectors and cameras: CINE, Bio-Rad PIC, Scanco ISQ, R-AXIS, KappaCCD, Fit2D, Esperanto.

Sources are named beside the extractors.
"""

import struct

from .sample import Sample, fact, issue


def cine():
    setup = bytearray(10412)
    setup[140:142] = b"ST"
    struct.pack_into("<H", setup, 142, len(setup))
    place = setup_place("FrameRate")
    struct.pack_into("<I", setup, place, 90_000)
    struct.pack_into("<I", setup, setup_place("ShutterNs"), 10_000)
    model = setup_place("CameraModel")
    setup[model:model + 13] = b"Phantom v2012"
    exposures = struct.pack("<IHH", 8 + 4 * 3, 1003, 0) + struct.pack("<3I", *[1 << 30] * 3)
    times = struct.pack("<IHH", 8 + 8 * 3, 1002, 0) + struct.pack(
        "<6I", 0, 1_600_000_000, 0, 1_600_000_001, 1 << 31, 1_600_000_002)
    end = 84 + len(setup) + len(exposures) + len(times)
    header = struct.pack("<2sHHHiIiIIIIII", b"CI", 44, 0, 1, -5, 3, -1, 3, 44, 84, end, 1 << 31,
                         1_600_000_000)
    bitmap = struct.pack("<IiiHHIIiiII", 40, 7, 5, 1, 16, 0, 70, 35714, 35714, 0, 4096)
    return header + bitmap + bytes(setup) + times + exposures + bytes(24)


def setup_place(name):
    """Where a member of the setup stands, counted from its beginning."""
    return {"FrameRate": 768, "ShutterNs": 1568, "CameraModel": 10128}[name]


def biorad():
    header = bytearray(76)
    struct.pack_into("<3h", header, 0, 7, 5, 3)
    struct.pack_into("<i", header, 10, 1)
    struct.pack_into("<h", header, 14, 1)
    header[18:26] = b"leaf.pic"
    struct.pack_into("<H", header, 54, 12345)
    struct.pack_into("<h", header, 64, 60)
    struct.pack_into("<f", header, 66, 2.5)

    def note(text, kind, more):
        return (struct.pack("<hihhhhh", -1, more, 0, 1, kind, 0, 0)[:16].ljust(16, b"\0")
                + text.ljust(80, b"\0"))

    return (bytes(header) + bytes(105) + note(b"AXIS_2 001 0.0 0.25 microns", 20, 1)
            + note(b"LENS_MAGNIFICATION = 60", 20, 1) + note(b"stained in spring", 4, 0))


def scanco():
    header = bytearray(512)
    header[:16] = b"CTDATA-HEADER_V1"
    struct.pack_into("<5i", header, 16, 3, 722, 2, 12, 4061)
    struct.pack_into("<Q", header, 36, 50_000_000_000_000_000)
    struct.pack_into("<6i", header, 44, 7, 5, 3, 70, 50, 30)
    struct.pack_into("<2i", header, 68, 10, 10)
    header[128:133] = b"femur"
    struct.pack_into("<2i", header, 168, 70_000, 114)
    return bytes(header) + bytes(210)


def raxis():
    header = bytearray(1400)
    header[:10] = b"R-AXIS4   "
    header[20:30] = b"lysozyme  "
    struct.pack_into(">f", header, 292, 1.5418)
    struct.pack_into(">2i2f", header, 768, 7, 5, 0.1, 0.1)
    return bytes(header) + bytes(70)


KCD = (b"Nonius image\nData type = u16\nX dimension = 7\nY dimension = 5\n"
       b"Number of readouts = 2\nExposure time = 30\nBinned mode\n" + bytes(range(200)) * 3)


def fit2d():
    def block(name, rest):
        return f"\\{name}:{rest}".encode().ljust(512)

    return (block("$FFF_START", f"{0:08X} ") + block("TITLE", f"{0:08X}s{6:08X}a leaf")
            + block("X_PIXEL_SIZE", f"{0:08X}r{struct.unpack('>I', struct.pack('>f', 0.0001))[0]:08X}")
            + block("ACTIVE", f"{0:08X}i{3:08X}")
            + block("DATA_ARRAY", f"{1:08X}ar{0:08X}{0:08X}{7:08X}{5:08X}") + bytes(512))


def ge():
    header = bytearray(8192)
    header[:5] = b"ADEPT"
    struct.pack_into("<4H", header, 22, 1, 5, 7, 16)
    header[90:94] = b"Anna"
    struct.pack_into("<f", header, 696, 500)
    return bytes(header) + bytes(70)


def esperanto():
    lines = ["ESPERANTO FORMAT    1 CONSISTING OF   4 LINES OF   256 BYTES EACH",
             "IMAGE 7 5 1 1 \"4BYTE_LONG\"", "TIME 2.5 0.5 1",
             "PIXELSIZE 0.06 0.06"]
    return b"".join(line.encode().ljust(254) + b"\r\n" for line in lines) + bytes(140)


SAMPLES = [
    Sample("cine/phantom.cine", cine(), [
        fact("cine.biWidth", "7", unit="px"), fact("cine.biHeight", "5"),
        fact("cine.ImageCount", "3"), fact("cine.setup.FrameRate", "90000", unit="Hz"),
        fact("cine.setup.ShutterNs", "10000", unit="ns", si=1e-5),
        fact("cine.setup.CameraModel", "Phantom v2012"),
        fact("cine.exposure", "0.25, 0.25, 0.25", unit="s"),
        fact("cine.TriggerTime", "1600000000.5"),
        fact("cine.imageTime.last", "2020-09-13T12:26:42.5Z")]),
    Sample("hostile/cut.cine", cine()[:2000], [fact("cine.biWidth", "7"), issue("truncated")]),
    Sample("biorad/leaf.pic", biorad(), [
        fact("biorad.nx", "7"), fact("biorad.npic", "3"), fact("biorad.lens", "60"),
        fact("biorad.AXIS_2.increment", "0.25", unit="um", si=2.5e-7),
        fact("biorad.LENS_MAGNIFICATION", "60"), fact("biorad.note", "stained in spring")]),
    Sample("hostile/cut-note.pic", biorad()[:-40], [
        fact("biorad.nx", "7"), issue("truncated")]),
    Sample("scanco/femur.isq", scanco(), [
        fact("scanco.dimx_p", "7"), fact("scanco.element_size.x", "10", unit="um", si=1e-5),
        fact("scanco.energy", "70000", unit="V"), fact("scanco.name", "femur")]),
    Sample("raxis/plate.osc", raxis(), [
        fact("raxis.X_Pixels", "7"), fact("raxis.Y_Pixels", "5"),
        fact("raxis.Wavelength", "1.5418", unit="Å"), fact("raxis.Crystal_Name", "lysozyme")]),
    Sample("kcd/frame.kcd", KCD, [
        fact("kcd.`X dimension`", "7"), fact("kcd.`Exposure time`", "30")]),
    Sample("fit2d/leaf.f2d", fit2d(), [
        fact("fit2d.TITLE", "a leaf"), fact("fit2d.X_PIXEL_SIZE", "0.0001"),
        fact("fit2d.ACTIVE", "3"), fact("fit2d.DATA_ARRAY.DIM1", "7")]),
    Sample("hostile/no-name.f2d", fit2d()[:1024] + b"x" * 512, [
        fact("fit2d.TITLE", "a leaf"), issue("malformed")]),
    Sample("esperanto/frame.esperanto", esperanto(), [
        fact("esperanto.IMAGE.lnx", "7"), fact("esperanto.TIME.dexposuretimeinsec", "2.5", unit="s"),
        fact("esperanto.PIXELSIZE", "0.06 0.06")]),
    Sample("ge/panel.ge2", ge(), [
        fact("ge.NumberOfColsInFrame", "7"), fact("ge.NumberOfRowsInFrame", "5"),
        fact("ge.Operator", "Anna"),
        fact("ge.ExposureTimeInMillisecs", "500", unit="ms", si=0.5)]),
    Sample("hostile/cut.ge2", ge()[:600], [
        fact("ge.NumberOfColsInFrame", "7"), issue("truncated")]),
]
