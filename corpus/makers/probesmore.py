"""More scanning probes and spectra: text headers, and binary headers of one instrument each.

Sources: those that the extractors name.
"""

import struct
import zlib

from .probes import padded
from .sample import Sample, absent, fact, issue, present
from .tiffwriter import DOUBLE, LONG, SHORT, UNDEFINED, ascii_text, image, tiff

SXM = ("\n".join([
    ":NANONIS_VERSION:", "2", ":SCANIT_TYPE:", "              FLOAT            MSBFIRST",
    ":REC_DATE:", " 29.04.2023", ":REC_TEMP:", "      290.0000000000", ":SCAN_PIXELS:",
    "       7       5", ":SCAN_RANGE:", "           4.0E-9           3.0E-9", ":BIAS:",
    "            -5.0E-2", ":COMMENT:", "4.4 K", "1.0 E-9 mbar", ":Bias>Bias (V):", "-50E-3",
    ":DATA_INFO:", "\tChannel\tName\tUnit\tDirection", "\t14\tZ\tm\tboth", "\t0\tCurrent\tA\tboth",
    "", ":SCANIT_END:", "", "", "\x1a\x04"]).encode() + struct.pack(">35f", *range(35)))

SXM_FACTS = [
    fact("nanonis.NANONIS_VERSION", "2"),
    fact("nanonis.REC_TEMP", "290.0000000000", unit="K"),
    fact("nanonis.SCAN_PIXELS.x", "7", unit="px"),
    fact("nanonis.SCAN_RANGE.y", "3.0E-9", unit="m", si=3e-9),
]

DAT = ("Experiment\tbias spectroscopy\t\r\nDate\t04.08.2015 08:49:41\t\r\nX (m)\t-19.4904E-9\t\r\n"
       "Z-Controller>Setpoint\t25E-12\t\r\n\r\n[DATA]\r\nBias calc (V)\tCurrent (A)\r\n"
       "1E+0\t2E-12\r\n").encode()

GRID = ('Grid dim="7 x 5"\r\nGrid settings=1.5E-7;-1.5E-7;4E-9;4E-9;0E+0\r\n'
        'Sweep Signal="Bias (V)"\r\nPoints=3\r\nBias>Bias (V)=1.5E-1\r\n'
        ':HEADER_END:\r\n').encode() + bytes(40)

WSXM = ("WSxM file copyright UAM\r\nSxM Image file\r\nImage header size: 200\r\n\r\n[Control]\r\n\r\n"
        "    Set Point: -2.44 V\r\n    X Amplitude: 500 nm\r\n\r\n[General Info]\r\n\r\n"
        "    Number of columns: 7\r\n    Number of rows: 5\r\n    Z Amplitude: 13.5 \xc5\r\n\r\n"
        "[Header end]\r\n").encode("latin-1") + struct.pack("<35h", *range(35))


def asd0():
    head = struct.pack("<i2s2s5i4hfffIi", 0, b"TP", b"ER", 0, 32, 4, 2, 5, 7, 5, 300, 200, 80.5,
                       20.25, 1.5, 0x40000, 12)
    head += struct.pack("<BihhBBBBBBff12xiiih", 0, 1, 0, 2026, 3, 1, 12, 30, 8, 0, 700, 700, 3, 3, 5,
                        9)
    head += b"Anna" + struct.pack("<ffi", 0.5, 2.5, 1) + bytes(2) + b"note\0"
    return head[:8] + struct.pack("<i", len(head)) + head[12:] + bytes(32 + 70)


def asd1():
    head = struct.pack("<6i", 1, 180, 32, 932, 4, 4) + "TP".encode("utf-16-le") + "ER".encode(
        "utf-16-le")
    head += struct.pack("<8iBi6i2i", 3, 3, 1, 9, 7, 5, 300, 200, 1, 4, 2026, 3, 1, 12, 30, 8, 0, 0)
    head += struct.pack("<fffi12xiIiffffff", 80.5, 0.5, 2.5, 0, 5, 0x40000, 12, 700, 700, 1, 2, 20.25,
                        1.5)
    return head + b"Annanote" + bytes(100)


def sm4():
    strings = ["Topo", "system", "session", "user", "C:\\", "03/01/26", "12:30:08", "m", "m", "m",
               "X", "Y", "", "5"]
    text = b"".join(struct.pack("<H", len(s)) + s.encode("utf-16-le") for s in strings)
    prm = zlib.compress(b"********[Scanner]********\r\n<0001>  X gain     ::12.5\r\n"
                        b"<0002>  Name       ::RHK\r\n")
    head = struct.pack("<H", 56) + "STiMage 005.004 1\0".encode("utf-16-le")
    head += struct.pack("<5I", 1, 3, 12, 0, 0)
    places = {"index": 58 + 36, "array": 58 + 36 + 28}
    page = places["array"] + 32 + 12
    inner = page + 180
    texts = inner + 12
    parameters = texts + len(text)
    head += struct.pack("<9I", 1, places["index"], 28, 15, parameters, 12, 13, parameters + 12, len(prm))
    index = struct.pack("<4I3I", 1, 1, 0, 0, 2, places["array"], 32)
    array = bytes(16) + struct.pack("<4I3I", 0, 0, 1, 6, 3, page, 180)
    body = struct.pack("<HH4I2i6I2i", 180, len(strings), 1, 0, 0, 0, 0, 0, 7, 5, 0, 0, 9, 140, -4, 30)
    body = body[:4] + struct.pack("<IIIiiIIIIIIii", 1, 0, 0, -3, 4, 7, 5, 0, 2, 9, 140, -4, 30)
    body += struct.pack("<11f4I64x", 0.5, 0.25, 2, 0, 1, 2, 3, 0, -0.5, 1.5, 45, 0, 0, 0, 1)
    return (head + index + array + body + struct.pack("<3I", 10, texts, len(text)) + text
            + struct.pack("<3I", 1, 80, len(prm)) + prm)


def opd():
    blocks = [
        ("Title", 5, b"flake\0"), ("Pixel_size", 7, struct.pack("<f", 0.0005)),
        ("Wavelength", 7, struct.pack("<f", 632.8)), ("Mult", 6, struct.pack("<h", 1)),
        ("Serial", 12, struct.pack("<i", 4711)),
        ("RAW_DATA", 3, struct.pack("<HHH", 7, 5, 2) + struct.pack("<35h", *range(35))),
    ]
    names = [("Directory", 1, (len(blocks) + 1) * 24)] + [(n, t, len(c)) for n, t, c in blocks]
    entries = b"".join(padded(n, 16) + struct.pack("<HIH", t, size, 0xFFFF) for n, t, size in names)
    return b"\1\0" + entries + b"".join(content for _, _, content in blocks)


def al3d():
    tags = [("Version", "1"), ("TagCount", "4"), ("Cols", "7"), ("Rows", "5"),
            ("PixelSizeXMeter", "2.5e-07"), ("DepthImageOffset", "700")]
    head = b"AliconaImaging\0\r\n" + b"".join(
        padded(k, 20) + padded(v, 30) + b"\r\n" for k, v in tags)
    return head + padded("a flake", 256) + bytes(140)


def spc(order="<"):
    log = b"Laser = 532 nm\r\nExposure = 2.5 s\r\nOperator = Anna\r\n"
    date = 2026 << 20 | 3 << 16 | 1 << 11 | 12 << 6 | 30
    head = struct.pack(order + "BBBbiddiBBBBI9s9sh", 0, 0x4B if order == "<" else 0x4C, 11, -128, 5,
                       900, 904, 1, 13, 4, 0, 0, date, b"4 cm-1", b"Raman", 0)
    head += struct.pack(order + "8f130s30s", *[0] * 8, b"a flake", b"Shift\0Counts\0")
    head += struct.pack(order + "iiBBhf48sfifB187x", 512 + 32 + 20, 0, 0, 0, 0, 0, b"", 0, 0, 0, 0)
    block = struct.pack(order + "5i44x", 64 + len(log), 4096, 64, 0, 0)
    return head + bytes(32) + struct.pack(order + "5f", *range(5)) + block + log


SPC_FACTS = [
    fact("spc.fnpts", "5"),
    fact("spc.fexper", "11"),
    fact("spc.ffirst", "900", unit="cm-1"),
    fact("spc.date", "2026-03-01T12:30"),
    fact("spc.fcmnt", "a flake"),
]

SAMPLES = [
    Sample("nanonis/image.sxm", SXM, SXM_FACTS + [
        fact("nanonis.BIAS", "-5.0E-2", unit="V"),
        fact("nanonis.Bias.`Bias (V)`", "-50E-3", unit="V", si=-0.05),
        fact("nanonis.DATA_INFO.Name", "Current", element=[1]),
        fact("nanonis.COMMENT", "4.4 K\n1.0 E-9 mbar"),
    ]),
    Sample("nanonis/spectrum.dat", DAT, [
        fact("nanonis.Experiment", "bias spectroscopy"),
        fact("nanonis.`X (m)`", "-19.4904E-9", unit="m"),
        fact("nanonis.Z-Controller.Setpoint", "25E-12"),
        fact("nanonis.Column", "Current (A)", element=[1]),
    ]),
    Sample("nanonis/mark.dat", b"\xef\xbb\xbf" + DAT, [
        fact("nanonis.Experiment", "bias spectroscopy"),
        fact("nanonis.`X (m)`", "-19.4904E-9", unit="m"),
        fact("nanonis.Column", "Bias calc (V)", element=[0])]),
    Sample("nanonis/grid.3ds", GRID, [
        fact("nanonis.`Grid dim`", "7 x 5"),
        fact("nanonis.Points", "3"),
        fact("nanonis.Bias.`Bias (V)`", "1.5E-1", unit="V"),
    ]),
    Sample("wsxm/topography.stp", WSXM, [
        fact("wsxm.Control.`Set Point`", "-2.44 V", unit="V"),
        fact("wsxm.Control.`X Amplitude`", "500 nm", si=5e-07),
        fact("wsxm.`General Info`.`Number of columns`", "7"),
        fact("wsxm.`General Info`.`Z Amplitude`", "13.5 Å"),
    ]),
    Sample("asd/version0.asd", asd0(), [
        fact("asd.channel1", "TP"), fact("asd.x_pixels", "7", unit="px"),
        fact("asd.y_nm", "200", unit="nm"), fact("asd.frame_time", "80.5"),
        fact("asd.user_name", "Anna"), fact("asd.comment", "note"),
        fact("asd.date", "2026-03-01T12:30:08"), fact("asd.phase_sensitivity", "2.5")]),
    Sample("asd/version1.asd", asd1(), [
        fact("asd.channel2", "ER"), fact("asd.x_pixels", "7"), fact("asd.x_nm", "300", unit="nm"),
        fact("asd.z_piezo_gain", "1.5"), fact("asd.user_name", "Anna"),
        fact("asd.comment", "note"), fact("asd.date", "2026-03-01T12:30:08")]),
    Sample("rhk/topography.sm4", sm4(), [
        fact("rhk.signature", "STiMage 005.004 1"),
        fact("rhk.Page.x_size", "7", unit="px"),
        fact("rhk.Page.x_scale", "0.5", unit="m"),
        fact("rhk.Page.bias", "-0.5", unit="V"),
        fact("rhk.Page.Label", "Topo"),
        fact("rhk.Page.Completed_Line_Count", "5"),
        fact("rhk.PRM.Scanner.`X gain`", "12.5"),
    ]),
    Sample("opd/flake.opd", opd(), [
        fact("opd.Title", "flake"), fact("opd.Pixel_size", "0.0005", unit="mm"),
        fact("opd.Wavelength", "632.8", unit="nm"), fact("opd.Mult", "1"),
        fact("opd.Serial", "4711"), fact("opd.RAW_DATA.xres", "7")]),
    Sample("al3d/surface.al3d", al3d(), [
        fact("al3d.Cols", "7", unit="px"), fact("al3d.PixelSizeXMeter", "2.5e-07", unit="m"),
        fact("al3d.Comment", "a flake")]),
    Sample("spc/little.spc", spc(), SPC_FACTS + [
        fact("spc.log.Laser", "532 nm"), fact("spc.log.Operator", "Anna")]),
    Sample("spc/big.spc", spc(">"), SPC_FACTS),
    Sample("hostile/cut.sxm", SXM[:300], SXM_FACTS[:2] + [issue("truncated")]),
    Sample("hostile/cut.stp", WSXM[:120], [issue("truncated")]),
    Sample("hostile/cut.asd", asd0()[:100], [fact("asd.channel1", "TP"), issue("truncated")]),
    Sample("hostile/absurd-objects.sm4", sm4()[:42] + b"\xff" * 4 + sm4()[46:],
           [fact("rhk.page_count", "1"), issue("malformed")]),
    Sample("hostile/absurd-block.opd", opd()[:44] + b"\xff\xff\xff\x7f" + opd()[48:],
           [issue("truncated")]),
    Sample("hostile/absurd-count.al3d", al3d().replace(b"TagCount".ljust(20, b"\0") + b"4",
                                                       b"TagCount".ljust(20, b"\0") + b"9"),
           [fact("al3d.Cols", "7"), issue("truncated")]),
    Sample("hostile/log-beyond-end.spc", spc()[:248] + b"\xff\xff\xff\x7f" + spc()[252:],
           SPC_FACTS + [issue("truncated")]),
]


def jpk_image():
    """A scan of 7 × 5: the first directory describes it, the second is a channel."""
    scan = {0x8004: ascii_text("Scan 1"), 0x8011: (DOUBLE, [0.25]), 0x8042: (DOUBLE, [5e-06]),
            0x8050: ascii_text("map"), 0x8009: ascii_text("anna")}
    channel = {0x8050: ascii_text("height"), 0x8080: (SHORT, [1]), 0x8090: ascii_text("volts"),
               0x80A4: (DOUBLE, [1.5]), 0x80C0: ascii_text("nominal")}
    return tiff([image(7, 5, tags=scan), image(7, 5, tags=channel)])


def park():
    head = struct.pack("<I", 0) + "Topography".encode("utf-16-le").ljust(64, b"\0")
    head += "NCM".encode("utf-16-le").ljust(16, b"\0") + struct.pack("<dIIIIdId3I", 0, 0, 0, 7, 5, 45, 0, 0.1, 1, 1, 0)
    head += struct.pack("<6d", 5, 2.5, 1, -1, 0.5, 12.5) + "nm".encode("utf-16-le").ljust(16, b"\0")
    head += struct.pack("<5d", 0, -0.5, 1, 1, 0) + "um".encode("utf-16-le").ljust(16, b"\0")
    head += struct.pack("<3i3I", 0, 100, 50, 0, 0, 0)
    return tiff([image(7, 5, tags={
        50432: (LONG, [0x0E031301]), 50433: (LONG, [0x1000001]), 50435: (UNDEFINED, head),
        50434: (UNDEFINED, bytes(70))})])


SAMPLES += [
    Sample("jpk/scan.jpk", jpk_image(), [
        fact("jpk.Name", "Scan 1"), fact("jpk.Cantilever_SpringConst", "0.25", unit="N/m"),
        fact("jpk.Grid_uLength", "5e-06", unit="m", si=5e-06),
        fact("jpk.ForceSettings_Name", "map"),
        fact("jpk.Channel", "height", why="the same tag means another thing in a channel"),
        fact("jpk.Slot.Slot_Name", "nominal", element=[1, 1]),
        fact("jpk.Slot.Scaling_Multiply", "1.5", element=[1, 0]),
        fact("tiff.ImageWidth", "7")]),
    Sample("tiff/park.tif", park(), [
        fact("park.SourceName", "Topography"), fact("park.Width", "7", unit="px"),
        fact("park.XScanSize", "5", unit="µm", si=5e-06), fact("park.ScanRate", "0.5", unit="Hz"),
        fact("park.ZUnit", "um"), fact("park.SampleBias", "-0.5", unit="V"),
        absent("park.ZServoGain", "version 1 ends before")]),
]
