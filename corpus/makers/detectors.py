"""Images of diffraction detectors: EDF, SMV, Bruker, Oxford Diffraction, mar345, MarCCD, CBF.

Sources are named beside the extractors.
"""

import struct

from .sample import Sample, fact, issue
from .tiffwriter import image, tiff


def braced(lines, length, end="}\n"):
    text = "{\n" + "".join(line + "\n" for line in lines)
    return text.encode() + b" " * (length - len(text) - len(end)) + end.encode()


def edf(number, exposure):
    return braced([
        "HeaderID = EH:00000%d:000000:000000 ;" % number, f"Image = {number} ;",
        "ByteOrder = LowByteFirst ;", "DataType = UnsignedShort ;", "Dim_1 = 7 ;", "Dim_2 = 5 ;",
        "Size = 70 ;", f"ExposureTime = {exposure} ;", "motor_mne = samx samy ;",
        f"motor_pos = 1.5 {number}.25 ;", "title = a leaf; dried ;"], 1024) + bytes(70)


SMV = braced([
    "HEADER_BYTES=512;", "DIM=2;", "BYTE_ORDER=little_endian;", "TYPE=unsigned_short;",
    "SIZE1=7;", "SIZE2=5;", "PIXEL_SIZE=0.0816;", "DISTANCE=150.5;", "WAVELENGTH=0.9793;",
    "TIME=2.5;", "DETECTOR_SN=442;"], 512) + bytes(70)


def bruker():
    lines = [("FORMAT", "86"), ("VERSION", "9"), ("HDRBLKS", "5"), ("TITLE", "a crystal"),
             ("TITLE", "grown slowly"), ("SOURCEK", "50.0"), ("NROWS", "5"), ("NCOLS", "7"),
             ("DISTANC", "6.0")]
    text = "".join(f"{name:<7}:{value:<72}" for name, value in lines)
    return text.encode().ljust(5 * 512, b" ") + bytes(70)


def oxford():
    lengths = (512, 768, 1024, 512, 2048)
    head = ("OD SAPPHIRE  3.0\r\nCOMPRESSION=TY1( 25.1)\r\nNX=   7 NY=   5 OI=    383 OL=      0 "
            f"\r\nNHEADER={256 + sum(lengths):7} NG={512:7} NS={768:7} NK={1024:7} NS={512:7} "
            f"NH={2048:7}\r\nNSUPPLEMENT=      0\r\nTIME=Mon Nov 12 16:42:13 2007\r\n")
    special = bytearray(768)
    struct.pack_into("<d", special, 480, 30.0)
    struct.pack_into("<2d", special, 568, 0.12, 0.12)
    gonio = bytearray(1024)
    struct.pack_into("<d", gonio, 584, 0.71073)
    struct.pack_into("<d", gonio, 712, 49.75)
    gonio[26:37] = b"C:\\calib.ge"
    return (head.encode().ljust(256) + bytes(512) + bytes(special) + bytes(gonio)
            + bytes(512 + 2048) + bytes(70))


def mar345():
    numbers = struct.pack("<16i", 1234, 7, 0, 1, 1, 35, 150, 150, 1541800, 200000, 0, 1000, 0, 0,
                          0, 0)
    text = ("mar research\nPROGRAM        mar345 Version 1.4\nWAVELENGTH     1.54180\n"
            "DISTANCE       200.0\nEND OF HEADER\n")
    return (numbers.ljust(128, b"\0") + text.encode()).ljust(4096) + bytes(70)


def marccd():
    content = bytearray(tiff([image(7, 5)]))
    header = bytearray(3072)
    struct.pack_into("<I", header, 0, 2)
    header[4:7] = b"MMX"
    struct.pack_into("<2I", header, 28, 1234, 1234)
    struct.pack_into("<2i", header, 640, 185_250, 1_024_500)
    struct.pack_into("<i", header, 656, 1500)
    struct.pack_into("<2i", header, 772, 79_346, 79_346)
    header[1152:1161] = b"a crystal"
    return bytes(content.ljust(1024, b"\0")) + bytes(header)


CBF = (b"""###CBF: VERSION 1.5, CBFlib v0.7.8
# made by hand
data_leaf_1
_diffrn.id DS1
loop_
_axis.id
_axis.type
GONIO_PHI rotation
DET_Z 'translation, slow'
_array_data.header_convention "PILATUS_1.2"
_array_data.header_contents
;
# Detector: PILATUS 2M, S/N 24-0107
# 2011-07-22T15:44:22.176
# Pixel_size 172e-6 m x 172e-6 m
# Silicon sensor, thickness 0.000320 m
# Exposure_time 0.0970000 s
# Wavelength 0.9793 A
# Beam_xy (738.03, 109.40) pixels
;
_array_data.data
;
--CIF-BINARY-FORMAT-SECTION--
Content-Type: application/octet-stream;
     conversions="x-CBF_BYTE_OFFSET"
X-Binary-Size: 35
X-Binary-Size-Fastest-Dimension: 7
X-Binary-Size-Second-Dimension: 5

""".replace(b"\n", b"\r\n") + b"\x0c\x1a\x04\xd5" + bytes(35)
       + b"\r\n--CIF-BINARY-FORMAT-SECTION----\r\n;\r\n_diffrn.crystal_id C1\r\n")

SAMPLES = [
    Sample("edf/two-images.edf", edf(1, 0.5) + edf(2, 0.75), [
        fact("edf.Dim_1", "7", element=[]), fact("edf.ExposureTime", "0.5", unit="s"),
        fact("edf.ExposureTime", "0.75", element=[1]), fact("edf.motor.samy", "2.25", element=[1]),
        fact("edf.title", "a leaf; dried"), fact("edf.ImageCount", "2")]),
    Sample("hostile/cut.edf", edf(1, 0.5)[:1060], [fact("edf.Dim_1", "7"), issue("truncated")]),
    Sample("hostile/open-brace.edf", edf(1, 0.5)[:200], [issue("truncated")]),
    Sample("smv/adsc.img", SMV, [
        fact("smv.SIZE1", "7"), fact("smv.PIXEL_SIZE", "0.0816", unit="mm", si=8.16e-5),
        fact("smv.WAVELENGTH", "0.9793", unit="Å"), fact("smv.TIME", "2.5", unit="s")]),
    Sample("gfrm/frame.gfrm", bruker(), [
        fact("gfrm.NCOLS", "7"), fact("gfrm.SOURCEK", "50.0", unit="kV", si=50000.0),
        fact("gfrm.TITLE", "grown slowly", element=[1])]),
    Sample("oxd/sapphire.img", oxford(), [
        fact("oxd.NX", "7"), fact("oxd.ExposureTime", "30", unit="s"),
        fact("oxd.RealPixelSizeX", "0.12", unit="mm"),
        fact("oxd.WavelengthAlpha", "0.71073", unit="Å"),
        fact("oxd.SpatialCorrectionFile", "C:\\calib.ge")]),
    Sample("hostile/cut-section.img", oxford()[:1000], [
        fact("oxd.NX", "7"), issue("truncated")]),
    Sample("mar345/plate.mar345", mar345(), [
        fact("mar345.Size", "7"), fact("mar345.PixelLength", "150", unit="um", si=0.00015),
        fact("mar345.WAVELENGTH", "1.54180"), fact("mar345.PROGRAM", "mar345 Version 1.4")]),
    Sample("marccd/frame.mccd", marccd(), [
        fact("marccd.distance", "185.25", unit="mm", si=0.18525),
        fact("marccd.exposure_time", "1500", unit="ms"),
        fact("tiff.ImageWidth", "7")]),
    Sample("hostile/cut.mccd", marccd()[:2000], [
        fact("marccd.distance", "185.25"), issue("truncated")]),
    Sample("cbf/pilatus.cbf", CBF, [
        fact("cbf.data_block", "leaf_1"), fact("cbf.axis.id", "DET_Z", element=[1]),
        fact("cbf.axis.type", "translation, slow"), fact("cbf.X-Binary-Size", "35", unit="B"),
        fact("cbf.diffrn.crystal_id", "C1"),
        fact("dectris.Detector", "PILATUS 2M, S/N 24-0107"),
        fact("dectris.Pixel_size.x", "172e-6 m", unit="m", si=0.000172),
        fact("dectris.Exposure_time", "0.0970000 s", si=0.097),
        fact("dectris.Beam_xy.y", "109.40", unit="px")]),
    Sample("hostile/cut-section.cbf", CBF[:CBF.index(b"\x0c\x1a") + 20], [
        fact("cbf.diffrn.id", "DS1"), issue("truncated")]),
]
