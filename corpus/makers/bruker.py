"""Bruker's composite files (BCF) and spectra (SPX).

Source: <https://github.com/hyperspy/rosettasciio/blob/main/rsciio/bruker/_api.py> (what the bytes mean)
"""

import base64
import struct
import zlib

from .sample import Sample, fact, issue

HEADER = """<?xml version="1.0" encoding="WINDOWS-1252" standalone="yes"?>
<TRTSpectrumDatabase><RTHeader/><ClassInstance Type="TRTSpectrumDatabase" Name="Map 7">
<Header><Date>14.3.2026</Date><Time>9:26:53</Time><FileVersion>2</FileVersion></Header>
<ClassInstance Type="TRTSEMData"><HV>15</HV><WD>8,25</WD><Mag>3E3</Mag><DX>0,5</DX></ClassInstance>
<ClassInstance Type="TRTImageData"><Width>7</Width><Height>5</Height>
<Plane0><Description>BSE</Description><LineCounter>1,2</LineCounter><Data>AAEC</Data></Plane0>
</ClassInstance>
<ClassInstance Type="TRTImageData" Name="Counter"><Width>70</Width></ClassInstance>
</ClassInstance></TRTSpectrumDatabase>"""

LAYERS = b'<DetLayers><Layer0 Atom="13" Thickness="5E-3"/></DetLayers>'

SPECTRUM = f"""<?xml version="1.0" encoding="WINDOWS-1252" standalone="yes"?>
<TRTSpectrum><RTHeader/><ClassInstance Type="TRTSpectrum" Name="Spot 7"><TRTHeaderedClass>
<ClassInstance Type="TRTSpectrumHardwareHeader"><RealTime>40</RealTime></ClassInstance>
<ClassInstance Type="TRTDetectorHeader"><Type>XFlash 6|30</Type>
<DetLayers>{base64.b64encode(zlib.compress(LAYERS)).decode()}</DetLayers></ClassInstance>
<ClassInstance Type="TRTESMAHeader"><PrimaryEnergy>1.5E1</PrimaryEnergy></ClassInstance>
</TRTHeaderedClass><ClassInstance Type="TRTSpectrumHeader"><CalibLin>1E-2</CalibLin></ClassInstance>
<Channels>0,0,178,7</Channels></ClassInstance></TRTSpectrum>"""

CHUNK = 544


def packed(content):
    """A content in compressed blocks of 256 bytes."""
    blocks = [content[start:start + 256] for start in range(0, len(content), 256)]
    packed = b"AACS" + struct.pack("<III", 256, 0, len(blocks)) + bytes(112)
    for block in blocks:
        deflated = zlib.compress(block)
        packed += struct.pack("<IIII", len(deflated), 256, 0, len(deflated) + 16) + deflated
    return packed


def container(items, directory_chunk=1):
    """A container of files [(name, parent, content or None for a folder)], one item a chunk."""
    chunks = {}

    def chain(numbers, contents):
        for place, (number, content) in enumerate(zip(numbers, contents)):
            following = numbers[place + 1] if place + 1 < len(numbers) else 0
            chunks[number] = struct.pack("<I28x", following) + content.ljust(CHUNK - 32, b"\0")

    free = 1 + len(items)
    entries = []
    for name, parent, content in items:
        table = 0
        if content is not None:
            pieces = [content[start:start + 512] for start in range(0, len(content), 512)]
            numbers = list(range(free, free + len(pieces)))
            free += len(pieces)
            for number, piece in zip(numbers, pieces):
                chain([number], [piece])
            rows = [numbers[start:start + 128] for start in range(0, len(numbers), 128)]
            tables = list(range(free, free + len(rows)))
            free += len(rows)
            chain(tables, [struct.pack(f"<{len(row)}I", *row) for row in rows])
            table = tables[0]
        entries.append(struct.pack(
            "<iQQQQIi176x?3x256s32x", table, len(content or b""), 134179264130000000,
            134179264140000000, 134179264140000000, 0, parent, content is None, name.encode()))
    chain(list(range(1, 1 + len(items))), entries)
    content = bytearray(280)
    content[:8] = b"AAMVHFSS"
    header = bytearray(CHUNK)
    struct.pack_into("<8sff", header, 0, b"AASFSSGN", 2.5, 2.5)
    struct.pack_into("<fI", header, 12, 2.5, CHUNK)
    struct.pack_into("<III", header, 40, directory_chunk, len(items), free)
    return bytes(content) + bytes(header) + b"".join(chunks[number] for number in range(1, free))


def map_file(pack=lambda content: content):
    cube = struct.pack("<4I", 5, 7, 4096, 1) + bytes(400)
    return container([
        ("EDSDatabase", -1, None), ("HeaderData", 0, pack(HEADER.encode("cp1252"))),
        ("SpectrumData0", 0, pack(cube)), ("SpectrumData1", 0, pack(cube)),
        ("MapCacheConfig", 0, pack(b"HaveCachedMaps=True\r\nMinPQ=7.5E-1\r\n"))])


MAP_FACTS = [
    fact("bcf.Version", "2.5"),
    fact("bcf.Item.Path", "EDSDatabase/HeaderData", element=[1]),
    fact("bcf.HeaderData.TRTSpectrumDatabase.TRTSpectrumDatabase.Name", "Map 7"),
    fact("bcf.HeaderData.TRTSpectrumDatabase.TRTSpectrumDatabase.Header.Date", "14.3.2026"),
    fact("bcf.HeaderData.TRTSpectrumDatabase.TRTSpectrumDatabase.TRTSEMData.HV", "15", unit="kV",
         si=15000.0),
    fact("bcf.HeaderData.TRTSpectrumDatabase.TRTSpectrumDatabase.TRTSEMData.WD", "8,25", unit="mm",
         si=0.00825, why="a decimal comma is that of the computer's settings"),
    fact("bcf.HeaderData.TRTSpectrumDatabase.TRTSpectrumDatabase.TRTImageData.Plane0.LineCounter",
         "1,2", why="a list keeps its comma"),
    fact("bcf.HeaderData.TRTSpectrumDatabase.TRTSpectrumDatabase.TRTImageData.Width", "70",
         element=[1]),
    fact("bcf.SpectrumData.Lines", "5", unit="px"),
    fact("bcf.SpectrumData.Columns", "7", element=[1], unit="px"),
    fact("bcf.MapCacheConfig.HaveCachedMaps", "True"),
]


def circular():
    content = bytearray(map_file())
    # The directory's second chunk names itself as the next one.
    struct.pack_into("<I", content, 280 + 2 * CHUNK, 2)
    return bytes(content)


SAMPLES = [
    Sample("bcf/plain.bcf", map_file(), MAP_FACTS),
    Sample("bcf/compressed.bcf", map_file(packed), MAP_FACTS),
    Sample("spx/spot.spx", SPECTRUM.encode("cp1252"), [
        fact("spx.TRTSpectrum.TRTSpectrum.Name", "Spot 7"),
        fact("spx.TRTSpectrum.TRTSpectrum.TRTHeaderedClass.TRTSpectrumHardwareHeader.RealTime", "40",
             unit="ms", si=0.04),
        fact("spx.TRTSpectrum.TRTSpectrum.TRTHeaderedClass.TRTDetectorHeader.DetLayers.DetLayers."
             "Layer0.Atom", "13", why="the layers are XML, deflated, in base64"),
        fact("spx.TRTSpectrum.TRTSpectrum.TRTHeaderedClass.TRTESMAHeader.PrimaryEnergy", "1.5E1",
             unit="keV"),
        fact("spx.TRTSpectrum.TRTSpectrum.TRTSpectrumHeader.CalibLin", "1E-2", unit="keV"),
    ]),
    Sample("hostile/circular.bcf", circular(), [
        fact("file.type", "bcf"), issue("malformed")]),
    Sample("hostile/cut.bcf", map_file()[:3000], [fact("file.type", "bcf"), issue("truncated")]),
]
