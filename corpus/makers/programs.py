"""The format of the worked example in `extractors/acme`, which a program reads."""

import struct

from .sample import Sample, absent, fact, issue


def block(order, name, content):
    return name + struct.pack(order + "I", len(content)) + content


def scan(order="<", blocks=None, unknown=True, count=None):
    number = lambda value: struct.pack(order + "I", value)  # noqa: E731
    blocks = blocks or [
        block(order, b"WIDT", number(7)), block(order, b"HEIG", number(5)),
        block(order, b"VOLT", number(80)),
        block(order, b"ANGL", struct.pack(order + "3f", -1, 0, 2.5)),
        block(order, b"NOTE", "Probe 7, 20 \u00b0C".encode())]
    if unknown:
        blocks = blocks + [block(order, b"HUSH", bytes(range(25)))]
    return (b"ACMESCAN" + order.encode() + struct.pack(order + "I", count or len(blocks))
            + b"".join(blocks))


FACTS = [
    fact("acme.Image.Width", "7", unit="px"), fact("acme.Image.Height", "5", unit="px"),
    fact("acme.Tube.Voltage", "80", unit="kV", si=80000.0),
    fact("acme.Stage.Angles", "-1.0, 0.0, 2.5", unit="deg"),
    fact("acme.Note", "Probe 7, 20 \u00b0C"),
]
SAMPLES = [
    Sample("acme/scan.acq", scan(), FACTS + [fact("acme.Unknown.HUSH", "(25 bytes)")]),
    Sample("acme/known.acq", scan(">", unknown=False), FACTS),
    Sample("hostile/cut.acq", scan()[:60], [
        fact("acme.Image.Width", "7"), absent("acme.Note", "it is cut off"), issue("truncated")]),
    Sample("hostile/absurd-count.acq", scan(count=0x7FFFFFFF), [
        fact("acme.Note", "Probe 7, 20 \u00b0C"), issue("truncated")]),
]
