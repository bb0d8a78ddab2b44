"""Files of DigitalMicrograph: a tree of tags in two versions and two byte orders.

Source: <https://personal.ntu.edu.sg/cbb/info/dmformat/index.html>
"""

import struct

from .sample import Sample, absent, fact, issue

SIMPLE = {"h": 2, "i": 3, "H": 4, "I": 5, "f": 6, "d": 7, "?": 8, "b": 9, "B": 10, "q": 11, "Q": 12}


class Writer:
    """One file's way of writing counts and values."""

    def __init__(self, version, order):
        self.count = ">Q" if version == 4 else ">I"
        self.order = order

    def words(self, *words):
        return b"%%%%" + b"".join(struct.pack(self.count, word) for word in (len(words), *words))

    def value(self, letter, value):
        return self.words(SIMPLE[letter]) + struct.pack(self.order + letter, value)

    def text(self, text):
        units = text.encode("utf-16-le" if self.order == "<" else "utf-16-be")
        return self.words(20, SIMPLE["H"], len(units) // 2) + units

    def string(self, text):
        units = text.encode("utf-16-le" if self.order == "<" else "utf-16-be")
        return self.words(18, len(units) // 2) + units

    def array(self, letter, values):
        return self.words(20, SIMPLE[letter], len(values)) + struct.pack(
            f"{self.order}{len(values)}{letter}", *values)

    def structure(self, letters, values):
        fields = [word for letter in letters for word in (0, SIMPLE[letter])]
        return self.words(15, 0, len(letters), *fields) + struct.pack(self.order + letters, *values)

    def structures(self, letters, rows):
        fields = [word for letter in letters for word in (0, SIMPLE[letter])]
        return self.words(20, 15, 0, len(letters), *fields, len(rows)) + b"".join(
            struct.pack(self.order + letters, *row) for row in rows)

    def tag(self, name, content, kind=21):
        size = struct.pack(">Q", len(content)) if self.count == ">Q" else b""
        return struct.pack(">BH", kind, len(name)) + name.encode() + size + content

    def group(self, *tags):
        return b"\1\0" + struct.pack(self.count, len(tags)) + b"".join(tags)

    def branch(self, name, *tags):
        return self.tag(name, self.group(*tags), kind=20)


def file(version=3, order="<", tags=None, cut=0):
    w = Writer(version, order)

    def axis(size, scale, units):
        return w.branch("", w.tag("Origin", w.value("f", -1.5)),
                        w.tag("Scale", w.value("f", scale)), w.tag("Units", w.text(units)))

    image = w.branch(
        "", w.branch(
            "ImageData",
            w.branch("Calibrations", w.branch(
                "Dimension", axis(7, 0.25, "nm"), axis(5, 0.5, "nm"), axis(3, 2.5, "eV"))),
            w.tag("Data", w.array("h", range(105))),
            w.tag("DataType", w.value("I", 1)),
            w.branch("Dimensions", *[w.tag("", w.value("I", size)) for size in (7, 5, 3)])),
        w.branch("ImageTags", w.branch(
            "Microscope Info", w.tag("Voltage", w.value("d", 200000)),
            w.tag("Specimen", w.text("gold on carbon")),
            w.tag("Operator", w.string("M. Knoll")),
            w.tag("Tilt (deg)", w.value("d", 12.5)),
            w.tag("Is Cold", w.value("?", True)))),
        w.tag("Name", w.text("grain β")))
    content = w.group(*(tags or [
        w.tag("ApplicationBounds", w.structure("iiii", (0, 0, 701, 1276))),
        w.branch("DocumentObjectList", w.branch(
            "", w.tag("CLUT", w.structures("hhh", [(0, 0, 0), (257, 258, 259), (-1, -1, -1)])))),
        w.branch("ImageList", image),
        w.tag("Exposures", w.array("f", [0.1, 0.2, 0.4])),
        w.tag("Profile", w.array("d", range(100))),
    ]))
    size = struct.pack(w.count, len(content))
    head = struct.pack(">I", version) + size + struct.pack(">I", 1 if order == "<" else 0)
    return (head + content + bytes(8))[:None if cut == 0 else -cut]


def deep():
    w = Writer(3, "<")
    content = w.tag("Bottom", w.value("h", 1))
    for _ in range(300):
        content = w.branch("Down", content)
    return file(tags=[w.tag("Top", w.value("h", 1234)), content])


def absurd():
    w = Writer(4, "<")
    return file(version=4, tags=[
        w.tag("Top", w.value("h", 1234)),
        w.tag("Huge", w.words(20, 15, 0, 2, 0, 7, 0, 7, 0xFFFFFFFFFFFFFFFF))])


FACTS = [
    fact("dm.ApplicationBounds", "0, 0, 701, 1276"),
    fact("dm.DocumentObjectList.CLUT", "257, 258, 259"),
    fact("dm.ImageList.ImageData.Dimensions", "7", element=[0, 0]),
    fact("dm.ImageList.ImageData.Dimensions", "3", element=[0, 2]),
    fact("dm.ImageList.ImageData.Calibrations.Dimension.Scale", "0.5", element=[0, 1], unit="nm"),
    fact("dm.ImageList.ImageData.Data", "(105 values of int16, 210 bytes)"),
    fact("dm.ImageList.ImageTags.`Microscope Info`.Voltage", "200000", unit="V"),
    fact("dm.ImageList.ImageTags.`Microscope Info`.Specimen", "gold on carbon"),
    fact("dm.ImageList.ImageTags.`Microscope Info`.Operator", "M. Knoll"),
    fact("dm.ImageList.ImageTags.`Microscope Info`.`Tilt (deg)`", "12.5", unit="deg"),
    fact("dm.ImageList.ImageTags.`Microscope Info`.`Is Cold`", "true"),
    fact("dm.ImageList.Name", "grain β"),
    fact("dm.ImageList.SizeY", "5", unit="px"),
    fact("dm.ImageList.PixelSizeX", "0.25", unit="nm"),
    fact("dm.Exposures", "0.1, 0.2, 0.4"),
]

SAMPLES = [
    Sample("dm/version3.dm3", file(3), FACTS),
    Sample("dm/version3-big.dm3", file(3, ">"), FACTS),
    Sample("dm/version4.dm4", file(4), FACTS),
    Sample("dm/version4-big.dm4", file(4, ">"), FACTS),
    Sample("hostile/deep.dm3", deep(), [fact("dm.Top", "1234"), issue("limitExceeded")]),
    Sample("hostile/absurd-array.dm4", absurd(), [
        fact("dm.Top", "1234"), issue("malformed"),
        absent("dm.Huge", "more bytes than a number can count")]),
    Sample("hostile/cut.dm3", file(3, cut=400), [
        fact("dm.ApplicationBounds", "0, 0, 701, 1276"), issue("truncated")]),
]
