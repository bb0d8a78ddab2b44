"""Images of general use: JPEG, PNG, GIF, WebP, JPEG 2000, HEIF, Photoshop, with what stands in them.

Sources: ITU-T T.81, T.800; PNG 3; GIF 89a; the WebP container; ISO/IEC 14496-12; Photoshop File
Formats.
"""

import struct
import zlib

from .sample import Sample, fact, issue, present
from .tiffwriter import ASCII, EXIF, RATIONAL, SHORT, UNDEFINED, Directory, ascii_text, tiff

XMP = ('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
       'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
       'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="femur, cut 17"/></rdf:RDF>'
       "</x:xmpmeta>").encode()


def canon_note(start):
    """A maker's note of Canon, whose offsets count from the TIFF header it stands `start` behind."""
    settings = struct.pack("<HHHH", 8, 2, 0, 3)
    model = b"Firmware 1.0.2\0\0"
    entries = 2
    data = start + 2 + entries * 12 + 4
    return (struct.pack("<H", entries)
            + struct.pack("<HHII", 1, SHORT, 4, data)
            + struct.pack("<HHII", 7, ASCII, len(model), data + len(settings))
            + struct.pack("<I", 0) + settings + model)


def exif(order="<", note=True):
    tags = {
        33434: (RATIONAL, [(1, 250)]),
        36864: (UNDEFINED, b"0232"),
        37383: (SHORT, [5]),
        36867: ascii_text("2026:03:14 11:02:07"),
    }
    maker = {271: ascii_text("Canon"), 306: ascii_text("2026:03:14 11:02:09")}
    content = b""
    place = 8
    # The note's own place is known once the file is laid out.
    for _ in range(2):
        if note:
            tags[37500] = (UNDEFINED, canon_note(place))
        content = tiff([Directory(maker, below={EXIF: [Directory(tags)]})], order)
        place = content.find(canon_note(place)) if note else place
    return content


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def resource(identifier, content):
    return (b"8BIM" + struct.pack(">HH", identifier, 0) + struct.pack(">I", len(content))
            + content + b"\0" * (len(content) % 2))


def dataset(number, text):
    return struct.pack(">BBBH", 0x1C, 2, number, len(text)) + text


RESOURCES = (resource(1005, struct.pack(">IHHIHH", 300 << 16, 1, 1, 300 << 16, 1, 1))
             + resource(1028, dataset(5, b"trabecula") + dataset(25, b"bone"))
             + resource(1037, struct.pack(">I", 120)))


def profile():
    """A colour profile with a description, a gamma of 2.2, and how it was measured and is viewed."""
    text = "grey of the plate".encode()
    desc = b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0"
    desc += b"\0" * (-len(desc) % 4)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, 0x0233) + b"\0\0"
    measured = b"meas\0\0\0\0" + struct.pack(">I3iIII", 1, 0, 0, 0, 2, 655, 2)
    viewed = b"view\0\0\0\0" + struct.pack(">3i3iI", 65536, 131072, 32768, 0, 0, 0, 1)
    formula = b"para\0\0\0\0" + struct.pack(">HH3i", 1, 0, 0x24000, 0x10000, 0)
    start = 128 + 4 + 5 * 12
    table, parts = struct.pack(">I", 5), b""
    for name, part in ((b"desc", desc), (b"kTRC", curve), (b"meas", measured), (b"view", viewed),
                       (b"rTRC", formula)):
        table += name + struct.pack(">II", start + len(parts), len(part))
        parts += part
    body = table + parts
    head = (struct.pack(">I", 128 + len(body)) + b"none" + b"\x04\x30\0\0" + b"mntrGRAYXYZ "
            + struct.pack(">6H", 2026, 3, 14, 9, 26, 53) + b"acsp" + bytes(24)
            + struct.pack(">I3i", 1, 63190, 65536, 54061))
    return head.ljust(128, b"\0") + body


def jpeg(segments, tail=b""):
    frame = struct.pack(">BHHB", 8, 5, 7, 3) + b"".join(
        bytes([number, factors, 0]) for number, factors in ((1, 0x22), (2, 0x11), (3, 0x11)))
    scan = b"\x03\x01\0\x02\0\x03\0" + b"\0\x3f\0"
    return (b"\xff\xd8" + b"".join(segments) + segment(0xDB, b"\0" + bytes([16] * 64))
            + segment(0xC0, frame) + segment(0xC4, b"\0" + bytes([1] + [0] * 15) + b"\0")
            + segment(0xDA, scan) + b"\x12\x34\x56" + b"\xff\xd9" + tail)


JFIF = segment(0xE0, b"JFIF\0\x01\x02\x01" + struct.pack(">HHBB", 300, 150, 0, 0))
ICC = profile()
EXTENDED = b"<a><note>" + b"long " * 20 + b"</note></a>"


def extended(offset, part):
    return segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32
                   + struct.pack(">II", len(EXTENDED), offset) + part)


CAMERA = jpeg([
    JFIF,
    segment(0xE1, b"Exif\0\0" + exif()),
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    extended(60, EXTENDED[60:]),
    extended(0, EXTENDED[:60]),
    segment(0xE2, b"ICC_PROFILE\0\x02\x02" + ICC[100:]),
    segment(0xE2, b"ICC_PROFILE\0\x01\x02" + ICC[:100]),
    segment(0xED, b"Photoshop 3.0\0" + RESOURCES),
    segment(0xEE, b"Adobe" + struct.pack(">HHHB", 100, 0, 0, 1)),
    segment(0xE5, b"STAGE\0\x01\x02\x03 holder 4"),
    segment(0xFE, b"first light of the new stage"),
])

CAMERA_FACTS = [
    fact("jpeg.Frame.SamplesPerLine", "7", unit="px"),
    fact("jpeg.Frame.NumberOfLines", "5"),
    fact("jpeg.Frame.Process", "SOF0"),
    fact("jpeg.Frame.Component.HorizontalSamplingFactor", "2", element=[0]),
    fact("jpeg.JFIF.XDensity", "300", unit="1/in"),
    fact("jpeg.JFIF.YDensity", "150"),
    fact("jpeg.Adobe.DCTEncodeVersion", "100"),
    fact("jpeg.Comment", "first light of the new stage"),
    fact("tiff.Make", "Canon"),
    fact("exif.ExposureTime", "1/250", unit="s", si=0.004),
    fact("exif.DateTimeOriginal", "2026:03:14 11:02:07"),
    fact("canon.CanonFirmwareVersion", "Firmware 1.0.2",
         why="offsets in the note count from the TIFF header"),
    fact("canon.CameraSettings.MacroMode", "2"),
    fact("xmp.dc.title", "femur, cut 17"),
    fact("icc.ProfileDescription", "grey of the plate", why="the profile stands in two segments"),
    fact("icc.Measurement.StandardObserver", "1"),
    fact("icc.Measurement.StandardIlluminant", "2"),
    fact("icc.ViewingConditions.Illuminant", "1, 2, 0.5"),
    fact("icc.RedTRC.FunctionType", "1"), fact("icc.RedTRC.Parameters", "2.25, 1, 0"),
    fact("iptc.ObjectName", "trabecula"),
    fact("photoshop.ResolutionInfo.XResolution", "300"),
    present("jpeg.APP5.STAGE"),
    present("jpeg.ExtendedXMP.a.note"),
]


def chunk(name, content):
    return (struct.pack(">I", len(content)) + name + content
            + struct.pack(">I", zlib.crc32(name + content)))


def png(chunks):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 7, 5, 8, 0, 0, 0, 0))
    rows = zlib.compress(b"".join(b"\0" + bytes(range(row, row + 7)) for row in range(5)), 9)
    data = b"".join(chunk(b"IDAT", rows[place:place + 10]) for place in range(0, len(rows), 10))
    return (b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + data
            + chunk(b"tEXt", b"Comment\0behind the pixels") + chunk(b"IEND", b""))


PLATE = png([
    chunk(b"gAMA", struct.pack(">I", 45455)),
    chunk(b"pHYs", struct.pack(">IIB", 11811, 5906, 1)),
    chunk(b"tIME", struct.pack(">HBBBBB", 2026, 3, 14, 9, 26, 53)),
    chunk(b"iCCP", b"plate\0\0" + zlib.compress(ICC, 9)),
    chunk(b"tEXt", b"Author\0" + "J. Bäumer".encode("latin-1")),
    chunk(b"zTXt", b"Settings\0\0" + zlib.compress(b'{"dwell": 3.5}', 9)),
    chunk(b"iTXt", b"Title\0\0\0de\0Titel\0" + "Schädel, Schnitt 17".encode()),
    chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
    chunk(b"eXIf", exif(">", note=False)),
    chunk(b"caNv", struct.pack(">IIii", 70, 50, 3, -2)),
    chunk(b"stGe", b"\x01\x02 holder 4 \x03"),
])

PLATE_FACTS = [
    fact("png.IHDR.Width", "7", unit="px"),
    fact("png.IHDR.Height", "5"),
    fact("png.gAMA.ImageGamma", "0.45455"),
    fact("png.pHYs.PixelsPerUnitX", "11811", unit="1/m"),
    fact("png.tIME", "2026-03-14T09:26:53Z"),
    fact("png.iCCP.ProfileName", "plate"),
    fact("icc.GrayTRC.Gamma", "2.19921875"),
    fact("png.tEXt.Author", "J. Bäumer", why="tEXt is Latin-1"),
    fact("png.zTXt.Settings.dwell", "3.5", why="compressed text is opened"),
    fact("png.iTXt.Title", "Schädel, Schnitt 17"),
    fact("png.iTXt.Title.TranslatedKeyword", "Titel"),
    fact("png.tEXt.Comment", "behind the pixels"),
    fact("xmp.dc.title", "femur, cut 17"),
    fact("exif.ExposureTime", "1/250"),
    fact("png.caNv.OffsetY", "-2"),
    present("png.stGe"),
    present("png.IDAT.ChunkCount"),
]


def gif():
    def blocks(content):
        parts = [content[place:place + 255] for place in range(0, len(content), 255)]
        return b"".join(bytes([len(part)]) + part for part in parts) + b"\0"
    magic = bytes([1]) + bytes(range(255, -1, -1)) + b"\0"
    frame = struct.pack("<BHHHHB", 0x2C, 0, 0, 7, 5, 0) + b"\x02" + blocks(b"\x84\x8f\xa9")
    return (b"GIF89a" + struct.pack("<HHBBB", 7, 5, 0xF0, 0, 0) + b"\0\0\0\xff\xff\xff"
            + b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\0"
            + b"\x21\xff\x0bXMP DataXMP" + XMP + magic + b"\0"
            + b"\x21\xfe" + blocks(b"drift of the stage, 2 frames")
            + b"\x21\xf9\x04\x04\x19\0\0\0" + frame + b"\x21\xf9\x04\x04\x32\0\0\0" + frame
            + b"\x3b")


def webp(parts):
    body = b"".join(name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
                    for name, content in parts)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def size24(value):
    return struct.pack("<I", value - 1)[:3]


def box(name, *parts):
    content = b"".join(parts)
    return struct.pack(">I", len(content) + 8) + name + content


def codestream():
    size = struct.pack(">HIIIIIIIIH", 0, 7, 5, 0, 0, 7, 5, 0, 0, 1) + b"\x07\x01\x01"
    coding = struct.pack(">BBHBBBBBB", 0, 2, 3, 0, 5, 4, 4, 0, 1)
    comment = struct.pack(">H", 1) + b"written by hand"
    return (b"\xff\x4f" + segment(0x51, size) + segment(0x52, coding) + segment(0x64, comment)
            + b"\xff\x90\0\x0a" + bytes(8) + b"\xff\xd9")


def jp2():
    resolution = struct.pack(">HHHHbb", 11811, 1, 5906, 1, 0, 0)
    return (box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
            + box(b"jp2h", box(b"ihdr", struct.pack(">IIHBBBB", 5, 7, 1, 7, 7, 0, 0)),
                  box(b"colr", struct.pack(">BBBI", 1, 0, 0, 17)),
                  box(b"res ", box(b"resc", resolution)))
            + box(b"xml ", b"<scan><voltage>20 kV</voltage></scan>")
            + box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac"), XMP)
            + box(b"uuid", b"JpgTiffExif->JP2", exif(note=False))
            + box(b"jp2c", codestream()))


def heif():
    def full(name, *parts, version=0):
        return box(name, bytes([version, 0, 0, 0]), *parts)
    content = struct.pack(">I", 6) + b"Exif\0\0" + exif(note=False)
    entries = (full(b"infe", struct.pack(">HH", 1, 0) + b"hvc1" + b"main\0", version=2)
               + full(b"infe", struct.pack(">HH", 2, 0) + b"Exif" + b"\0", version=2))

    def head(offset):
        place = struct.pack(">HHHII", 2, 0, 1, offset, len(content))
        return box(b"ftyp", b"heic\0\0\0\0mif1heic") + full(
            b"meta", full(b"hdlr", bytes(4) + b"pict" + bytes(13)),
            full(b"pitm", struct.pack(">H", 1)),
            full(b"iinf", struct.pack(">H", 2), entries),
            full(b"iloc", struct.pack(">HH", 0x4400, 1), place),
            box(b"iprp", box(b"ipco", full(b"ispe", struct.pack(">II", 7, 5)),
                             box(b"irot", b"\x01"))))
    return head(len(head(0)) + 8) + box(b"mdat", content)


def psd():
    def layer(name, long_name):
        units = long_name.encode("utf-16-be")
        extra = (struct.pack(">II", 0, 0) + bytes([len(name)]) + name
                 + b"\0" * (-(len(name) + 1) % 4)
                 + b"8BIMluni" + struct.pack(">I", 4 + len(units))
                 + struct.pack(">I", len(long_name)) + units)
        return (struct.pack(">4iH", 1, 2, 5, 7, 0) + b"8BIMnorm" + b"\xc8\0\0\0"
                + struct.pack(">I", len(extra)) + extra)
    layers = struct.pack(">h", 2) + layer(b"raw", "raw") + layer(b"Knochen", "Knöchelchen")
    layers += b"\0" * (len(layers) % 2)
    section = struct.pack(">I", len(layers)) + layers
    return (b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, 5, 7, 8, 3) + struct.pack(">I", 0)
            + struct.pack(">I", len(RESOURCES)) + RESOURCES
            + struct.pack(">I", len(section)) + section + bytes(107))


def ciff():
    info = struct.pack("<IIfiIII", 512, 384, 1.0, 90, 8, 24, 1)
    texts = b"Canon\0Canon PowerShot A5\0"
    heap = info + texts
    entries = [(0x1810, len(info), 0), (0x080A, len(texts), len(info)),
               (0x5817, 45, 0)]
    directory = struct.pack("<H", len(entries)) + b"".join(
        struct.pack("<HII", *entry) for entry in entries)
    inner = heap + directory + struct.pack("<I", len(heap))
    outer = inner + struct.pack("<H", 1) + struct.pack("<HII", 0x300A, len(inner), 0)
    outer += struct.pack("<I", len(inner))
    return b"II" + struct.pack("<I", 26) + b"HEAPCCDR" + struct.pack("<IQ", 0x10002, 0) + outer


def fff():
    camera = bytearray(1130)
    struct.pack_into("<H", camera, 0, 2)
    struct.pack_into("<f", camera, 32, 0.95)
    struct.pack_into("<f", camera, 40, 293.15)
    camera[212:220] = b"FLIR_i7\0"
    raw = struct.pack("<HHH", 2, 7, 5).ljust(32, b"\0") + b"\x89PNG\r\n\x1a\n"
    start = 64 + 2 * 32
    entries = struct.pack(">HHIIIIIII", 1, 0, 100, 1, start, len(raw), 0, 0, 0)
    entries += struct.pack(">HHIIIIIII", 0x20, 0, 100, 2, start + len(raw), len(camera), 0, 0, 0)
    head = b"FFF\0" + b"ATAU_i7".ljust(16, b"\0") + struct.pack(">III", 101, 64, 2)
    return head.ljust(64, b"\0") + entries + raw + bytes(camera)


HEIF = heif()
SAMPLES = [
    Sample("jpeg/camera.jpg", CAMERA, CAMERA_FACTS),
    Sample("png/plate.png", PLATE, PLATE_FACTS),
    Sample("gif/two-frames.gif", gif(), [
        fact("gif.Version", "89a"),
        fact("gif.LogicalScreenWidth", "7", unit="px"),
        fact("gif.ImageCount", "2"),
        fact("gif.Comment", "drift of the stage, 2 frames"),
        fact("gif.GraphicControl.DelayTime", "0.25", element=[0], unit="s"),
        fact("gif.GraphicControl.DelayTime", "0.5", element=[1]),
        fact("gif.NETSCAPE2.LoopCount", "0"),
        fact("xmp.dc.title", "femur, cut 17"),
    ]),
    Sample("webp/extended.webp", webp([
        (b"VP8X", b"\x2c\0\0\0" + size24(7) + size24(5)), (b"ICCP", ICC),
        (b"VP8L", b"\x2f" + struct.pack("<I", 6 | 4 << 14)), (b"EXIF", exif(note=False)),
        (b"XMP ", XMP)]), [
            fact("webp.VP8X.CanvasWidth", "7", unit="px"),
            fact("webp.VP8X.CanvasHeight", "5"),
            fact("webp.VP8L.Height", "5"),
            fact("exif.ExposureTime", "1/250"),
            fact("xmp.dc.title", "femur, cut 17"),
            fact("icc.ProfileDescription", "grey of the plate"),
    ]),
    Sample("jp2/scan.jp2", jp2(), [
        fact("jp2.ihdr.WIDTH", "7", unit="px"),
        fact("jp2.ihdr.HEIGHT", "5"),
        fact("jp2.colr.EnumCS", "17"),
        fact("jp2.resc.HRc", "5906/1 × 10^0", unit="1/m"),
        fact("jp2.SIZ.Xsiz", "7"),
        fact("jp2.COD.NumberOfLayers", "3"),
        fact("jp2.COM", "written by hand"),
        present("jp2.xml.scan.voltage"),
        fact("exif.ExposureTime", "1/250"),
        fact("xmp.dc.title", "femur, cut 17"),
    ]),
    Sample("jp2/bare.j2k", codestream(), [fact("jp2.SIZ.Ysiz", "5")]),
    Sample("heif/item.heic", HEIF, [
        fact("heif.ftyp.BR", "heic"),
        fact("heif.ispe.image_width", "7", unit="px"),
        fact("heif.infe.item_type", "Exif", element=[1]),
        fact("exif.ExposureTime", "1/250", why="the item is found by its place"),
    ]),
    Sample("psd/layers.psd", psd(), [
        fact("psd.Width", "7", unit="px"),
        fact("psd.ColorMode", "3"),
        fact("psd.LayerCount", "2"),
        fact("psd.Layer.UnicodeName", "Knöchelchen", element=[1]),
        fact("psd.Layer.Opacity", "200", element=[0]),
        fact("iptc.Keywords", "bone"),
    ]),
    Sample("crw/heap.crw", ciff(), [
        fact("crw.ImageInfo.ImageWidth", "512", unit="px"),
        fact("crw.MakeModel", "Canon PowerShot A5"),
        fact("crw.FileNumber", "45", why="the value stands in its entry"),
    ]),
    Sample("fff/plate.fff", fff(), [
        fact("flir.CreatorSoftware", "ATAU_i7"),
        fact("flir.CameraInfo.CameraModel", "FLIR_i7"),
        fact("flir.CameraInfo.ReflectedApparentTemperature", "293.15", unit="K", si=293.1499938964844),
        fact("flir.RawData.ImageWidth", "7"),
        fact("flir.RawData.ImageType", "PNG"),
    ]),
    Sample("hostile/cut.jpg", CAMERA[:700], [fact("tiff.Make", "Canon"), issue("truncated")]),
    Sample("hostile/nested.jpg", jpeg([segment(0xE1, b"Exif\0\0" + tiff([Directory({
        271: ascii_text("Canon"), 34377: (UNDEFINED, resource(1058, tiff([Directory({
            34377: (UNDEFINED, resource(1058, tiff([Directory({
                34377: (UNDEFINED, resource(1058, tiff([Directory({
                    34377: (UNDEFINED, resource(1058, exif(note=False)))})])))})])))})])))})]))]), [
                        fact("tiff.Make", "Canon"), issue("limitExceeded")]),
    Sample("hostile/absurd-chunk.png", PLATE[:33] + struct.pack(">I", 0x7FFFFFFF) + b"tEXtA\0b",
           [fact("png.IHDR.Width", "7"), issue("truncated")]),
    Sample("hostile/bomb.png", png([chunk(b"zTXt", b"Bomb\0\0" + zlib.compress(bytes(80 << 20), 9))]),
           [fact("png.IHDR.Width", "7"), issue("limitExceeded")]),
    Sample("hostile/cut.heic", HEIF[:-40], [fact("heif.ftyp.BR", "heic"), issue("truncated")]),
]
