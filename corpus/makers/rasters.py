"""Raster images with small binary headers, and archives: BMP, PNM, EXR, TGA, DPX …, TAR, MAT.

Sources: the specifications named in the extractors of the same names.
"""

import io
import struct
import tarfile
import zlib

from .photographs import ICC, exif
from .sample import Sample, fact, issue, present


def bmp():
    head = struct.pack("<IiiHHIIiiII", 124, 7, 5, 1, 24, 0, 0, 11811, 5906, 0, 0)
    head += struct.pack("<4I", 0, 0, 0, 0) + b"DEBM" + bytes(36) + bytes(12)
    pixels = bytes(24 * 5)
    head += struct.pack("<IIII", 4, 124 + len(pixels), len(ICC), 0)
    size = 14 + len(head) + len(pixels) + len(ICC)
    return b"BM" + struct.pack("<IHHI", size, 0, 0, 14 + len(head)) + head + pixels + ICC


def ico():
    images = [(16, 16), (0, 0)]
    return struct.pack("<HHH", 0, 1, len(images)) + b"".join(
        struct.pack("<BBBBHHII", w, h, 0, 0, 1, 32, 40, 38 + place * 40)
        for place, (w, h) in enumerate(images)) + bytes(80)


def attribute(name, kind, value):
    return name + b"\0" + kind + b"\0" + struct.pack("<I", len(value)) + value


def exr():
    channels = b"".join(name + b"\0" + struct.pack("<iBxxxii", 1, 0, 1, 1)
                        for name in (b"G", b"Z")) + b"\0"
    return (b"\x76\x2f\x31\x01" + struct.pack("<I", 2) + attribute(b"channels", b"chlist", channels)
            + attribute(b"compression", b"compression", b"\x03")
            + attribute(b"dataWindow", b"box2i", struct.pack("<4i", 0, 0, 6, 4))
            + attribute(b"expTime", b"float", struct.pack("<f", 0.25))
            + attribute(b"owner", b"string", b"Reticle Works")
            + attribute(b"capDate", b"string", b"2026:03:14 09:26:53")
            + attribute(b"secret", b"blobOfOurs", b"\x01\x02 holder 4") + b"\0" + bytes(16))


HDR = (b"#?RADIANCE\n# made by hand\nEXPOSURE=0.25\nFORMAT=32-bit_rle_rgbe\npfilt -1 -e 2\n\n"
       b"-Y 5 +X 7\n" + bytes(20))


def xcf():
    def prop(kind, value):
        return struct.pack(">II", kind, len(value)) + value
    comment = b"cortical bone\0"
    parasite = (struct.pack(">I", 13) + b"gimp-comment\0" + struct.pack(">II", 1, len(comment))
                + comment)
    photo = b"Exif\0\0" + exif(note=False)
    parasite += struct.pack(">I", 10) + b"exif-data\0" + struct.pack(">II", 1, len(photo)) + photo
    return (b"gimp xcf v011\0" + struct.pack(">IIII", 7, 5, 1, 150) + prop(17, b"\x02")
            + prop(19, struct.pack(">ff", 300, 150)) + prop(21, parasite) + prop(0, b"")
            + bytes(24))


def tga():
    head = struct.pack("<BBBHHBhhHHBB", 7, 0, 3, 0, 0, 0, 0, 0, 7, 5, 8, 0) + b"plate 3"
    area = struct.pack("<H", 495) + b"A. Schmidt".ljust(41, b"\0") + b"cut 17".ljust(324, b"\0")
    area += struct.pack("<6H", 3, 14, 2026, 9, 26, 53) + b"femur".ljust(41, b"\0")
    area += struct.pack("<3H", 0, 1, 2) + b"by hand".ljust(41, b"\0") + struct.pack("<H", 110)
    area = area.ljust(494, b"\0") + b"\x03"
    body = head + bytes(35)
    return body + area + struct.pack("<II", len(body), 0) + b"TRUEVISION-XFILE.\0"


def icns():
    parts = b"".join(name + struct.pack(">I", 8 + len(content)) + content
                     for name, content in ((b"ic07", b"\x89PNG"), (b"s8mk", bytes(4))))
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def tar():
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in (("scan/settings.json", b'{"voltage": "20 kV"}'),
                              ("scan/" + "very-" * 30 + "long.raw", bytes(700))):
            member = tarfile.TarInfo(name)
            member.size, member.mtime, member.mode = len(content), 1773480413, 0o640
            member.uname, member.gname = "ada", "bone"
            member.pax_headers = {"comment": "after the beam time"} if content[0] else {}
            archive.addfile(member, io.BytesIO(content))
    return target.getvalue()


def mat(order):
    def element(kind, content):
        return struct.pack(order + "II", kind, len(content)) + content + b"\0" * (-len(content) % 8)

    def matrix(name, kind, shape, body):
        flags = element(6, struct.pack(order + "II", kind, 0))
        return element(14, flags + element(5, struct.pack(f"{order}{len(shape)}i", *shape))
                       + element(1, name) + body)
    number = matrix(b"voltage", 6, (1, 1), element(9, struct.pack(order + "d", 20.5)))
    rows = matrix(b"names", 4, (2, 3), element(4, struct.pack(order + "6H", *b"adbecf")))
    small = struct.pack(order + "HH", 4, 5) if order == ">" else struct.pack("<HH", 5, 4)
    fields = b"dose".ljust(8, b"\0") + b"unit".ljust(8, b"\0")
    settings = matrix(b"settings", 2, (1, 1), small + struct.pack(order + "i", 8)
                      + element(1, fields)
                      + matrix(b"", 8, (1, 1), element(1, b"\xfd"))
                      + matrix(b"", 4, (1, 3), element(16, b"mGy")))
    packed = zlib.compress(settings, 9)
    head = b"MATLAB 5.0 MAT-file, by hand, 2026-03-14".ljust(116) + bytes(8)
    head += struct.pack(order + "HH", 0x0100, 0x4D49)
    return head + number + rows + struct.pack(order + "II", 15, len(packed)) + packed


def dpx(order):
    head = bytearray(2080)
    head[0:4] = b"XPDS" if order == "<" else b"SDPX"
    struct.pack_into(order + "I", head, 4, 2080)
    head[8:12] = b"V1.0"
    head[136:160] = b"2026:03:14:09:26:53".ljust(24, b"\0")
    head[160:167] = b"by hand"
    struct.pack_into(order + "HHII", head, 768, 0, 1, 7, 5)
    struct.pack_into(order + "BBBBHHI", head, 800, 50, 2, 2, 10, 1, 0, 2080)
    struct.pack_into(order + "f", head, 1940, 24)
    return bytes(head)


def cineon():
    head = bytearray(2048)
    struct.pack_into(">IIIIII", head, 0, 0x802A5FD7, 2048, 1024, 1024, 0, 2048)
    head[24:28] = b"V4.5"
    head[193] = 3
    struct.pack_into(">BBBxII", head, 196, 0, 1, 10, 7, 5)
    return bytes(head)


SIZES = [fact("{0}.Width", "7"), fact("{0}.Height", "5")]


def sized(name):
    return [dict(each, key=each["key"].format(name)) for each in SIZES]


PCX = struct.pack("<BBBBHHHHHH", 10, 5, 1, 8, 0, 0, 6, 4, 300, 150).ljust(65, b"\0")
PCX += struct.pack("<BHHHH", 3, 8, 1, 0, 0)
SGI = (struct.pack(">HBBHHHHii4x", 474, 0, 2, 3, 7, 5, 3, -1, 255) + b"trabecula".ljust(80, b"\0")
       + struct.pack(">I", 0)).ljust(512, b"\0")
DDS = (b"DDS " + struct.pack("<IIIIIII", 124, 0x1007, 5, 7, 8, 1, 1)).ljust(76, b"\0")
DDS = (DDS + struct.pack("<II", 32, 4) + b"DXT5").ljust(128, b"\0")

SAMPLES = [
    Sample("bmp/profile.bmp", bmp(), sized("bmp") + [
        fact("bmp.XPelsPerMeter", "11811", unit="1/m"), fact("bmp.BitCount", "24"),
        fact("bmp.ColorSpaceType", "MBED"), fact("icc.ProfileDescription", "grey of the plate")]),
    Sample("bmp/two-sizes.ico", ico(), [
        fact("bmp.Icon.Width", "16", element=[0], unit="px"),
        fact("bmp.Icon.Width", "256", element=[1], why="0 stands for 256")]),
    Sample("pnm/comment.pgm", b"P2\n# cut 17\n7 5\n# by hand\n255\n" + b"0 " * 35, sized("pnm") + [
        fact("pnm.Comment", "cut 17", element=[0]), fact("pnm.Maxval", "255")]),
    Sample("pnm/tuples.pam", b"P7\nWIDTH 7\nHEIGHT 5\nDEPTH 1\nMAXVAL 255\nTUPLTYPE GRAYSCALE\n"
           b"ENDHDR\n" + bytes(35), [fact("pnm.WIDTH", "7", unit="px"),
                                     fact("pnm.TUPLTYPE", "GRAYSCALE")]),
    Sample("exr/plain.exr", exr(), [
        fact("exr.dataWindow", "0, 0, 6, 4"), fact("exr.expTime", "0.25"),
        fact("exr.owner", "Reticle Works"), fact("exr.compression", "3"),
        fact("exr.channels.name", "Z", element=[1]), present("exr.secret")]),
    Sample("hdr/plain.hdr", HDR, sized("hdr") + [
        fact("hdr.EXPOSURE", "0.25"), fact("hdr.Command", "pfilt -1 -e 2"),
        fact("hdr.Comment", "made by hand")]),
    Sample("xcf/parasites.xcf", xcf(), sized("xcf") + [
        fact("xcf.Resolution.Horizontal", "300", unit="1/in"),
        fact("xcf.Parasite.gimp-comment", "cortical bone"), fact("exif.ExposureTime", "1/250")]),
    Sample("tga/second.tga", tga(), sized("tga") + [
        fact("tga.ImageID", "plate 3"), fact("tga.AuthorName", "A. Schmidt"),
        fact("tga.SoftwareID", "by hand")]),
    Sample("icns/two.icns", icns(), [fact("icns.Icon.Type", "s8mk", element=[1])]),
    Sample("tar/scan.tar", tar(), [
        fact("tar.Member.Name", "scan/settings.json", element=[0]),
        fact("tar.Member.Name", "scan/" + "very-" * 30 + "long.raw", element=[1],
             why="pax states names that are too long"),
        fact("tar.Member.Size", "700", element=[1], unit="B"),
        fact("tar.Member.Content.voltage", "20 kV"),
        fact("tar.Member.pax.comment", "after the beam time"), fact("tar.MemberCount", "2")]),
    Sample("dpx/little.dpx", dpx("<"), [
        fact("dpx.PixelsPerLine", "7", unit="px"), fact("dpx.LinesPerElement", "5"),
        fact("dpx.Creator", "by hand"), fact("dpx.TemporalSamplingRate", "24", unit="Hz")]),
    Sample("dpx/big.dpx", dpx(">"), [fact("dpx.PixelsPerLine", "7"), fact("dpx.BitSize", "10")]),
    Sample("cineon/plain.cin", cineon(), [
        fact("cineon.PixelsPerLine", "7", unit="px"), fact("cineon.BitsPerPixel", "10")]),
    Sample("pcx/plain.pcx", PCX.ljust(128, b"\0"), [
        fact("pcx.XMax", "6"), fact("pcx.HDpi", "300", unit="1/in")]),
    Sample("sgi/plain.sgi", SGI, [
        fact("sgi.XSIZE", "7", unit="px"), fact("sgi.PIXMIN", "-1"),
        fact("sgi.IMAGENAME", "trabecula")]),
    Sample("ras/plain.ras", struct.pack(">IIIIIIII", 0x59A66A95, 7, 5, 8, 40, 1, 0, 0) + bytes(40),
           sized("ras")),
    Sample("dds/plain.dds", DDS, sized("dds") + [fact("dds.FourCC", "DXT5")]),
    Sample("fli/plain.flc", struct.pack("<IHHHHHHI", 128, 0xAF12, 3, 7, 5, 8, 3, 71).ljust(128, b"\0"),
           sized("fli") + [fact("fli.NumberOfFrames", "3")]),
    Sample("hostile/cut.exr", exr()[:150], [present("exr.channels.name"), issue("truncated")]),
    Sample("hostile/cut.tar", tar()[:2600], [
        fact("tar.Member.Name", "scan/settings.json"), issue("truncated", "malformed")]),
    Sample("hostile/cut.mat", mat("<")[:-20], [
        fact("mat.voltage", "20.5"), issue("truncated", "malformed")]),
] + [
    Sample(f"mat/{name}.mat", mat(order), [
        fact("mat.voltage", "20.5"), fact("mat.names", "abc"), fact("mat.names", "def"),
        fact("mat.settings.dose", "-3"), fact("mat.settings.unit", "mGy"),
        fact("mat.Variable.Class", "struct", element=[2])])
    for name, order in (("little", "<"), ("big", ">"))
]
