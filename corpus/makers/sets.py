"""Data sets of several files: what belongs together, and what only looks so.

`corpus/sets.json` says which files each asset has, the main one first.
"""

import json

from . import cellsens, compound, merlin, microscopes, ome, tia, volumes
from .dicom import Writer, meta
from .mrc import mrc
from .sample import Sample
from .tiffwriter import ascii_text, image, tiff


def content(module, path):
    """The bytes of a sample that a module makes."""
    return next(sample.content for sample in module.SAMPLES if sample.path == path)


def ome_part(number):
    """One of the two files of an OME-TIFF set; each holds the XML of both."""
    blocks = "".join(
        f'<TiffData FirstC="{channel}" IFD="0" PlaneCount="3">'
        f'<UUID FileName="cells_C{channel}.ome.tif">urn:uuid:{channel}</UUID></TiffData>'
        for channel in range(2))
    pages = [image(7, 5, level=z + 1) for z in range(3)]
    pages[0].tags[270] = ascii_text(ome.document(blocks, f"urn:uuid:{number}"))
    return tiff(pages)


def slice_of(number, **more):
    return tiff([image(7, 5, level=number + 1, **more)])


def dicom(series, number):
    w = Writer()
    return (meta("1.2.840.10008.1.2.1") + w.element(0x00080060, "CS", "MR")
            + w.element(0x0020000E, "UI", f"1.2.3.{series}")
            + w.element(0x00200013, "IS", str(number)))


ZARRAY = {"zarr_format": 2, "shape": [3, 5, 7], "chunks": [1, 5, 7], "dtype": "|u1",
          "compressor": None, "fill_value": 0, "order": "C", "filters": None}
ZATTRS = {"multiscales": [{"version": "0.4", "name": "bone", "datasets": [{"path": "0"}]}]}
MHD = """ObjectType = Image
NDims = 3
DimSize = 7 5 3
ElementSpacing = 0.5 0.5 2
ElementType = MET_UCHAR
ElementDataFile = bone.raw
"""
MDOC = """PixelSpacing = 6.5
Voltage = 300
ImageFile = lamella.mrc

[ZValue = 0]
TiltAngle = -60.0
ExposureTime = 1.2
"""


def text(value):
    return json.dumps(value, indent=1).encode()


# The files of each asset, the main one first. A store's first name is its folder, which is no file.
SETS = [
    [("tia/grain.emi", content(tia, "emi/two-objects.emi")),
     ("tia/grain_1.ser", content(tia, "ser/images.ser")),
     ("tia/grain_2.ser", content(tia, "ser/spectra-32-bit.ser"))],
    [("tia/other_1.ser", content(tia, "ser/images.ser"))],
    [("merlin/scan.mib", content(merlin, "mib/three-frames.mib")),
     ("merlin/scan.hdr", content(merlin, "mib/header.hdr"))],
    [("merlin/alone.hdr", content(merlin, "mib/header.hdr"))],
    [("nifti/head.hdr", content(volumes, "nifti/pair.hdr")), ("nifti/head.img", bytes(210))],
    [("metaimage/bone.mhd", MHD.encode()), ("metaimage/bone.raw", bytes(105))],
    [("mdoc/lamella.mrc", mrc()), ("mdoc/lamella.mrc.mdoc", MDOC.encode())],
    [("oif/cell.oif", content(compound, "oif/cell.oif")),
     ("oif/cell.oif.files/s_C001.pty", content(compound, "oif/s_C001.pty")),
     ("oif/cell.oif.files/s_C001.tif", slice_of(0))],
    [("vsi/cell.vsi", content(cellsens, "vsi/cell.vsi")),
     ("vsi/_cell_/stack1/frame_t_0.ets", content(cellsens, "ets/frame_t_0.ets"))],
    [("nd/positions.nd", content(microscopes, "metamorph/positions.nd")),
     ("nd/positions_w1DAPI_s1.tif", slice_of(0)),
     ("nd/positions_w2GFP_s1.tif", slice_of(1))],
    [("nd/positional.tif", slice_of(2))],
    [("ome/cells_C0.ome.tif", ome_part(0)), ("ome/cells_C1.ome.tif", ome_part(1))],
    [("slices/bone_0001.tif", slice_of(1)), ("slices/bone_0002.tif", slice_of(2)),
     ("slices/bone_0003.tif", slice_of(3))],
    [("slices/gap_0001.tif", slice_of(1))], [("slices/gap_0002.tif", slice_of(2))],
    [("slices/gap_0004.tif", slice_of(4))],
    [("slices/sized_0001.tif", slice_of(1))], [("slices/sized_0002.tif", slice_of(2, bits=16))],
    [("slices/sized_0003.tif", slice_of(3))],
    [("dicom/a.dcm", dicom(1, 1)), ("dicom/b.dcm", dicom(1, 2)), ("dicom/d.dcm", dicom(1, 3))],
    [("dicom/c.dcm", dicom(2, 1))],
    [("store/bone.zarr", None), ("store/bone.zarr/.zattrs", text(ZATTRS)),
     ("store/bone.zarr/.zgroup", text({"zarr_format": 2})),
     ("store/bone.zarr/0/.zarray", text(ZARRAY))],
    [("store/bone.zarr/notes.txt", b"Stain: osmium tetroxide\n")],
]
CHUNKS = [Sample(f"sets/store/bone.zarr/0/{z}.0.0", bytes(35)) for z in range(3)]

SAMPLES = [Sample("sets/" + path, data)
           for files in SETS for path, data in files if data is not None] + CHUNKS


def expected():
    """What `corpus/sets.json` holds."""
    return {files[0][0]: [path for path, data in files if data is not None] for files in SETS}
