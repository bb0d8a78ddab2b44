"""DICOM files: every encoding, with sequences, private elements and character sets.

Source: <https://dicom.nema.org/medical/dicom/current/output/html/part05.html>
"""

import struct
import zlib

from .sample import Sample, absent, fact, issue

LONG = {"OB", "OW", "SQ", "UN", "UT", "OF"}
ITEM, ITEM_END, SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD


class Writer:
    """Writes data elements in one encoding."""

    def __init__(self, order="<", implicit=False):
        self.order, self.implicit = order, implicit

    def tag(self, tag):
        return struct.pack(self.order + "HH", tag >> 16, tag & 0xFFFF)

    def element(self, tag, vr, value, length=None):
        if isinstance(value, str):
            value = value.encode("latin-1")
        if len(value) % 2:
            value += b"\0" if vr in ("UI", "OB") else b" "
        length = len(value) if length is None else length
        if self.implicit:
            head = struct.pack(self.order + "I", length)
        elif vr in LONG:
            head = vr.encode() + b"\0\0" + struct.pack(self.order + "I", length)
        else:
            head = vr.encode() + struct.pack(self.order + "H", length)
        return self.tag(tag) + head + value

    def number(self, tag, vr, *values):
        letter = {"US": "H", "UL": "I", "SS": "h", "FL": "f", "FD": "d"}[vr]
        return self.element(tag, vr, struct.pack(f"{self.order}{len(values)}{letter}", *values))

    def item(self, content, defined=True):
        if defined:
            return self.tag(ITEM) + struct.pack(self.order + "I", len(content)) + content
        return (self.tag(ITEM) + b"\xff\xff\xff\xff" + content + self.tag(ITEM_END) + bytes(4))

    def sequence(self, tag, items, defined=True):
        content = b"".join(self.item(item, defined) for item in items)
        if defined:
            return self.element(tag, "SQ", content)
        return self.element(tag, "SQ", content + self.tag(SEQUENCE_END) + bytes(4), 0xFFFFFFFF)


def meta(syntax):
    w = Writer()
    inner = (w.element(0x00020001, "OB", b"\0\1")
             + w.element(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.4")
             + w.element(0x00020010, "UI", syntax))
    return bytes(128) + b"DICM" + w.number(0x00020000, "UL", len(inner)) + inner


def data_set(w, defined=True, charset="ISO_IR 100", name=b"M\xfcller^Anna", pixels=True):
    measures = [w.element(0x00280030, "DS", f"0.{n}\\0.25") for n in (5, 6)]
    content = (
        w.element(0x00080005, "CS", charset)
        + w.element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\T1")
        + w.element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.4")
        + w.element(0x00080020, "DA", "20260314")
        + w.element(0x0008002A, "DT", "20260314120501.25+0100")
        + w.element(0x00080060, "CS", "MR")
        + w.element(0x00080070, "LO", "Beispiel")
        + w.element(0x00100010, "PN", name)
        + w.element(0x00180050, "DS", "2.5")
        + w.element(0x00180080, "DS", "550")
        + w.element(0x00180087, "DS", "1.5")
        + w.element(0x00190010, "LO", "ACME 1")
        + w.element(0x00191001, "LO", "tuned")
        + w.element(0x00191002, "OB", bytes(range(200)))
        + w.number(0x00280002, "US", 1)
        + w.number(0x00280010, "US", 5)
        + w.number(0x00280011, "US", 7)
        + w.element(0x00280030, "DS", "0.5\\0.25")
        + w.element(0x00310001, "LO", "")
        + w.sequence(0x52009229, [w.sequence(0x00289110, measures, defined)], defined)
        + w.number(0x60000010, "US", 5)
        + w.number(0x60020010, "US", 3))
    if pixels:
        content += w.element(0x7FE00010, "OW", struct.pack(w.order + "35H", *range(35)))
    return content


FACTS = [
    fact("dicom.ImageType", "ORIGINAL\\PRIMARY\\T1"),
    fact("dicom.SOPClassUID", "1.2.840.10008.5.1.4.1.1.4"),
    fact("dicom.PatientName", "Müller^Anna"),
    fact("dicom.SliceThickness", "2.5", unit="mm", si=0.0025),
    fact("dicom.RepetitionTime", "550", unit="ms", si=0.55),
    fact("dicom.MagneticFieldStrength", "1.5", unit="T"),
    fact("dicom.PixelSpacing", "0.5, 0.25", unit="mm"),
    fact("dicom.Rows", "5"),
    fact("dicom.Columns", "7"),
    fact("dicom.SharedFunctionalGroupsSequence.PixelMeasuresSequence.PixelSpacing", "0.5, 0.25",
         element=[]),
    fact("dicom.SharedFunctionalGroupsSequence.PixelMeasuresSequence.PixelSpacing", "0.6, 0.25",
         element=[1]),
    fact("dicom.OverlayRows", "5", element=[]),
    fact("dicom.OverlayRows", "3", element=[1]),
    fact("dicom.PrivateCreator", "ACME 1"),
    fact("dicom.PixelData.ByteCount", "70", unit="B"),
]
PRIVATE = [fact("dicom.`ACME 1`.(0019,xx01)", "tuned")]

LITTLE, BIG, IMPLICIT = Writer(), Writer(">"), Writer(implicit=True)


def fragments():
    w = Writer()
    pieces = [b"", b"\xff\xd8" + bytes(8), b"\xff\xd8" + bytes(6)]
    content = b"".join(w.item(piece) for piece in pieces) + w.tag(SEQUENCE_END) + bytes(4)
    return (meta("1.2.840.10008.1.2.4.50") + data_set(w, pixels=False)
            + w.element(0x7FE00010, "OB", content, 0xFFFFFFFF))


def frames(count):
    """A slide: as many frames as there are, each with a place of its own."""
    w = Writer()
    items = [w.sequence(0x0048021A, [w.element(0x0040072A, "DS", f"{n}.5")]) for n in range(count)]
    return (meta("1.2.840.10008.1.2.1") + w.element(0x00080060, "CS", "SM")
            + w.element(0x00280008, "IS", str(count)) + w.sequence(0x52009230, items))


def deflated():
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    return (meta("1.2.840.10008.1.2.1.99")
            + squeeze.compress(data_set(LITTLE)) + squeeze.flush())


def nested(depth):
    w = Writer()
    content = w.element(0x00080060, "CS", "SR")
    for _ in range(depth):
        content = w.sequence(0x0040A730, [content], False)
    return meta("1.2.840.10008.1.2.1") + w.element(0x00080070, "LO", "Beispiel") + content


def cut_sequence():
    content = data_set(LITTLE)
    return meta("1.2.840.10008.1.2.1") + content[:content.index(b"0.6\\0.25") + 3]


def kana():
    name = b"Yamada^Tarou=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B"
    return (meta("1.2.840.10008.1.2.1")
            + data_set(LITTLE, charset="\\ISO 2022 IR 87", name=name))


SAMPLES = [
    Sample("dicom/explicit-little.dcm", meta("1.2.840.10008.1.2.1") + data_set(LITTLE),
           FACTS + PRIVATE),
    Sample("dicom/explicit-big.dcm", meta("1.2.840.10008.1.2.2") + data_set(BIG, False),
           FACTS + PRIVATE),
    Sample("dicom/implicit.dcm", meta("1.2.840.10008.1.2") + data_set(IMPLICIT, False),
           FACTS + PRIVATE),
    Sample("dicom/no-preamble.dcm", data_set(IMPLICIT), FACTS),
    Sample("dicom/deflated.dcm", deflated(), FACTS + PRIVATE),
    Sample("dicom/fragments.dcm", fragments(), [
        fact("dicom.PixelData.FragmentCount", "2"),
        fact("dicom.PixelData.ByteCount", "18", unit="B")]),
    Sample("dicom/frames.dcm", frames(100), [
        fact("dicom.NumberOfFrames", "100"),
        fact("dicom.PerFrameFunctionalGroupsSequence.PlanePositionSlideSequence."
             "XOffsetInSlideCoordinateSystem", "63.5", element=[63], unit="mm"),
        fact("file.type", "dicom")]),
    Sample("dicom/utf8.dcm", meta("1.2.840.10008.1.2.1")
           + data_set(LITTLE, charset="ISO_IR 192", name="Müller^Anna".encode()), FACTS),
    Sample("dicom/kana.dcm", kana(), [
        fact("dicom.PatientName", "Yamada^Tarou=やまだ^たろう")]),
    Sample("hostile/cut-sequence.dcm", cut_sequence(), [
        fact("dicom.RepetitionTime", "550"), issue("truncated")]),
    Sample("hostile/deep.dcm", nested(1000), [
        fact("dicom.Manufacturer", "Beispiel"), issue("limitExceeded")]),
    Sample("hostile/absurd-length.dcm",
           meta("1.2.840.10008.1.2.1") + LITTLE.element(0x00080070, "LO", "Beispiel")
           + LITTLE.element(0x00081030, "UT", b"x", 0xFFFFFFF0),
           [fact("dicom.Manufacturer", "Beispiel"), issue("truncated"),
            absent("dicom.StudyDescription", "a value beyond the end is none")]),
]
