"""HDF5: the newer and the older kind of file, and what microscopes write into them."""

import json
import struct

from .hdf5writer import (REFERENCE, VARIABLE, Group, OldWriter, Values, Writer, compound,
                         enumeration, integer, number, real, string, text)
from .sample import Sample, absent, fact, issue

PIXELS = struct.pack("<105H", *range(105))
SETTINGS = {"Optics": {"AccelerationVoltage": "200000", "CameraLength": "0.115"}}
BOOLEAN = enumeration(integer(1, signed=True), FALSE=0, TRUE=1)
SPOTS = compound(20, ("name", 0, string(8, 1)), ("x", 8, real(8)), ("count", 16, integer(4)))


def characters(value):
    """One character a value, as Imaris writes its attributes."""
    return Values(string(1), value.encode(), (len(value),))


def scan():
    writer = Writer()
    metadata = json.dumps(SETTINGS).encode().ljust(128, b"\0")
    detector = Group({
        "count_time": Values(real(4), struct.pack("<f", 0.1), (),
                             {"units": text("s")}, "compact"),
        "gain": number(real(8, big=True), ">d", 1.5),
        "offsets": number(integer(2, signed=True, big=True), ">h", -1, 2, -300),
        "live": Values(BOOLEAN, b"\1"),
        "description": Values(VARIABLE, ["Dectris ARINA", "second line"], (2,)),
    }, {"NX_class": text("NXdetector"), "distance": number(real(8), "<d", 0.25),
        "distance_units": text("m")})
    image = writer.write(Values(integer(2), PIXELS, (3, 5, 7), {"units": text("counts")}))
    root = Group({
        "entry": Group({
            "title": Values(string(16, 2), b"lamella 17      "),
            "detector": detector,
            "image": image,
            "again": image,
            "signal": "/entry/image",
            "raw": ("raw.h5", "/entry/data"),
            "line": number(integer(4), "<I", *range(100)),
            "spots": Values(SPOTS, b"".join(struct.pack("<8sdI", name, x, count) for name, x, count
                                            in ((b"Ni", 1.25, 11), (b"Cu", 2.5, 22))), (2,)),
            "notes": Group(),
        }, {"NX_class": text("NXentry"), "axis": Values(REFERENCE, struct.pack("<Q", image))}),
        "Image": Group({"Metadata": Values(integer(1), metadata, (128, 1))}),
    }, {"Name": characters("Channel one"), "empty": Values(real(8), b"", None),
        "large": number(integer(8), "<Q", 0xFFFFFFFFFFFFFFFF)})
    return writer.file(root)


def table():
    root = Group({
        "axes": Group({}, {
            "name": text("x"), "scale": number(real(8), "<d", 0.5), "units": text("nm"),
            "size": number(integer(4), "<I", 7)}),
        "signal": Values(integer(2), PIXELS, (3, 5, 7)),
        "alias": "/signal",
        "voltage": number(real(8), "<d", 300.0),
        "voltage_unit": text("kV"),
    }, {"format": text("sample of the older kind"), "file_format_version": text("3.1")})
    return OldWriter().file(root, b"MATLAB 7.3 MAT-file, written by hand".ljust(512, b"\0"))


def cyclic():
    """A group that holds itself, and a header that continues where it is."""
    content = bytearray(Writer().file(Group(
        {"inner": Group({"x": number(integer(4), "<I", 77)}), "loop": 48})))
    return bytes(content)


def continued():
    content = bytearray(table())
    root, = struct.unpack_from("<Q", content, 512 + 64)
    place = 512 + root + 16
    while struct.unpack_from("<H", content, place)[0] != 0x10:
        place += 8 + struct.unpack_from("<H", content, place + 2)[0]
    struct.pack_into("<Q", content, place + 8, root + 16)
    return bytes(content)


def absurd():
    """A data set whose axes multiply to more than there are bytes in the world."""
    space = (0xFFFFFFFFFFFF, 0xFFFFFFFFFFFF)
    return Writer().file(Group({
        "x": number(integer(4), "<I", 77), "huge": Values(integer(4), b"\0" * 16, space)}))


GOOD = [
    fact("hdf5.superblock.version", "2"),
    fact("hdf5.Name", "Channel one", why="characters one by one are one text"),
    fact("hdf5.large", "18446744073709551615"),
    fact("hdf5.entry.NX_class", "NXentry"),
    fact("hdf5.entry.axis", "/entry/image", why="a reference states the path of its object"),
    fact("hdf5.entry.title", "lamella 17", why="padded with spaces"),
    fact("hdf5.entry.detector.count_time", "0.1", unit="s", si=0.1),
    fact("hdf5.entry.detector.gain", "1.5"),
    fact("hdf5.entry.detector.offsets", "-1, 2, -300"),
    fact("hdf5.entry.detector.live", "1"),
    fact("hdf5.entry.detector.description", "Dectris ARINA", element=[0]),
    fact("hdf5.entry.detector.description", "second line", element=[1]),
    fact("hdf5.entry.detector.distance", "0.25", unit="m", si=0.25),
    fact("hdf5.entry.image.shape", "3, 5, 7"),
    fact("hdf5.entry.image.dtype", "uint16"),
    absent("hdf5.entry.image", "pixels are never read"),
    fact("hdf5.entry.again", "/entry/image", why="a second hard link states the first path"),
    fact("hdf5.entry.signal", "/entry/image"),
    fact("hdf5.entry.raw", "raw.h5:/entry/data"),
    fact("hdf5.entry.line", "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, "
         "… (100 values, 0 to 99)"),
    fact("hdf5.entry.spots.name", "Ni", element=[0]),
    fact("hdf5.entry.spots.name", "Cu", element=[1]),
    fact("hdf5.entry.spots.x", "2.5", element=[1]),
    fact("hdf5.entry.spots.count", "11", element=[0]),
    fact("hdf5.entry.notes", ""),
    fact("hdf5.Image.Metadata.Optics.AccelerationVoltage", "200000"),
    fact("hdf5.Image.Metadata.Optics.CameraLength", "0.115"),
]
OLD = [
    fact("hdf5.superblock.version", "0"),
    fact("hdf5.user_block", "MATLAB 7.3 MAT-file, written by hand"),
    fact("hdf5.format", "sample of the older kind"),
    fact("hdf5.file_format_version", "3.1"),
    fact("hdf5.axes.name", "x"),
    fact("hdf5.axes.scale", "0.5", unit="nm", si=5e-10),
    fact("hdf5.signal.shape", "3, 5, 7"),
    fact("hdf5.alias", "/signal"),
    fact("hdf5.voltage", "300", unit="kV", si=300000.0),
]

SAMPLES = [
    Sample("hdf5/scan.h5", scan(), GOOD),
    Sample("hdf5/older.h5", table(), OLD),
    Sample("hostile/cut.h5", scan()[:-700],
           [fact("hdf5.superblock.version", "2"), issue("truncated", "malformed")]),
    Sample("hostile/no-object.h5", cyclic(),
           [fact("hdf5.inner.x", "77"), issue("malformed", "truncated")]),
    Sample("hostile/continued-in-a-circle.h5", continued(), [issue("malformed")]),
    Sample("hostile/absurd-shape.h5", absurd(),
           [fact("hdf5.x", "77"), fact("hdf5.huge.shape", "281474976710655, 281474976710655"),
            issue("malformed")]),
]
