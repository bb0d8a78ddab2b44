"""Series and documents of TIA.

Source: <http://www.microscopy.cen.dtu.dk/~cbb/info/TIAformat/index.html>
"""

import struct

from .sample import Sample, fact, issue


def series(version=0x0220, images=True, count=3, stated=None, delta=2.5e-10, unit=b"nm"):
    wide = "Q" if version > 0x0210 else "I"
    head = struct.pack("<HHHIIII", 0x4949, 0x0197, version, 0x4122 if images else 0x4120,
                       0x4142, stated or count, stated or count)
    dimension = struct.pack("<IddI", count, -1.5, 0.5, 0)
    for text in (b"Position", unit):
        dimension += struct.pack("<I", len(text)) + text
    start = len(head) + struct.calcsize("<" + wide + "I") + len(dimension)
    elements = []
    for index in range(count):
        if images:
            content = struct.pack("<ddiddihii", -1e-9, delta, 0, -2e-9, delta, 0, 5, 7, 5)
            content += struct.pack("<35h", *range(35))
        else:
            content = struct.pack("<ddihi", 100.0, 0.25, 0, 2, 7) + struct.pack("<7H", *range(7))
        elements.append(content)
    tags = [struct.pack("<HHIdd", 0x4142, 0, 1772345408 + index, index * 1e-9, 2e-9)
            for index in range(count)]
    place, data, tag = start, [], []
    body = b""
    for element, mark in zip(elements, tags):
        data.append(place)
        tag.append(place + len(element))
        body += element + mark
        place += len(element) + len(mark)
    offsets = struct.pack(f"<{2 * count}{wide}", *data, *tag)
    return head + struct.pack("<" + wide + "I", place, 1) + dimension + body + offsets


def tagged(text):
    return b"\x60\0\0\1" + struct.pack("<I", len(text)) + text.encode()


def document(objects):
    head = bytes.fromhex("4a4b000200000000044d0100")
    body = tagged("gold, search") + tagged("4.11.1907.0") + bytes(60)
    for content in objects:
        body += bytes(7) + f"<ObjectInfo>{content}</ObjectInfo>".encode() + bytes(30)
    return head + body + tagged("Real Space")


FIRST = (
    "<Uuid>548fb9b9</Uuid><ExperimentalDescription><Root>"
    "<Data><Label>High tension</Label><Value>200</Value><Unit>kV</Unit></Data>"
    "<Data><Label>Gun type</Label><Value>FEG</Value><Unit></Unit></Data>"
    "</Root></ExperimentalDescription><AcquireDate>Mon Feb 22 18:50:01 2016</AcquireDate>"
    "<AcquireInfo><CameraNamePath>BM-Ceta</CameraNamePath></AcquireInfo>")

COMMON = [
    fact("ser.TotalNumberElements", "3"),
    fact("ser.Dimension.Description", "Position"),
    fact("ser.Dimension.CalibrationDelta", "0.5", unit="nm"),
    fact("ser.Tag.PositionX", "2e-09", element=[2], unit="m"),
    fact("ser.Tag.Time", "1772345409", element=[1]),
]

SAMPLES = [
    Sample("ser/images.ser", series(), COMMON + [
        fact("ser.SeriesVersion", "544"), fact("ser.Element.ArraySizeX", "7", element=[0]),
        fact("ser.Element.ArraySizeY", "5", element=[2]),
        fact("ser.Element.CalibrationDeltaX", "2.5e-10", element=[0], unit="m")]),
    Sample("ser/diffraction.ser", series(delta=1e8), [
        fact("ser.Element.CalibrationDeltaX", "100000000", element=[0], unit="1/m")]),
    Sample("ser/spectra-32-bit.ser", series(0x0210, images=False), COMMON + [
        fact("ser.Element.CalibrationDelta", "0.25", element=[1]),
        fact("ser.Element.ArrayLength", "7", element=[0])]),
    Sample("hostile/absurd-count.ser", series(stated=0x7FFFFFFF), [
        fact("ser.SeriesVersion", "544"), issue("truncated", "limitExceeded", "malformed")]),
    Sample("hostile/unit-of-lines.ser", series(unit=b"n\nm \xff: ;"), [
        fact("ser.Dimension.CalibrationOffset", "-1.5"), fact("ser.Tag.Time", "1772345408")]),
    Sample("hostile/cut.ser", series()[:100], [
        fact("ser.TotalNumberElements", "3"), issue("truncated")]),
    Sample("emi/two-objects.emi", document([FIRST, "<Uuid>1b</Uuid>"]), [
        fact("emi.ObjectInfo.Uuid", "548fb9b9"),
        fact("emi.ObjectInfo.Uuid", "1b", element=[1]),
        fact("emi.ObjectInfo.ExperimentalDescription.Root.`High tension`", "200", unit="kV"),
        fact("emi.ObjectInfo.AcquireInfo.CameraNamePath", "BM-Ceta"),
        fact("emi.Text", "gold, search", element=[0]),
        fact("emi.Text", "4.11.1907.0", element=[1]),
        fact("emi.Text", "Real Space", element=[2])]),
    Sample("hostile/unclosed.emi", document([FIRST])[:-200], [
        fact("emi.Text", "gold, search", element=[0]), issue("truncated")]),
]
