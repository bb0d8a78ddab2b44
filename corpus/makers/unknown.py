"""A file of a format that nobody knows, with texts in it."""

from .sample import Sample, absent, fact

DOCUMENT = ('<?xml version="1.0"?><props><lens na="0.75">Plan 20x</lens><gain>45</gain></props>')


def noise(count, seed):
    made, state = bytearray(), seed
    for _ in range(count):
        state = (state * 1_103_515_245 + 12345) % (1 << 31)
        made.append(state >> 16 & 0xFF)
    return bytes(made)


CONTENT = (b"\x07RETICLERAW\x00" + noise(300, 7) + b"\0" + DOCUMENT.encode() + b"\0\1"
           + noise(200, 11) + b"\0Laser=405 nm\r\nOperator=mueller\r\nDwell=2 us\r\n\0\2"
           + "Sample: cortical bone".encode("utf-16-le") + b"\0\0" + bytes(range(32, 127)) * 3)

SAMPLES = [
    Sample("unknown/scan.rtx", CONTENT, [
        fact("file.type", "unknown"),
        fact("unknown.text.props.lens", "Plan 20x"),
        fact("unknown.text.props.lens.na", "0.75"),
        fact("unknown.text.Operator", "mueller"),
        fact("unknown.text", "Sample: cortical bone"),
    ]),
    Sample("hostile/noise.rtx", noise(4000, 3) + b"<?xml <a><a><a></b>" + noise(100, 5), [
        absent("unknown.text", "nothing in it can be read"),
    ]),
]
