"""Containers of light microscopes: Zeiss CZI and LSM, Leica LIF and LEI, Nikon ND2, the
files of Micro-Manager and MetaMorph, and slides.

Sources: Carl Zeiss, "ZEISS CZI file format", DOC-CZI-format 1.2.2; Leica Microsystems, "LAS X
LIF/LOF/XLEF file format"; <https://github.com/tlambert03/nd2>;
<https://micro-manager.org/Micro-Manager_File_Formats>;
<https://github.com/micro-manager/NDTiffStorage>; <https://openslide.org/formats/>.
"""

import json
import struct
import zlib

from .sample import Sample, absent, fact, issue, present
from .tiffwriter import BYTE, ascii_text, image, tiff

# Zeiss CZI

GUID = bytes.fromhex("00112233445566778899aabbccddeeff")
GUID_TEXT = "33221100-5544-7766-8899-aabbccddeeff"


def czi_segment(name, content):
    """A segment, padded to a multiple of 32 bytes."""
    size = (len(content) + 31) // 32 * 32
    return struct.pack("<16sqq", name.encode(), size, len(content)) + content.ljust(size, b"\0")


def czi_entry(position, dimensions, pyramid=0, pixel_type=1, compression=0):
    """An entry DV; `dimensions` are (letter, start, size, stored size)."""
    head = struct.pack("<2siqiiB5xi", b"DV", pixel_type, position, 0, compression, pyramid,
                       len(dimensions))
    return head + b"".join(
        struct.pack("<4siifi", letter.encode(), start, size, start, stored)
        for letter, start, size, stored in dimensions)


CZI_XML = """<?xml version="1.0" encoding="utf-8"?>
<ImageDocument><Metadata><Information>
<Image><SizeX>7</SizeX><SizeY>5</SizeY><SizeZ>3</SizeZ><PixelType>Gray16</PixelType>
<AcquisitionDateAndTime>2026-03-14T09:26:53.5Z</AcquisitionDateAndTime>
<Dimensions><Channels><Channel Id="Channel:0" Name="DAPI"><ExcitationWavelength>353</ExcitationWavelength>
<ExposureTime>150000000</ExposureTime></Channel><Channel Id="Channel:1" Name="EGFP"/></Channels></Dimensions></Image>
<Instrument><Objectives><Objective Id="Objective:0"><LensNA>1.4</LensNA>
<NominalMagnification>63</NominalMagnification></Objective></Objectives></Instrument></Information>
<Scaling><Items><Distance Id="X"><Value>6.5E-08</Value><DefaultUnitFormat>\u00b5m</DefaultUnitFormat></Distance>
<Distance Id="Z"><Value>3E-07</Value></Distance></Items></Scaling></Metadata></ImageDocument>"""

SUB_BLOCK_XML = ("<METADATA><Tags><StageXPosition>+000000043427.9820</StageXPosition>"
                 "<AcquisitionTime>2026-03-14T09:26:54Z</AcquisitionTime></Tags></METADATA>")


def czi_attachment(kind, name, content, position):
    entry = struct.pack("<2s10xqi16s8s80s", b"A1", position, 0, GUID, kind.encode(), name.encode())
    head = struct.pack("<i12x", len(content)) + entry
    return entry, czi_segment("ZISRAWATTACH", head.ljust(256, b"\0") + content)


def czi(xml=CZI_XML, attachments=(), closed=True, count=None):
    """Three planes of 7 × 5 pixels of 16 bits, two channels, and one plane of a pyramid."""
    made = bytearray(czi_segment("ZISRAWFILE", bytes(512)))
    entries = []
    for channel in range(2):
        for plane in range(3):
            dimensions = [("X", -3, 7, 7), ("Y", 2, 5, 5), ("Z", plane, 1, 1), ("C", channel, 1, 1)]
            entry = czi_entry(len(made), dimensions)
            text = SUB_BLOCK_XML.encode() if plane == 0 else b""
            head = struct.pack("<iiq", len(text), 0, 70) + entry
            entries.append(entry)
            made += czi_segment("ZISRAWSUBBLOCK", head.ljust(256, b"\0") + text + bytes(70))
    entries.append(czi_entry(len(made), [("X", -3, 7, 3), ("Y", 2, 5, 2)], pyramid=2))
    made += czi_segment("ZISRAWSUBBLOCK", struct.pack("<iiq", 0, 0, 12) + entries[-1] + bytes(200))
    directory = len(made)
    made += czi_segment("ZISRAWDIRECTORY", struct.pack(
        "<i124x", len(entries) if count is None else count) + b"".join(entries))
    metadata = len(made)
    text = xml.encode()
    made += czi_segment("ZISRAWMETADATA", struct.pack("<ii248x", len(text), 0) + text)
    places = []
    for kind, name, content in attachments:
        entry, segment = czi_attachment(kind, name, content, len(made))
        places.append(entry)
        made += segment
    attached = 0
    if places:
        attached = len(made)
        made += czi_segment("ZISRAWATTDIR", struct.pack("<i252x", len(places)) + b"".join(places))
    struct.pack_into("<ii8x16s16si", made, 32, 1, 0, GUID, GUID, 0)
    if closed:
        struct.pack_into("<qqiq", made, 32 + 52, directory, metadata, 0, attached)
    return bytes(made)


def czi_numbers(values):
    return struct.pack(f"<ii{len(values)}d", 8 + 8 * len(values), len(values), *values)


def czi_events(events):
    content = b"".join(
        struct.pack("<idii", 20 + len(text) + 1, time, kind, len(text) + 1) + text.encode() + b"\0"
        for time, kind, text in events)
    return struct.pack("<ii", 8 + len(content), len(events)) + content


def czi_table(name, components=3, count=4):
    body = b"".join(struct.pack(f"<iii{count}h", 8 + 2 * count, -1, count, *range(count))
                    for _ in range(components))
    content = struct.pack("<i80si", 84 + len(body), name.encode(), components) + body
    return struct.pack("<ii", 8 + len(content), 1) + content


LABEL = czi(xml="<ImageDocument><Metadata><Information><Document><Name>label</Name></Document>"
            "</Information></Metadata></ImageDocument>")

CZI_FACTS = [
    fact("czi.FileHeader.Major", "1"),
    fact("czi.FileHeader.FileGuid", GUID_TEXT),
    fact("czi.Metadata.Information.Image.SizeX", "7"),
    fact("czi.Metadata.Information.Image.SizeY", "5"),
    fact("czi.Metadata.Information.Image.SizeZ", "3"),
    fact("czi.Metadata.Information.Image.Dimensions.Channels.Channel.Name", "EGFP"),
    fact("czi.Metadata.Information.Image.Dimensions.Channels.Channel.ExcitationWavelength", "353",
         unit="nm", si=3.53e-7, why="the schema fixes nanometres"),
    fact("czi.Metadata.Information.Image.Dimensions.Channels.Channel.ExposureTime", "150000000",
         unit="ns", si=0.15, why="the schema fixes nanoseconds"),
    fact("czi.Metadata.Scaling.Items.X", "6.5E-08", unit="m", si=6.5e-8,
         why="the schema fixes metres, whatever unit is shown"),
    fact("czi.SubBlockDirectory.EntryCount", "7"),
    fact("czi.SubBlockDirectory.StartX", "-3"),
    fact("czi.SubBlockDirectory.SizeX", "7"),
    fact("czi.SubBlockDirectory.SizeY", "5"),
    fact("czi.SubBlockDirectory.SizeZ", "3"),
    fact("czi.SubBlockDirectory.SizeC", "2"),
    fact("czi.SubBlockDirectory.PixelType", "1"),
    fact("czi.SubBlock.Tags.StageXPosition", "+000000043427.9820", unit="\u00b5m"),
]

ATTACHMENTS = [
    ("CZTIMS", "TimeStamps", czi_numbers([0.5, 1.25, 2.0])),
    ("CZEVL", "EventList", czi_events([(1.5, 0, "drug added"), (3.25, 2, "")])),
    ("CZLUT", "LookupTables", czi_table("Palette")),
    ("CZI", "Label", LABEL),
    ("XML", "Notes", b"<Notes><Fixation>glutaraldehyde</Fixation></Notes>"),
]

CZI = [
    Sample("czi/two-channel.czi", czi(attachments=ATTACHMENTS), CZI_FACTS + [
        fact("czi.Attachment.TimeStamps", "0.5, 1.25, 2", unit="s"),
        fact("czi.Attachment.Event.Description", "drug added"),
        fact("czi.Attachment.Event.Time", "3.25", unit="s"),
        fact("czi.Attachment.LookupTable.Identifier", "Palette"),
        fact("czi.Attachment.Metadata.Information.Document.Name", "label"),
        fact("czi.Attachment.Data.Notes.Fixation", "glutaraldehyde"),
    ]),
    Sample("czi/not-closed.czi", czi(closed=False), CZI_FACTS),
    Sample("hostile/cut.czi", czi()[:3000], [
        fact("czi.FileHeader.Major", "1"), issue("truncated", "malformed")]),
    Sample("hostile/absurd-count.czi", czi(count=0x7FFFFFFF), [
        fact("czi.Metadata.Information.Image.SizeX", "7"), issue("truncated", "malformed")]),
]

# Leica LIF, LOF, XLIF

LEICA_IMAGE = """<Element Name="bone" UniqueID="u1"><Data><Image><ImageDescription><Channels>
<ChannelDescription DataType="0" Resolution="8" LUTName="Green" Min="0" Max="255" Unit=""/></Channels><Dimensions>
<DimensionDescription DimID="1" NumberOfElements="7" Origin="0" Length="3.9e-07" Unit="m"/>
<DimensionDescription DimID="2" NumberOfElements="5" Origin="0" Length="2.6e-07" Unit="m"/>
<DimensionDescription DimID="3" NumberOfElements="3" Origin="1e-6" Length="6e-07" Unit="m"/></Dimensions></ImageDescription>
<TimeStampList NumberOfTimeStamps="2">1d71114eb8b44f0 1d71114ec2d0330</TimeStampList>
<Attachment Name="HardwareSetting"><ScannerSetting><ScannerSettingRecord Identifier="dblVoxelX" Unit="m"
Description="Voxel-Width" Variant="6.5e-08" VariantType="5"/></ScannerSetting>
<ATLConfocalSettingDefinition StagePosX="0.0357" Pinhole="9.55E-05" NumericalAperture="1.3"/></Attachment></Image></Data>
<Memory Size="105" MemoryBlockID="MemBlock_1"/></Element>"""


def leica_document(version):
    return (f'<LMSDataContainerHeader Version="{version}">'
            f'<Element Name="project"><Children>{LEICA_IMAGE}</Children></Element>'
            "</LMSDataContainerHeader>")


def leica_text(text):
    encoded = text.encode("utf-16-le")
    content = b"\x2a" + struct.pack("<I", len(encoded) // 2) + encoded
    return struct.pack("<II", 0x70, len(content)) + content


def lif(version=2, block=None):
    """A document and one block of memory."""
    name = "MemBlock_1".encode("utf-16-le")
    pixels = bytes(range(105))
    size = struct.pack("<Q" if version == 2 else "<I", len(pixels) if block is None else block)
    head = b"\x2a" + size + b"\x2a" + struct.pack("<I", len(name) // 2) + name
    return leica_text(leica_document(version)) + struct.pack("<II", 0x70, len(head)) + head + pixels


def lof():
    mark = "LMS_Object_File".encode("utf-16-le")
    head = (b"\x2a" + struct.pack("<I", len(mark) // 2) + mark + b"\x2a" + struct.pack("<I", 2)
            + b"\x2a" + struct.pack("<I", 1) + b"\x2a" + struct.pack("<Q", 105))
    return (struct.pack("<II", 0x70, len(head)) + head + bytes(range(105))
            + leica_text(f"<LMSDataContainerHeader Version=\"2\">{LEICA_IMAGE}</LMSDataContainerHeader>"))


def leica_facts(base):
    image_key = base + ".Data.Image."
    dimension = image_key + "ImageDescription.Dimensions.DimensionDescription."
    return [
        fact(base + ".Name", "bone"),
        fact(dimension + "NumberOfElements", "7"),
        fact(dimension + "NumberOfElements", "3"),
        fact(dimension + "Length", "2.6e-07", unit="m", si=2.6e-7,
             why="the attribute Unit is that of Length and Origin"),
        fact(image_key + "Attachment.ScannerSetting.dblVoxelX", "6.5e-08", unit="m", si=6.5e-8,
             why="a record names its value"),
        present(image_key + "TimeStampList"),
        fact(image_key + "Attachment.ATLConfocalSettingDefinition.Pinhole", "9.55E-05", unit="m",
             si=9.55e-5, why="settings are in SI units"),
        fact("lif.Image.Name", "bone", element=[0]), fact("lif.Image.SizeX", "7"),
        fact("lif.Image.SizeZ", "3"), fact("lif.Image.SizeC", "1"),
        fact("lif.Image.VoxelSizeY", "6.5e-08", unit="m", si=6.5e-8,
             why="the length is that from the first centre to the last"),
        fact("lif.Image.StartTime", "2021-03-04T16:39:17.951Z"),
    ]


BLOCK_FACTS = [fact("lif.MemoryBlock.Id", "MemBlock_1"), fact("lif.MemoryBlock.Size", "105")]

LIF = [
    Sample("lif/version-2.lif", lif(), leica_facts("lif.Element.Children.Element") + BLOCK_FACTS),
    Sample("lif/version-1.lif", lif(1), leica_facts("lif.Element.Children.Element") + BLOCK_FACTS),
    Sample("lif/object.lof", lof(), leica_facts("lif.Element") + [
        fact("lif.MajorVersion", "2"), fact("lif.MinorVersion", "1"),
        fact("lif.MemoryBlock.Size", "105")]),
    Sample("lif/image.xlif", leica_document(2).encode(),
           leica_facts("lif.Element.Children.Element")),
    Sample("hostile/absurd-block.lif", lif(block=0x7FFFFFFFFFFFFFFF), [
        fact("lif.Element.Name", "project"), issue("truncated")]),
    Sample("hostile/cut.lif", lif()[:900], [
        fact("lif.Element.Name", "project"), issue("truncated", "malformed")]),
]

# Nikon ND2

LEVEL = 11


def lv(kind, name, value=None):
    """An item of the binary tree; `value` of a level is the list of its items."""
    encoded = (name + "\0").encode("utf-16-le")
    head = bytes([kind, len(encoded) // 2]) + encoded
    letters = {1: "?", 2: "i", 3: "I", 4: "q", 5: "Q", 6: "d", 7: "Q"}
    if kind in letters:
        return head + struct.pack("<" + letters[kind], value)
    if kind == 8:
        return head + (value + "\0").encode("utf-16-le")
    if kind == 9:
        return head + struct.pack("<Q", len(value)) + value
    items = b"".join(value)
    length = len(head) + 12 + len(items)
    return head + struct.pack("<IQ", len(value), length) + items + bytes(8 * len(value))


def nd2(chunks, mapped=True):
    """Chunks behind the file's signature, and their map."""
    made = bytearray()
    places = []

    def add(name, content):
        field = name.ljust(32, b"\0")
        places.append((name, len(made), len(content)))
        made.extend(struct.pack("<IIQ", 0x0ABECEDA, len(field), len(content)) + field + content)

    add(b"ND2 FILE SIGNATURE CHUNK NAME01!", b"Ver3.0".ljust(64, b"\0"))
    for name, content in chunks:
        add(name.encode() + b"!", content)
    if mapped:
        entries = b"".join(name + struct.pack("<QQ", place, size) for name, place, size in places)
        mark = b"ND2 CHUNK MAP SIGNATURE 0000001!"
        start = len(made)
        add(b"ND2 FILEMAP SIGNATURE NAME 0001!", entries + mark + struct.pack("<Q", start))
    return bytes(made)


DESCRIPTION = ("Dimensions: T(2) x \u03bb(2)\r\nNumerical Aperture: 0.95\r\nPlane #1:\r\n Name: DAPI\r\n"
               " Camera Settings:   Exposure: 5 ms\r\n  {Scanner Zoom}: 2.469\r\n"
               "  CH2\t{Laser Wavelength}: 488.0\t{Laser Power}: 0.5\r\n  \t{PMT HV}: 37\r\n"
               "Plane #2:\r\n Name: GFP\r\nZ Stack Loop: 3\r\n- Step 0.5 \u00b5m")

PLANES = [lv(LEVEL, f"a{index}", [lv(8, "sDescription", name), lv(6, "dExposureTime", 5.5)])
          for index, name in enumerate(["DAPI", "GFP"])]
PICTURE = lv(LEVEL, "SLxPictureMetadata", [
    lv(6, "dTimeAbsolute", 2456827.080131852), lv(6, "dXPos", -12.5), lv(1, "bCalibrated", True),
    lv(5, "uliLarge", 0xFFFFFFFFFFFFFFFF), lv(9, "pItemValid", bytes([1, 1, 0])),
    lv(LEVEL, "sPlaneNew", PLANES), lv(LEVEL, "pPos", [lv(2, "", 3), lv(2, "", 4)])])
ATTRIBUTES = lv(LEVEL, "SLxImageAttributes", [
    lv(3, "uiWidth", 7), lv(3, "uiHeight", 5), lv(3, "uiBpcSignificant", 12),
    lv(3, "uiSequenceCount", 3)])
TEXTS = lv(LEVEL, "SLxImageTextInfo", [lv(8, "TextInfoItem_5", DESCRIPTION)])
CUSTOM_XML = ('<?xml version="1.0" encoding="UTF-8"?><variant version="1.0"><Tag0 runtype="CLxListVariant">'
              '<ID runtype="CLxStringW" value="Camera_ExposureTime1"/></Tag0></variant>')

ND2_CHUNKS = [
    ("ImageDataSeq|0", struct.pack("<d", 0.0) + bytes(70)),
    ("ImageAttributesLV", ATTRIBUTES),
    ("ImageTextInfoLV", TEXTS),
    ("ImageMetadataSeqLV|0", bytes([76]) + bytes(11) + zlib.compress(PICTURE, 9)),
    ("CustomData|AcqTimesCache", struct.pack("<3d", 12.5, 1012.5, 2012.5)),
    ("CustomDataVar|CustomDataV2_0", CUSTOM_XML.encode()),
]
TEXT = "nd2.ImageTextInfoLV.SLxImageTextInfo.TextInfoItem_5."
SEQUENCE = "nd2.ImageMetadataSeqLV.SLxPictureMetadata."
ND2_FACTS = [
    fact("nd2.Version", "Ver3.0"),
    fact("nd2.FrameCount", "1"),
    fact("nd2.ImageAttributesLV.SLxImageAttributes.uiWidth", "7"),
    fact("nd2.ImageAttributesLV.SLxImageAttributes.uiHeight", "5"),
    fact(TEXT + "`Numerical Aperture`", "0.95"),
    fact(TEXT + "Plane.Name", "DAPI", element=[0]),
    fact(TEXT + "Plane.Name", "GFP", element=[1]),
    fact(TEXT + "Plane.Exposure", "5 ms"),
    fact(TEXT + "Plane.CH2.`Laser Power`", "0.5"),
    fact(TEXT + "Plane.CH2.`PMT HV`", "37"),
    fact(TEXT + "`Z Stack Loop`", "3"),
    fact(SEQUENCE + "sPlaneNew.sDescription", "GFP", element=[1],
         why="what is only numbered is an element of its level"),
    fact(SEQUENCE + "dTimeAbsolute", "2456827.080131852"),
    fact(SEQUENCE + "dXPos", "-12.5", unit="um"),
    fact(SEQUENCE + "bCalibrated", "true"),
    fact(SEQUENCE + "uliLarge", "18446744073709551615"),
    fact(SEQUENCE + "pItemValid", "1, 1, 0"),
    fact(SEQUENCE + "pPos", "4", element=[1]),
    fact("nd2.CustomData.AcqTimesCache", "12.5, 1012.5, 2012.5", unit="ms"),
    fact("nd2.CustomDataVar.CustomDataV2_0.Tag0.ID", "Camera_ExposureTime1"),
]


def box(kind, content):
    return struct.pack(">I", 8 + len(content)) + kind + content


def old_nd2():
    """JPEG 2000 boxes, and the map behind them."""
    text = ('<?xml version="1.0"?><variant version="1.0"><Calibration runtype="double" value="0.065"/>'
            '<ObjectiveName runtype="CLxStringW" value="Plan Apo 60x"/></variant>').encode()
    header = box(b"ihdr", struct.pack(">IIHBBBB", 5, 7, 1, 15, 7, 0, 0))
    made = bytearray()
    places = []
    for kind, own, content in [(b"jP  ", b"", b"\r\n\x87\n"), (b"ftyp", b"", b"jp2 \0\0\0\0jp2 "),
                               (b"jp2h", b"", header), (b"uuid", b"VIMD", text),
                               (b"jp2c", b"LUNK", bytes(70))]:
        places.append((kind, own, len(made)))
        made += box(kind, content)
    entries = struct.pack(">I", len(places)) + b"".join(
        struct.pack("<4s4sII", kind, own.ljust(4, b"\0"), place, 0)
        for kind, own, place in places)
    return bytes(made) + entries + b"LABORATORY IMAGING ND BOX MAP 00" + struct.pack(
        "<Q", len(entries) + 40)


def deep_levels():
    item = lv(3, "x", 1)
    for _ in range(100):
        item = lv(LEVEL, "d", [item])
    return item


def nd2_variant(items):
    return ('<?xml version="1.0" encoding="UTF-8"?><variant version="1.0">'
            f'<no_name runtype="CLxListVariant">{items}</no_name></variant>').encode()


ND2_XML_CHUNKS = [
    ("ImageAttributes", nd2_variant('<uiWidth runtype="lx_uint32" value="7"/>'
                                    '<uiHeight runtype="lx_uint32" value="5"/>')),
    ("ImageMetadataSeq|0", nd2_variant(
        '<dCalibration runtype="double" value="0.065"/><sPlaneNew runtype="CLxListVariant">'
        '<a0 runtype="CLxListVariant"><sDescription runtype="CLxStringW" value="DAPI"/></a0>'
        '<a1 runtype="CLxListVariant"><sDescription runtype="CLxStringW" value="GFP"/></a1></sPlaneNew>')),
    ("ImageTextInfo", nd2_variant(
        '<TextInfoItem_5 runtype="CLxStringW" value="Numerical Aperture: 0.95&#13;&#10;Plane #1:&#13;&#10;'
        ' Name: DAPI&#13;&#10;"/>')),
]

ND2 = [
    Sample("nd2/xml-chunks.nd2", nd2(ND2_XML_CHUNKS), [
        fact("nd2.ImageAttributes.uiWidth", "7"), fact("nd2.ImageAttributes.uiHeight", "5"),
        fact("nd2.ImageMetadataSeq.dCalibration", "0.065", unit="um", si=6.5e-8),
        fact("nd2.ImageMetadataSeq.sPlaneNew.sDescription", "GFP", element=[1]),
        fact("nd2.ImageTextInfo.TextInfoItem_5.Plane.Name", "DAPI", element=[0]),
        absent("nd2.ImageAttributes.uiWidth.value", "an element is its value")]),
    Sample("nd2/chunks.nd2", nd2(ND2_CHUNKS), ND2_FACTS),
    Sample("nd2/boxes.nd2", old_nd2(), [
        fact("nd2.ImageHeader.Width", "7"), fact("nd2.ImageHeader.Height", "5"),
        fact("nd2.ImageHeader.BitsPerComponent", "16"),
        fact("nd2.VIMD.Calibration", "0.065"), fact("nd2.VIMD.ObjectiveName", "Plan Apo 60x")]),
    Sample("hostile/no-map.nd2", nd2(ND2_CHUNKS, mapped=False), ND2_FACTS + [
        issue("truncated", why="the map is missing; the chunks are found all the same")]),
    Sample("hostile/deep.nd2", nd2([("ImageAttributesLV", ATTRIBUTES), ("ImageMetadataLV", deep_levels())]), [
        fact("nd2.ImageAttributesLV.SLxImageAttributes.uiWidth", "7"), issue("limitExceeded")]),
]

# Micro-Manager and MetaMorph


def index_entry(axes, name="stack.tif"):
    text = json.dumps(axes, separators=(",", ":")).encode()
    return (struct.pack("<I", len(text)) + text + struct.pack("<I", len(name)) + name.encode()
            + struct.pack("<8I", 1000, 7, 5, 1, 0, 2000, 300, 0))


INDEX = b"".join(index_entry({"z": z, "channel": channel}) for channel in ("DAPI", "GFP") for z in range(3))
INDEX_FACTS = [
    fact("ndtiff.EntryCount", "6"), fact("ndtiff.Axes.z", "0, 1, 2"),
    fact("ndtiff.Axes.channel", "GFP", element=[1]), fact("ndtiff.FileName", "stack.tif"),
    fact("ndtiff.ImageWidth", "7"), fact("ndtiff.ImageHeight", "5"), fact("ndtiff.PixelType", "1"),
]


def micromanager(order, stack, count=None):
    """A TIFF with Micro-Manager's blocks between its header and its first directory."""
    def pack(letters, *values):
        return struct.pack(order + letters, *values)

    plain = tiff([image(7, 5)], order)
    summary = json.dumps({"Prefix": "bones", "z-step_um": 0.3, "ChNames": ["DAPI", "GFP"]}).encode()
    summary += b" " * (len(summary) % 2)
    length = len(summary) if count is None else count
    front_count = len(summary) + (32 if stack else 20)
    blocks = b""
    if stack:
        index = pack("2I", 3453623, 3) + b"".join(pack("5I", 0, z, 0, 0, 0) for z in range(3))
        settings = b'[{"Channel": "DAPI", "Gamma": 1.5}]'
        comments = b'{"Summary": "fixed in glutaraldehyde"}'
        start = front_count + len(plain)
        second = start + len(index)
        third = second + 8 + len(settings)
        front = pack("8I", 54773648, start, 483765892, second, 99384722, third, 2355492, length)
        blocks = (index + pack("2I", 347834724, len(settings)) + settings
                  + pack("2I", 84720485, len(comments)) + comments)
    else:
        front = pack("5I", 483729, 3, 2, 2355492, length)
    body = bytearray(plain[8:])
    first, = struct.unpack_from(order + "I", plain, 4)
    # What stands in front moves the directory and the pixels that it points to.
    for place in range(struct.unpack_from(order + "H", plain, first)[0]):
        entry = first + 2 + place * 12 - 8
        if struct.unpack_from(order + "H", body, entry)[0] == 273:
            offset, = struct.unpack_from(order + "I", body, entry + 8)
            struct.pack_into(order + "I", body, entry + 8, offset + front_count)
    return plain[:4] + pack("I", first + front_count) + front + summary + bytes(body) + blocks


ND_LIST = ('"NDInfoFile", Version 1.0\r\n"Description", File recreated, by hand\r\n'
           '"StartTime1", 20260314 09:26:53\r\n"DoTimelapse", FALSE\r\n"NStagePositions", 2\r\n'
           '"Stage1", "row:A,column:1"\r\n"Stage2", "row:A,column:2"\r\n"NWavelengths", 2\r\n'
           '"WaveName1", "DAPI"\r\n"WaveName2", "GFP"\r\n"NZSteps", 3\r\n"ZStepSize", 0.3\r\n"EndFile"\r\n')

SUMMARY_FACTS = [
    fact("tiff.ImageWidth", "7"), fact("micromanager.Summary.Prefix", "bones"),
    fact("micromanager.Summary.ChNames", "GFP", element=[1]),
]

MANAGERS = [
    Sample("ndtiff/NDTiff.index", INDEX, INDEX_FACTS),
    Sample("tiff/micromanager-stack.tif", micromanager("<", True), SUMMARY_FACTS + [
        fact("micromanager.IndexMap.Count", "3"), fact("micromanager.IndexMap.Slice", "0, 1, 2"),
        fact("micromanager.DisplaySettings.Gamma", "1.5"),
        fact("micromanager.Comments.Summary", "fixed in glutaraldehyde")]),
    Sample("tiff/micromanager-ndtiff.tif", micromanager(">", False), SUMMARY_FACTS + [
        fact("micromanager.NDTiff.MajorVersion", "3"), fact("micromanager.NDTiff.MinorVersion", "2")]),
    Sample("metamorph/positions.nd", ND_LIST.encode(), [
        fact("metamorph.NDInfoFile", "Version 1.0"),
        fact("metamorph.Stage", "row:A,column:2", element=[1]),
        fact("metamorph.WaveName", "GFP", element=[1]), fact("metamorph.NZSteps", "3"),
        fact("metamorph.ZStepSize", "0.3", unit="\u00b5m", si=3e-7)]),
    Sample("hostile/cut.index", INDEX[:200], [fact("ndtiff.ImageWidth", "7"), issue("truncated")]),
    Sample("hostile/absurd-summary.tif", micromanager("<", True, count=0x7FFFFFFF), [
        fact("tiff.ImageWidth", "7"), issue("truncated", "limitExceeded")]),
]

# Slides

SLIDE = ("[GENERAL]\r\nSLIDE_VERSION = 01.09\r\nSLIDE_NAME = bone\r\nOBJECTIVE_MAGNIFICATION = 20\r\n"
         "[LAYER_0_LEVEL_0_SECTION]\r\nMICROMETER_PER_PIXEL_X = 0.2325\r\n"
         "MICROMETER_PER_PIXEL_Y = 0.2425\r\n")
SPECIMEN = ("[Virtual Microscope Specimen]\r\nNoLayers=1\r\nImageFile=bone.jpg\r\nSourceLens=20\r\n"
            "PhysicalWidth=5017600\r\nXOffsetFromSlideCentre=-1250\r\n")
SCN = ('<?xml version="1.0"?><scn xmlns="http://www.leica-microsystems.com/scn/2010/10/01">'
       '<collection name="c" sizeX="26000000" sizeY="75000000"><image name="i">'
       '<creationDate>2026-03-14T09:26:53.5Z</creationDate><device model="Leica SCN400"/>'
       '<view sizeX="9000" sizeY="8000" offsetX="1100" offsetY="2200"/><scanSettings><objectiveSettings>'
       "<objective>20</objective></objectiveSettings></scanSettings></image></collection></scn>")
QPTIFF = ("<?xml version=\"1.0\"?><PerkinElmer-QPI-ImageDescription><DescriptionVersion>2</DescriptionVersion>"
          "<ExposureTime>500</ExposureTime><Name>DAPI</Name><Objective>20x</Objective>"
          "</PerkinElmer-QPI-ImageDescription>")
PHILIPS = ('<?xml version="1.0"?><DataObject ObjectType="DPUfsImport"><Attribute Name="DICOM_MANUFACTURER" '
           'Group="0x0008" Element="0x0070" PMSVR="IString">PHILIPS</Attribute><Attribute '
           'Name="DICOM_PIXEL_SPACING" Group="0x0028" Element="0x0030" PMSVR="IDoubleArray">'
           '"0.00025" "0.0005"</Attribute></DataObject>')
BIF = '<Metadata><iScan Magnification="20" ScanRes="0.465" UnitNumber="BI10"/></Metadata>'
VIEW = "tiff.ImageDescription.scn.collection.image.view."


def described(text):
    return tiff([image(7, 5, tags={270: ascii_text(text)})])


SLIDES = [
    Sample("mrxs/Slidedat.ini", SLIDE.encode(), [
        fact("mrxs.GENERAL.SLIDE_NAME", "bone"),
        fact("mrxs.LAYER_0_LEVEL_0_SECTION.MICROMETER_PER_PIXEL_Y", "0.2425", unit="um", si=2.425e-7)]),
    Sample("vms/slide.vms", SPECIMEN.encode(), [
        fact("vms.`Virtual Microscope Specimen`.SourceLens", "20"),
        fact("vms.`Virtual Microscope Specimen`.PhysicalWidth", "5017600", unit="nm", si=5.0176e-3)]),
    Sample("tiff/leica-slide.scn", described(SCN), [
        fact(VIEW + "sizeX", "9000", unit="nm", si=9e-6), fact(VIEW + "offsetY", "2200", unit="nm"),
        fact("tiff.ImageDescription.scn.collection.image.device.model", "Leica SCN400")]),
    Sample("tiff/akoya-slide.qptiff", described(QPTIFF), [
        fact("tiff.ImageDescription.PerkinElmer-QPI-ImageDescription.ExposureTime", "500", unit="us",
             si=5e-4)]),
    Sample("tiff/philips-slide.tiff", described(PHILIPS), [
        fact("tiff.ImageDescription.DataObject.DICOM_PIXEL_SPACING", "0.00025, 0.0005", unit="mm"),
        fact("tiff.ImageDescription.DataObject.DICOM_MANUFACTURER", "PHILIPS")]),
    Sample("tiff/ventana-slide.bif", described(BIF), [
        fact("tiff.ImageDescription.Metadata.iScan.ScanRes", "0.465", unit="um", si=4.65e-7),
        fact("tiff.ImageDescription.Metadata.iScan.Magnification", "20")]),
]

# Zeiss LSM


def lsm():
    """A TIFF whose tag 34412 points to blocks behind the directories."""
    head = bytearray(512)
    struct.pack_into("<Ii5i", head, 0, 0x0400494C, 512, 7, 5, 3, 2, 1)
    struct.pack_into("<3d", head, 40, 6.5e-8, 6.5e-8, 3e-7)
    made = bytearray(tiff([image(7, 5, tags={34412: (BYTE, bytes(head))})]))
    start = made.index(struct.pack("<I", 0x0400494C))
    names = b"".join(struct.pack("<I", len(name) + 1) + name + b"\0" for name in (b"DAPI", b"GFP"))
    colors = struct.pack("<6I", 24 + 8 + len(names), 2, 2, 24, 32, 0) + bytes(
        [0, 0, 255, 0, 0, 255, 0, 0]) + names
    note = b"drug added\0"
    events = struct.pack("<II", 24 + len(note), 1) + struct.pack(
        "<IdI", 16 + len(note), 1.5, 0) + note
    for place, block in [
            (108, colors), (120, struct.pack("<2I", 2, 1)), (136, events),
            (204, struct.pack("<I4d", 2, 4.1e-7, 4.6e-7, 5.05e-7, 5.5e-7)),
            (376, struct.pack("<I3d", 1, 0.001, -0.002, 3e-6)),
            (132, struct.pack("<II2d", 24, 2, 0.5, 1.5))]:
        struct.pack_into("<I", made, start + place, len(made))
        made += block
    return bytes(made)


LSM = [Sample("tiff/two-channel.lsm", lsm(), [
    fact("lsm.DimensionX", "7"), fact("lsm.DimensionChannels", "2"),
    fact("lsm.VoxelSizeZ", "3e-07", unit="m", si=3e-7),
    fact("lsm.Channel.Name", "GFP", element=[1]),
    fact("lsm.Channel.Color", "0, 255, 0, 0", element=[1]),
    fact("lsm.Channel.DataType", "2", element=[0]),
    fact("lsm.Channel.WavelengthEnd", "4.6e-07", element=[0], unit="m"),
    fact("lsm.Event.Description", "drug added", element=[0]),
    fact("lsm.Event.Time", "1.5", element=[0], unit="s"),
    fact("lsm.Position", "0.001, -0.002, 3e-06", element=[0], unit="m"),
    fact("lsm.TimeStamps", "0.5, 1.5", unit="s"),
])]

# Leica LEI


def lei(order="<", cyclic=False):
    """Two series: one with all blocks, one with its images alone."""
    wide = "utf-16-le" if order == "<" else "utf-16-be"

    def pack(letters, *values):
        return struct.pack(order + letters, *values)

    def padded(text, count):
        return text.encode(wide).ljust(count, b"\0")

    def counted(text, doubled=True):
        content = (text + "\0").encode(wide)
        return pack("i", len(content) // 2 if doubled else len(content)) + content

    def setting(name, description, kind, value, text=""):
        return (padded(name, 128) + padded(description, 64) + padded(text, 64)
                + pack("H6x", kind) + value.ljust(8, b"\0"))

    series = pack("4i", 2, 2, 20, 4) + padded(".tif", 8)
    images = pack("5i", 2, 7, 5, 8, 1) + padded("bone_z000.tif", 40) + padded("bone_z001.tif", 40)
    dimensions = pack("4i", 1, 10, 1, 8) + counted("255") + counted("0") + pack("2i", 0, 0) + pack("i", 2)
    for code, size, length in ((120, 7, "4.55e-07 m"), (122, 3, "6e-07 m")):
        dimensions += pack("3i", code, size, 1) + counted(length) + counted("0 m")
    dimensions += counted("bone", False) + counted("cortical bone", False)
    times = pack("2i", 1, 122) + pack("3i", 122, 2, 1) + pack("i", 2) + padded(
        "2003:03:14,09:26:53:100", 64) + padded("2003:03:14,09:26:54:200", 64) + pack("i", 0)
    settings = [
        setting("CDetectionUnit|PMT 1|HighVoltage|0", "High voltage", 5, pack("d", 612.5)),
        setting("CDetectionUnit|PMT 1|State|0", "State", 8, b"", "Active"),
        setting("CTurret|Turret|RefractionIndex|0", "", 4, pack("f", 1.518))]
    scanner = pack("6i", 0, len(settings[0]), 0, 0, len(settings), 0) + b"".join(settings)
    tables = pack("2i", 1, 122) + pack("ib", 1, 0) + counted("", False) + counted("", False) + counted(
        "Green", False) + bytes(8)
    bands = pack("i", 1) + pack("d4xd4xdd", 500.5, 540.0, 1.5, -2.0)
    blocks = [[(10, series), (15, images), (20, dimensions), (40, times), (50, scanner), (70, tables),
               (80, bands), (99, bytes(range(12)))], [(15, images)]]
    made = bytearray((b"IIII" if order == "<" else b"MMMM") + bytes(8) + pack("I", 0))
    link = 12
    for contents in blocks:
        places = []
        for tag, content in contents:
            places.append((tag, len(made)))
            made += bytes(12) + pack("I", len(content)) + content
        struct.pack_into(order + "I", made, link, len(made))
        made += bytes(4) + b"".join(pack("2I", tag, place) for tag, place in places) + pack("I", 0)
        link = len(made)
        made += pack("I", 0)
    if cyclic:
        struct.pack_into(order + "I", made, link, struct.unpack_from(order + "I", made, 12)[0])
    return bytes(made)


LEI_FACTS = [
    fact("lei.SeriesCount", "2"), fact("lei.Series.FileExtension", ".tif", element=[0]),
    fact("lei.Series.FileName", "bone_z001.tif", element=[0, 1]),
    fact("lei.Series.ImageWidth", "7", element=[0]), fact("lei.Series.ImageHeight", "5", element=[1]),
    fact("lei.Series.Dimension.Size", "3", element=[0, 1]),
    fact("lei.Series.Dimension.Length", "4.55e-07 m", element=[0, 0], unit="m", si=4.55e-7),
    fact("lei.Series.Description", "cortical bone", element=[0]),
    fact("lei.Series.TimeStamp", "2003:03:14,09:26:54:200", element=[0, 1]),
    fact("lei.Series.ScannerSet.CDetectionUnit.`PMT 1`.HighVoltage", "612.5", element=[0]),
    fact("lei.Series.ScannerSet.CDetectionUnit.`PMT 1`.State", "Active", element=[0]),
    fact("lei.Series.ScannerSet.CTurret.Turret.RefractionIndex", "1.518", element=[0]),
    fact("lei.Series.LUT.Name", "Green", element=[0, 0]),
    fact("lei.Series.Band.LowerWavelength", "500.5", element=[0, 0], unit="nm"),
    fact("lei.Series.Band.Offset", "-2", element=[0, 0]),
]

LEI = [
    Sample("lei/little.lei", lei(), LEI_FACTS),
    Sample("lei/big.lei", lei(">"), LEI_FACTS),
    Sample("hostile/cyclic.lei", lei(cyclic=True), LEI_FACTS[1:] + [issue("malformed")]),
]

SAMPLES = CZI + LIF + ND2 + MANAGERS + SLIDES + LSM + LEI
