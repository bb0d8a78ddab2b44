"""Frames of Merlin cameras, and the text file beside them.

Source: Merlin User Manual, section on the MQ1 data header
"""

from .sample import Sample, fact, issue

DACS = ("3RX,068,511,000,000,000,000,000,000,100,255,100,125,100,100,080,100,090,030,128,004,255,"
        "126,128,174,172,511,511")


def frame(number, chips=1, depth="U16", size=384, pixels=True):
    thresholds = "4.000000E+1,5.110000E+2" + ",0.000000E+0" * 6
    text = (f"MQ1,{number:06},{size:05},{chips:02},0007,0005,{depth},   1x1,01,"
            f"2026-03-14 18:56:5{number}.151103,0.100000,0,0,0,{thresholds},"
            + ",".join([DACS] * chips)
            + f",MQ1A,2026-03-14T16:56:5{number}.151103718Z,100000000ns,12,")
    return text.encode().ljust(size) + (bytes(70) if pixels else b"")


HDR = """HDR,\t
Time and Date Stamp (day, mnth, yr, hr, min, s):\t14/03/2026 18:56:38
Chip ID:\tW559_G11, - , - , -\x20
Chip Mode  (SPM, CSM, CM, CSCM):\tSPM
Counter Depth (number):\t12
Sensor Bias (V):\t120 V
Software Version:\t1.5.0.197
End\t
"""

SAMPLES = [
    Sample("mib/three-frames.mib", b"".join(frame(number) for number in (1, 2, 3)), [
        fact("mib.PixelDimensionX", "0007", unit="px"),
        fact("mib.PixelDimensionY", "0005", unit="px"),
        fact("mib.AcquisitionShutterTime", "0.100000", unit="s"),
        fact("mib.Threshold0", "4.000000E+1", unit="keV"),
        fact("mib.Chip.Threshold0", "068"),
        fact("mib.Chip.TPRefB", "511"),
        fact("mib.CounterDepth", "12"),
        fact("mib.AcquisitionSequenceNumber", "000003", element=[2])]),
    Sample("mib/quad.mib", frame(1, chips=4, size=768), [
        fact("mib.NumberOfChips", "04"), fact("mib.Chip.DACFormat", "3RX", element=[3])]),
    Sample("mib/header.hdr", HDR.encode(), [
        fact("mib.`Chip ID`", "W559_G11, - , - , -"),
        fact("mib.`Software Version`", "1.5.0.197")]),
    Sample("hostile/cut.mib", frame(1) + frame(2)[:200], [
        fact("mib.PixelDimensionX", "0007", unit="px"), issue("truncated")]),
    Sample("hostile/lost-frame.mib", frame(1) + bytes(400), [
        fact("mib.AcquisitionSequenceNumber", "000001"), issue("malformed")]),
]
