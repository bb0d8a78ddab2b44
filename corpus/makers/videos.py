"""Videos and sequences: QuickTime, AVI and WAV, Matroska, NorPix.

Sources: the specifications named in the extractors of the same names.
"""

import struct

from .sample import Sample, fact, issue, present


def atom(name, content):
    return struct.pack(">I", 8 + len(content)) + name + content


def quicktime():
    made = 3_856_325_213  # 2026-03-14 09:26:53 since 1904
    mvhd = struct.pack(">4sIIIIiH10x", b"\0\0\0\0", made, made, 600, 900, 65536, 256)
    mvhd += struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30) + bytes(24)
    mvhd += struct.pack(">I", 2)
    tkhd = struct.pack(">4sIIIIIQhhH2x", b"\0\0\0\1", made, made, 1, 0, 900, 0, 0, 0, 0)
    tkhd += struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
    tkhd += struct.pack(">II", 7 << 16, 5 << 16)
    mdhd = struct.pack(">4sIIIIHH", b"\0\0\0\0", made, made, 30, 45, 0, 0)
    hdlr = b"\0\0\0\0mhlrvide" + b"rtcl" + bytes(8) + b"\x05video"
    entry = b"jpeg" + bytes(6) + struct.pack(">H", 1)
    entry += struct.pack(">HH4sIIHHIIIH", 0, 0, b"rtcl", 0, 512, 7, 5, 72 << 16, 72 << 16, 0, 1)
    entry += b"\x05MJPEG".ljust(32, b"\0") + struct.pack(">Hh", 24, -1)
    stsd = struct.pack(">II", 0, 1) + struct.pack(">I", 4 + len(entry)) + entry
    stts = struct.pack(">IIII", 0, 1, 45, 1)
    stsz = struct.pack(">III", 0, 105, 45)
    stbl = atom(b"stbl", atom(b"stsd", stsd) + atom(b"stts", stts) + atom(b"stsz", stsz))
    stored = atom(b"hdlr", b"\0\0\0\0dhlralis" + b"rtcl" + bytes(8) + b"\x05alias")
    mdia = atom(b"mdia", atom(b"mdhd", mdhd) + atom(b"hdlr", hdlr) + atom(b"minf", stored + stbl))
    name = b"osteocyte flow"
    udta = atom(b"\xa9nam", struct.pack(">HH", len(name), 0) + name)
    keys = atom(b"keys", struct.pack(">II", 0, 1)
                + atom(b"mdta", b"com.apple.quicktime.model"))
    model = atom(b"\0\0\0\1", atom(b"data", struct.pack(">II", 1, 0) + b"Reticle Cam 3"))
    meta = atom(b"meta", atom(b"hdlr", bytes(8) + b"mdta" + bytes(12)) + keys
                + atom(b"ilst", model))
    moov = atom(b"moov", atom(b"mvhd", mvhd) + atom(b"trak", atom(b"tkhd", tkhd) + mdia)
                + atom(b"udta", udta) + meta)
    ftyp = atom(b"ftyp", b"qt  " + struct.pack(">I", 512) + b"qt  ")
    return ftyp + atom(b"wide", b"") + atom(b"mdat", bytes(105)) + moov


def chunk(name, content):
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def listed(kind, *chunks):
    return chunk(b"LIST", kind + b"".join(chunks))


def avi():
    avih = struct.pack("<10I16x", 40000, 2625, 0, 16, 3, 0, 1, 105, 7, 5)
    strh = struct.pack("<4s4sIHHIIIIIIiI4h", b"vids", b"DIB ", 0, 0, 0, 0, 1, 25, 0, 3, 105, -1,
                       0, 0, 0, 7, 5)
    strf = struct.pack("<IiiHH4sIiiII", 40, 7, 5, 1, 24, b"DIB ", 120, 0, 0, 0, 0)
    hdrl = listed(b"hdrl", chunk(b"avih", avih),
                  listed(b"strl", chunk(b"strh", strh), chunk(b"strf", strf),
                         chunk(b"strn", b"top view\0")))
    info = listed(b"INFO", chunk(b"ISFT", b"Reticle maker\0"), chunk(b"INAM", b"bone flow\0"))
    body = hdrl + info + chunk(b"IDIT", b"Sat Mar 14 09:26:53 2026\n\0")
    body += chunk(b"JUNK", bytes(10)) + listed(b"movi", chunk(b"00db", bytes(120)))
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"AVI " + body


def wav():
    fmt = struct.pack("<HHIIHH", 1, 2, 48000, 192000, 4, 16)
    bext = b"cantilever".ljust(256, b"\0") + b"lab".ljust(32, b"\0") + b"R-7".ljust(32, b"\0")
    bext += b"2026-03-14" + b"09:26:53" + struct.pack("<QH", 48, 1) + bytes(64) + bytes(190)
    body = chunk(b"fmt ", fmt) + chunk(b"bext", bext) + chunk(b"data", bytes(24))
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body


def element(code, content):
    code = bytes.fromhex(code)
    if len(content) < 127:
        return code + bytes([0x80 | len(content)]) + content
    return code + struct.pack(">H", 0x4000 | len(content)) + content


def matroska():
    head = element("1A45DFA3", element("4286", b"\1") + element("4282", b"matroska")
                   + element("4287", b"\4"))
    info = element("1549A966", element("2AD7B1", b"\x0f\x42\x40")
                   + element("4489", struct.pack(">d", 1500))
                   + element("4461", struct.pack(">q", 795_173_213 * 10**9))
                   + element("4D80", b"Reticle maker") + element("7BA9", b"bone flow"))
    video = element("E0", element("B0", b"\7") + element("BA", b"\5"))
    entry = element("AE", element("D7", b"\1") + element("83", b"\1")
                    + element("86", b"V_MJPEG") + element("23E383", struct.pack(">I", 40_000_000))
                    + video)
    tag = element("7373", element("63C0", element("68CA", b"\x32"))
                  + element("67C8", element("45A3", b"LENS") + element("4487", b"Plan 40x")))
    body = (info + element("1654AE6B", entry) + element("1254C367", tag)
            + element("EC", bytes(3)) + element("1F43B675", bytes(40)))
    return head + element("18538067", body)


def norpix():
    head = struct.pack("<I", 0xFEED) + "Norpix seq\n".encode("utf-16-le").ljust(24, b"\0")
    head += struct.pack("<ii", 4, 1024) + "tip approach".encode("utf-16-le").ljust(512, b"\0")
    head += struct.pack("<9I", 7, 5, 8, 8, 35, 100, 2, 0, 64)
    head += struct.pack("<diIIIiiiI", 125.5, 0, 0, 0, 0, 0, 0, 0, 0)
    frame = bytes(35) + struct.pack("<IHH", 1_773_480_413, 250, 125) + bytes(21)
    return head.ljust(1024, b"\0") + frame * 2


MOVIE = quicktime()
VIDEO = avi()

SAMPLES = [
    Sample("quicktime/flow.mov", MOVIE, [
        fact("quicktime.ftyp.MajorBrand", "qt"),
        fact("quicktime.mvhd.TimeScale", "600"),
        fact("quicktime.mvhd.DurationSeconds", "1.5", unit="s"),
        fact("quicktime.mvhd.CreationTime", "3856325213"),
        fact("quicktime.trak.tkhd.Width", "7", element=[0], unit="px"),
        fact("quicktime.trak.tkhd.Height", "5", element=[0], unit="px"),
        fact("quicktime.trak.hdlr.ComponentSubType", "vide"),
        fact("quicktime.trak.hdlr.ComponentName", "video"),
        fact("quicktime.trak.stsd.CompressorName", "MJPEG"),
        fact("quicktime.trak.stsd.Format", "jpeg"),
        fact("quicktime.trak.stsd.Width", "7", unit="px"),
        fact("quicktime.trak.stsd.BitDepth", "24"),
        fact("quicktime.trak.stts.SampleCount", "45"),
        fact("quicktime.trak.stts.VideoFrameRate", "30", unit="1/s"),
        fact("quicktime.udta.©nam", "osteocyte flow"),
        fact("quicktime.meta.`com.apple.quicktime.model`", "Reticle Cam 3"),
    ]),
    Sample("hostile/endless.mov", MOVIE[:28] + b"\0\0\0\3moov" + MOVIE[36:], [
        issue("malformed", why="an atom is shorter than its header")]),
    Sample("riff/flow.avi", VIDEO, [
        fact("riff.FormType", "AVI"),
        fact("riff.avih.Width", "7", unit="px"),
        fact("riff.avih.TotalFrames", "3"),
        fact("riff.avih.FrameRate", "25", unit="1/s"),
        fact("riff.strh.Type", "vids", element=[0]),
        fact("riff.strf.BitCount", "24", element=[0]),
        fact("riff.strn", "top view", element=[0]),
        fact("riff.INFO.ISFT", "Reticle maker"),
        present("riff.IDIT"),
    ]),
    Sample("riff/cantilever.wav", wav(), [
        fact("riff.fmt.SamplesPerSec", "48000", unit="Hz"),
        fact("riff.fmt.Channels", "2"),
        fact("riff.bext.Description", "cantilever"),
        fact("riff.bext.OriginationDate", "2026-03-14"),
    ]),
    Sample("hostile/cut.avi", VIDEO[:200], [issue("truncated")]),
    Sample("matroska/flow.mkv", matroska(), [
        fact("matroska.EBML.DocType", "matroska"),
        fact("matroska.Info.Title", "bone flow"),
        fact("matroska.Info.Duration", "1500"),
        fact("matroska.TrackEntry.CodecID", "V_MJPEG", element=[0]),
        fact("matroska.Video.PixelWidth", "7", element=[0], unit="px"),
        fact("matroska.Video.PixelHeight", "5", element=[0], unit="px"),
        fact("matroska.SimpleTag.TagString", "Plan 40x"),
    ]),
    Sample("hostile/deep.mkv", element("1A45DFA3", element("4282", b"webm"))
           + bytes.fromhex("18538067FF") + bytes.fromhex("1654AE6BFF") * 40, [
        issue("limitExceeded", why="elements in each other without end")]),
    Sample("norpix/approach.seq", norpix(), [
        fact("norpix.Description", "tip approach"),
        fact("norpix.ImageWidth", "7", unit="px"),
        fact("norpix.ImageHeight", "5", unit="px"),
        fact("norpix.FrameRate", "125.5", unit="1/s"),
        fact("norpix.AllocatedFrames", "2"),
        fact("norpix.FirstImageTime", "2026-03-14T09:26:53.250125Z"),
    ]),
    Sample("hostile/cut.seq", norpix()[:300], [issue("truncated")]),
]
