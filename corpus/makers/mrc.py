"""MRC2014 maps and an older file without a machine stamp.

Source: <https://www.ccpem.ac.uk/mrc_format/mrc2014.php>
"""

import struct

from .sample import Sample, absent, fact, present


def mrc(order="<", stamp=True, sizes=(7, 5, 3), pixels=True):
    """A map of 7 × 5 × 3 signed 16-bit voxels of 6.5 Å."""
    header = bytearray(1024)

    def put(word, letters, *values):
        struct.pack_into(order + letters, header, (word - 1) * 4, *values)

    put(1, "4i", *sizes, 1)
    put(5, "3i", -3, -2, -1)
    put(8, "3i", *sizes)
    put(11, "3f", 45.5, 32.5, 19.5)
    put(14, "3f", 90, 90, 90)
    put(17, "3i", 1, 2, 3)
    put(20, "3f", -4.5, 100.25, 12.75)
    put(23, "i", 401)
    put(50, "3f", 0.5, 1.5, 2.5)
    if stamp:
        put(28, "i", 20140)
        header[208:212] = b"MAP "
        header[212:216] = b"\x44\x44\0\0" if order == "<" else b"\x11\x11\0\0"
    put(55, "f", 7.125)
    put(56, "i", 2)
    header[224:304] = b"tilt series of cortical bone, binned twice".ljust(80)
    header[304:384] = b"aligned by hand 14-Mar-2026".ljust(80)
    count = sizes[0] * sizes[1] * sizes[2] if pixels else 0
    return bytes(header) + struct.pack(f"{order}{count}h", *range(count))


FACTS = [
    fact("mrc.NX", "7"),
    fact("mrc.NY", "5"),
    fact("mrc.NZ", "3"),
    fact("mrc.MODE", "1"),
    fact("mrc.NXSTART", "-3"),
    fact("mrc.DMAX", "100.25"),
    fact("mrc.ISPG", "401"),
    fact("mrc.NLABL", "2"),
    present("mrc.CELLA"),
    present("mrc.LABEL"),
]

SAMPLES = [
    Sample("mrc/little.mrc", mrc(), FACTS + [fact("mrc.NVERSION", "20140")]),
    Sample("mrc/big.mrc", mrc(">"), FACTS + [fact("mrc.NVERSION", "20140")]),
    Sample("mrc/no-machine-stamp.mrc", mrc(stamp=False), FACTS + [
        absent("mrc.MACHST", "files older than the stamp state none")]),
]
