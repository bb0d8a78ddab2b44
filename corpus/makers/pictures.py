"""Images and sidecars with headers of text: EPS, Lytro, XISF, iCalendar; small binary ones beside."""

import struct

from .photographs import RESOURCES, XMP
from .sample import Sample, fact, issue, present


def eps():
    digits = RESOURCES.hex().upper()
    block = "\r".join("% " + digits[place:place + 64] for place in range(0, len(digits), 64))
    return ("%!PS-Adobe-3.0 EPSF-3.0\r%%Creator: (by hand)\r%%BoundingBox: 0 0 7 5\r"
            "%%Pages: (atend)\r%%EndComments\r"
            f"%BeginPhotoshop: {len(RESOURCES)}\r{block}\r%EndPhotoshop\r"
            "%ImageData: 7 5 8 3 1 7 2 \"beginimage\"\r").encode() + (
                b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>" + XMP
                + b"<?xpacket end='w'?>\r%%Trailer\r%%Pages: 3\r%%EOF\r")


def lytro(*contents):
    made = b"\x89LFP\r\n\x1a\n" + struct.pack(">II", 1, 0)
    for kind, content in contents:
        made += b"\x89LF" + kind + b"\r\n\x1a\n" + struct.pack(">II", 0, len(content))
        made += b"sha1-".ljust(45, b"0").ljust(80, b"\0") + content
        made += b"\0" * (-len(content) % 16)
    return made


XISF = (b'<?xml version="1.0" encoding="UTF-8"?><xisf version="1.0" '
        b'xmlns="http://www.pixinsight.com/xisf"><Image geometry="7:5:3" sampleFormat="UInt16">'
        b'<FITSKeyword name="EXPTIME" value="12.5" comment="seconds"/></Image></xisf>')


def itc():
    item = (b"item" + struct.pack(">IIIII", 208, 1, 1, 1, 0) + bytes(range(16)) + b"loclPNGf"
            + struct.pack(">III", 3, 7, 5)).ljust(204, b"\0") + b"data\x89PNG"
    head = (b"itch" + struct.pack(">IIII", 2, 2, 2, 0) + b"artw").ljust(280, b"\0")
    return (struct.pack(">I", len(head) + 4) + head + struct.pack(">I", len(item) + 4) + item)


def kyocera():
    head = bytearray(156)

    def backwards(place, text, count):
        head[place:place + count] = text.encode().ljust(count, b"\0")[::-1]
    backwards(1, "Ver 1.07", 10)
    backwards(12, "N DIGITAL", 12)
    head[25:32] = b"ARECOYK"
    backwards(33, "2026:03:14 09:26:53", 20)
    struct.pack_into(">I", head, 52, 13)
    struct.pack_into(">I", head, 112, 55)
    head[124:137] = b"VS28-80/3.5\0\0"
    return bytes(head)


CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
SUMMARY:beam time\\, hutch 2\r
DTSTART;TZID=Europe/Berlin:20260314T092653\r
END:VEVENT\r
BEGIN:VEVENT\r
SUMMARY:a line that is longer than\r
  others\r
END:VEVENT\r
END:VCALENDAR\r
"""

SAMPLES = [
    Sample("eps/plate.eps", eps(), [
        fact("eps.Version", "PS-Adobe-3.0 EPSF-3.0"),
        fact("eps.Creator", "by hand"),
        fact("eps.BoundingBox", "0 0 7 5"),
        fact("eps.Pages", "3", why="the value stands in the trailer"),
        fact("eps.ImageData", '7 5 8 3 1 7 2 "beginimage"'),
        fact("iptc.ObjectName", "trabecula"),
        fact("xmp.dc.title", "femur, cut 17"),
    ]),
    Sample("lfp/picture.lfp", lytro(
        (b"M", b'{"camera": {"make": "Lytro, Inc.", "focusStep": 721}}'), (b"C", b"\x01\x02\x03")), [
            fact("lfp.Version", "1"),
            fact("lfp.Chunk.Metadata.camera.make", "Lytro, Inc."),
            fact("lfp.Chunk.Metadata.camera.focusStep", "721"),
            fact("lfp.Chunk.Length", "3", element=[1], unit="B"),
    ]),
    Sample("xisf/light.xisf", b"XISF0100" + struct.pack("<II", len(XISF), 0) + XISF, [
        fact("xisf.xisf.Image.geometry", "7:5:3"),
        present("xisf"),
    ]),
    Sample("itc/cover.itc", itc(), [
        fact("itc.DataType", "artw"),
        fact("itc.Item.ImageType", "PNGf"),
        fact("itc.Item.ImageWidth", "7", unit="px"),
    ]),
    Sample("kyocera/contax.raw", kyocera(), [
        fact("kyocera.Model", "N DIGITAL"),
        fact("kyocera.FocalLength", "55", unit="mm"),
        fact("kyocera.Lens", "VS28-80/3.5"),
    ]),
    Sample("ical/beam-time.ics", CALENDAR.encode(), [
        fact("ical.VERSION", "2.0"),
        fact("ical.VEVENT.SUMMARY", "beam time, hutch 2"),
        fact("ical.VEVENT.SUMMARY", "a line that is longer than others", element=[1]),
        fact("ical.VEVENT.DTSTART.TZID", "Europe/Berlin"),
    ]),
    Sample("hostile/cut.ics", CALENDAR[:60].encode(), [
        fact("ical.VERSION", "2.0"), issue("truncated", "malformed")]),
    Sample("hostile/absurd.xisf", b"XISF0100" + struct.pack("<II", 0x7FFFFFFF, 0) + XISF,
           [issue("truncated")]),
]
