"""Compound files and the formats kept in them: OIB, OIF, XRM, FlashPix, ZVI.

Sources: MS-CFB and MS-OLEPS <https://learn.microsoft.com/openspecs/windows_protocols/>; the
formats' own are named in their extractors.
"""

import struct
import uuid

from .sample import Sample, absent, fact, issue, present

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
CUTOFF = 4096


def compound(streams, version=3, classes=None):
    """A compound file of streams by path; small ones go into the mini stream."""
    shift = 9 if version == 3 else 12
    size = 1 << shift
    # Nodes in the order of creation, the root first; children of a storage hang right of it.
    nodes = [{"name": "Root Entry", "kind": 5, "children": []}]
    places = {(): 0}
    for path in streams:
        parts = tuple(path.split("/"))
        for depth in range(1, len(parts) + 1):
            part = parts[:depth]
            if part not in places:
                places[part] = len(nodes)
                nodes.append({"name": part[-1], "kind": 1, "children": [],
                              "class": (classes or {}).get("/".join(part))})
                nodes[places[part[:-1]]]["children"].append(places[part])
        nodes[places[parts]].update(kind=2, content=streams[path])
    nodes[0]["class"] = (classes or {}).get("")
    sectors, fat = [], []

    def chain(content):
        if not content:
            return END
        first = len(sectors)
        parts = [content[at:at + size].ljust(size, b"\0") for at in range(0, len(content), size)]
        sectors.extend(parts)
        fat.extend(range(first + 1, first + len(parts)))
        fat.append(END)
        return first

    mini, minifat = b"", []
    for node in nodes[1:]:
        content = node.get("content")
        if content is None:
            node.update(start=0, size=0)
        elif len(content) >= CUTOFF:
            node.update(start=chain(content), size=len(content))
        else:
            count = (len(content) + 63) // 64
            node.update(start=len(minifat) if count else END, size=len(content))
            minifat.extend(range(len(minifat) + 1, len(minifat) + count))
            if count:
                minifat.append(END)
            mini += content.ljust(count * 64, b"\0")
    nodes[0].update(start=chain(mini), size=len(mini))
    records = b""
    for node in nodes:
        name = (node["name"] + "\0").encode("utf-16-le")
        children = node.get("children", [])
        node["child"] = children[0] if children else FREE
        for left, right in zip(children, children[1:]):
            nodes[left]["right"] = right
        records += struct.pack(
            "<64sHBBIII16sIQQIQ", name, len(name), node["kind"], 1, FREE, node.get("right", FREE),
            node["child"], uuid.UUID(node["class"]).bytes_le if node.get("class") else bytes(16),
            0, 0, 0, node["start"] & 0xFFFFFFFF, node["size"])
    directory = chain(records)
    minifat_start = chain(struct.pack(f"<{len(minifat)}I", *minifat) + b"\xff" *
                          (-len(minifat) * 4 % size)) if minifat else END
    first_fat = len(sectors)
    fat.append(FAT)
    per = size // 4
    assert len(fat) <= per
    sectors.append(struct.pack(f"<{per}I", *(fat + [FREE] * (per - len(fat)))))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, version,
        0xFFFE, shift, 6, bytes(6), 0 if version == 3 else 1, 1, directory, 0, CUTOFF,
        minifat_start, 1 if minifat else 0, END, 0, first_fat)
    return header.ljust(512, b"\xff").ljust(size, b"\0") + b"".join(sectors)


def properties(format_id, values):
    """A property set of (id, type, bytes of the value)."""
    body, table = b"", b""
    start = 8 + 8 * len(values)
    for number, kind, value in values:
        table += struct.pack("<II", number, start + len(body))
        body += struct.pack("<I", kind) + value + bytes(-len(value) % 4)
    section = struct.pack("<II", start + len(body), len(values)) + table + body
    return struct.pack("<HHI16sI16sI", 0xFFFE, 0, 3, bytes(16), 1, uuid.UUID(format_id).bytes_le,
                       48) + section


def ansi(text):
    return struct.pack("<I", len(text) + 1) + text.encode() + b"\0"


def u32(value):
    return struct.pack("<I", value)


SUMMARY = properties("F29F85E0-4FF9-1068-AB91-08002B27B3D9", [
    (1, 2, struct.pack("<h", 1252)),
    (2, 30, ansi("bone section")),
    (4, 30, ansi("Ada")),
    (12, 64, struct.pack("<Q", 132539328000000000)),
    (10, 64, struct.pack("<Q", 900000000)),
    (14, 3, u32(7)),
])


def ini(text):
    return b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le")


OIF = """[Acquisition Parameters Common]
Acquisition Device="FV1000"
ImageCaputreDate='2026-03-01 12:30:05'
[Axis 0 Parameters Common]
AxisCode="X"
EndPosition=45.135
MaxSize=7
UnitName="um"
[Channel 1 Parameters]
CH Name="CH1"
ExcitationWavelength=488
"""
INFO = """[OibSaveInfo]
MainFileName=Stream00002
Stream00002=cell.oif
Storage00001=cell.oif.files
Stream00001=Storage00001/s_C001.pty
Stream00003=Storage00001/s_C001.tif
"""
PTY = """[Acquisition Parameters Common]
ObjectiveLens NAValue=0.75
PMTVoltage=1050
"""

OIB = {
    "OibInfo.txt": ini(INFO),
    "Storage00001/Stream00001": ini(PTY),
    "Storage00001/Stream00003": b"II*\0" + bytes(5000),
    "Stream00002": ini(OIF),
}

XRM = {
    "ImageInfo/ImageWidth": u32(7),
    "ImageInfo/ImageHeight": u32(5),
    "ImageInfo/NoOfImages": u32(3),
    "ImageInfo/DataType": u32(5),
    "ImageInfo/PixelSize": struct.pack("<f", 0.0625),
    "ImageInfo/Angles": struct.pack("<3f", -60.5, 0, 60.5),
    "ImageInfo/Date": b"".join(d.encode().ljust(23, b"\0") for d in (
        "03/01/26 12:30:05", "03/01/26 12:31:05", "03/01/26 12:32:05")),
    "ImageInfo/Voltage": struct.pack("<f", 80.5),
    "ConfigureBackup/ConfigCamera/Camera 1/CameraName": b"Imaging".ljust(80, b"\0"),
    "ConfigureBackup/ConfigCamera/Camera 2/CameraName": b"VLM".ljust(80, b"\0"),
    "PositionInfo/AxisNames": b"Sample X".ljust(15, b"\0") + b"Sample Y".ljust(15, b"\0"),
    "ImageData1/Image1": bytes(range(70)),
}

CONTENTS = properties("56616400-C154-11CE-8553-00AA00A1F95B", [
    (0x01000000, 19, u32(2)),
    (0x01000002, 19, u32(7)),
    (0x01000003, 19, u32(5)),
    (0x02000000, 19, u32(3)),
    (0x02010000, 19, u32(7)),
])
RESOLUTION = struct.pack("<HHI16sI", 0xFFFE, 0, 3, bytes(16), 1) + struct.pack(
    "<9I4I", 36, 7, 5, 1, 64, 64, 3, 36, 16, 28, 105, 2, 0)
FPX = {
    "\x05SummaryInformation": SUMMARY,
    "Data Object Store 000001/\x05Image Contents": CONTENTS,
    "Data Object Store 000001/Resolution 0001/Subimage 0000 Header": RESOLUTION,
}


def variant(kind, value):
    return struct.pack("<H", kind) + value


def i4(value):
    return variant(3, struct.pack("<i", value))


def bstr(text):
    wide = (text + "\0").encode("utf-16-le")
    return variant(8, struct.pack("<I", len(wide)) + wide)


def r8(value):
    return variant(5, struct.pack("<d", value))


def tags(*entries):
    return i4(0x01020001) + i4(len(entries)) + b"".join(
        value + i4(number) + i4(0) for number, value in entries)


ITEM = b"".join([
    i4(0x01020001), i4(4), bstr("Item"), bstr("cell.zvi"), i4(7), i4(5), i4(1), i4(3), i4(1), i4(8),
    variant(9, bytes(16)), variant(65, struct.pack("<I8i", 32, 0, 0, 2, 1, 0, 0, 4, 0)),
    *[i4(0)] * 5, struct.pack("<7i", 0x01020001, 7, 5, 1, 1, 3, 8), bytes(35)])
ZVI = {
    "Image/Contents": ITEM[:60],
    "Image/Tags/Contents": tags((2049, bstr("Plan-Apochromat 63x")), (2077, r8(1.4)),
                                (2564, r8(12.5)), (99999, i4(17))),
    "Image/Scaling/Tags/Contents": tags((769, r8(0.25)), (770, i4(76))),
    "Image/Item(0)/Contents": ITEM,
    "Image/Item(0)/Tags/Contents": tags((1284, bstr("DAPI"))),
    "Image/Item(1)/Tags/Contents": tags((1284, bstr("GFP")), (16777489, i4(509))),
}


def cyclic():
    """The mini stream's first record names itself as its right neighbour."""
    content = bytearray(compound({"a": b"some text, long enough", "b": b"more text"}))
    directory = 512 + struct.unpack_from("<I", content, 48)[0] * 512
    struct.pack_into("<I", content, directory + 128 + 72, 1)
    return bytes(content)


def absurd():
    """A stream that claims a terabyte."""
    content = bytearray(compound({"ImageInfo/ImageWidth": u32(7), "note": b"n" * 5000}, 4))
    directory = 4096 + struct.unpack_from("<I", content, 48)[0] * 4096
    struct.pack_into("<Q", content, directory + 3 * 128 + 120, 1 << 40)
    return bytes(content)


GENERAL = {"\x05SummaryInformation": SUMMARY, "notes.txt": b"two lines\nof a note\n",
           "store/blob": bytes(range(1, 90)) * 60}
GENERAL_FACTS = [
    fact("ole2.SummaryInformation.Title", "bone section"),
    fact("ole2.SummaryInformation.CreateDTM", "2021-01-01T00:00:00Z"),
    fact("ole2.SummaryInformation.EditTime", "90", unit="s", si=90.0),
    fact("ole2.SummaryInformation.CodePage", "1252"),
    fact("ole2.Entry.Name", "store/blob", element=[4]),
    fact("ole2.Entry.Size", "5340", element=[4], unit="B"),
    fact("ole2.Entry.Content", "two lines\nof a note\n", element=[2]),
]

SAMPLES = [
    Sample("ole2/general.doc", compound(GENERAL), GENERAL_FACTS + [
        fact("ole2.MajorVersion", "3"), fact("ole2.SectorSize", "512", unit="B")]),
    Sample("ole2/long-sectors.doc", compound(GENERAL, 4), GENERAL_FACTS + [
        fact("ole2.SectorSize", "4096", unit="B")]),
    Sample("oib/cell.oib", compound(OIB), [
        fact("oif.`Axis 0 Parameters Common`.MaxSize", "7"),
        fact("oif.`Axis 0 Parameters Common`.EndPosition", "45.135", unit="um"),
        fact("oif.`Acquisition Parameters Common`.ImageCaputreDate", "2026-03-01 12:30:05",
             why="either kind of quote is taken off"),
        fact("oif.`Channel 1 Parameters`.ExcitationWavelength", "488", unit="nm"),
        fact("oif.Pty.`Acquisition Parameters Common`.PMTVoltage", "1050", element=[0]),
        fact("oif.Pty.FileName", "Storage00001/s_C001.pty", element=[0]),
        fact("oib.OibSaveInfo.MainFileName", "Stream00002"),
        fact("file.type", "oib")]),
    Sample("oif/cell.oif", ini(OIF), [
        fact("oif.`Axis 0 Parameters Common`.MaxSize", "7"),
        fact("oif.`Axis 0 Parameters Common`.EndPosition", "45.135", unit="um")]),
    Sample("oif/s_C001.pty", ini("[Axis 0 Parameters]\nNumber=1\n" + PTY), [
        fact("oif.Pty.`Acquisition Parameters Common`.PMTVoltage", "1050")]),
    Sample("txrm/tomo.txrm", compound(XRM), [
        fact("txrm.ImageInfo.ImageWidth", "7", unit="px"),
        fact("txrm.ImageInfo.PixelSize", "0.0625", unit="um"),
        fact("txrm.ImageInfo.Angles", "-60.5, 0, 60.5", unit="deg"),
        fact("txrm.ImageInfo.Date", "03/01/26 12:31:05", element=[1]),
        fact("txrm.ImageInfo.Voltage", "80.5", unit="kV", si=80500.0),
        fact("txrm.ConfigureBackup.ConfigCamera.Camera.CameraName", "VLM", element=[1]),
        fact("txrm.PositionInfo.AxisNames", "Sample Y", element=[1]),
        absent("txrm.ImageData1.Image1", "pixels are never read")]),
    Sample("fpx/small.fpx", compound(
        FPX, classes={"": "56616700-C154-11CE-8553-00AA00A1F95B"}), [
        fact("fpx.`Image Contents`.ImageWidth", "7", unit="px"),
        fact("fpx.`Image Contents`.SubimageWidth", "7", element=[1]),
        fact("fpx.Resolution.Width", "7", element=[1], unit="px"),
        fact("fpx.Resolution.Compression", "2", element=[1]),
        fact("fpx.SummaryInformation.Author", "Ada"),
        fact("file.type", "fpx")]),
    Sample("zvi/cell.zvi", compound(ZVI), [
        fact("zvi.Image.`Objective Name`", "Plan-Apochromat 63x"),
        fact("zvi.Image.Tag99999", "17"),
        fact("zvi.Image.Scaling.`Scale Factor for X`", "0.25", unit="um"),
        fact("zvi.Image.Item.Contents.Width", "7", element=[0]),
        fact("zvi.Image.Item.Contents.ImageChannelIndex", "1", element=[0]),
        fact("zvi.Image.Item.Contents.RawImage.Height", "5", element=[0]),
        fact("zvi.Image.Item.`Channel Name`", "GFP", element=[1])]),
    Sample("hostile/cyclic.oib", cyclic(), [issue("malformed")]),
    Sample("hostile/absurd-stream.doc", absurd(), [
        fact("txrm.ImageInfo.ImageWidth", "7"), present("ole2.Entry.Size")]),
    Sample("hostile/cut.txrm", compound(XRM)[:1300], [issue("truncated", "malformed")]),
    Sample("hostile/cut.zvi", compound(ZVI)[:2500], [issue("truncated", "malformed")]),
    Sample("hostile/cut.fpx", compound(FPX)[:1000], [issue("truncated", "malformed")]),
]
