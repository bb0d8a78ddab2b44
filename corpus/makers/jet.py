"""Databases of Microsoft Access, in the layouts of Jet 3 and Jet 4.

Source: <https://github.com/mdbtools/mdbtools/blob/dev/HACKING.md>
"""

import struct

from .sample import Sample, absent, fact, issue


def jet(long=True):
    """A catalogue in pages 2 and 3, one table in pages 4 and 5, and their page maps in page 6."""
    size = 4096 if long else 2048

    def name(text):
        raw = text.encode("utf-16-le" if long else "latin-1")
        return struct.pack("<H" if long else "<B", len(raw)) + raw

    def definition(columns, rows, used, kind):
        """Columns are (name, type, length); texts have a length of 0 and are variable."""
        entries, fixed, variable = b"", 0, 0
        for number, (_, type_, length) in enumerate(columns):
            flags = 3 if length else 2
            if long:
                entries += struct.pack("<BIHHHHHBBIHH", type_, 0, number, variable, number, 0, 0,
                                       flags, 0, 0, fixed, length or 510)
            else:
                entries += struct.pack("<BHHHHHHBHH", type_, number, variable, number, 0, 0, 0,
                                       flags, fixed, length or 255)
            fixed += length
            variable += length == 0
        counts = (len(columns), variable, len(columns))
        if long:
            head = struct.pack("<BBHIIIIIB3sI8sBHHHIIII", 2, 1, 0, 0, 0, 0, rows, 0, 0, b"", 0, b"",
                               kind, *counts, 0, 0, used, 0)
        else:
            head = struct.pack("<BBHIIIIBHHHIIII", 2, 1, 0, 0, 0, rows, 0, kind, *counts, 0, 0,
                               used, 0)
        page = head + entries + b"".join(name(column[0]) for column in columns)
        return page.ljust(size, b"\0")

    def row(columns, values):
        """The fixed values, the texts, and behind them their places and the mask."""
        body = struct.pack("<H" if long else "<B", len(columns))
        body += b"".join(v for (_, _, length), v in zip(columns, values) if length)
        places = []
        for (_, _, length), value in zip(columns, values):
            if not length:
                places.append(len(body))
                body += value.encode("utf-16-le" if long else "latin-1")
        places.append(len(body))
        mask = (1 << len(columns)) - 1
        form = "<H" if long else "<B"
        body += b"".join(struct.pack(form, place) for place in reversed(places))
        return body + struct.pack(form, len(places) - 1) + struct.pack("<B", mask)

    def data(owner, rows, first=b""):
        head = struct.pack("<BBHI", 1, 1, 0, owner) + (bytes(4) if long else b"")
        offsets, content, end = [], b"", size
        for part in rows:
            end -= len(part)
            offsets.append(end)
            content = part + content
        head += struct.pack(f"<H{len(rows)}H", len(rows), *offsets)
        return head + bytes(size - len(head) - len(content)) + content

    catalogue = [("Id", 4, 4), ("Type", 3, 2), ("Name", 10, 0)]
    cells = [("ID", 4, 4), ("Size", 7, 8), ("Note", 10, 0)]
    objects = [row(catalogue, [struct.pack("<i", 2), struct.pack("<h", 1), "MSysObjects"]),
               row(catalogue, [struct.pack("<i", 4), struct.pack("<h", 1), "cells"])]
    values = [row(cells, [struct.pack("<i", n), struct.pack("<d", n + 0.5), text])
              for n, text in ((1, "bone"), (2, "tendon"))]
    maps = [struct.pack("<BIB", 0, 0, 1 << page) + bytes(63) for page in (3, 5)]
    head = struct.pack("<I16sI", 0x100, b"Standard Jet DB\0", 1 if long else 0)
    return b"".join([
        head.ljust(size, b"\0"), bytes(size),
        definition(catalogue, 2, 6 << 8, 0x53), data(2, objects),
        definition(cells, 2, 6 << 8 | 1, 0x4E), data(4, values), data(0, maps)])


FACTS = [
    fact("jet.FileFormat", "Standard Jet DB"),
    fact("jet.Table.Name", "cells", element=[0]),
    fact("jet.Table.RowCount", "2", element=[0]),
    fact("jet.Table.Column.Name", "Size", element=[0, 1]),
    fact("jet.Table.Row.ID", "2", element=[0, 1]),
    fact("jet.Table.Row.Size", "1.5", element=[0, 0]),
    fact("jet.Table.Row.Note", "tendon", element=[0, 1]),
]

SAMPLES = [
    Sample("jet/four.mdb", jet(), FACTS + [fact("jet.Version", "1")]),
    Sample("jet/three.mdb", jet(False), FACTS + [fact("jet.Version", "0")]),
    Sample("hostile/no-catalogue.mdb", jet()[:8000], [
        fact("jet.FileFormat", "Standard Jet DB"), issue("truncated")]),
    Sample("hostile/cut.mdb", jet()[:4096 * 4 + 30] + bytes(9000), [
        fact("jet.FileFormat", "Standard Jet DB"),
        absent("jet.Table.Name", "its definition is gone")]),
]
