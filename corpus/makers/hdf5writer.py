"""Writes small HDF5 files, byte for byte from the specification, with no library."""

import struct
from dataclasses import dataclass, field

SIGNATURE = b"\x89HDF\r\n\x1a\n"
NONE = 0xFFFFFFFFFFFFFFFF


def checksum(data):
    """Jenkins' lookup3, as the specification names it."""
    def rot(x, k):
        return (x << k | x >> (32 - k)) & 0xFFFFFFFF

    mask = 0xFFFFFFFF
    a = b = c = (0xDEADBEEF + len(data)) & mask
    place = 0
    while len(data) - place > 12:
        x, y, z = struct.unpack_from("<III", data, place)
        a, b, c = (a + x) & mask, (b + y) & mask, (c + z) & mask
        for k in ((4, 6, 8), (16, 19, 4)):
            a = (a - c) & mask ^ rot(c, k[0])
            c = (c + b) & mask
            b = (b - a) & mask ^ rot(a, k[1])
            a = (a + c) & mask
            c = (c - b) & mask ^ rot(b, k[2])
            b = (b + a) & mask
        place += 12
    x, y, z = struct.unpack("<III", data[place:].ljust(12, b"\0"))
    if place == len(data):
        return c
    a, b, c = (a + x) & mask, (b + y) & mask, (c + z) & mask
    for first, second, k in (("c", "b", 14), ("a", "c", 11), ("b", "a", 25), ("c", "b", 16),
                             ("a", "c", 4), ("b", "a", 14), ("c", "b", 24)):
        v = {"a": a, "b": b, "c": c}
        v[first] = ((v[first] ^ v[second]) - rot(v[second], k)) & mask
        a, b, c = v["a"], v["b"], v["c"]
    return c


# Datatypes, as the message has them.

def integer(size, signed=False, big=False):
    return struct.pack("<BBHIHH", 0x10, big | signed << 3, 0, size, 0, size * 8)


def real(size, big=False):
    exponent, mantissa, bias = {4: (8, 23, 127), 8: (11, 52, 1023)}[size]
    return struct.pack("<BBBBIHHBBBBI", 0x11, 0x20 | big, size * 8 - 1, 0, size, 0, size * 8,
                       mantissa, exponent, 0, mantissa, bias)


def string(size, padding=0):
    return struct.pack("<BBHI", 0x13, padding, 0, size)


VARIABLE = struct.pack("<BBHI", 0x19, 1, 0, 16) + string(1)
REFERENCE = struct.pack("<BBHI", 0x17, 0, 0, 8)


def compound(size, *members):
    """Version 3; members are (name, offset, type)."""
    body = b"".join(name.encode() + b"\0" + bytes([offset]) + kind
                    for name, offset, kind in members)
    return struct.pack("<BHBI", 0x36, len(members), 0, size) + body


def enumeration(base, **members):
    size, = struct.unpack_from("<I", base, 4)
    names = b"".join(name.encode() + b"\0" for name in members)
    codes = b"".join(code.to_bytes(size, "little") for code in members.values())
    return struct.pack("<BHBI", 0x38, len(members), 0, size) + base + names + codes


def dataspace(shape, maximum=None):
    """Version 2; `None` is the null dataspace."""
    if shape is None:
        return bytes([2, 0, 0, 2])
    limits = maximum or ()
    return (bytes([2, len(shape), bool(limits), bool(shape)])
            + struct.pack(f"<{len(shape) + len(limits)}Q", *shape, *limits))


@dataclass
class Values:
    """Values of one type and shape; of a variable-length type, `data` lists texts."""

    kind: bytes
    data: object
    shape: tuple = ()
    attributes: dict = field(default_factory=dict)
    layout: str = "contiguous"


@dataclass
class Group:
    """Links are groups, values, text for a soft link, and (file, path) for an external one."""

    links: dict = field(default_factory=dict)
    attributes: dict = field(default_factory=dict)


def text(value):
    return Values(string(len(value.encode()), 1), value.encode())


def number(kind, code, *values):
    return Values(kind, struct.pack(f"{code[0]}{len(values)}{code[1:]}", *values),
                  () if len(values) == 1 else (len(values),))


class Writer:
    """Objects of the newer kind: superblock 2, object headers 2, links in the headers."""

    def __init__(self):
        self.content = bytearray(48)

    def append(self, data):
        self.content += bytes(-len(self.content) % 8)
        place = len(self.content)
        self.content += data
        return place

    def raw(self, values):
        """The bytes of the values; texts of any length go to a collection of their own."""
        if not isinstance(values.data, list):
            return values.data
        objects, pointers = b"", []
        for index, item in enumerate(values.data, 1):
            item = item.encode()
            objects += struct.pack("<HHIQ", index, 1, 0, len(item)) + item + bytes(-len(item) % 8)
            pointers.append((len(item), index))
        size = max(4096, 16 + len(objects) + 16)
        free = struct.pack("<HHIQ", 0, 0, 0, size - 16 - len(objects))
        heap = self.append(
            (b"GCOL" + struct.pack("<B3xQ", 1, size) + objects + free).ljust(size, b"\0"))
        return b"".join(struct.pack("<IQI", count, heap, index) for count, index in pointers)

    def attribute(self, name, values):
        space = dataspace(values.shape)
        name = name.encode() + b"\0"
        return (struct.pack("<BBHHHB", 3, 0, len(name), len(values.kind), len(space), 0)
                + name + values.kind + space + self.raw(values))

    def header(self, messages):
        body = b"".join(struct.pack("<BHB", kind, len(data), 0) + data for kind, data in messages)
        head = b"OHDR" + struct.pack("<BBI", 2, 2, len(body)) + body
        return self.append(head + struct.pack("<I", checksum(head)))

    def write(self, node):
        """Writes an object after all that it leads to; its address."""
        messages = []
        if isinstance(node, Values):
            raw = self.raw(node)
            messages += [(0x01, dataspace(node.shape)), (0x03, node.kind)]
            if node.layout == "compact":
                messages.append((0x08, struct.pack("<BBH", 3, 0, len(raw)) + raw))
            else:
                place = self.append(raw) if raw else NONE
                messages.append((0x08, struct.pack("<BBQQ", 3, 1, place, len(raw))))
        else:
            messages.append((0x02, struct.pack("<BBQQ", 0, 0, NONE, NONE)))
            for name, target in node.links.items():
                messages.append((0x06, self.link(name.encode(), target)))
        for name, values in node.attributes.items():
            messages.append((0x0C, self.attribute(name, values)))
        return self.header(messages)

    def link(self, name, target):
        if isinstance(target, str):
            body = struct.pack("<H", len(target)) + target.encode()
            return bytes([1, 8, 1, len(name)]) + name + body
        if isinstance(target, tuple):
            body = b"\0" + b"".join(part.encode() + b"\0" for part in target)
            return bytes([1, 8, 64, len(name)]) + name + struct.pack("<H", len(body)) + body
        if isinstance(target, int):
            return bytes([1, 0, len(name)]) + name + struct.pack("<Q", target)
        return bytes([1, 0, len(name)]) + name + struct.pack("<Q", self.write(target))

    def file(self, root):
        address = self.write(root)
        head = SIGNATURE + struct.pack("<BBBBQQQQ", 2, 8, 8, 0, 0, NONE, len(self.content), address)
        self.content[:48] = head + struct.pack("<I", checksum(head))
        return bytes(self.content)


class OldWriter(Writer):
    """Objects of the older kind: superblock 0, object headers 1, symbol tables."""

    def __init__(self):
        super().__init__()
        self.content = bytearray(96)

    def attribute(self, name, values):
        def padded(data):
            return data + bytes(-len(data) % 8)

        name = name.encode() + b"\0"
        space = struct.pack(f"<BBB5x{len(values.shape)}Q", 1, len(values.shape), 0, *values.shape)
        return (struct.pack("<BBHHH", 1, 0, len(name), len(values.kind), len(space))
                + padded(name) + padded(values.kind) + padded(space) + padded(self.raw(values)))

    def header(self, messages):
        """Half of the messages stand in a continuation."""
        def packed(messages):
            return b"".join(struct.pack("<HHB3x", kind, len(data) + -len(data) % 8, 0)
                            + data + bytes(-len(data) % 8) for kind, data in messages)

        half = (len(messages) + 1) // 2
        rest = packed(messages[half:])
        place = self.append(rest) if rest else 0
        body = packed(messages[:half] + ([(0x10, struct.pack("<QQ", place, len(rest)))]
                                         if rest else []))
        return self.append(struct.pack("<BxHII4x", 1, len(messages) + bool(rest), 1, len(body))
                           + body)

    def write(self, node):
        if isinstance(node, Values):
            raw = self.raw(node)
            space = struct.pack(f"<BBB5x{len(node.shape)}Q", 1, len(node.shape), 0, *node.shape)
            messages = [(0x01, space), (0x03, node.kind),
                        (0x08, struct.pack("<BBQQ", 3, 1, self.append(raw), len(raw)))]
        else:
            messages = [(0x11, self.symbols(node.links))]
        for name, values in node.attributes.items():
            messages.append((0x0C, self.attribute(name, values)))
        return self.header(messages)

    def symbols(self, links):
        names, entries = bytes(8), b""
        for name in sorted(links):
            target = links[name]
            offset = len(names)
            names += name.encode() + bytes(8 - len(name.encode()) % 8)
            if isinstance(target, str):
                value = len(names)
                names += target.encode() + bytes(8 - len(target.encode()) % 8)
                entries += struct.pack("<QQIIII8x", offset, 0, 2, 0, value, 0)
            else:
                entries += struct.pack("<QQII16x", offset, self.write(target), 0, 0)
        data = self.append(names)
        heap = self.append(b"HEAP" + struct.pack("<B3xQQQ", 0, len(names), 1, data))
        # Nodes are as long as they may become: 8 symbols, 32 children.
        node = self.append(
            (b"SNOD" + struct.pack("<BxH", 1, len(links)) + entries).ljust(8 + 8 * 40, b"\0"))
        last = max((offset for offset, *_ in struct.iter_unpack("<Q32x", entries)), default=0)
        tree = self.append(
            (b"TREE" + struct.pack("<BBHQQQQQ", 0, 0, 1, NONE, NONE, 0, node, last)).ljust(
                24 + 33 * 8 + 32 * 8, b"\0"))
        return struct.pack("<QQ", tree, heap)

    def file(self, root, user_block=b""):
        address = self.write(root)
        end = len(self.content) + len(user_block)
        head = SIGNATURE + struct.pack("<BBBxBBBxHHI", 0, 0, 0, 0, 8, 8, 4, 16, 0)
        head += struct.pack("<QQQQ", len(user_block), NONE, end, NONE)
        head += struct.pack("<QQII16x", 0, address, 0, 0)
        self.content[:96] = head
        return user_block + bytes(self.content)
