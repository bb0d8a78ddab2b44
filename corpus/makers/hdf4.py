"""HDF 4: descriptors, Vgroups, Vdatas and scientific data sets, written from the specification."""

import struct

from .sample import Sample, absent, fact, issue

CHAR8, FLOAT32, FLOAT64, INT32, UINT16 = 4, 5, 6, 24, 23
SIZES = {CHAR8: 1, FLOAT32: 4, FLOAT64: 8, INT32: 4, UINT16: 2}
CODES = {FLOAT32: "f", FLOAT64: "d", INT32: "i", UINT16: "H"}


def packed(kind, values):
    return values.encode() if kind == CHAR8 else struct.pack(
        f">{len(values)}{CODES[kind]}", *values)


def text(value):
    return struct.pack(">H", len(value)) + value.encode()


class Writer:
    def __init__(self):
        self.elements = []

    def add(self, tag, data, reference=None):
        reference = reference or len(self.elements) + 1
        self.elements.append((tag, reference, data))
        return tag, reference

    def table(self, name, kind, fields, records):
        """`fields` are (name, type, order); `records` their values, field by field."""
        offsets, width = [], 0
        for _, code, order in fields:
            offsets.append(width)
            width += SIZES[code] * order
        body = b"".join(packed(code, values) for record in records
                        for (_, code, _), values in zip(fields, record))
        columns = ([code for _, code, _ in fields],
                   [SIZES[code] * order for _, code, order in fields], offsets,
                   [order for _, _, order in fields])
        head = struct.pack(">HIHH", 0, len(records), width, len(fields))
        head += b"".join(struct.pack(f">{len(column)}H", *column) for column in columns)
        head += b"".join(text(field) for field, _, _ in fields) + text(name) + text(kind)
        head += struct.pack(">HHHH", 0, 0, 3, 0) + b"\0"
        _, reference = self.add(1963, body)
        return self.add(1962, head, reference)

    def attribute(self, name, kind, values):
        return self.table(name, "Attr0.0", [("VALUES", kind, len(values))], [[values]])

    def group(self, name, kind, members):
        body = struct.pack(">H", len(members))
        body += b"".join(struct.pack(">H", tag) for tag, _ in members)
        body += b"".join(struct.pack(">H", reference) for _, reference in members)
        body += text(name) + text(kind) + struct.pack(">HHHH", 0, 0, 3, 0) + b"\0"
        return self.add(1965, body)

    def dataset(self, name, kind, shape, values, attributes=()):
        """A data set, and the Vgroup that describes it; the name of the data set."""
        number = self.add(106, bytes([1, kind, SIZES[kind] * 8, 1]))
        data = self.add(702, packed(kind, values))
        head = struct.pack(f">H{len(shape)}I", len(shape), *shape)
        for _ in range(len(shape) + 1):
            head += struct.pack(">HH", *number)
        dimensions = self.add(701, head)
        own = self.add(720, b"".join(struct.pack(">HH", *part) for part in (dimensions, data)))
        self.group(name, "Var0.0", [*attributes, own])
        return own

    def file(self):
        count = len(self.elements)
        place = 4 + 6 + 12 * count
        head, body = struct.pack(">HI", count, 0), b""
        for tag, reference, data in self.elements:
            head += struct.pack(">HHII", tag, reference, place + len(body), len(data))
            body += data
        return b"\x0e\x03\x13\x01" + head + body


def scan():
    writer = Writer()
    writer.add(30, struct.pack(">III", 4, 2, 15) + b"HDF Version 4.2 Release 15\0")
    writer.add(100, b"scan of lamella 17")
    title = writer.dataset("title", CHAR8, (10,), "lamella 17")
    temperature = writer.dataset("temperature", FLOAT32, (1,), [4.25],
                                 [writer.attribute("units", CHAR8, "K")])
    counts = writer.dataset("counts", UINT16, (3, 5, 7), range(105),
                            [writer.attribute("signal", INT32, [1])])
    writer.add(104, struct.pack(">HH", *counts) + b"what the detector saw")
    spots = writer.table("spots", "positions", [("name", CHAR8, 2), ("xy", FLOAT64, 2)],
                         [["Ni", [1.25, 2.5]], ["Cu", [3.75, 5.0]]])
    data = writer.group("data", "NXdata", [counts, title])
    writer.group("entry", "NXentry", [title, temperature, data, spots])
    writer.group("scan.hdf", "CDF0.0", [writer.attribute("NeXus_version", CHAR8, "1.3.2")])
    return writer.file()


def circle():
    content = bytearray(scan())
    struct.pack_into(">I", content, 6, 4)
    return bytes(content)


def own_member():
    writer = Writer()
    title = writer.dataset("title", CHAR8, (10,), "lamella 17")
    writer.group("entry", "NXentry", [title, (1965, len(writer.elements) + 1)])
    return writer.file()


SAMPLES = [
    Sample("hdf4/scan.hdf", scan(), [
        fact("hdf4.version", "4.2.15"),
        fact("hdf4.file_label", "scan of lamella 17"),
        fact("hdf4.NeXus_version", "1.3.2"),
        fact("hdf4.entry.class", "NXentry"),
        fact("hdf4.entry.title", "lamella 17"),
        fact("hdf4.entry.temperature", "4.25", unit="K", si=4.25),
        fact("hdf4.entry.temperature.units", "K"),
        fact("hdf4.entry.data.class", "NXdata"),
        fact("hdf4.entry.data.title", "/entry/title", why="said once; then where"),
        fact("hdf4.entry.data.counts.shape", "3, 5, 7"),
        fact("hdf4.entry.data.counts.type", "UINT16"),
        fact("hdf4.entry.data.counts.signal", "1"),
        fact("hdf4.entry.data.counts.label", "what the detector saw"),
        absent("hdf4.entry.data.counts", "pixels are never read"),
        fact("hdf4.entry.spots.name", "Ni", element=[0]),
        fact("hdf4.entry.spots.xy", "3.75, 5", element=[1]),
    ]),
    Sample("hostile/circle.hdf", circle(), [
        fact("hdf4.entry.title", "lamella 17"), issue("malformed")]),
    Sample("hostile/own-member.hdf", own_member(), [fact("hdf4.entry.title", "lamella 17")]),
    Sample("hostile/cut.hdf", scan()[:-200], [
        fact("hdf4.version", "4.2.15"), issue("truncated")]),
]
