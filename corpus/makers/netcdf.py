"""Classic netCDF: CDF-1, CDF-2 and CDF-5, written from the specification."""

import struct

from .sample import Sample, absent, fact, issue

BYTE, CHAR, SHORT, INT, FLOAT, DOUBLE = 1, 2, 3, 4, 5, 6
CODES = {BYTE: "b", CHAR: "s", SHORT: "h", INT: "i", FLOAT: "f", DOUBLE: "d"}


def padded(data):
    return data + bytes(-len(data) % 4)


def packed(kind, values):
    if kind == CHAR:
        return values.encode()
    return struct.pack(f">{len(values)}{CODES[kind]}", *values)


def netcdf(version, records, dimensions, attributes, variables):
    """`variables` are (name, dimension numbers, attributes, type, values)."""
    count = ">Q" if version == 5 else ">I"
    place = ">I" if version == 1 else ">Q"

    def number(value):
        return struct.pack(count, value)

    def name(text):
        return number(len(text.encode())) + padded(text.encode())

    def members(tag, parts):
        return struct.pack(">I", tag if parts else 0) + number(len(parts)) + b"".join(parts)

    def attribute_list(attributes):
        return members(12, [name(key) + struct.pack(">I", kind) + number(len(values))
                            + padded(packed(kind, values))
                            for key, (kind, values) in attributes.items()])

    head = b"CDF" + bytes([version]) + number(records)
    head += members(10, [name(key) + number(length) for key, length in dimensions])
    head += attribute_list(attributes)

    def is_record(variable):
        return bool(variable[1]) and dimensions[variable[1][0]][1] == 0

    def header(places):
        return head + members(11, [
            name(key) + number(len(axes)) + b"".join(map(number, axes)) + attribute_list(own)
            + struct.pack(">I", kind)
            + number(len(padded(packed(kind, values))) // (records if is_record(variable) else 1))
            + struct.pack(place, offset)
            for variable, offset in zip(variables, places)
            for key, axes, own, kind, values in [variable]])

    places, body = [], b""
    start = len(header([0] * len(variables)))
    for variable in variables:
        if not is_record(variable):
            places.append(start + len(body))
            body += padded(packed(variable[3], variable[4]))
        else:
            places.append(None)
    growing = [variable for variable in variables if is_record(variable)]
    parts = []
    for variable in growing:
        data = packed(variable[3], variable[4])
        size = len(data) // records
        parts.append([padded(data[i * size:(i + 1) * size]) for i in range(records)])
    at = start + len(body)
    for variable, part in zip(growing, parts):
        places[variables.index(variable)] = at
        at += len(part[0])
    for record in range(records):
        body += b"".join(part[record] for part in parts)
    return header(places) + body


PIXELS = [value % 128 for value in range(105)]
DIMENSIONS = [("zspace", 3), ("yspace", 5), ("xspace", 7)]
SPACE = {"units": (CHAR, "mm"), "step": (DOUBLE, [0.5]), "start": (DOUBLE, [-1.75]),
         "comments": (CHAR, "X increases to the right")}

VOLUME = netcdf(1, 0, DIMENSIONS, {"history": (CHAR, "written by hand"),
                                   "levels": (SHORT, [1, -2, 300])}, [
    ("xspace", [], SPACE, INT, [0]),
    ("image", [0, 1, 2], {"signtype": (CHAR, "unsigned"), "valid_range": (DOUBLE, [0.0, 127.0])},
     BYTE, PIXELS),
    ("image-max", [0], {"units": (CHAR, "V")}, FLOAT, [0.5, 1.5, 2.5]),
])
SERIES = netcdf(5, 3, [("time", 0), ("name", 4)], {}, [
    ("time", [0], {"units": (CHAR, "s")}, DOUBLE, [0.0, 0.5, 1.0]),
    ("frame", [0], {}, SHORT, [11, 22, 33]),
    ("label", [0, 1], {}, CHAR, "onesTwosTres"),
])


def absurd():
    content = bytearray(VOLUME)
    place = content.index(b"valid_range") + 12
    struct.pack_into(">II", content, place, DOUBLE, 0x7FFFFFFF)
    return bytes(content)


SAMPLES = [
    Sample("netcdf/volume.mnc", VOLUME, [
        fact("netcdf.version", "1"),
        fact("netcdf.dimensions.zspace", "3"),
        fact("netcdf.dimensions.xspace", "7"),
        fact("netcdf.history", "written by hand"),
        fact("netcdf.levels", "1, -2, 300"),
        fact("netcdf.xspace.step", "0.5", unit="mm", si=0.0005),
        fact("netcdf.xspace.start", "-1.75", unit="mm", si=-0.00175),
        fact("netcdf.xspace.comments", "X increases to the right"),
        fact("netcdf.image.shape", "3, 5, 7"),
        fact("netcdf.image.dimensions", "zspace, yspace, xspace"),
        absent("netcdf.image", "pixels are never read"),
        fact("netcdf.image-max", "0.5, 1.5, 2.5", unit="V"),
    ]),
    Sample("netcdf/series.nc", SERIES, [
        fact("netcdf.version", "5"),
        fact("netcdf.dimensions.time", "3", why="the dimension that grows: its records"),
        fact("netcdf.time", "0, 0.5, 1", unit="s"),
        fact("netcdf.frame", "11, 22, 33"),
        fact("netcdf.label", "ones", element=[0]),
        fact("netcdf.label", "Tres", element=[2]),
    ]),
    Sample("hostile/cut.mnc", VOLUME[:300], [
        fact("netcdf.dimensions.zspace", "3"), issue("truncated")]),
    Sample("hostile/absurd-attribute.mnc", absurd(), [
        fact("netcdf.xspace.step", "0.5", unit="mm"), issue("truncated", "limitExceeded")]),
]
