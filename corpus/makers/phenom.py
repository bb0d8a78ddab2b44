"""Projects of Phenom's Element Identification program.

Source: <https://github.com/hyperspy/rosettasciio/blob/main/rsciio/phenom/_api.py> (what the bytes mean)
"""

import bz2
import struct

from .sample import Sample, fact, issue
from .tiffwriter import ascii_text, image, tiff

FEI = ('<?xml version="1.0"?><FeiImage><pixelWidth unit="nm">975.5</pixelWidth>'
       '<acquisition><scan><dwellTime unit="ns">200</dwellTime></scan></acquisition></FeiImage>')


def text(value):
    return struct.pack("<I", len(value)) + value.encode()


def spectrum(bins):
    return struct.pack("<2dI", -36.5, 9.75, bins) + b"\x85\x01" * bins


def detector(version):
    fields = struct.pack("<8d", 15000, 28.5 if version == 0 else 0.5, 0, 5.75, 10.25, 2e-6, 1e-7, 126)
    fields += text("MVE7")
    if version >= 1:
        fields += struct.pack("<5d", 0, 0.008, 2.5e-5, 0, 0)
    if version >= 3:
        fields += struct.pack("<dBB", 0, 2, 1)
    return fields


def analysis(version, kind, rest):
    common = struct.pack("<B", kind) + struct.pack("<I", 0) + spectrum(7) + detector(version)
    common += struct.pack("<I2B", 2, 8, 26) + struct.pack("<I", 0) + struct.pack("<I2i", 2, 5, 70)
    common += struct.pack("<I3B", 1, 13, 2, 3) + struct.pack("<?i", True, 1)
    common += struct.pack("<I2B", 1, 26, 2)
    if version >= 2:
        common += b"\x01"
    if version >= 4:
        common += struct.pack("<IB", 1, 6)
    return common + rest


def cube(version, pixels):
    return (struct.pack("<I2d", 7, -36.5, 9.75) + detector(version) + b"\0\1"
            + b"\x85\x01" * 7 * pixels + struct.pack("<d", 0.5)
            + struct.pack(f"<{pixels}d", *[0.25] * pixels))


def project(version=4):
    picture = tiff([image(7, 5, tags={34683: ascii_text(FEI)})])
    analyses = [
        analysis(version, 2, struct.pack("<2d", -0.25, 0.5)),
        analysis(version, 3, struct.pack("<4dI", 0, 0, 1, 1, 3) + cube(version, 3) + b"\1"),
        analysis(version, 4, struct.pack("<4d", -0.5, -0.5, 0.5, 0.5) + struct.pack("<Id", 1, 0.75)
                 + struct.pack("<2I", 7, 5) + cube(version, 35)),
        analysis(version, 6, struct.pack("<4d", -0.5, -0.25, 0.5, 0.25)),
    ]
    content = b"EID2" + struct.pack("<iI", version, 1)
    content += struct.pack("<I", len(picture)) + picture + text("Image 7")
    content += struct.pack("<I", len(analyses)) + b"".join(analyses)
    if version >= 1:
        content += struct.pack("<I", 0)
        content += struct.pack("<I", 1) + analysis(version, 7, text("mean") + struct.pack(
            "<IId", 1, 0, 0.5))
    return bz2.compress(content)


SAMPLES = [
    Sample("elid/version4.elid", project(), [
        fact("elid.Version", "4"),
        fact("elid.Image.label", "Image 7"),
        fact("elid.Image.tiff.ImageWidth", "7"),
        fact("elid.Image.tiff.FEI_TITAN.FeiImage.pixelWidth", "975.5", unit="nm"),
        fact("elid.Image.Analysis.type", "3", element=[0, 1]),
        fact("elid.Image.Analysis.high_tension", "15000", element=[0, 0], unit="V", si=15000.0),
        fact("elid.Image.Analysis.included_elements", "8, 26", element=[0, 3]),
        fact("elid.Image.Analysis.selected_oxides", "Al2O3", element=[0, 2]),
        fact("elid.Image.Analysis.family_overrides", "Fe L", element=[0, 0]),
        fact("elid.Image.Analysis.width", "7", element=[0, 2], unit="px"),
        fact("elid.Image.Analysis.spectra.real_time_values", "0.5", element=[0, 2], unit="s"),
        fact("elid.Image.Analysis.right", "0.5", element=[0, 3]),
        fact("elid.ConstructiveAnalysis.description", "mean", element=[0]),
        fact("elid.ConstructiveAnalysis.weight_factor", "0.5", element=[0]),
    ]),
    Sample("elid/version0.elid", project(0), [
        fact("elid.Version", "0"),
        fact("elid.Image.Analysis.detector_elevation", "28.5", element=[0, 0], unit="deg",
             why="version 0 counts in degrees"),
        fact("elid.Image.Analysis.size", "3", element=[0, 1], unit="px"),
    ]),
    Sample("hostile/cut.elid", project()[:-200], [
        fact("file.type", "elid"), issue("truncated", "malformed")]),
    Sample("hostile/long.elid", bz2.compress(
        b"EID2" + struct.pack("<iII", 4, 0xFFFFFFFF, 0xFFFFFFF0) + bytes(99)), [
            fact("elid.Version", "4"), issue("limitExceeded")]),
]
