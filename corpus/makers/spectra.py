"""X-ray and gamma spectra, diffraction scans and atom-probe data: headers of fixed layout, and text.

Sources: see the extractors.
"""

import struct

from .sample import Sample, absent, fact, issue


def placed(byte_count, order, *fields):
    """A header of zeros with fields (offset, letters, values …) put into it."""
    header = bytearray(byte_count)
    for offset, letters, *values in fields:
        struct.pack_into(order + letters, header, offset, *values)
    return bytes(header)


# EDAX

def spc(version=0.7):
    head = placed(
        20994, "<", (0, "ff", version, 3.5), (8, "8s", b"spot7"), (16, "hBBBBBB", 2026, 14, 3, 26, 9, 0, 53),
        (24, "iih", 20994, 3840, 7), (64, "40s216s", b"bone", b"B17 cortical"), (384, "ihhf", 10, 102, 4, 60),
        (448, "fffff", 0, 10.25, 59.5, 15, 35), (472, "fI", 129.5, 62), (508, "ff", 45, 35.5),
        (532, "f", 15), (638, "h48H", 2, 8, 20, *[0] * 46), (832, "2f", 0.525, 3.69),
        (1342, "h", 1), (1632, "8s", b"Ca K"), (20224, "256s", b"C:\\spot7.spc"),
        (20736, "f", 6.4), (20800, "h2h", 2, 8, 20))
    return head if version >= 0.7 else head[:20736]


def ipr(version=334):
    head = placed(
        264, "<", (0, "HH8sHHHHIH", version, 2, b"CaK", 0, 255, 2, 1, 200, 0), (26, "H", 102),
        (52, "HhhIHff", 150, 15, 35, 2000, 10, 0.5, 0.25), (72, "H32s", 1, b"a remark"),
        (218, "H2H", 2, 7, 9), (252, "f", 6.5))
    return head if version >= 334 else head[:252]


SPD = placed(1068, "<", (0, "16s", b"MAPSPECTRA_DATA"),
             (16, "8i", 1, 35, 7, 5, 4096, 2, 1068, 3), (48, "120s", b"C:\\map7.ipr"))


# Bruker's handheld spectrometers

def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def record(kind, content):
    return struct.pack("<HI", kind, len(content)) + content


def pdz25():
    instrument = (wide("900F1234") + wide("b7") + struct.pack("<4Bh", 45, 12, 52, 63, 25)
                  + wide("SDD") + wide("Rh tube") + b"\x08\x03" + wide("8 mm"))
    spectrum = struct.pack("<5I5f2f", 1, 900, 800, 700, 5, 60.5, 60, 1.5, 0.5, 58, 40, 12.5)
    spectrum += struct.pack("<6hh2fi", 13, 305, 22, 25, 0, 0, 4, -35.5, 77, 0)
    spectrum += struct.pack("<fhf", 19.5, 0, 0.25)
    spectrum += struct.pack("<8H", 2026, 3, 6, 14, 9, 26, 53, 0) + struct.pack("<fhhh", 1013, 7, 30, 0)
    spectrum += wide("on") + struct.pack("<h", 0) + struct.pack("<7I", *range(7))
    custom = struct.pack("<h", 2) + wide("Sample") + wide("B17") + wide("Site") + wide("left")
    return (record(25, "pdz25".encode("utf-16-le") + struct.pack("<I", 1)) + record(1, instrument)
            + record(3, spectrum) + record(9, custom) + record(777, b"something else"))


PDZ24 = placed(
    400, "<", (0, "Hi", 0x0101, 24), (6, "H", 7), (50, "d", 20.5),
    (146, "7H", 2026, 3, 6, 14, 9, 26, 53), (162, "ff", 40, 11.5), (342, "ffff", 61, 2, 0, 59))


# Diffraction

def raw1():
    def scan(steps, following):
        return struct.pack("<IffI4xffff32sff72xI", steps, 1.5, 0.02, 0, 10, 5, -1e6, -1e6, b"quartz",
                           1.5406, 1.5444, following) + bytes(4 * steps)
    return b"RAW " + scan(7, 1) + b"RAW " + scan(5, 0)


def raw2():
    head = placed(256, "<", (0, "4sH", b"RAW2", 1), (168, "20s2sfff", b"14-Mar-2026 09:26", b"Cu", 1.5406, 1.5444, 0.5),
                  (210, "f", 700))
    return head + placed(60, "<", (0, "HH", 60, 7), (8, "fff", 2, 0.02, 10), (46, "H", 295)) + bytes(28)


def raw3():
    head = placed(712, "<", (0, "8sII10s10s72s", b"RAW1.01", 1, 1, b"03/14/26", b"09:26:53", b"mueller"),
                  (326, "60s", b"B17"), (386, "160s", b"calcined"), (608, "4s", b"Cu"),
                  (616, "5d", 1.5418, 1.5406, 1.5444, 1.3922, 0.5), (664, "f", 700))
    scan = placed(304, "<", (0, "II2d", 304, 7, 5, 10), (100, "f", 850), (176, "d", 0.02), (192, "f", 1.5),
                  (224, "II", 40, 30), (240, "d", 1.5406), (252, "II", 4, 0))
    return head + scan + bytes(28)


def raw4():
    def segment(kind, content):
        return struct.pack("<II", kind, 8 + len(content)) + content
    head = placed(61, "<", (0, "7s", b"RAW4.00"), (12, "12s10s", b"03/14/2026", b"09:26:53"))
    named = segment(10, struct.pack("<I24s", 0, b"SAMPLEID") + b"B17\0")
    hardware = segment(30, bytes(64) + struct.pack("<5d4x4s", 1.5418, 1.5406, 1.5444, 1.3922, 0.5, b"Cu"))
    drive = segment(50, struct.pack("<I24s20xd", 0, b"2Theta", 10))
    scan = placed(160, "<", (0, "I", 0), (32, "24s", b"Locked Coupled"), (72, "ddIf", 10, 0.02, 7, 1.5),
                  (100, "ff", 40, 30), (112, "d", 1.5406), (136, "II", 4, len(drive)))
    return head + named + hardware + scan + drive + bytes(28)


RAS = """*RAS_DATA_START
*RAS_HEADER_START
*FILE_OPERATOR "M\u00fcller"
*FILE_SAMPLE "B17"
*HW_XG_WAVE_LENGTH_ALPHA1 "1.540593"
*MEAS_COND_XG_VOLTAGE "40"
*MEAS_COND_AXIS_NAME-0 "CBO"
*RAS_HEADER_END
*RAS_INT_START
10.0000 7.0000 1.0000
*RAS_INT_END
*RAS_HEADER_START
*FILE_SAMPLE "B18"
*RAS_HEADER_END
*RAS_INT_START
10.0000 5.0000 1.0000
*RAS_INT_END
*RAS_DATA_END
"""

UXD = """; Sample 7
_FILEVERSION=2
_SAMPLE='quartz'
_WL1 = 1.540600
_ANODE = 'Cu'
; (Data for Range number 1)
_STEPTIME = 1.500000
_STEPSIZE = 0.020000
_START=10.000000
_COUNTS
      7      5      3
; (Data for Range number 2)
_STEPTIME = 3.000000
_COUNTS
      1
"""


# Gamma spectra

SPE = """$SPEC_ID:
bone, 7 days
$SPEC_REM:
DET# 1
DETDESC# HPGe
$DATE_MEA:
03/14/2026 09:26:53
$MEAS_TIM:
59 61
$DATA:
0 4
       7
       5
       3
       0
       1
$ROI:
0
$ENER_FIT:
0.500000 0.250000
$MCA_CAL:
3
5.000000E-001 2.500000E-001 0.000000E+000 keV
"""

MCA = """<<PMCA SPECTRUM>>
TAG - live_data
GAIN - 2
LIVE_TIME - 59.5
REAL_TIME - 61.25
START_TIME - 03/14/2026 09:26:53
SERIAL_NUMBER - 1234
<<CALIBRATION>>
LABEL - Channel
14 5.9
26 17.44
<<DATA>>
7
5
<<END>>
<<DP5 CONFIGURATION>>
RESC=Y;    Reset Configuration
GAIN=40.009;    Total Gain
<<DP5 CONFIGURATION END>>
<<DPP STATUS>>
Device Type: DP5
Fast Count: 700
<<DPP STATUS END>>
"""

CHN = placed(60, "<", (0, "hhh2sII8s4shh", -1, 1, 2, b"53", 3050, 2950, b"14MAR261", b"0926", 0, 7))


def cnf():
    blocks = [(0, 1024), (1, 2048), (5, 3072)]
    head = bytearray(112)
    for kind, place in blocks:
        head += placed(48, "<", (0, "4B", kind, 0x20, 1, 0), (10, "I", place))
    acquisition = bytearray(1024)
    struct.pack_into("<4B", acquisition, 0, 0, 0x20, 1, 0)
    struct.pack_into("<HH", acquisition, 34, 0, 300)
    acquisition[176:179] = b"PHA"
    struct.pack_into("<H", acquisition, 186, 16)
    ticks = (3506716800 + 1773480413) * 10_000_000
    struct.pack_into("<QQQ", acquisition, 349, ticks, ~610_000_000 & (1 << 64) - 1,
                     ~595_000_000 & (1 << 64) - 1)
    for index, value in enumerate((0.5, 0.25, 0)):
        bits, = struct.unpack("<I", struct.pack("<f", value * 4))
        struct.pack_into("<HH", acquisition, 116 + index * 4, bits >> 16, bits & 0xFFFF)
    sample = placed(1024, "<", (0, "4B", 1, 0x20, 1, 0), (48, "32s48s", b"B17", b"bone"))
    return bytes(head).ljust(1024, b"\0") + bytes(acquisition) + sample + b"\x05\x20\x01\0" + bytes(600)


def apt():
    def utf16(text, count):
        return text.encode("utf-16-le").ljust(count * 2, b"\0")
    head = b"APT\0" + struct.pack("<ii", 540, 2) + utf16("R7.rhit", 256)
    head += struct.pack("<QQ", 134179264130000000, 35)
    for name, unit, size in (("Mass", "Da", 4), ("Position", "nm", 12)):
        head += b"SEC\0" + struct.pack("<ii", 148, 2) + utf16(name, 32)
        head += struct.pack("<iIIIii", 1, 1, 1, 3, 32, size) + utf16(unit, 16)
        head += struct.pack("<QQ", 35, 35 * size) + bytes(35 * size)
    return head


HITACHI = "[SemImageFile]\r\nInstructName=SU7000\r\nAcceleratingVoltage=15000 Volt\r\n" \
          "WorkingDistance=9800 um\r\nPixelSize=12.5\r\nDate=14/03/2026\r\n"
JEOL_SEM = "$CM_FORMAT JEOL_SEM\r\n$CM_TITLE B17\r\n$CM_ACCEL_VOLT 15.00\r\n$CM_MAG 2000\r\n" \
           "$SM_WD 10.1\r\n$SM_MICRON_MARKER 10um\r\n"
TESCAN = "[MAIN]\r\nAccFrames=1\r\nCompany=TESCAN\r\nPixelSizeX=6.5e-09\r\n\r\n[SEM]\r\nHV=15000.0\r\n" \
         "WD=0.0098\r\nStageTilt=-1.5\r\n"

SAMPLES = [
    Sample("edax-spc/version070.spc", spc(), [
        fact("edax-spc.collectDateYear", "2026"),
        fact("edax-spc.materialLabel", "bone"),
        fact("edax-spc.sampleLabel", "B17 cortical"),
        fact("edax-spc.evPerChan", "10", unit="eV"),
        fact("edax-spc.liveTime", "59.5", unit="s", si=59.5),
        fact("edax-spc.kV", "15", unit="kV", si=15000.0),
        fact("edax-spc.at", "8, 20"),
        fact("edax-spc.energy", "0.525, 3.69", unit="keV"),
        fact("edax-spc.roiNames", "Ca K"),
        fact("edax-spc.longFileName", "C:\\spot7.spc"),
        fact("edax-spc.zAtoms", "8, 20"),
    ]),
    Sample("edax-spc/version061.spc", spc(0.61), [
        fact("edax-spc.fVersion", "0.61"),
        fact("edax-spc.numPts", "7"),
        absent("edax-spc.zAtoms", "version 0.61 ends before"),
    ]),
    Sample("edax-ipr/version334.ipr", ipr(), [
        fact("edax-ipr.label", "CaK"),
        fact("edax-ipr.accV", "150", unit="hV", si=15000.0, why="in units of 100 V"),
        fact("edax-ipr.mag", "2000"),
        fact("edax-ipr.wd", "10", unit="mm", si=0.01),
        fact("edax-ipr.mppX", "0.5", unit="um", si=5e-7),
        fact("edax-ipr.charText", "a remark"),
        fact("edax-ipr.timeConstantNew", "6.5", unit="us"),
    ]),
    Sample("edax-ipr/version333.ipr", ipr(333), [
        fact("edax-ipr.mppY", "0.25", unit="um"),
        absent("edax-ipr.timeConstantNew", "version 333 ends before"),
    ]),
    Sample("edax-spd/map.spd", SPD, [
        fact("edax-spd.nPoints", "7", unit="px"),
        fact("edax-spd.nLines", "5", unit="px"),
        fact("edax-spd.nChannels", "4096"),
        fact("edax-spd.fName", "C:\\map7.ipr"),
    ]),
    Sample("pdz/version25.pdz", pdz25(), [
        fact("pdz.XRFInstrument.serial_number", "900F1234"),
        fact("pdz.XRFInstrument.tube_target_element", "45"),
        fact("pdz.XRFInstrument.collimator_type", "8 mm"),
        fact("pdz.XRFSpectrum.tube_voltage", "40", unit="kV", si=40000.0),
        fact("pdz.XRFSpectrum.filters.filter_element", "22", element=[1]),
        fact("pdz.XRFSpectrum.acquisition_date_time", "2026-03-14T09:26:53"),
        fact("pdz.XRFSpectrum.illumination", "on"),
        fact("pdz.UserCustomFields.fields.field_value", "left", element=[1]),
        fact("pdz.Record777", "(14 bytes) something else"),
    ]),
    Sample("pdz/version24.pdz", PDZ24, [
        fact("pdz.num_channels", "7"),
        fact("pdz.acquisition_date_time", "2026-03-14T09:26:53"),
        fact("pdz.xray_voltage_kv", "40", unit="kV"),
        fact("pdz.live_time", "59", unit="s"),
    ]),
    Sample("brukerraw/version1.raw", raw1(), [
        fact("brukerraw.Range.STEPS", "7", element=[0]),
        fact("brukerraw.Range.STEPS", "5", element=[1]),
        fact("brukerraw.Range.SAMPLE_NAME", "quartz", element=[1]),
        fact("brukerraw.Range.K_ALPHA1", "1.5406", element=[0], unit="\u00c5"),
    ]),
    Sample("brukerraw/version2.raw", raw2(), [
        fact("brukerraw.ANODE_MATERIAL", "Cu"),
        fact("brukerraw.LAMDA1", "1.5406", unit="\u00c5"),
        fact("brukerraw.Range.STEP_SIZE", "0.02", element=[0], unit="deg"),
        fact("brukerraw.Range.TEMP_IN_K", "295", element=[0], unit="K"),
    ]),
    Sample("brukerraw/version3.raw", raw3(), [
        fact("brukerraw.USER", "mueller"),
        fact("brukerraw.SAMPLE_ID", "B17"),
        fact("brukerraw.COMMENT", "calcined"),
        fact("brukerraw.ALPHA1", "1.5406", unit="\u00c5"),
        fact("brukerraw.Range.GENERATOR_VOLTAGE", "40", element=[0], unit="kV", si=40000.0),
        fact("brukerraw.Range.STEP_SIZE", "0.02", element=[0], unit="deg"),
        fact("brukerraw.Range.USED_LAMBDA", "1.5406", element=[0]),
    ]),
    Sample("brukerraw/version4.raw", raw4(), [
        fact("brukerraw.MEASURE_DATE", "03/14/2026"),
        fact("brukerraw.SAMPLEID", "B17"),
        fact("brukerraw.ANODE_MATERIAL", "Cu"),
        fact("brukerraw.Range.SCAN_TYPE", "Locked Coupled", element=[0]),
        fact("brukerraw.Range.Drive.NAME", "2Theta", element=[0, 0]),
        fact("brukerraw.Range.Drive.START", "10", element=[0, 0]),
    ]),
    Sample("ras/two-scans.ras", RAS.encode("latin-1"), [
        fact("ras.Scan.FILE_OPERATOR", "M\u00fcller", element=[0]),
        fact("ras.Scan.FILE_SAMPLE", "B18", element=[1]),
        fact("ras.Scan.MEAS_COND_XG_VOLTAGE", "40", element=[0], unit="kV", si=40000.0),
        fact("ras.Scan.MEAS_COND_AXIS_NAME-0", "CBO", element=[0]),
    ]),
    Sample("uxd/two-ranges.uxd", UXD.encode(), [
        fact("uxd.comment", "Sample 7"),
        fact("uxd.SAMPLE", "quartz"),
        fact("uxd.WL1", "1.540600", unit="\u00c5"),
        fact("uxd.Range.STEPTIME", "3.000000", element=[1], unit="s"),
    ]),
    Sample("iaeaspe/bone.spe", SPE.replace("\n", "\r\n").encode(), [
        fact("iaeaspe.SPEC_ID", "bone, 7 days"),
        fact("iaeaspe.SPEC_REM", "DETDESC# HPGe", element=[1]),
        fact("iaeaspe.MEAS_TIM", "59, 61", unit="s"),
        fact("iaeaspe.DATA", "0, 4"),
        fact("iaeaspe.ENER_FIT", "0.500000, 0.250000"),
    ]),
    Sample("mca/bone.mca", MCA.encode(), [
        fact("mca.TAG", "live_data"),
        fact("mca.LIVE_TIME", "59.5", unit="s", si=59.5),
        fact("mca.CALIBRATION.LABEL", "Channel"),
        fact("mca.CALIBRATION.point", "26, 17.44", element=[1]),
        fact("mca.`DP5 CONFIGURATION`.GAIN", "40.009"),
        fact("mca.`DPP STATUS`.`Fast Count`", "700"),
    ]),
    Sample("ortec-chn/bone.chn", CHN, [
        fact("ortec-chn.LiveTimeTicks", "2950"),
        fact("ortec-chn.StartDate", "14MAR261"),
        fact("ortec-chn.StartTime", "0926"),
        fact("ortec-chn.ChannelCount", "7"),
    ]),
    Sample("cnf/bone.cnf", cnf(), [
        fact("cnf.SampleName", "B17"),
        fact("cnf.SampleDescription", "bone"),
        fact("cnf.AcquisitionStart", "2026-03-14T09:26:53"),
        fact("cnf.RealTime", "61", unit="s", si=61.00000000000001),
        fact("cnf.ChannelCount", "4096"),
        fact("cnf.EnergyCalibration", "0.5, 0.25, 0", unit="keV"),
    ]),
    Sample("apt/tip.apt", apt(), [
        fact("apt.wcFilename", "R7.rhit"),
        fact("apt.llIonCount", "35"),
        fact("apt.Section.wcSectionType", "Position", element=[1]),
        fact("apt.Section.wcDataUnit", "nm", element=[1]),
        fact("apt.Section.llRecordCount", "35", element=[0]),
    ]),
    Sample("hitachi-sem/image.txt", HITACHI.encode(), [
        fact("hitachi-sem.SemImageFile.InstructName", "SU7000"),
        fact("hitachi-sem.SemImageFile.PixelSize", "12.5", unit="nm", si=1.25e-8),
        fact("hitachi-sem.SemImageFile.WorkingDistance", "9800 um", unit="um", si=0.0098),
    ]),
    Sample("jeol-sem/image.txt", JEOL_SEM.encode(), [
        fact("jeol-sem.$CM_ACCEL_VOLT", "15.00", unit="kV", si=15000.0),
        fact("jeol-sem.$CM_MAG", "2000"),
        fact("jeol-sem.$SM_WD", "10.1", unit="mm"),
    ]),
    Sample("tescan-sem/image.hdr", TESCAN.encode(), [
        fact("tescan-sem.MAIN.PixelSizeX", "6.5e-09", unit="m", si=6.5e-9),
        fact("tescan-sem.SEM.HV", "15000.0", unit="V", si=15000.0),
        fact("tescan-sem.SEM.StageTilt", "-1.5", unit="deg"),
    ]),
    Sample("hostile/cut.pdz", pdz25()[:200], [
        fact("pdz.XRFInstrument.serial_number", "900F1234"), issue("truncated", "malformed")]),
    Sample("hostile/endless.raw", raw4()[:-28] + struct.pack("<II", 10, 0) + bytes(64), [
        fact("file.type", "brukerraw"), issue("malformed", "truncated")]),
    Sample("hostile/cut.apt", apt()[:720], [
        fact("apt.wcFilename", "R7.rhit"), issue("truncated")]),
]
