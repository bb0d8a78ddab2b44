"""NanoSIMS images, MDA scans, Quadstar scans, PHI and VAMAS spectra.

The sources are named in the extractors.
"""

import struct

from .sample import Sample, fact, issue


def nanosims(order="<"):
    """An image of 7 × 5 with one mass and one magnetic field."""
    def pack(letters, *values):
        return struct.pack(order + letters, *values)

    def species(label, number):
        return pack("4i1s64s3x15i", 0, 0, 1, 0, b"", label, number, 0, 1, *[0] * 12)

    main = pack("4i32s16si12x16s16s", 0, 1, 12106, -13353, b"IMAGE ACQUISITION", b"Ada", 4150,
                b"01.03.26", b"12:30")
    mask = pack("16s3i3h2x3i", b"cell.im", 100, 3, 0, 1, 0, 0, 0, 1, 20)
    autocal = pack("i64s2i", 0, b"", 0, 0)
    sigref = pack("i", 0) + species(b"", 0) + pack("3i", 0, 0, 0)
    masses = pack("i", 1) + bytes(40) + pack("2id2i2d", 1, 0, 12.5, 0, 0, 0.5, 65.536) + pack(
        "2i", 0, 893492) + species(b"12C", 6)
    poly = b"Poly_list".ljust(16, b"\0") + pack("2i", 0, 0)
    nano = pack("25i", 8, 0, 0, 0, 0, 0, 0, 7, 5, 0, 7, 0, 5, 1, 7, 1, 5, 0, 0, 0, 0, 0, 0, 0, 1)
    nano = (nano + bytes(288)).ljust(604, b"\0") + bytes(948)
    field = pack("4id6i", 1, 893492, 1000, 1000, 0.5, 0, 0, 365, 1630, 545, 1) + bytes(8)
    trolleys = b"".join(pack("64s2d", b"12C" if n == 1 else b"", 12.5, 600.5).ljust(192, b"\0")
                        for n in range(12)) + bytes(12 * 24)
    nano += field + trolleys
    beams = b"Anal_param_nano".ljust(16, b"\0") + pack("2i8x256s", 2, 0, b"first light")
    beams += pack("8s4i", b"Cs+", 36619, 0, 0, 0).ljust(160, b"\0") + pack("4d", 20.5, 1, 2, 8000)
    beams = beams.ljust(16 + 272 + 552, b"\0") + pack("d", -8001.5).ljust(192, b"\0") + bytes(808)
    beams += pack("i", 2306) + pack("i", 1).ljust(872, b"\0") + pack("80s32s256s", b"bone", b"Ada",
                                                                      b"method")
    image = pack("i6hi64s", 84, 0, 7, 5, 2, 1, 3, 20000, b"cell")
    body = main + mask + autocal + sigref + masses + poly + nano + beams + image
    return pack("3i", 11, 27, 12 + len(body)) + body + bytes(7 * 5 * 3 * 2)


def text(value):
    raw = value.encode()
    return struct.pack(">i", len(raw)) + (
        struct.pack(">i", len(raw)) + raw + bytes(-len(raw) % 4) if raw else b"")


def mda():
    """A scan of 3 points above three scans of 7 points, and two extra variables."""
    def scan(rank, points, lower, unit):
        return struct.pack(f">3i{len(lower)}i", rank, points, points, *lower) + text(
            "x:scan%d" % rank) + text("Mar 01, 2026 12:30:05.25") + struct.pack(
            ">4i", 1, 1, 1, 0) + b"".join(map(text, (
                "x:m1.VAL", "stage", "LINEAR", unit, "", "", ""))) + struct.pack(
            ">i", 0) + text("x:det") + text("counts") + text("") + struct.pack(
            ">i", 0) + text("x:go") + struct.pack(">f", 1) + bytes(points * 12)

    header = 4 * 8
    outer = len(scan(2, 3, [0] * 3, "mm"))
    inner = scan(1, 7, [], "deg")
    offsets = [header + outer + len(inner) * place for place in range(3)]
    extra = header + outer + 3 * len(inner)
    variables = struct.pack(">i", 2) + text("x:energy") + text("beam energy") + struct.pack(
        ">2i", 34, 1) + text("keV") + struct.pack(">d", 7.25) + text("x:note") + text("") + \
        struct.pack(">i", 0) + text("first light")
    return struct.pack(">f7i", 1.3, 17, 2, 3, 7, 1, extra, 0)[:28] + struct.pack(
        ">0i") + scan(2, 3, [o - 4 for o in offsets], "mm") + inner * 3 + variables


def fixed_mda():
    content = bytearray(mda())
    struct.pack_into(">i", content, 24, struct.unpack_from(">i", content, 24)[0] - 4)
    return bytes(content)


MDA = fixed_mda()


def quadstar():
    """A bargraph scan of two cycles and five masses."""
    header = struct.pack("<hi8B86sihi", 720, 12851, 7, 2, 5, 30, 12, 1, 3, 126, b"ada", 2, 0, 0)
    header = header.ljust(0xC2, b"\0") + struct.pack("<IHBHH", 1772368205, 0, 1, 259, 4)[:9]
    header = header.ljust(203, b"\0") + struct.pack("<H", 4)
    header = header.ljust(300, b"\0")
    cycle = b"".join(struct.pack("<2f", mass, 1e-9) for mass in (10, 11, 12, 13, 14.5))
    return header + b"".join(struct.pack("<II", seconds, 0) + b"\xfb" + bytes(4) + cycle
                             for seconds in (0, 20))


PHI = """SOFH
Platform: PC
Technique: XPS
InstrumentModel: VersaProbe 4
AcqFileDate: 2026 3 1
SourceAnalyserAngle: 45.5 d
AnalyserWorkFcn: 4.506 eV
SputterRate: 1.5 A/min
SpectralRegDef: 1 1 C1s 6 7 -0.1000 298.0000 278.0000 278.0000 298.0000 0.120000 224.00 AREA
SpectralRegDef: 2 1 O1s 8 5 -0.1000 545.0000 523.0000 523.0000 545.0000 0.120000 55.00 AREA
EOFH
""".encode() + bytes(64)

FORMAT = "VAMAS Surface Chemical Analysis Standard Data Transfer Format 1988 May 4"
VAMAS_HEAD = [FORMAT, "Institute", "Spectrometer 7", "Ada", "first light", 2, "two lines",
              "of a comment", "NORM", "REGULAR", 2, 1, "temperature", "K", 0, 0, 0, 0, 2]
VAMAS_FULL = ["C 1s", "bone", 2026, 3, 1, 12, 30, 5, 1, 1, "block comment", "XPS", 293.5, "Al",
              1486.5, 150, 200, 200, 54.5, 180, "FAT", 100, 1, 4.25, 0, 0, 0, 0, 0, "C1s", "", -1,
              "kinetic energy", "eV", 1190.5, 0.1, 1, "counts", "d", "pulse counting", 0.25, 3, 0,
              0, 0, 0, 1, "dose", "mA", 1.5]


def vamas(blocks=2, values=7):
    lines = list(VAMAS_HEAD)
    for number in range(blocks):
        lines += VAMAS_FULL + [values, 1, values] + list(range(1, values + 1))
    return "\r\n".join(map(str, lines + ["end of experiment", ""])).encode()


NANOSIMS_FACTS = [
    fact("nanosims.FileType", "27"),
    fact("nanosims.SampleY", "-13353", unit="um"),
    fact("nanosims.UserName", "Ada"),
    fact("nanosims.Frames", "3"),
    fact("nanosims.MassTable.Mass", "12.5", element=[0]),
    fact("nanosims.MassTable.Label", "12C", element=[0]),
    fact("nanosims.NanoSIMSHeader.WorkingFrameWidth", "7", unit="px"),
    fact("nanosims.BField.Bits", "893492", element=[0]),
    fact("nanosims.BField.Trolley.Radius", "600.5", element=[0, 1], unit="mm"),
    fact("nanosims.Comment", "first light"),
    fact("nanosims.PrimaryBeam.Raster", "20.5", unit="um"),
    fact("nanosims.SecondaryBeam.E0W", "-8001.5", unit="V"),
    fact("nanosims.SIMSHeader.SampleName", "bone"),
    fact("nanosims.Image.Width", "7", unit="px"),
    fact("nanosims.Image.Planes", "3"),
]

SAMPLES = [
    Sample("nanosims/little.im", nanosims(), NANOSIMS_FACTS),
    Sample("nanosims/big.im", nanosims(">"), NANOSIMS_FACTS),
    Sample("mda/grid.mda", MDA, [
        fact("mda.ScanNumber", "17"),
        fact("mda.Dimensions", "3, 7"),
        fact("mda.Scan.Positioner.Unit", "mm", element=[0, 0]),
        fact("mda.Scan.Positioner.Unit", "deg", element=[1, 0]),
        fact("mda.Scan.RequestedPoints", "7", element=[1]),
        fact("mda.Scan.LowerScan.Time", "Mar 01, 2026 12:30:05.25", element=[0, 2]),
        fact("mda.ExtraPV.Value", "7.25", element=[0], unit="keV"),
        fact("mda.ExtraPV.Value", "first light", element=[1])]),
    Sample("quadstar/bargraph.sbc", quadstar(), [
        fact("quadstar.DateTime", "2026-03-01T12:30:05"),
        fact("quadstar.UserName", "ada"),
        fact("quadstar.MassCount", "5"),
        fact("quadstar.Masses", "10, 11, 12, 13, 14.5", unit="u"),
        fact("quadstar.Times", "0, 20", unit="s")]),
    Sample("phi/survey.spe", PHI, [
        fact("phi.InstrumentModel", "VersaProbe 4"),
        fact("phi.SourceAnalyserAngle", "45.5", unit="deg"),
        fact("phi.AcqFileDate", "2026 3 1"),
        fact("phi.SputterRate", "1.5", unit="Å/min"),
        fact("phi.SpectralReg.PassEnergy", "55.00", element=[1], unit="eV")]),
    Sample("vamas/two-blocks.vms", vamas(), [
        fact("vamas.InstrumentModelIdentifier", "Spectrometer 7"),
        fact("vamas.Comment", "two lines\nof a comment"),
        fact("vamas.Block.DateTime", "2026-03-01T12:30:05", element=[1]),
        fact("vamas.Block.ExperimentalVariableValue", "293.5", element=[0, 0], unit="K"),
        fact("vamas.Block.AnalysisSourceCharacteristicEnergy", "1486.5", element=[0], unit="eV"),
        fact("vamas.Block.AbscissaStart", "1190.5", element=[0], unit="eV"),
        fact("vamas.Block.AdditionalParameter.Value", "1.5", element=[1, 0], unit="mA"),
        fact("vamas.Block.CorrespondingVariable.Maximum", "7", element=[1, 0])]),
    Sample("hostile/cut.im", nanosims()[:5000], [
        fact("nanosims.UserName", "Ada"), issue("truncated")]),
    Sample("hostile/absurd-points.mda", MDA[:32] + b"\x7f\xff\xff\xff" + MDA[36:], [
        fact("mda.ScanNumber", "17"), issue("malformed")]),
    Sample("hostile/cut.mda", MDA[:100], [fact("mda.ScanNumber", "17"), issue("truncated")]),
    Sample("hostile/absurd-cycles.sbc",
           quadstar()[:100] + b"\xff\xff\xff\x7f" + quadstar()[104:], [
               fact("quadstar.UserName", "ada"), issue("malformed")]),
    Sample("hostile/no-end.spe", PHI[:120], [fact("phi.Platform", "PC"), issue("truncated")]),
    Sample("hostile/cut.vms", vamas()[:700], [
        fact("vamas.Block.Technique", "XPS", element=[0]), issue("truncated", "malformed")]),
]
