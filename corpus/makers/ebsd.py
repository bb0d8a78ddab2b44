"""Maps and patterns of electron backscatter diffraction: ANG, CTF, CPR, UP2, EBSP and NORDIF."""

import struct

from .sample import Sample, absent, fact, issue

ANG = """# HEADER: Start
# TEM_PIXperUM          1.000000
# x-star                0.5235
# WorkingDistance       23.000000
# SampleTiltAngle: 70
#
# Phase 1
# MaterialName  \tIron bcc
# Formula     \tFe
# Symmetry              43
# LatticeConstants      2.866 2.866 2.866  90.000  90.000  90.000
# hklFamilies   \t 1  1  0 1 0.000000 1
# hklFamilies   \t 2  0  0 1 0.000000 1
# Categories0 1 0
# Phase 2
# MaterialName  \tAustenite
# GRID: HexGrid
# XSTEP: 0.500000
# NCOLS_ODD: 7
# NROWS: 5
# OPERATOR: \tM\u00fcller
# NOTES: Start
# deformed by 5 %
# NOTES: End
# exported by hand
# HEADER: End
"""


def ang():
    rows = [f"  1.00000  0.50000  2.00000  {x * 0.5:8.5f} {y * 0.5:8.5f} 145.0 0.665 1 145 0.7\n"
            for y in range(5) for x in range(7)]
    return (ANG + "".join(rows)).encode("latin-1")


CTF = """Channel Text File
Prj\tC:\\maps\\bone.cpr
Author\t[Unknown]
JobMode\tGrid
XCells\t7
YCells\t5
XStep\t0,5
YStep\t0,25
Euler angles refer to Sample Coordinate system (CS0)!\tMag\t500\tKV\t15\tTiltAngle\t70
Phases\t2
2,866;2,866;2,866\t90;90;90\tIron bcc\t11\t229\t3803863129_5.0.6.3\t-906185425\tnote
3.66;3.66;3.66\t90;90;90\tIron fcc\t11\t225
Phase\tX\tY\tBands\tEuler1
"""


def ctf():
    rows = [f"1\t{x * 0.5:.4f}\t{y * 0.25:.4f}\t7\t21.84\n".replace(".", ",")
            for y in range(5) for x in range(7)]
    return (CTF + "".join(rows)).replace("\n", "\r\n").encode()


CPR = "[General]\r\nVersion=5.0\r\nNotes=two phases\r\n\r\n[Job]\r\nkV=25\r\nGridDistX=0.5\r\n" \
      "xCells=7\r\n\r\n[Acquisition Surface]\r\nEuler1=-90.0\r\n\r\n[Phase1]\r\nStructureName=Iron\r\n"

NORDIF = """[NORDIF]\t\t
Software version\t3.1.2\t
\t\t
[Microscope]\t\t
Model\tSU-7000\t
Accelerating voltage\t20\tkV
Tilt angle\t70\t\u00b0
\t\t
[Acquisition settings]\t\t
Resolution\t60x50\tpx
\t\t
[Phase 1]\t\t
Name\tNi\t
\t\t
[Phase 2]\t\t
Name\tAl\t
\t\t
[Area]\t\t
Top\t89.200 (223)\t\u00b5m (px)
Number of samples\t7x5\t#
"""


def up2(version=3):
    head = struct.pack("<4I", version, 7, 5, 42 if version >= 3 else 16)
    if version >= 3:
        head += struct.pack("<BIIBdd", 1, 3, 2, 0, 0.5, 0.25)
    return head + bytes(7 * 5 * 2 * 6)


def ebsp(version=5, count=3):
    """Patterns of 7 x 5 pixels of which the second is not kept."""
    start = {0: 0}.get(version, 9 if version > 3 else 8)
    kept = [index for index in range(count) if index != 1]
    head = b"" if version == 0 else struct.pack("<q", -version) + (b"\x01" if version > 3 else b"")
    patterns, places = b"", [0] * count
    for index in kept:
        places[index] = start + count * 8 + len(patterns)
        if version >= 5:
            patterns += struct.pack("<2i", index, 0)
        patterns += struct.pack("<4i", 0, 5, 7, 35) + bytes(35)
        if version > 1:
            patterns += struct.pack("<?d?d", True, index * 0.5, True, 0.25)
        elif version == 1:
            patterns += struct.pack("<2d", index * 0.5, 0.25)
    return head + struct.pack(f"<{count}q", *places) + patterns


SAMPLES = [
    Sample("ang/two-phases.ang", ang(), [
        fact("ang.SampleTiltAngle", "70", unit="deg"),
        fact("ang.WorkingDistance", "23.000000", unit="mm", si=0.023),
        fact("ang.Phase.MaterialName", "Austenite", element=[1]),
        fact("ang.Phase.LatticeConstants", "2.866, 2.866, 2.866, 90.000, 90.000, 90.000",
             element=[0]),
        fact("ang.Phase.hklFamilies", "2, 0, 0, 1, 0.000000, 1", element=[0, 1]),
        fact("ang.Phase.Categories", "0, 1, 0", element=[0]),
        fact("ang.GRID", "HexGrid"),
        fact("ang.XSTEP", "0.500000", unit="um", si=5e-7),
        fact("ang.OPERATOR", "M\u00fcller"),
        fact("ang.NOTES", "deformed by 5 %"),
        fact("ang.comment", "exported by hand"),
        fact("ang.Table.RowCount", "35"),
        fact("ang.Table.ColumnCount", "10"),
        fact("ang.Table.x", "0, 3", unit="um"),
        fact("ang.Table.y", "0, 2", unit="um"),
    ]),
    Sample("ctf/two-phases.ctf", ctf(), [
        fact("ctf.Prj", "C:\\maps\\bone.cpr"),
        fact("ctf.XStep", "0,5", unit="um", si=5e-7, why="a decimal comma"),
        fact("ctf.EulerAngles", "Euler angles refer to Sample Coordinate system (CS0)!"),
        fact("ctf.KV", "15", unit="kV", si=15000.0),
        fact("ctf.Phases", "2"),
        fact("ctf.Phase.LatticeConstants", "2,866, 2,866, 2,866", element=[0], unit="\u00c5"),
        fact("ctf.Phase.Name", "Iron fcc", element=[1]),
        fact("ctf.Phase.Comment", "note", element=[0]),
        fact("ctf.Columns", "Bands", element=[3]),
        fact("ctf.Table.RowCount", "35"),
        fact("ctf.Table.y", "0, 1", unit="um"),
    ]),
    Sample("cpr/bone.cpr", CPR.encode(), [
        fact("cpr.General.Notes", "two phases"),
        fact("cpr.Job.kV", "25", unit="kV", si=25000.0),
        fact("cpr.Job.GridDistX", "0.5", unit="um", si=5e-7),
        fact("cpr.`Acquisition Surface`.Euler1", "-90.0", unit="deg"),
        fact("cpr.Phase1.StructureName", "Iron"),
    ]),
    Sample("nordif/Setting.txt", NORDIF.replace("\n", "\r\n").encode("latin-1"), [
        fact("nordif.NORDIF.`Software version`", "3.1.2"),
        fact("nordif.Microscope.`Accelerating voltage`", "20", unit="kV", si=20000.0),
        fact("nordif.Microscope.`Tilt angle`", "70", unit="\u00b0"),
        fact("nordif.`Acquisition settings`.Resolution", "60x50", unit="px"),
        fact("nordif.Phase.Name", "Al", element=[1]),
        fact("nordif.Area.Top", "89.200", unit="\u00b5m", si=8.92e-5),
        fact("nordif.Area.Top", "223", element=[1], unit="px"),
        fact("nordif.Area.`Number of samples`", "7x5"),
    ]),
    Sample("up/scan.up2", up2(), [
        fact("up.Version", "3"),
        fact("up.PatternWidth", "7", unit="px"),
        fact("up.PatternHeight", "5", unit="px"),
        fact("up.ScanWidth", "3", unit="px"),
        fact("up.ScanHeight", "2", unit="px"),
        fact("up.IsHexagonal", "false"),
        fact("up.StepX", "0.5", unit="um", si=5e-7),
    ]),
    Sample("up/line.up1", up2(1), [
        fact("up.PatternOffset", "16", unit="B"),
        absent("up.StepX", "version 1 states no step"),
    ]),
    Sample("ebsp/version5.ebsp", ebsp(), [
        fact("ebsp.Version", "5"),
        fact("ebsp.PatternCount", "3"),
        fact("ebsp.StoredPatternCount", "2"),
        fact("ebsp.Pattern.Rows", "5"),
        fact("ebsp.Pattern.Columns", "7"),
        fact("ebsp.Pattern.MapX", "0, 2"),
        fact("ebsp.Pattern.BeamX", "0, 1", unit="um"),
    ]),
    Sample("ebsp/version0.ebsp", ebsp(0), [
        fact("ebsp.Version", "0"),
        fact("ebsp.StoredPatternCount", "2"),
        fact("ebsp.Pattern.ByteCount", "35", unit="B"),
        absent("ebsp.Pattern.BeamX", "version 0 has no place of the beam"),
    ]),
    Sample("hostile/cut.ebsp", ebsp()[:60], [fact("ebsp.Version", "5"), issue("truncated")]),
    Sample("hostile/nowhere.ebsp", struct.pack("<q4q", -2, 0, 1 << 62, 0, 0), [
        fact("ebsp.Version", "2"), issue("truncated")]),
    Sample("hostile/cut.ctf", CTF[:200].encode(), [fact("ctf.XCells", "7"), issue("truncated")]),
]
