"""Interferometers, confocal microscopes and probes with settings in text or in frames.

Sources: those that the extractors name.
"""

import struct

from .probes import archive, padded
from .sample import Sample, absent, fact, issue, present


def zygo(form=1):
    """The fields that are set; all others are zero."""
    head = bytearray(834 if form < 3 else 4096)

    def put(offset, letters, *values):
        struct.pack_into(letters, head, offset, *values)

    put(0, ">IHI", 0x881B0370 if form < 3 else 0x881B0371, form, len(head))
    put(10, ">h30s", 1, b"Mon Mar 02 12:30:08 2026")
    put(48, ">4H", 0, 0, 7, 5)
    put(68, ">HH", 7, 5)
    put(76, ">i", 1772367008)
    put(80, ">82s", b"a flake")
    put(162, ">h6f", 0, 0.5, 6.328e-07, 0.25, 1, 2.5, 1e-06)
    put(392, ">4f", 0, 0, 0, 50)
    return bytes(head) + bytes(70)


ZYGO_FACTS = [
    fact("zygo.comment", "a flake"),
    fact("zygo.cn_width", "7", unit="px"),
    fact("zygo.wavelength_in", "6.328e-07", unit="m"),
    fact("zygo.magnification", "2.5"),
    fact("zygo.lateral_res", "1e-06", unit="m"),
    fact("zygo.time_stamp", "1772367008"),
]


def plu():
    head = padded("02/03/2026 12:30:08", 128) + struct.pack("<I", 1772367008)
    head += padded("a flake", 256) + struct.pack("<3I7f", 5, 7, 1, 1, 0.25, 0.5, 0, 0, 0.01, 0)
    head += struct.pack("<5I5idfii6B2xi", 3, 0, 1, 5, 0, 7, 5, 7, 5, 90, 0.2, 100, 500, 0, 0, 1, 2, 0,
                        0, 0, 0)
    return head.ljust(500, b"\0") + struct.pack("<II35f", 5, 7, *range(35))


def vk4():
    conditions = struct.pack("<7Ii10I", 304, 2026, 3, 1, 12, 30, 8, 540, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    conditions += struct.pack("<3I12xI", 10, 0, 0, 500) + bytes(4 * 16)
    conditions += struct.pack("<3I", 277500, 277500, 100)
    conditions = conditions.ljust(304, b"\0")
    height = struct.pack("<5I", 7, 5, 32, 0, 140)
    strings = b"".join(struct.pack("<I", len(s)) + s.encode("utf-16-le") for s in ("flake", "50x"))
    start = 12 + 72
    offsets = [start, 0, 0, 0, 0, 0, start + 304, 0, 0, 0, 0, 0, 0, 0, 0, 0, start + 324, 0]
    return b"VK4_" + bytes([1, 0, 0, 0, 0, 0, 0, 0]) + struct.pack("<18I", *offsets) + conditions + (
        height + strings)


VK4_FACTS = [
    fact("keyence.year", "2026"), fact("keyence.Date", "2026-03-01T12:30:08"),
    fact("keyence.lens_mag", "500"),
    fact("keyence.x_length_per_pixel", "277500", unit="pm", si=2.775e-07),
    fact("keyence.Height.width", "7", unit="px"),
    fact("keyence.Title", "flake"), fact("keyence.LensName", "50x"),
]

NID = ("[DataSet]\r\nVersion=2\r\nGroupCount=1\r\nGr0-Name=Scan forward\r\n[DataSet\\Parameters]\r\n"
       "Op.Mode=AFM\r\n[DataSet-Info]\r\nImage size=5µm\r\nTime/Line=0.5s\r\n[DataSet-0:1]\r\n"
       "Points=7\r\nLines=5\r\nDim2Unit=V\r\n\r\n#!").encode("latin-1") + bytes(70)

MI = ("fileType      Image\nversion       5.1\ndateAcquired  03/01/2026 12:30:08\nmode          AAC\n"
      "xPixels       7\nyPixels       5\nxLength       5e-06\nbufferLabel   Topography\n"
      "bufferUnit    m\nbufferLabel   Phase\nbufferUnit    deg\ndata          BINARY\n").encode() + bytes(70)


def mdt():
    def frame(kind, variables, rest):
        body = struct.pack("<H2B6HH", kind, 6, 7, 2026, 3, 1, 12, 30, 8, len(variables)) + variables + rest
        return struct.pack("<I", len(body) + 4) + body

    axes = struct.pack("<ffhffhffh", 0, 2.5, -1, 0, 3.5, -1, 0, 0.5, 1)
    scan = struct.pack("<BBHHHfH6Bff f2BiiB".replace(" ", ""), 1, 1, 7, 5, 0, 0.5, 0, 0, 0, 0, 0, 0, 1,
                       100, 2.5, -0.5, 1, 0, 3, 4, 0)
    title = "Высота".encode("utf-8")
    xml = "<Parameters><Head><Name>Smena</Name></Head></Parameters>".encode("utf-16-le")
    rest = struct.pack("<4H", 0, 7, 5, 0) + struct.pack("<35h", *range(35))
    rest += struct.pack("<I", len(title)) + title + struct.pack("<I", len(xml)) + xml

    def calibration(name, unit, scale):
        fixed = struct.pack("<4I", 84, len(name), 0, len(unit)) + struct.pack("<Qd8xddQQiI", 0, 0, 0.5, scale, 0, 6, -2, 0)
        content = fixed.ljust(84, b"\0") + name + unit
        return struct.pack("<I", len(content) + 4) + content

    head = struct.pack("<II36x8I", 80, 0, 5, 0, 0, 0, 0, 0, 0, 0).ljust(80, b"\0")
    array = struct.pack("<IQ3I", 28, 35, 2, 1, 1).ljust(28, b"\0")
    mda = head + b"Phase" + struct.pack("<I", 0) + array
    mda += calibration(b"X", b"um", 0.25) + calibration(b"Phase", b"deg", 2.5)
    frames = frame(0, axes + scan, rest) + frame(106, b"", mda)
    return b"\x01\xb0\x93\xff" + struct.pack("<I4xH18xx", len(frames), 1) + frames


MDT_FACTS = [
    fact("mdt.Frame.type", "0", element=[0]),
    fact("mdt.Frame.Date", "2026-03-01T12:30:08", element=[0]),
    fact("mdt.Frame.XAxis.step", "2.5", unit="nm", si=2.5e-09),
    fact("mdt.Frame.xres", "7", unit="px"),
]

SAMPLES = [
    Sample("zygo/format1.dat", zygo(), ZYGO_FACTS + [
        absent("zygo.films_reflectivity_ratio", "format 1 ends before")]),
    Sample("zygo/format3.dat", zygo(3), ZYGO_FACTS),
    Sample("plu/surface.plu", plu(), [
        fact("plu.date", "02/03/2026 12:30:08"), fact("plu.xres", "7", unit="px"),
        fact("plu.mppx", "0.25", unit="µm", si=2.5e-07), fact("plu.user_comment", "a flake"),
        fact("plu.incr_z", "0.2"), fact("plu.n_planes", "500")]),
    Sample("keyence/flake.vk4", vk4(), VK4_FACTS),
    Sample("keyence/packed.vk6", b"VK6" + struct.pack("<I", 10) + bytes(10) + archive({"Vk4File": vk4()}),
           VK4_FACTS),
    Sample("nid/image.nid", NID, [
        fact("nid.DataSet.Version", "2"), fact("nid.DataSet-Info.`Image size`", "5µm"),
        fact("nid.DataSet-0:1.Points", "7"), fact("nid.DataSet\\Parameters.`Op.Mode`", "AFM")]),
    Sample("mi/image.mi", MI, [
        fact("mi.mode", "AAC"), fact("mi.xPixels", "7", unit="px"),
        fact("mi.xLength", "5e-06", unit="m"), fact("mi.bufferLabel", "Phase", element=[1]),
        fact("mi.bufferUnit", "deg", element=[1])]),
    Sample("mdt/frames.mdt", mdt(), MDT_FACTS + [
        fact("mdt.Frame.bias_voltage", "-0.5", unit="V"),
        fact("mdt.Frame.Title", "Высота", element=[0]),
        present("mdt.Frame.Parameters"),
        fact("mdt.Frame.Title", "Phase", element=[1]),
        fact("mdt.Frame.Mesurand.scale", "2.5", element=[1, 0]),
        fact("mdt.Frame.Dimension.unit", "um", element=[1, 0]),
    ]),
    Sample("hostile/cut-zygo.dat", zygo(3)[:900], ZYGO_FACTS[:2] + [issue("truncated")]),
    Sample("hostile/offset-beyond-end.vk4", vk4()[:12] + b"\xff\xff\xff\x7f" + vk4()[16:],
           [fact("keyence.Height.width", "7"), issue("truncated")]),
    Sample("hostile/endless.nid", NID[:60], [fact("nid.DataSet.Version", "2"), issue("truncated")]),
    Sample("hostile/endless.mi", MI[:120], [fact("mi.mode", "AAC"), issue("truncated")]),
    Sample("hostile/cut.mdt", mdt()[:130], [fact("mdt.last_frame", "1"), issue("truncated")]),
    Sample("hostile/huge-samples.mdt", mdt().replace(struct.pack("<4H", 0, 7, 5, 0), struct.pack("<4H", 0, 65535, 65535, 9)),
           MDT_FACTS + [issue("truncated")]),
]


def wip():
    """A project with two data: a tag states where its content begins and ends in the file."""
    def tag(name, kind, content, place):
        head = 4 + len(name) + 20
        if kind == 0:
            inner, at = b"", place + head
            for child in content:
                made = tag(*child, at)
                inner, at = inner + made, at + len(made)
            content = inner
        start = place + head
        return struct.pack("<I", len(name)) + name.encode() + struct.pack(
            "<IQQ", kind, start, start + len(content)) + content

    def text(value):
        return struct.pack("<I", len(value)) + value.encode()

    tree = [("Version", 5, struct.pack("<i", 7)), ("Data", 0, [
        ("DataClassName 0", 9, text("TDGraph")),
        ("Data 0", 0, [("TData", 0, [("ID", 5, struct.pack("<i", 3)), ("Caption", 9, text("Raman map"))]),
                       ("GraphData", 0, [("Data", 7, bytes(range(70)))]),
                       ("Wavelength", 2, struct.pack("<d", 532.1)), ("Shown", 8, b"\1")]),
        ("DataClassName 1", 9, text("TDText")),
        ("Data 1", 0, [("TData", 0, [("Caption", 9, text("Notes"))])])])]
    return b"WIT_PR06" + tag("WITec Project ", 0, tree, 8)


WIP_FACTS = [
    fact("wip.Version", "7"),
    fact("wip.Data.DataClassName", "TDText", element=[1]),
    fact("wip.Data.Data.TData.Caption", "Raman map"),
]

SAMPLES += [
    Sample("wip/project.wip", wip(), WIP_FACTS + [
        fact("wip.Data.Data.TData.Caption", "Notes", element=[1]),
        fact("wip.Data.Data.Wavelength", "532.1"),
        fact("wip.Data.Data.Shown", "true"),
        absent("wip.Data.Data.GraphData.Data", "samples are never read")]),
    Sample("hostile/backward.wip", wip()[:30] + struct.pack("<Q", 8) + wip()[38:],
           [fact("wip.Magic", "WIT_PR06"), issue("malformed")]),
    Sample("hostile/cut.wip", wip()[:200], [fact("wip.Magic", "WIT_PR06"), issue("truncated")]),
]
