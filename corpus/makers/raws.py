"""Camera-raw files of their own kind, PDF documents and CellProfiler pipelines.

Sources: the specifications named in the extractors of the same names.
"""

import struct
import zlib

from .photographs import CAMERA, XMP, exif
from .sample import Sample, fact, issue
from .tiffwriter import SHORT, UNDEFINED, Directory, tiff


def raf():
    entries = [(0x100, struct.pack(">HH", 5, 7)), (0xC000, b"\x01\x02 layout of ours \x03" * 4)]
    directory = struct.pack(">I", len(entries)) + b"".join(
        struct.pack(">HH", tag, len(value)) + value for tag, value in entries)
    start = 108
    head = b"FUJIFILMCCD-RAW 0201" + b"FF159502" + b"FinePix S5Pro".ljust(32, b"\0") + b"0112"
    head = head.ljust(84, b"\0") + struct.pack(
        ">IIII", start + len(directory), len(CAMERA), start, len(directory))
    return head.ljust(start, b"\0") + directory + CAMERA


def mrw():
    def block(name, content):
        return b"\0" + name + struct.pack(">I", len(content)) + content
    prd = b"27730001" + struct.pack(">HHHHBBBBHBB", 1236, 1656, 5, 7, 16, 12, 0x59, 0, 0, 0, 1)
    body = (block(b"PRD", prd) + block(b"TTW", exif(">", note=False))
            + block(b"WBG", bytes(4) + struct.pack(">4H", 500, 256, 256, 400)))
    return b"\0MRM" + struct.pack(">I", len(body)) + body + bytes(35)


def x3f():
    pairs = [("CAMMODEL", "SIGMA SD9"), ("ISO", "100")]
    units, table = "", b""
    for name, value in pairs:
        table += struct.pack("<I", len(units))
        units += name + "\0"
        table += struct.pack("<I", len(units))
        units += value + "\0"
    prop = (b"SECp" + struct.pack("<IIIII", 0x20000, len(pairs), 0, 0, len(units)) + table
            + units.encode("utf-16-le"))
    head = (b"FOVb" + struct.pack("<I", 0x20002) + bytes(16) + struct.pack("<IIII", 0, 7, 5, 90)
            + b"Sunlight".ljust(32, b"\0"))
    directory = b"SECd" + struct.pack("<II", 0x20000, 1) + struct.pack("<II", len(head), len(prop))
    return head + prop + directory + b"PROP" + struct.pack("<I", len(head) + len(prop))


INFO = b"<< /Title (Femur \\(cut 17\\)) /Author <FEFF004A002E0042> /CreationDate (D:20260314092653Z) >>"


def pdf(streams=False):
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R /Lang (de) >>",
        2: b"<< /Type /Pages /Count 3 /Kids [ 3 0 R ] /MediaBox [0 0 595.5 842] >>",
        3: b"<< /Type /Page /Parent 2 0 R >>",
        4: b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(XMP), XMP),
        5: INFO,
    }
    made = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
    places = {}
    packed = {2: objects[2], 5: objects[5]} if streams else {}
    for number, content in objects.items():
        if number not in packed:
            places[number] = (1, len(made), 0)
            made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    if not streams:
        start = len(made)
        made += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(
            b"%010d 00000 n \n" % places[number][1] for number in range(1, 6))
        return made + b"trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    header, body = b"", b""
    for index, (number, content) in enumerate(packed.items()):
        header += b"%d %d " % (number, len(body))
        body += content + b" "
        places[number] = (2, 6, index)
    content = zlib.compress(header + body, 9)
    places[6] = (1, len(made), 0)
    made += b"6 0 obj\n<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length 8 0 R >>" % len(header)
    made += b"\nstream\n" + content + b"\nendstream\nendobj\n"
    places[8] = (1, len(made), 0)
    made += b"8 0 obj\n%d\nendobj\n" % len(content)
    places[7] = (1, len(made), 0)
    rows = [struct.pack(">BHB", *places.get(number, (0, 0, 0))) for number in range(9)]
    above, coded = bytes(4), b""
    for row in rows:
        coded += b"\x02" + bytes((now - then) & 255 for now, then in zip(row, above))
        above = row
    table = zlib.compress(coded, 9)
    start = len(made)
    made += (b"7 0 obj\n<< /Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R /Info 5 0 R /Filter "
             b"/FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> /Length %d >>\nstream\n"
             % len(table))
    return made + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


PIPELINE = """CellProfiler Pipeline: http://www.cellprofiler.org
Version:3
ModuleCount:3

Images:[module_num:1|variable_revision_number:2|notes:\\x5B\\'two \\x7C three\\'\\x5D|enabled:True]
    Filter images?:Images only

Crop:[module_num:2|enabled:True]
    Name:DNA\\x3A cropped
    Name:second

Crop:[module_num:3|enabled:False]
    Name:actin
"""

DOCUMENT = [
    fact("pdf.Version", "1.6"),
    fact("pdf.Info.Title", "Femur (cut 17)"),
    fact("pdf.Info.Author", "J.B"),
    fact("pdf.Info.CreationDate", "D:20260314092653Z"),
    fact("pdf.PageCount", "3"),
    fact("pdf.MediaBox", "0, 0, 595.5, 842"),
    fact("pdf.Lang", "de"),
    fact("xmp.dc.title", "femur, cut 17"),
]

RAW = b"IIU\0" + tiff([Directory({
    1: (UNDEFINED, b"0300"), 2: (SHORT, [4060]), 23: (SHORT, [200]), 46: (UNDEFINED, CAMERA)})])[4:]

SAMPLES = [
    Sample("raf/camera.raf", raf(), [
        fact("raf.Model", "FinePix S5Pro"),
        fact("raf.RawImageFullSize", "5, 7"),
        fact("exif.ExposureTime", "1/250"),
        fact("jpeg.Comment", "first light of the new stage"),
    ]),
    Sample("mrw/camera.mrw", mrw(), [
        fact("mrw.PRD.ImageWidth", "7", unit="px"),
        fact("mrw.WBG.WBLevels", "500, 256, 256, 400"),
        fact("exif.ExposureTime", "1/250"),
    ]),
    Sample("x3f/camera.x3f", x3f(), [
        fact("x3f.ImageColumns", "7", unit="px"),
        fact("x3f.Rotation", "90", unit="deg"),
        fact("x3f.PROP.CAMMODEL", "SIGMA SD9"),
        fact("x3f.PROP.ISO", "100"),
    ]),
    Sample("tiff/embedded-jpeg.rw2", RAW, [
        fact("tiff.SensorWidth", "4060"),
        fact("jpeg.Frame.SamplesPerLine", "7", why="the tag holds a JPEG image"),
        fact("exif.ExposureTime", "1/250"),
    ]),
    Sample("pdf/table.pdf", pdf(), DOCUMENT),
    Sample("pdf/streams.pdf", pdf(True), DOCUMENT),
    Sample("cellprofiler/crop.cppipe", PIPELINE.encode(), [
        fact("cellprofiler.Version", "3"),
        fact("cellprofiler.Images.notes", "['two | three']", why="escapes stand for characters"),
        fact("cellprofiler.Images.`Filter images?`", "Images only"),
        fact("cellprofiler.Crop.Name", "DNA: cropped", element=[]),
        fact("cellprofiler.Crop.Name", "second", element=[1]),
        fact("cellprofiler.Crop.Name", "actin", element=[1]),
        fact("cellprofiler.Crop.module_num", "3", element=[1]),
    ]),
    Sample("hostile/cyclic.pdf", pdf().replace(b"/Length %d" % len(XMP), b"/Length 4 0 R"[:len(
        b"/Length %d" % len(XMP))].ljust(len(b"/Length %d" % len(XMP)))), [
            fact("pdf.PageCount", "3")]),
    Sample("hostile/cut.pdf", pdf()[:-60], [fact("pdf.Version", "1.6"), issue("truncated")]),
    Sample("hostile/cut.x3f", x3f()[:-40], [
        fact("x3f.ImageColumns", "7"), issue("truncated", "malformed")]),
]
