"""Files that lie: each must cost itself, and nothing else."""

import struct

from .mrc import mrc
from .sample import Sample, absent, fact, issue
from .spreadsheet import HEAD, MAIN, PREPARATION
from .tiffwriter import EXIF, LONG, SHORT, SUB_IFDS, ascii_text, image, tiff

WIDTH = fact("tiff.ImageWidth", "7", why="what was read before the problem is kept")


def cyclic():
    content = bytearray(tiff([image(7, 5), image(7, 5)]))
    first, = struct.unpack_from("<I", content, 4)
    second = first + 2 + struct.unpack_from("<H", content, first)[0] * 12
    second, = struct.unpack_from("<I", content, second)
    struct.pack_into("<I", content, second + 2 + 9 * 12, first)
    return bytes(content)


def patched(tag, kind=None, count=None, value=None, **more):
    """A good file with one field of one entry replaced."""
    content = bytearray(tiff([image(7, 5, **more)]))
    start, = struct.unpack_from("<I", content, 4)
    for place in range(struct.unpack_from("<H", content, start)[0]):
        entry = start + 2 + place * 12
        if struct.unpack_from("<H", content, entry)[0] == tag:
            for letter, offset, new in (("H", 2, kind), ("I", 4, count), ("I", 8, value)):
                if new is not None:
                    struct.pack_into("<" + letter, content, entry + offset, new)
    return bytes(content), start


def own_child():
    content, start = patched(SUB_IFDS, tags={SUB_IFDS: (LONG, [0])})
    return content.replace(struct.pack("<HHII", SUB_IFDS, LONG, 1, 0),
                           struct.pack("<HHII", SUB_IFDS, LONG, 1, start))


LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
BILLION = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><x><a>1</a>&l9;</x>'
OUTSIDE = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
           "<x><a>1</a><b>&e;</b></x>")
ALIASES = "".join(
    f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 10)}]\n" for level in range(1, 10))


def bomb():
    blank = " " * (24 << 20)
    return PREPARATION.file({
        "xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{blank}'
        "</sheetData></worksheet>"})


SAMPLES = [
    Sample("hostile/truncated.tif", tiff([image(7, 5)])[:-60], [WIDTH, issue("truncated")]),
    Sample("hostile/cyclic.tif", cyclic(), [WIDTH, issue("malformed")]),
    Sample("hostile/own-child.tif", own_child(), [WIDTH, issue("malformed")]),
    Sample("hostile/absurd-count.tif",
           patched(270, count=0xFFFFFFF0, value=8, tags={270: ascii_text("a description")})[0],
           [WIDTH, issue("truncated", "limitExceeded")]),
    Sample("hostile/value-beyond-end.tif",
           patched(270, value=0x7FFFFFF0, tags={270: ascii_text("a description")})[0],
           [WIDTH, issue("truncated")]),
    Sample("hostile/exif-beyond-end.tif",
           tiff([image(7, 5, tags={EXIF: (LONG, [0x7FFFFFF0])})]), [WIDTH, issue("truncated")]),
    Sample("hostile/unknown-type.tif", patched(277, kind=999)[0], [WIDTH, issue("malformed")]),
    Sample("hostile/directory-beyond-end.tif", b"II*\0" + struct.pack("<I", 0x7FFFFFF0),
           [fact("file.type", "tiff"), issue("truncated")]),
    Sample("hostile/huge-directory.tif",
           b"II+\0" + struct.pack("<HHQQ", 8, 0, 16, 0x0FFFFFFFFFFFFFFF) + bytes(64),
           [fact("file.type", "tiff"), issue("truncated", "malformed", "limitExceeded")]),
    Sample("hostile/empty.tif", b"", [fact("file.bytes", "0", unit="B")]),
    Sample("hostile/billion-laughs.xml", BILLION.encode(),
           [issue("unsupported", "malformed", "limitExceeded")]),
    Sample("hostile/outside-entity.xml", OUTSIDE.encode(),
           [issue("unsupported", "malformed"),
            absent("xml.x.b", "nothing outside the file is ever read")]),
    Sample("hostile/deep.xml", b"<r><a>1</a>" + b"<d>" * 10000 + b"</d>" * 10000 + b"</r>",
           [fact("xml.r.a", "1"), issue("limitExceeded")]),
    Sample("hostile/unclosed.xml", b"<r><a>1</a><b>2</b><c", [
        fact("xml.r.a", "1"), issue("truncated", "malformed")]),
    Sample("hostile/invalid-utf8.xml", b"<r><a>1</a><b>\xff\xfe\x81</b></r>",
           [fact("xml.r.a", "1"), issue("malformed")]),
    Sample("hostile/deep.json", b'{"a": 1, "d": ' + b"[" * 10000 + b"]" * 10000 + b"}",
           [fact("json.a", "1"), issue("limitExceeded")]),
    Sample("hostile/cut.json", b'{"a": 1, "b": [2, 3, {"c": "un',
           [fact("json.a", "1"), issue("truncated", "malformed")]),
    Sample("hostile/alias-bomb.yaml", ("a: 1\nl0: &l0 lol\n" + ALIASES).encode(),
           [issue("limitExceeded")]),
    Sample("hostile/bomb.xlsx", bomb(), [issue("limitExceeded")]),
    Sample("hostile/cut.xlsx", PREPARATION.file()[:-300], [issue("truncated", "malformed")]),
    Sample("hostile/header-only.mrc", mrc(sizes=(2000000000, 2000000000, 2000000000), pixels=False),
           [fact("mrc.NX", "2000000000"), fact("file.bytes", "1024")]),
    Sample("hostile/cut.mrc", mrc()[:150], [fact("mrc.NX", "7"), issue("truncated")]),
]
