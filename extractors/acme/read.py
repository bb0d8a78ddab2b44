"""Reads the log of a made-up scanner from standard input; writes one fact a line."""

import json
import struct
import sys

NUMBERS = {"WIDT": ("Image.Width", "px"), "HEIG": ("Image.Height", "px"), "VOLT": ("Tube.Voltage", "kV")}


def say(**fact):
    print(json.dumps(fact, ensure_ascii=False))


def main():
    data = sys.stdin.buffer.read(1 << 20)
    order = data[8:9].decode("latin-1")
    if order not in "<>" or len(data) < 13:
        say(issue="malformed", detail=f"expected a byte order, found {order!r}", offset=8)
        return
    (count,) = struct.unpack_from(order + "I", data, 9)
    place, understood = 13, 13
    for number in range(min(count, 10_000)):
        if place + 8 > len(data):
            say(issue="truncated", detail=f"expected {count} blocks, found {number}", offset=place)
            break
        name = data[place:place + 4].decode("latin-1")
        (length,) = struct.unpack_from(order + "I", data, place + 4)
        value, start = data[place + 8:place + 8 + length], place + 8
        if len(value) < length:
            say(issue="truncated", detail=f"expected {length} bytes of {name}", offset=start)
            break
        place = start + length
        where = {"offset": start, "length": length}
        if name in NUMBERS and length == 4:
            key, unit = NUMBERS[name]
            say(key=key, value=struct.unpack(order + "I", value)[0], unit=unit, **where)
        elif name == "ANGL" and length % 4 == 0:
            angles = struct.unpack(f"{order}{length // 4}f", value)
            say(key="Stage.Angles", value=list(angles), unit="deg", **where)
        elif name == "NOTE":
            say(key="Note", value=value.decode("utf-8", "replace"), **where)
        else:
            say(key=f"Unknown.{name.strip() or 'block'}", value=f"({length} bytes)", **where)
            continue
        understood += 8 + length
    say(seen=len(data), understood=understood)


main()
