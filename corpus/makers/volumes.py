"""Volumes: FITS, NIfTI, Analyze, MGH, NRRD, MetaImage, PAR, ICS.

Sources are named beside the extractors.
"""

import gzip
import struct

from .sample import Sample, absent, fact, issue


def squeezed(content):
    return gzip.compress(content, mtime=0)


# FITS

def card(keyword, value=None, comment=None):
    if value is None:
        text = f"{keyword:<8}{comment or ''}"
    else:
        text = f"{keyword:<8}= {value}" + (f" / {comment}" if comment else "")
    assert len(text) <= 80, text
    return text.ljust(80)


def hdu(*cards, data=b""):
    header = "".join(cards) + "END".ljust(80)
    header = header.ljust((len(header) + 2879) // 2880 * 2880)
    return header.encode() + data.ljust((len(data) + 2879) // 2880 * 2880, b"\0")


FITS = hdu(
    card("SIMPLE", "T".rjust(20)), card("BITPIX", "16".rjust(20)), card("NAXIS", "2".rjust(20)),
    card("NAXIS1", "7".rjust(20)), card("NAXIS2", "5".rjust(20)),
    card("EXPTIME", "1.5D+01".rjust(20), "[s] exposure time"),
    card("OBJECT", "'Anna''s star'", "what it is"),
    card("LONGSTR", "'the first half, &'"), "CONTINUE  'and the second'".ljust(80),
    "HIERARCH ESO DET CHIP1 NAME = 'CCD-44' / name".ljust(80),
    card("COMMENT", comment=" binned by hand"), card("HISTORY", comment=" flat divided"),
    card("HISTORY", comment=" bias subtracted"), data=bytes(70),
) + hdu(
    card("XTENSION", "'BINTABLE'"), card("BITPIX", "8".rjust(20)), card("NAXIS", "2".rjust(20)),
    card("NAXIS1", "4".rjust(20)), card("NAXIS2", "3".rjust(20)), card("PCOUNT", "0".rjust(20)),
    card("GCOUNT", "1".rjust(20)), card("TFIELDS", "1".rjust(20)), card("TTYPE1", "'flux    '"),
    card("TFORM1", "'E       '"), card("TUNIT1", "'Jy      '"), data=bytes(12))

FITS_FACTS = [
    fact("fits.NAXIS1", "7", element=[]),
    fact("fits.NAXIS2", "5", element=[]),
    fact("fits.EXPTIME", "1.5D+01", unit="s", si=15.0),
    fact("fits.OBJECT", "Anna's star"),
    fact("fits.LONGSTR", "the first half, and the second"),
    fact("fits.ESO.DET.CHIP1.NAME", "CCD-44"),
    fact("fits.COMMENT", "binned by hand"),
    fact("fits.HISTORY", "bias subtracted", element=[1]),
    fact("fits.TTYPE1", "flux", element=[1]),
    fact("fits.TUNIT1", "Jy", element=[1]),
    fact("fits.HDUCount", "2"),
]


# NIfTI and Analyze

def nifti1(order="<", extension=b"", magic=b"n+1\0", voxels=True):
    header = bytearray(348)

    def put(offset, letters, *values):
        struct.pack_into(order + letters, header, offset, *values)

    put(0, "i", 348)
    put(40, "8h", 4, 7, 5, 3, 2, 1, 1, 1)
    put(70, "2h", 4, 16)
    put(76, "8f", 1, 1.5, 1.25, 2.5, 0.5, 0, 0, 0)
    put(108, "f", 352 + len(extension))
    put(112, "2f", 2, -1)
    header[123] = 2 + 8
    header[148:148 + 14] = b"a mouse, awake"
    put(252, "2h", 1, 4)
    put(268, "3f", -32, 40, 12.5)
    header[344:348] = magic
    flag = b"\1\0\0\0" if extension else bytes(4)
    return bytes(header) + flag + extension + (bytes(7 * 5 * 3 * 2 * 2) if voxels else b"")


def nifti_extension(order="<", code=6, text=b"anaesthetized with isoflurane"):
    content = text.ljust((len(text) + 8 + 15) // 16 * 16 - 8, b"\0")
    return struct.pack(order + "2i", len(content) + 8, code) + content


def nifti2(order="<"):
    header = bytearray(540)

    def put(offset, letters, *values):
        struct.pack_into(order + letters, header, offset, *values)

    put(0, "i", 540)
    header[4:12] = b"n+2\0\r\n\x1a\n"
    put(12, "2h", 512, 16)
    put(16, "8q", 3, 7, 5, 3, 1, 1, 1, 1)
    put(104, "8d", 1, 1.5, 1.25, 2.5, 0, 0, 0, 0)
    put(168, "q", 544)
    put(500, "i", 3)
    return bytes(header) + bytes(4) + bytes(7 * 5 * 3 * 2)


def analyze():
    header = bytearray(nifti1(magic=bytes(4), voxels=False)[:348])
    struct.pack_into("<5h", header, 253, 4, 3, 2, 0, 0)
    return bytes(header)


NIFTI_FACTS = [
    fact("nifti.dim", "4, 7, 5, 3, 2, 1, 1, 1"),
    fact("nifti.dim.x", "7"),
    fact("nifti.dim.z", "3"),
    fact("nifti.pixdim.x", "1.5", unit="mm", si=0.0015),
    fact("nifti.pixdim.y", "1.25", unit="mm"),
    fact("nifti.pixdim.t", "0.5", unit="s"),
    fact("nifti.descrip", "a mouse, awake"),
    fact("nifti.qoffset_x", "-32", unit="mm"),
]


# MGH

def mgh():
    header = struct.pack(">7i h 15f", 1, 7, 5, 3, 1, 3, 0, 1, 1.5, 1.25, 2.5,
                         -1, 0, 0, 0, 0, -1, 0, 1, 0, 4, 5, 6)
    footer = struct.pack(">5f", 2300, 0.157, 2.98, 900, 256)
    line = b"recon-all -s bert\0"
    return (header.ljust(284, b"\0") + bytes(7 * 5 * 3 * 4) + footer
            + struct.pack(">iq", 3, len(line)) + line)


MGH_FACTS = [
    fact("mgh.dims", "7, 5, 3, 1"),
    fact("mgh.dims.height", "5"),
    fact("mgh.delta.z", "2.5", unit="mm"),
    fact("mgh.tr", "2300", unit="ms", si=2.3),
    fact("mgh.tag.CMDLINE", "recon-all -s bert"),
]

# Text headers

NRRD = b"""NRRD0005
# made by hand
type: uint16
dimension: 3
space: left-posterior-superior
sizes: 7 5 3
space directions: (0.5,0,0) (0,0.25,0) (0,0,3)
space units: "um" "um" "um"
encoding: raw
endian: little
sample:=a leaf\\nof maize

""" + bytes(210)

METAIMAGE = b"""ObjectType = Image
NDims = 3
BinaryData = True
DistanceUnits = mm
ElementSpacing = 0.5 0.25 3
DimSize = 7 5 3
ElementType = MET_USHORT
ElementDataFile = LOCAL
""" + bytes(210)

PAR = b"""# === DATA DESCRIPTION FILE ===
#
# Research export V4.2
#
# === GENERAL INFORMATION ===
.    Patient name                       :   phantom
.    Repetition time [ms]               :   4.364
.    FOV (ap,fh,rl) [mm]                :   130.000  100.000  154.375
# === IMAGE INFORMATION DEFINITION ===
#  slice number                             (integer)
#  recon resolution (x y)                   (2*integer)
#  pixel spacing (x,y) (in mm)              (2*float)
#  contrast type                            (string)
# === IMAGE INFORMATION ===
  1  7 5  1.912 1.912  T1
  2  7 5  1.912 1.912  T1
# === END OF DATA DESCRIPTION FILE ===
""".replace(b"\n", b"\r\n")

ICS = b"""\t
ics_version\t2.0
filename\tcell
layout\tparameters\t4
layout\torder\tbits\tx\ty\tz
layout\tsizes\t16\t7\t5\t3
parameter\tscale\t1\t0.125\t0.25\t0.5
parameter\tunits\tbits\tmicrometers\tmicrometers\tmicrometers
sensor\ts_params\tNumAperture\t1.4
history\tauthor\tAnna
end
""" + bytes(210)

SAMPLES = [
    Sample("fits/image-and-table.fits", FITS, FITS_FACTS),
    Sample("fits/squeezed.fits.gz", squeezed(FITS), FITS_FACTS),
    Sample("hostile/absurd-axes.fits", hdu(
        card("SIMPLE", "T".rjust(20)), card("BITPIX", "-64".rjust(20)),
        card("NAXIS", "3".rjust(20)), card("NAXIS1", "9223372036854775807"),
        card("NAXIS2", "9223372036854775807"), card("NAXIS3", "2"),
        card("OBJECT", "'Vega'")), [fact("fits.OBJECT", "Vega")]),
    Sample("hostile/cut.fits", FITS[:700], [fact("fits.NAXIS1", "7"), issue("truncated")]),
    Sample("nifti/little.nii", nifti1(extension=nifti_extension()), NIFTI_FACTS + [
        fact("nifti.extension.edata", "anaesthetized with isoflurane")]),
    Sample("nifti/big.nii", nifti1(">", nifti_extension(">")), NIFTI_FACTS),
    Sample("nifti/pair.hdr", nifti1(magic=b"ni1\0", voxels=False), NIFTI_FACTS),
    Sample("nifti/squeezed.nii.gz", squeezed(nifti1(extension=nifti_extension())), NIFTI_FACTS + [
        fact("nifti.extension.edata", "anaesthetized with isoflurane")]),
    Sample("nifti/second.nii", nifti2(), [
        fact("nifti.dim.x", "7"), fact("nifti.pixdim.z", "2.5", unit="um")]),
    Sample("hostile/extension-of-no-length.nii",
           nifti1(extension=struct.pack("<2i", 0, 6) + bytes(24)),
           [fact("nifti.dim.x", "7"), issue("malformed")]),
    Sample("hostile/cut.nii", nifti1()[:300], [issue("truncated", "malformed"), absent(
        "nifti.dim.x", "a header without its mark is none")][1:]),
    Sample("analyze/spm.hdr", analyze(), [
        fact("analyze.dim.x", "7"), fact("analyze.pixdim.z", "2.5", unit="mm"),
        fact("analyze.origin", "4, 3, 2, 0, 0")]),
    Sample("mgh/volume.mgh", mgh(), MGH_FACTS),
    Sample("mgh/volume.mgz", squeezed(mgh()), MGH_FACTS),
    Sample("hostile/cut.mgh", mgh()[:400], [fact("mgh.dims.width", "7"), issue("truncated")]),
    Sample("nrrd/attached.nrrd", NRRD, [
        fact("nrrd.sizes", "7 5 3"), fact("nrrd.sizes.0", "7"),
        fact("nrrd.space directions.1.length".replace("space directions", "`space directions`"),
             "0.25", unit="um", si=2.5e-7),
        fact("nrrd.sample", "a leaf\nof maize"), fact("nrrd.comment", "made by hand")]),
    Sample("hostile/no-end.nrrd", NRRD.replace(b"\n\n", b"\n").replace(b"5\n", b"5\r\n", 1), [
        fact("nrrd.encoding", "raw"), issue("malformed")]),
    Sample("metaimage/local.mha", METAIMAGE, [
        fact("metaimage.DimSize", "7 5 3"), fact("metaimage.DimSize.x", "7"),
        fact("metaimage.ElementSpacing.y", "0.25", unit="mm", si=0.00025),
        fact("metaimage.ElementDataFile", "LOCAL")]),
    Sample("par/phantom.par", PAR, [
        fact("par.`Repetition time`", "4.364", unit="ms", si=0.004364),
        fact("par.`FOV (ap,fh,rl)`", "130.000  100.000  154.375", unit="mm"),
        fact("par.image.`slice number`", "2", element=[1]),
        fact("par.image.`pixel spacing`", "1.912, 1.912", element=[], unit="mm"),
        fact("par.image.count", "2")]),
    Sample("hostile/short-row.par", PAR.replace(b"  1  7 5", b"  1  7"), [
        fact("par.`Patient name`", "phantom"), issue("malformed")]),
    Sample("ics/second.ics", ICS, [
        fact("ics.layout.sizes", "16, 7, 5, 3"), fact("ics.layout.sizes.x", "7"),
        fact("ics.parameter.scale.z", "0.5", unit="um", si=5e-7),
        fact("ics.sensor.s_params.NumAperture", "1.4"), fact("ics.history.author", "Anna")]),
]
