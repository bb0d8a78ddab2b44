"""Writes TIFF and BigTIFF files of either byte order, directory by directory.

Source: TIFF 6.0 <https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf>,
BigTIFF <https://www.awaresystems.be/imaging/tiff/bigtiff.html>
"""

import struct
from dataclasses import dataclass, field

BYTE, ASCII, SHORT, LONG, RATIONAL, UNDEFINED, SRATIONAL, DOUBLE, IFD = 1, 2, 3, 4, 5, 7, 10, 12, 13
LETTERS = {SHORT: "H", LONG: "I", RATIONAL: "I", SRATIONAL: "i", DOUBLE: "d", IFD: "I"}
SUB_IFDS, EXIF, GPS = 330, 34665, 34853


@dataclass
class Directory:
    """The tags of one directory, as {tag: (type, values)}, and the directories below it."""

    tags: dict
    pixels: bytes = b""
    below: dict = field(default_factory=dict)


def image(width, height, bits=8, tags=None, below=None, level=1):
    """A grey image of one strip whose pixel values count upwards."""
    depth = bits // 8
    pixels = bytes((place * level) % 251 for place in range(width * height * depth))
    plain = {
        256: (LONG, [width]),
        257: (LONG, [height]),
        258: (SHORT, [bits]),
        259: (SHORT, [1]),
        262: (SHORT, [1]),
        277: (SHORT, [1]),
        278: (LONG, [height]),
        279: (LONG, [len(pixels)]),
    }
    return Directory(plain | (tags or {}), pixels, below or {})


def ascii_text(text, encoding="utf-8"):
    """A text value, with the zero byte that ends it."""
    return (ASCII, text.encode(encoding) + b"\0")


class Writer:
    """Lays out one file."""

    def __init__(self, order="<", big=False):
        self.order, self.big = order, big
        self.word = "Q" if big else "I"
        mark = b"II" if order == "<" else b"MM"
        if big:
            self.bytes = bytearray(mark + self.pack("HHHQ", 43, 8, 0, 0))
            self.link = 8
        else:
            self.bytes = bytearray(mark + self.pack("HI", 42, 0))
            self.link = 4

    def pack(self, letters, *values):
        return struct.pack(self.order + letters, *values)

    def file(self, chain):
        """The bytes of a file whose main chain has these directories."""
        for directory in chain:
            self.append(directory, self.link)
        return bytes(self.bytes)

    def append(self, directory, link=None):
        """Writes a directory, what belongs to it first; its place goes to `link`."""
        tags = dict(directory.tags)
        if directory.pixels:
            tags[273] = (LONG, [self.place(directory.pixels)])
        for tag, children in directory.below.items():
            tags[tag] = (LONG, [self.append(child) for child in children])
        fields = [self.entry(tag, *tags[tag]) for tag in sorted(tags)]
        start = self.place(self.pack("Q" if self.big else "H", len(fields)) + b"".join(fields))
        if link is not None:
            struct.pack_into(self.order + self.word, self.bytes, link, start)
            self.link = len(self.bytes)
        self.bytes += self.pack(self.word, 0)
        return start

    def entry(self, tag, kind, values):
        if isinstance(values, bytes):
            count, content = len(values), values
        else:
            numbers = [part for value in values for part in
                       (value if isinstance(value, tuple) else (value,))]
            count, content = len(values), self.pack(LETTERS[kind] * len(numbers), *numbers)
        room = 8 if self.big else 4
        if len(content) > room:
            content = self.pack(self.word, self.place(content))
        return self.pack("HH" + self.word, tag, kind, count) + content.ljust(room, b"\0")

    def place(self, content):
        """Appends bytes at an even place, and returns it."""
        if len(self.bytes) % 2:
            self.bytes.append(0)
        start = len(self.bytes)
        self.bytes += content
        return start


def tiff(chain, order="<", big=False):
    return Writer(order, big).file(chain)
